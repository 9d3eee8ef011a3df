internal import LiaisonLanguage
internal import LiaisonModel

extension Extractor {
    /// What came of one example of a frame.
    public struct ExampleResult: Sendable {
        public var frame: String
        public var file: String
        public var line: Int
        public var text: String
        /// What is wrong, or nil.
        public var complaint: String?
    }

    /// Runs the examples of every frame, with the names of their pairs taken as given.
    public func checkExamples() -> [ExampleResult] {
        var out: [ExampleResult] = []
        for knowledge in [french, english] {
            for frame in knowledge.frames.frames {
                for example in frame.examples {
                    out.append(
                        ExampleResult(
                            frame: frame.id, file: frame.source.file, line: example.line, text: example.text,
                            complaint: complaint(about: example, of: frame)))
                }
            }
        }
        return out
    }

    private func complaint(about example: FrameExample, of frame: Frame) -> String? {
        let article = Article(language: frame.language.code, text: example.text)
        var text = analyzer.annotate(article)
        force(example, frame, &text)
        let statements = extract(article, from: text, minimumConfidence: 0).statements.filter {
            $0.relation == frame.relation
        }
        let isSymmetric = vocabulary[frame.relation]?.isSymmetric ?? false
        // An end is found by its name or by the words that name it in the example.
        func names(_ end: EntityReference, _ range: CodePointRange) -> Set<String> {
            let scalars = example.text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start)
            return [end.name, String(String.UnicodeScalarView(scalars))]
        }
        func isPair(_ statement: Statement, _ pair: FrameExample.Pair) -> Bool {
            let subject = names(statement.subject, statement.evidence.subject)
            let object = names(statement.object, statement.evidence.object)
            return subject.contains(pair.subject) && object.contains(pair.object)
                || isSymmetric && subject.contains(pair.object) && object.contains(pair.subject)
        }
        func found(_ pair: FrameExample.Pair) -> Statement? { statements.first { isPair($0, pair) } }
        if example.expectation == .no {
            return statements.first.map { "gives \($0.subject.name) \($0.relation) \($0.object.name) by \($0.rule)" }
        }
        for pair in example.pairs {
            guard let statement = found(pair) else {
                return "does not give \(pair.subject) \(frame.relation) \(pair.object)"
            }
            let q = statement.qualifiers
            let state = "\(q.factuality.rawValue) \(q.time.rawValue)\(q.negated ? " negated" : "")"
            if pair.isIncidental { continue }
            let isRight =
                switch example.expectation {
                case .yes: q.holds && q.factuality == .asserted && q.time == .current
                case .planned: q.holds && q.time == .planned
                case .rumoured: q.holds && q.factuality == .rumoured
                case .ended: q.holds && q.time == .ended
                case .suppressed: !q.holds
                case .no: false
                }
            if !isRight {
                return
                    "gives \(pair.subject) \(frame.relation) \(pair.object) as \(state), expected \(example.expectation.rawValue)"
            }
            if let amount = example.amount {
                let got = q.amount.map { "\($0.value) \($0.currency)" } ?? "no sum"
                if got != amount { return "gives \(got), expected \(amount)" }
            }
        }
        if statements.count > example.pairs.count,
            let extra = statements.first(where: { statement in
                !example.pairs.contains { isPair(statement, $0) }
            })
        {
            return "gives \(extra.subject.name) \(extra.relation) \(extra.object.name) too, by \(extra.rule)"
        }
        return nil
    }

    /// Marks the names of an example, so that a frame's test does not hang on the recognition of invented names.
    private func force(_ example: FrameExample, _ frame: Frame, _ text: inout AnnotatedText) {
        guard let relation = vocabulary[frame.relation] else { return }
        for pair in example.pairs {
            for (name, kinds) in [
                (pair.subject, frame.kinds.subject ?? relation.subjectKinds),
                (pair.object, frame.kinds.object ?? relation.objectKinds),
            ] {
                let kind = EntityKind.allCases.first { kinds.contains($0) } ?? .company
                for range in Self.ranges(of: name, in: text) {
                    if let known = text.names.first(where: { $0.tokens == range }), kinds.contains(known.kind) {
                        continue
                    }
                    text.names.removeAll { $0.tokens.overlaps(range) }
                    text.names.append(NameMention(tokens: range, kind: kind, entry: nil, origin: .document, score: 1))
                }
            }
        }
        text.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private static func ranges(of name: String, in text: AnnotatedText) -> [Range<Int>] {
        var out: [Range<Int>] = []
        for start in text.tokens.indices {
            for end in start + 1..<min(text.tokens.count, start + 8) + 1
            where end <= text.tokens.count && text.text(start..<end) == name {
                out.append(start..<end)
            }
        }
        return out
    }
}
