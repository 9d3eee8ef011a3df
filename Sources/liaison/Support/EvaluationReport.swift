internal import LiaisonExtraction
internal import LiaisonModel

/// The figures of an evaluation, as people and as programs read them.
struct EvaluationReport {
    /// A case that came out wrong.
    struct WrongCase {
        var gold: GoldArticle
        var text: String
        var complaints: [String]
    }

    private(set) var evaluation: Evaluation
    let showsMisses: Bool
    private(set) var cases = 0
    private(set) var wrong: [WrongCase] = []

    init(evaluation: Evaluation, showsMisses: Bool) {
        self.evaluation = evaluation
        self.showsMisses = showsMisses
    }

    mutating func add(_ score: ArticleScore) { evaluation.add(score) }

    mutating func add(_ gold: GoldArticle, _ article: Article, _ complaints: [String]) {
        cases += 1
        if !complaints.isEmpty { wrong.append(WrongCase(gold: gold, text: article.text, complaints: complaints)) }
    }

    func lines() -> [String] {
        var out: [String] = []
        if !evaluation.scores.isEmpty {
            out += figureLines() + [""] + shareLines()
            if showsMisses { out += missLines() }
        }
        if cases > 0 {
            if !out.isEmpty { out.append("") }
            out.append("\(cases - wrong.count) of \(Count.of(cases, "sentence")) right")
            for wrong in wrong {
                out.append("\(wrong.gold.id): \(TextLayout.clean(wrong.text))")
                out += wrong.complaints.map { "    " + TextLayout.clean($0) }
            }
        }
        return out
    }

    // MARK: Tables

    private func figureLines() -> [String] {
        var table = Table(["relation", "precision", "recall", "F1", "right", "said", "gold"], right: [4, 5, 6])
        var strict = Table(["with all qualifiers right", "precision", "recall", "F1", "right"], right: [1, 2, 3, 4])
        let (relations, groups) = (evaluation.relationFigures(), evaluation.groupFigures())
        for figure in relations + groups {
            let tally = figure.tally
            table.append([
                figure.label, Self.figure(tally.precision, figure.precision), Self.figure(tally.recall, figure.recall),
                Self.figure(tally.f1, figure.f1), String(tally.right), String(tally.said), String(tally.gold),
            ])
        }
        for figure in groups {
            let tally = figure.strict
            strict.append([
                figure.label, Self.three(tally.precision), Self.three(tally.recall), Self.three(tally.f1),
                String(tally.right),
            ])
        }
        return ["\(Count.of(evaluation.scores.count, "article"))", ""] + table.lines() + [""] + strict.lines()
    }

    private func shareLines() -> [String] {
        var out: [String] = []
        func line(_ label: String, _ share: Share) {
            guard let value = share.value else { return }
            out.append("\(label) \(Self.three(value))  (\(share.right) of \(share.all))")
        }
        for (label, share) in evaluation.difficultyShares() { line("recall \(label)", share) }
        out.append("")
        for (aspect, share) in evaluation.qualifierShares() { line("right \(aspect.rawValue)", share) }
        line("right factuality and time", evaluation.stateShare())
        line("denied, negated and hypothetical ones recognised", evaluation.suppressedShare)
        out.append("sums where gold has none: \(evaluation.strangeAmounts)")
        let faults = evaluation.faults()
        out.append(
            "false edges: "
                + ArticleScore.Fault.allCases.map { "\(faults[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", "))
        return out
    }

    private func missLines() -> [String] {
        var out: [String] = []
        for score in evaluation.scores {
            for miss in score.misses {
                out.append(
                    "MISS  \(score.gold.id)  \(miss.subject) \(miss.relation) \(miss.object)  (\(miss.difficulty ?? "?"))  "
                        + TextLayout.clean(score.sentence(of: miss) ?? "(title)"))
            }
            for edge in score.falseEdges {
                let statement = edge.statement
                out.append(
                    "FALSE \(score.gold.id)  \(statement.subject.name) \(statement.relation) \(statement.object.name)  "
                        + "(\(edge.fault.rawValue), \(statement.rule))  \(TextLayout.clean(statement.evidence.quote))")
            }
            for match in score.matches + score.recognised {
                let (found, gold) = (match.found.qualifiers, match.gold.qualifiers)
                let wrong = QualifierAspect.wrong(found, gold: gold)
                if wrong.isEmpty { continue }
                let what = wrong.map {
                    "\($0.rawValue) \($0.text(found) ?? "none"), expected \($0.text(gold) ?? "none")"
                }
                out.append(
                    "WRONG \(score.gold.id)  \(match.gold.subject) \(match.gold.relation) \(match.gold.object)  "
                        + "(\(what.joined(separator: "; ")))  \(TextLayout.clean(match.found.evidence.quote))")
            }
        }
        return out.isEmpty ? [] : [""] + out
    }

    // MARK: Numbers

    /// `0.923 .88–.95`
    private static func figure(_ value: Double, _ interval: ClosedRange<Double>?) -> String {
        guard let interval else { return three(value) }
        return "\(three(value)) \(two(interval.lowerBound))–\(two(interval.upperBound))"
    }

    static func three(_ value: Double) -> String {
        let digits = String(Int((value * 1000).rounded()))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return padded.dropLast(3) + "." + padded.suffix(3)
    }

    /// Two decimals, without the zero before the point.
    private static func two(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return hundredths >= 100 ? "1.0" : "." + (hundredths < 10 ? "0" : "") + String(hundredths)
    }
}
