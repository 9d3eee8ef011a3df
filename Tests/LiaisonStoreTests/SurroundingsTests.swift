import GRDB
import LiaisonModel
import LiaisonStore
import Testing

/// What pages ask: the nearest of a node, however busy it is.
struct SurroundingsTests {
    /// A store in which one entity has many edges: it invests in companies, the first of them in more articles than others.
    private func busy(_ count: Int) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        var readings: [Reading] = []
        for number in 0..<count {
            for copy in 0..<(number == 7 ? 3 : 1) {
                let sentences = [
                    "In story \(number) of edition \(copy), Orvane invests in Nexalis\(number).",
                    "A filing that was made public late in spring says Orvane invests in Nexalis\(number), all in cash.",
                    "Two bankers, asked about the rumours of last week, agreed: Orvane invests in Nexalis\(number).",
                ]
                let article = Samples.article(
                    [sentences[copy]],
                    url: "https://news.example/\(number)/\(copy)")
                readings.append(
                    Reading(
                        article,
                        Samples.extraction([
                            Samples.statement(article, "Orvane", "invests-in", "Nexalis\(number)", confidence: 0.8)
                        ]), version: "1"))
            }
        }
        _ = try temporary.store.ingest(readings)
        return temporary
    }

    private let orvane = EntityKey("org:orvane")

    @Test(arguments: [20, 400]) func `the best supported edges are listed and all are counted`(count: Int) throws {
        let store = try busy(count).store
        let found = try #require(try store.surroundings(of: orvane, perGroup: 5))
        #expect(found.edgeCount == count)
        #expect(found.listedCount == 5)
        #expect(found.articleCount == count + 2)
        let group = try #require(found.groups.first)
        #expect(group.relation == "invests-in")
        #expect(group.direction == .outgoing)
        #expect(group.edges[0].object.name == "Nexalis7")
        #expect(group.edges[0].statements.count == 3)
    }

    @Test func `without the indexes that a killed load leaves out, a reader counts the same`() throws {
        let temporary = try TemporaryStore()
        // Two relations of the same pairs, in turns.
        for (round, relation) in ["invests-in", "leads", "invests-in"].enumerated() {
            let readings = (0..<90).map { number in
                let article = Samples.article(
                    ["In part \(round) of \(number), Halcyon\(number) is close to Orvane."],
                    url: "https://news.example/\(round)/\(number)")
                let statement = Samples.statement(
                    article, "Halcyon\(number)", RelationID(relation), "Orvane", confidence: 0.8)
                return Reading(article, Samples.extraction([statement]), version: "1")
            }
            _ = try temporary.store.ingest(readings)
        }
        let whole = try #require(try temporary.store.surroundings(of: orvane, perGroup: 3))
        #expect(whole.edgeCount == 180)
        try DatabaseQueue(path: temporary.path).write { db in
            try db.execute(sql: "DROP INDEX statement_by_subject; DROP INDEX statement_by_object")
        }
        let reader = try Store(path: temporary.path, mode: .readOnly)
        #expect(try reader.surroundings(of: orvane, perGroup: 3) == whole)
    }

    @Test func `an edge is the same as when it is asked for alone`() throws {
        let store = try busy(400).store
        let listed = try #require(try store.surroundings(of: orvane, perGroup: 3)?.groups.first?.edges.first)
        #expect(try store.edges(between: listed.subject.key, and: listed.object.key) == [listed])
    }

    @Test func `the other end sees the edge come in, and a symmetric one has no direction`() throws {
        let temporary = try TemporaryStore()
        let article = Samples.article(["Orvane invests in Kaptio.", "Orvane rivals Halcyon."])
        _ = try temporary.store.ingest(
            article,
            Samples.extraction([
                Samples.statement(article, "Orvane", "invests-in", "Kaptio"),
                Samples.statement(article, "Orvane", "rival-of", "Halcyon"),
            ]), version: "1")
        let kaptio = try temporary.store.surroundings(of: EntityKey("org:kaptio"))
        #expect(kaptio?.groups.map(\.direction) == [.incoming])
        let halcyon = try temporary.store.surroundings(of: EntityKey("org:halcyon"))
        #expect(halcyon?.groups.map(\.direction) == [.mutual])
    }

    @Test(arguments: [20, 400]) func `filters and rejections count on busy and quiet nodes alike`(count: Int) throws {
        let store = try busy(count).store
        var view = GraphView()
        view.relations = ["rival-of"]
        #expect(try store.surroundings(of: orvane, view: view)?.edgeCount == 0)
        view.relations = []
        view.minimumBelief = 0.95
        #expect(try store.surroundings(of: orvane, view: view)?.edgeCount == 1)
        let edge = try #require(try store.edges(between: orvane, and: EntityKey("org:nexalis7")).first)
        try store.record(Judgement(.reject, edge: edge))
        let found = try #require(try store.surroundings(of: orvane))
        #expect(found.edgeCount == count - 1)
        #expect(found.groups[0].edges.allSatisfy { $0.id != edge.id })
    }

    @Test func `merged entities are one node with the edges of both`() throws {
        let store = try busy(400).store
        try store.record(Judgement(.merge, EntityKey("org:nexalis1"), orvane))
        let found = try #require(try store.surroundings(of: EntityKey("org:nexalis1")))
        #expect(found.entity.key == orvane)
        #expect(found.edgeCount == 399)
    }

    @Test func `a neighbourhood has no more nodes than asked for and says what is hidden`() throws {
        let store = try busy(400).store
        let graph = try store.neighborhood(of: [orvane], nodes: 10)
        #expect(graph.entities.count == 10)
        #expect(graph.edges.count == 9)
        #expect(graph.hiddenEdgeCount == 391)
        #expect(graph.edges.contains { $0.object.name == "Nexalis7" })
        var view = GraphView()
        view.minimumBelief = 0.95
        #expect(try store.neighborhood(of: [orvane], view: view).edges.map(\.object.name) == ["Nexalis7"])
    }

    @Test func `opening a neighbour brings its own neighbours and the edges among all`() throws {
        let temporary = try busy(5)
        let article = Samples.article(["Nexalis1 invests in Kaptio.", "Nexalis1 rivals Nexalis2."])
        _ = try temporary.store.ingest(
            article,
            Samples.extraction([
                Samples.statement(article, "Nexalis1", "invests-in", "Kaptio"),
                Samples.statement(article, "Nexalis1", "rival-of", "Nexalis2"),
            ]), version: "1")
        let before = try temporary.store.neighborhood(of: [orvane])
        #expect(before.hiddenEdgeCounts == [EntityKey("org:nexalis1"): 1])
        #expect(before.edges.contains { $0.relation == "rival-of" })
        let after = try temporary.store.neighborhood(of: [orvane, EntityKey("org:nexalis1")])
        #expect(after.entities.contains { $0.name == "Kaptio" })
        #expect(after.hiddenEdgeCount == 0)
        #expect(after.hiddenEdgeCounts.isEmpty)
    }

    @Test func `entities that do not exist are left out of a neighbourhood`() throws {
        let store = try busy(3).store
        #expect(try store.neighborhood(of: [EntityKey("org:nobody")]).entities.isEmpty)
        #expect(try store.surroundings(of: EntityKey("org:nobody")) == nil)
    }

    @Test func `suggestions begin with the words, have them inside, or differ by a typing error`() throws {
        let store = try busy(30).store
        #expect(try store.suggestions(for: "ORV").map(\.entity.name) == ["Orvane"])
        #expect(try store.suggestions(for: "orvanne").map(\.entity.name) == ["Orvane"])
        #expect(try store.suggestions(for: "nexalis7", limit: 1).map(\.entity.name) == ["Nexalis7"])
        #expect(try store.suggestions(for: "nexalis").count == 8)
        for nothing in ["", " ", "%", "''", "\u{0}"] { #expect(try store.suggestions(for: nothing).isEmpty) }
    }

    @Test func `a renamed entity is suggested by its new name`() throws {
        let store = try busy(3).store
        try store.record(Judgement(rename: orvane, to: "Zephyrine"))
        #expect(try store.suggestions(for: "zeph").map(\.entity.name) == ["Zephyrine"])
    }

    @Test func `the most named come first, and the latest article`() throws {
        let store = try busy(20).store
        #expect(try store.mostNamed(limit: 2).map(\.entity.name) == ["Orvane", "Nexalis7"])
        #expect(try store.latestArticles(limit: 3).count == 3)
    }

    @Test func `an article is read with its words and statements`() throws {
        let temporary = try busy(1)
        let article = Samples.article(
            ["In story 0 of edition 0, Orvane invests in Nexalis0."], url: "https://news.example/0/0")
        let reading = try #require(try temporary.store.reading(ofArticle: article.contentHash))
        #expect(reading.text == article.text)
        #expect(reading.statements.count == 1)
        #expect(try temporary.store.reading(ofArticle: "none") == nil)
    }

    @Test func `the generation moves when another connection writes`() throws {
        let temporary = try busy(1)
        let reader = try Store(path: temporary.path, mode: .readOnly)
        let before = try reader.generation()
        #expect(try reader.generation() == before)
        try temporary.store.record(Judgement(rename: orvane, to: "Zephyrine"))
        #expect(try reader.generation() != before)
    }
}
