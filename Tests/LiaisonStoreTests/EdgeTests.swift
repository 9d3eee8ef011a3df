import LiaisonModel
import LiaisonStore
import Testing

@Suite struct EdgeTests {
    private let arvor = EntityKey("org:arvor-capital")
    private let lumenor = EntityKey("org:lumenor")

    /// Stores one article with one statement that Arvor Capital invests in Lumenor.
    private func state(
        in store: Store, _ number: Int, sentence: String? = nil, published: String = "2025-06-17",
        confidence: Double = 0.8, publisher: String? = nil, _ change: (inout Qualifiers) -> Void = { _ in }
    ) throws {
        let article = Samples.article(
            [sentence ?? "Arvor Capital put \(number) million into Lumenor."],
            url: "https://news\(number).example/a", publisher: publisher, published: published)
        let statement = Samples.statement(
            article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company), confidence: confidence, change)
        try store.ingest(article, Samples.extraction([statement]), version: "1")
    }

    private func edge(_ store: Store, view: GraphView = GraphView()) throws -> Edge? {
        try store.edges(between: arvor, and: lumenor, view: view).first
    }

    @Test func `one source is believed as far as its best statement`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1)
        #expect(try edge(temporary.store)?.belief == 0.8)
    }

    @Test func `independent sources add up`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1)
        try state(in: temporary.store, 2)
        let edge = try #require(try edge(temporary.store))
        #expect(edge.belief == 0.96)
        #expect(edge.articleCount == 2)
        #expect(edge.publisherCount == 2)
    }

    @Test func `articles that share the quoted sentence are one source`() throws {
        let temporary = try TemporaryStore()
        let sentence = "Arvor Capital put 80 million euros into Lumenor, the agency reported."
        for number in 1...5 {
            try state(
                in: temporary.store, number, sentence: sentence + String(repeating: "\nMore \(number).", count: number))
        }
        let edge = try #require(try edge(temporary.store))
        #expect(edge.belief == 0.8)
        #expect(edge.articleCount == 5)
    }

    @Test func `a rumour counts for less and is called one`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1) { $0.factuality = .rumoured }
        let edge = try #require(try edge(temporary.store))
        #expect(edge.belief == 0.48)
        #expect(edge.isRumour)
    }

    @Test func `a denial disputes the edge and is shown when asked for`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1)
        try state(in: temporary.store, 2) { $0.factuality = .denied }
        let plain = try #require(try edge(temporary.store))
        #expect(plain.state == .disputed)
        #expect(plain.belief == 0.4)
        #expect(plain.statements.count == 1)
        var view = GraphView()
        view.includesSuppressed = true
        #expect(try edge(temporary.store, view: view)?.statements.count == 2)
    }

    @Test func `what is only denied, negated or supposed is no edge`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1) { $0.negated = true }
        try state(in: temporary.store, 2) { $0.factuality = .hypothetical }
        #expect(try edge(temporary.store) == nil)
        #expect(try temporary.store.stats().suppressedStatements == 2)
    }

    @Test(arguments: [
        ([("2025-01-01", TimeState.planned)], EdgeState.planned),
        ([("2025-01-01", .planned), ("2025-02-01", .current)], .current),
        ([("2025-02-01", .planned), ("2025-01-01", .current)], .current),
        ([("2025-01-01", .current), ("2025-02-01", .ended)], .ended),
        ([("2025-03-01", .current), ("2025-02-01", .ended)], .current),
        ([("2025-03-01", .current), ("2025-03-01", .ended)], .ended),
    ])
    func `the latest article says where an edge stands`(times: [(String, TimeState)], state expected: EdgeState) throws
    {
        let temporary = try TemporaryStore()
        for (number, (published, time)) in times.enumerated() {
            try state(in: temporary.store, number, published: published) { $0.time = time }
        }
        #expect(try edge(temporary.store)?.state == expected)
    }

    @Test func `dates cut the graph as it was known`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1, published: "2024-05-01")
        try state(in: temporary.store, 2, published: "2025-06-01")
        var view = GraphView()
        view.asOf = "2024"
        #expect(try edge(temporary.store, view: view)?.last == "2024-05-01")
        view.asOf = nil
        view.since = "2025"
        #expect(try edge(temporary.store, view: view)?.first == "2025-06-01")
    }

    @Test func `a symmetric relation is one edge whichever way it is said`() throws {
        let temporary = try TemporaryStore()
        for (number, ends) in [("Lumenor", "Brivaux"), ("Brivaux", "Lumenor")].enumerated() {
            let article = Samples.article(
                ["\(ends.0) is a rival of \(ends.1)."], url: "https://news.example/\(number)")
            let statement = Samples.statement(article, ends.0, "rival-of", ends.1)
            try temporary.store.ingest(article, Samples.extraction([statement]), version: "1")
        }
        let edges = try temporary.store.edges(of: lumenor)
        #expect(edges.count == 1)
        #expect(edges.first?.subject.name == "Brivaux")
        for statement in edges.first?.statements ?? [] {
            #expect(try temporary.store.verify(statement) == .verified)
            let quote = Array(statement.evidence.quote.unicodeScalars)
            let subject = String(
                String.UnicodeScalarView(quote[statement.evidence.subject.start..<statement.evidence.subject.end]))
            #expect(subject == "Brivaux")
        }
    }

    @Test func `an edge is found by the beginning of its identifier`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1)
        let id = Edge.identifier(subject: arvor, relation: "invests-in", object: lumenor)
        #expect(try temporary.store.edges(id: String(id.prefix(6))).map(\.id) == [id])
        #expect(try temporary.store.edge(id: id)?.object.name == "Lumenor")
        #expect(try temporary.store.edges(id: "zz").isEmpty)
    }

    @Test func `changes tell what is new, what moved and what grew`() throws {
        let temporary = try TemporaryStore()
        try state(in: temporary.store, 1, published: "2025-01-01") { $0.time = .planned }
        try state(in: temporary.store, 2, published: "2025-06-01")
        let changes = try temporary.store.changes(since: "2025-06-01")
        #expect(changes.map(\.kind) == [.state])
        #expect(changes.first?.before?.state == .planned)
        #expect(try temporary.store.changes(since: "2025-01-01").map(\.kind) == [.new])
        #expect(try temporary.store.changes(since: "2026").isEmpty)
    }

    @Test func `the store counts the edges that views show`() throws {
        let temporary = try TemporaryStore()
        let names = ["Lumenor", "Orvane", "Halcyon", "Nexalis"]
        for (number, pair) in zip(names, names.dropFirst()).enumerated() {
            let article = Samples.article(["\(pair.0) put money into \(pair.1)."], url: "https://n\(number).example/a")
            let statement = Samples.statement(article, pair.0, "invests-in", pair.1) { $0.negated = number == 2 }
            try temporary.store.ingest(article, Samples.extraction([statement]), version: "1")
        }
        func check(_ edges: Int, _ refused: Int) throws {
            let stats = try temporary.store.stats()
            #expect((stats.edges, stats.refusedEdges) == (edges, refused))
            #expect(try temporary.store.graph().summary().edgeCount == edges)
            #expect(stats.relations.map(\.edges) == [edges])
        }
        try check(2, 1)
        let edge = try #require(try temporary.store.edges(of: EntityKey("org:lumenor")).first)
        let rejected = try temporary.store.record(Judgement(.reject, edge: edge))
        try check(1, 1)
        try temporary.store.record(Judgement(undo: rejected.number))
        // One with itself is no edge.
        let merged = try temporary.store.record(Judgement(.merge, EntityKey("org:orvane"), EntityKey("org:lumenor")))
        try check(1, 1)
        try temporary.store.record(Judgement(undo: merged.number))
        let statement = try #require(try temporary.store.statements(of: "https://n0.example/a").first)
        try temporary.store.record(Judgement(.reject, statement: statement.id))
        try check(1, 1)
    }
}
