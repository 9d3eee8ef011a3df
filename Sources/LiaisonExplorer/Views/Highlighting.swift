internal import LiaisonModel

/// Cuts a text where evidence and mentions begin and end, however they overlap.
struct Highlighting {
    private let statements: [(number: Int, statement: Statement)]
    private let presenter: Presenter
    /// Every place where something begins or ends, sorted.
    private let cuts: [Int]

    /// - Parameter part: statements of the other part are not looked at.
    init(_ statements: [(Int, Statement)], part: ArticlePart, _ presenter: Presenter) {
        self.presenter = presenter
        self.statements = statements.filter { $0.1.evidence.part == part }.map { (number: $0.0, statement: $0.1) }
        var cuts: Set<Int> = []
        for (_, statement) in self.statements {
            let evidence = statement.evidence
            for range in [evidence.range, evidence.subject, evidence.object] {
                cuts.formUnion([range.start, range.end])
            }
        }
        self.cuts = cuts.sorted()
    }

    /// The runs of a paragraph: plain text, marked text, and the numbers of the statements that end there.
    func runs(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Fields] {
        var runs: [Fields] = []
        let inside = cuts.filter { range.lowerBound < $0 && $0 < range.upperBound }
        let bounds = [range.lowerBound] + inside + [range.upperBound]
        let near = statements.filter {
            $0.statement.evidence.range.start < range.upperBound && $0.statement.evidence.range.end > range.lowerBound
        }
        for (start, end) in zip(bounds, bounds.dropFirst()) where start < end {
            runs.append(run(String(String.UnicodeScalarView(text[start..<end])), start, near, range))
            // A sentence that ends with its line ends here too.
            for (number, statement) in near
            where statement.evidence.range.end == end
                || (end == range.upperBound && statement.evidence.range.end > end
                    && statement.evidence.range.start >= range.lowerBound)
            {
                runs.append(note(number, statement))
            }
        }
        return runs
    }

    private func run(
        _ text: String, _ start: Int, _ near: [(number: Int, statement: Statement)], _ range: Range<Int>
    ) -> Fields {
        func covers(_ place: CodePointRange) -> Bool { place.start <= start && start < place.end }
        guard near.contains(where: { covers($0.statement.evidence.range) }) else {
            return ["isPlain": true, "text": Presenter.clean(text), "isMark": false, "isNote": false]
        }
        let isMention = near.contains { covers($0.statement.evidence.subject) || covers($0.statement.evidence.object) }
        // The first run of a sentence is where links to its statement lead; one name serves one element.
        let anchor = near.first { max($0.statement.evidence.range.start, range.lowerBound) == start }?.statement
        return [
            "isMark": true, "isPlain": false, "isNote": false, "text": Presenter.clean(text), "isMention": isMention,
            "id": optional(anchor.map(Presenter.anchor)),
        ]
    }

    private func note(_ number: Int, _ statement: Statement) -> Fields {
        let title =
            "\(presenter.name(statement.subject.name)) \(presenter.arrow(statement.relation)) "
            + "\(presenter.label(statement.relation)) \(presenter.arrow(statement.relation)) "
            + presenter.name(statement.object.name)
        return [
            "isNote": true, "isPlain": false, "isMark": false, "number": String(number), "href": "#c-\(number)",
            "title": title,
        ]
    }
}
