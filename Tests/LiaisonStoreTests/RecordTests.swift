import LiaisonModel
import LiaisonStore
import Testing

/// What a whole graph says as a stream of records is what its edges say one by one.
@Suite struct RecordTests {
    /// Numbers that look random and are the same in every run (Knuth's MMIX generator).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 33
        }
    }

    /// Articles of several publishers with statements of every kind among a few companies.
    private func fill(_ store: Store, seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        let names = ["Alba", "Borea", "Corvo", "Délme", "Ember"]
        for number in 0..<24 {
            let pairs = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
                names.shuffled(using: &numbers).prefix(2)
            }
            let sentences = pairs.map { pair in
                let more = number % 3 == 0 ? " and everybody who was in the room knew it by heart" : ""
                return "\(pair[0]) met \(pair[1])\(more)."
            }
            let article = Samples.article(
                sentences,
                url: [nil, "https://www.news\(number % 3).example/\(number)", "https://Agency.example/\(number)"][
                    number % 3],
                title: number % 2 == 0 ? "Title \(number)" : nil,
                publisher: [nil, "Le Quotidien", "agency.example", "L'Écho"][number % 4],
                published: [nil, "2025-06-17", "2024", "2025-01"][Int.random(in: 0..<4, using: &numbers)])
            let statements = pairs.map { pair in
                Samples.statement(
                    article, pair[0], ["invests-in", "rival-of"][Int.random(in: 0...1, using: &numbers)], pair[1],
                    confidence: Double(Int.random(in: 1...10_000, using: &numbers)) / 10_000
                ) { qualifiers in
                    qualifiers.factuality = Factuality.allCases.randomElement(using: &numbers) ?? .asserted
                    qualifiers.time = TimeState.allCases.randomElement(using: &numbers) ?? .current
                    qualifiers.negated = Int.random(in: 0..<9, using: &numbers) == 0
                    guard Bool.random(using: &numbers) else { return }
                    qualifiers.amount = Amount(value: ExactDecimal(15), maximum: ExactDecimal("20.5"), currency: "EUR")
                    qualifiers.date = "2025-06~"
                    qualifiers.stake = ExactDecimal("0.49")
                    qualifiers.role = "lead"
                    qualifiers.source = "une \"source\""
                }
            }
            try store.ingest(article, Samples.extraction(statements), version: "1")
        }
    }

    /// Every edge in full, with nothing that records leave out.
    private func edges(_ graph: StoreGraph) throws -> [String] {
        var found: [String] = []
        let memory = RecordMemory()
        try graph.forEachEdge { found.append(text(EdgeRecord($0, in: memory))) }
        return found
    }

    private func records(_ graph: StoreGraph) throws -> [String] {
        var found: [String] = []
        try graph.forEachRecord { found.append(text($0)) }
        return found
    }

    private func text(_ edge: EdgeRecord) -> String {
        let head = [
            edge.id.string, edge.subject.key.string, edge.subject.name.string, "\(edge.subject.digest)",
            edge.relation.text, edge.object.key.string, "\(edge.belief)", "\(edge.articleCount)",
            "\(edge.publisherCount)", edge.first?.string ?? "–", edge.last?.string ?? "–", edge.state.rawValue,
            "\(edge.isRumour)",
        ].joined(separator: " ")
        let statements = edge.statements.map { statement -> String in
            let texts = [
                statement.sha256, statement.url, statement.title, statement.publisher, statement.published,
                statement.quote, statement.rule, statement.date, statement.role, statement.source,
                statement.amount?.currency,
            ]
            return texts.map { $0?.string ?? "–" }.joined(separator: "|")
                + " \(statement.factuality) \(statement.time) \(statement.negated) \(statement.confidence)"
                + " \(statement.range) \(statement.subjectRange) \(statement.objectRange) \(statement.part)"
                + " \(String(describing: statement.amount?.value)) \(String(describing: statement.amount?.maximum))"
                + " \(String(describing: statement.stake)) \(Array(statement.via))"
        }
        return ([head] + statements).joined(separator: "\n")
    }

    private static let views: [String: GraphView] = {
        var views = ["whole": GraphView()]
        views["all"] = GraphView()
        views["all"]?.includesSuppressed = true
        views["believed"] = GraphView()
        views["believed"]?.minimumBelief = 0.4
        views["current"] = GraphView()
        views["current"]?.states = [.current]
        views["rivals"] = GraphView()
        views["rivals"]?.relations = ["rival-of"]
        views["period"] = GraphView()
        views["period"]?.since = "2024"
        views["period"]?.asOf = "2025-01"
        return views
    }()

    @Test(arguments: views.keys.sorted(), [1, 2, 3] as [UInt64])
    func `records are the edges of the view`(view: String, seed: UInt64) throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, seed: seed)
        let graph = try temporary.store.graph(try #require(Self.views[view]))
        let wanted = try edges(graph)
        #expect(!wanted.isEmpty)
        #expect(try records(graph) == wanted)
        #expect(try records(graph) == wanted)
        #expect(try graph.summary().edgeCount == wanted.count)
    }

    @Test func `merged entities and rejected edges and statements are what people decided`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store, seed: 7)
        func judge(
            _ verb: Judgement.Verb, _ subject: String, _ relation: RelationID? = nil, _ object: String? = nil,
            value: String? = nil
        ) throws {
            _ = try store.record(
                Judgement(
                    number: 0, verb: verb, subject: subject, relation: relation?.text, object: object, value: value,
                    madeAt: "2025-06-17T00:00:00Z"))
        }
        try judge(.merge, "org:ember", nil, "org:alba")
        try judge(.rename, "org:corvo", value: "Corvo & fils")
        var all: [Edge] = []
        try store.graph().forEachEdge { all.append($0) }
        let (first, second) = (all[0], all[2])
        try judge(.reject, first.subject.key.text, first.relation, first.object.key.text)
        try judge(.accept, second.subject.key.text, second.relation, second.object.key.text)
        try judge(.reject, all[1].statements[0].id)
        let graph = try store.graph()
        let wanted = try edges(graph)
        #expect(wanted.count < all.count)
        #expect(wanted.contains { $0.contains("Corvo & fils") })
        #expect(!wanted.contains { $0.contains("org:ember") })
        #expect(try records(graph) == wanted)
    }

    @Test func `records of a limited view are those that the summary counts`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, seed: 5)
        var view = GraphView()
        view.limit = 4
        let graph = try temporary.store.graph(view)
        let wanted = try edges(graph)
        #expect(wanted.count == 4)
        #expect(try records(graph) == wanted)
        // The same around a focus, which is read by queries.
        view.focus = ["org:alba", "org:borea", "org:corvo", "org:delme", "org:ember"].map { EntityKey($0) }
        #expect(try edges(temporary.store.graph(view)) == wanted)
    }
}
