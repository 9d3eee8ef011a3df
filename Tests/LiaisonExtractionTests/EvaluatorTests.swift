import LiaisonData
import LiaisonExtraction
import LiaisonModel
import LiaisonSchemas
import Testing

@Suite struct EvaluatorTests {
    private static let text = "Sélunor SA a racheté Tavrin. Il a investi dans Quorin."

    private func gold(_ json: String) throws -> GoldArticle {
        let vocabulary = try Sample.extractor().vocabulary
        return try #require(
            try GoldReader(vocabulary: vocabulary).articles(Array(json.utf8), file: "a.jsonl", id: "a").first)
    }

    private func gold(statements: String, optional: String = "") throws -> GoldArticle {
        try gold(
            """
            {"id": "one", "language": "fr", "text": "\(Self.text)", "entities": [{"name": "Sélunor", "kind": "company", \
            "names": []}, {"name": "Tavrin", "kind": "company", "names": []}, {"name": "Quorin", "kind": "company", \
            "names": []}], "statements": [\(statements)], "optional": [\(optional)]}
            """)
    }

    private func evaluator() throws -> Evaluator {
        let vocabulary = try Sample.extractor().vocabulary
        let terms = try EvaluationTerms(schemas: try SchemaSet.embedded(), vocabulary: vocabulary)
        return Evaluator(terms: terms, vocabulary: vocabulary, relations: vocabulary.relations.map(\.id))
    }

    private func statement(
        _ subject: String, _ relation: RelationID, _ object: String, at range: CodePointRange = CodePointRange(0, 0),
        confidence: Double = 0.9, _ change: (inout Qualifiers) -> Void = { _ in }
    ) -> Statement {
        var qualifiers = Qualifiers()
        change(&qualifiers)
        return Statement(
            article: ArticleHead(sha256: ""), subject: EntityReference(name: subject, kind: .company),
            relation: relation,
            object: EntityReference(name: object, kind: .company), qualifiers: qualifiers, confidence: confidence,
            evidence: Evidence(
                part: .text, range: CodePointRange(0, 28), quote: "", subject: range, object: CodePointRange(0, 0)),
            rule: "fr.test.active")
    }

    private func score(_ gold: GoldArticle, _ statements: [Statement]) throws -> ArticleScore {
        try evaluator().score(gold, article: Article(text: Self.text), statements: statements)
    }

    private static let bought =
        #"{"subject": "Sélunor", "relation": "acquires", "object": "Tavrin", "evidence": [0, 28], "difficulty": "x"}"#

    @Test func `a legal form, case and accents do not tell names apart`() throws {
        let score = try score(gold(statements: Self.bought), [statement("SELUNOR SA", "acquires", "tavrin")])
        #expect(score.matches.count == 1)
        #expect(score.falseEdges.isEmpty && score.misses.isEmpty)
    }

    @Test func `an entity counts by the words it was found in`() throws {
        let score = try score(
            gold(statements: Self.bought),
            [statement("Groupe Inconnu", "acquires", "Tavrin", at: CodePointRange(0, 10))])
        #expect(score.matches.count == 1)
    }

    @Test func `an edge the other way round is a miss and a false edge`() throws {
        let score = try score(gold(statements: Self.bought), [statement("Tavrin", "acquires", "Sélunor")])
        #expect(score.matches.isEmpty)
        #expect(score.falseEdges.map(\.fault) == [.direction])
        #expect(score.misses.count == 1)
        #expect(score.sentence(of: score.misses[0]) == "Sélunor SA a racheté Tavrin.")
    }

    @Test func `a symmetric edge is right either way round`() throws {
        let rival = #"{"subject": "Sélunor", "relation": "rival-of", "object": "Tavrin"}"#
        let score = try score(gold(statements: rival), [statement("Tavrin", "rival-of", "Sélunor")])
        #expect(score.matches.count == 1)
    }

    @Test func `an optional edge counts neither way`() throws {
        let score = try score(gold(statements: "", optional: Self.bought), [statement("Sélunor", "acquires", "Tavrin")])
        #expect(score.tallies.isEmpty)
    }

    @Test func `a negated edge said plainly is false, and recognised when it is suppressed`() throws {
        let negated = Self.bought.replacing("\"evidence\"", with: "\"negated\": true, \"evidence\"")
        let plain = try score(gold(statements: negated), [statement("Sélunor", "acquires", "Tavrin")])
        #expect(plain.falseEdges.map(\.fault) == [.polarity])
        #expect(plain.suppressed == 1 && plain.recognised.isEmpty)
        let kept = try score(
            gold(statements: negated), [statement("Sélunor", "acquires", "Tavrin") { $0.negated = true }])
        #expect(kept.recognised.count == 1)
        #expect(kept.tallies.isEmpty)
    }

    @Test func `an edge said twice counts once, by its surest statement`() throws {
        let found = [
            statement("Sélunor", "acquires", "Tavrin", confidence: 0.5) { $0.time = .planned },
            statement("Sélunor", "acquires", "Tavrin", confidence: 0.9),
        ]
        let score = try score(gold(statements: Self.bought), found)
        #expect(score.tallies["acquires"]?.said == 1)
        #expect(score.matches.first?.found.qualifiers.time == .current)
    }

    @Test func `an edge with a wrong sum is right without qualifiers only`() throws {
        let dear = Self.bought.replacing(
            "\"evidence\"",
            with:
                "\"amount\": {\"value\": 5e6, \"currency\": \"EUR\", \"bound\": \"exact\", \"scope\": \"edge\"}, \"evidence\""
        )
        let score = try score(gold(statements: dear), [statement("Sélunor", "acquires", "Tavrin")])
        #expect(score.tallies["acquires"]?.right == 1)
        #expect(score.strict["acquires"]?.right == 0)
    }

    @Test func `figures come with the same intervals every time`() throws {
        let gold = try gold(statements: Self.bought)
        func figure() throws -> Evaluation.Figure {
            var evaluation = Evaluation(evaluator: try evaluator())
            for index in 0..<20 {
                evaluation.add(try score(gold, index < 12 ? [statement("Sélunor", "acquires", "Tavrin")] : []))
            }
            return try #require(evaluation.relationFigures().first)
        }
        let figure1 = try figure()
        #expect(figure1.tally.recall == 0.6)
        #expect(figure1.tally.precision == 1)
        let interval = try #require(figure1.recall)
        #expect(interval.contains(0.6) && interval.lowerBound < 0.5 && interval.upperBound > 0.7)
        #expect(try figure().recall == interval)
    }

    @Test func `a case is right only when nothing is missing, wrong or too much`() throws {
        let gold = try gold(
            #"{"construction": "x", "text": "a", "statements": [{"subject": "A", "relation": "acquires", "object": "B", "date": "2019"}], "suppressed": []}"#
        )
        func complaints(_ statements: [Statement]) throws -> [String] {
            try evaluator().complaints(about: gold, article: Article(text: "a"), statements: statements)
        }
        let right = statement("A", "acquires", "B") { $0.date = "2019" }
        #expect(try complaints([right]) == [])
        #expect(try complaints([]) == ["A acquires B is missing"])
        #expect(try complaints([statement("A", "acquires", "B")]) == ["A acquires B: date none, expected 2019"])
        #expect(
            try complaints([right, statement("A", "rival-of", "B")]) == [
                "A rival-of B is not in gold, by fr.test.active"
            ])
    }

    @Test(arguments: [
        ("{", 1, "not JSON"),
        ("\n{\"text\": \"a\"}", 2, "no \"statements\""),
        (
            "{\"statements\": [{\"subject\": \"A\", \"relation\": \"eats\", \"object\": \"B\"}]}", 1,
            "unknown relation \"eats\""
        ),
        (
            "{\"entities\": [], \"statements\": [{\"subject\": \"A\", \"relation\": \"acquires\", \"object\": \"B\"}]}",
            1, "\"A\""
        ),
        ("{\"statements\": [{\"subject\": \"A\", \"relation\": \"acquires\"}]}", 1, "no \"object\""),
        ("[]", 1, "an array"),
    ])
    func `a malformed gold file is named with its line`(json: String, line: Int, message: String) throws {
        let reader = GoldReader(vocabulary: try Sample.extractor().vocabulary)
        let error = #expect(throws: GoldError.self) { try reader.articles(Array(json.utf8), file: "g.jsonl", id: "g") }
        #expect(error?.file == "g.jsonl")
        #expect(error?.line == line)
        #expect(error?.message.contains(message) == true)
    }
}
