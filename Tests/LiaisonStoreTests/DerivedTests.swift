import LiaisonModel
import LiaisonStore
import Testing

@Suite struct DerivedTests {
    private func say(
        _ store: Store, _ child: String, _ parent: String, _ number: Int, confidence: Double = 0.9,
        relation: RelationID = "subsidiary-of", _ change: (inout Qualifiers) -> Void = { _ in }
    ) throws {
        let article = Samples.article(
            ["\(child) belongs to \(parent) as of \(number)."], url: "https://news.example/\(number)")
        try store.ingest(
            article,
            Samples.extraction([
                Samples.statement(article, child, relation, parent, confidence: confidence, change)
            ]), version: "1")
    }

    private let lumenor = EntityKey("org:lumenor")
    private let brivaux = EntityKey("org:brivaux")

    @Test func `two subsidiaries of one parent are derived from the two edges that say so`() throws {
        let temporary = try TemporaryStore()
        try say(temporary.store, "Lumenor", "Arvor", 1)
        try say(temporary.store, "Brivaux", "Arvor", 2, confidence: 0.5)
        let found = try temporary.store.derived(of: lumenor, and: brivaux)
        #expect(found.map(\.parent.name) == ["Arvor"])
        #expect(found.first?.belief == 0.45)
        #expect(found.first?.edges.map(\.subject.name) == ["Lumenor", "Brivaux"])
        #expect(try temporary.store.derived(of: lumenor).map(\.object.key) == [brivaux])
        #expect(try temporary.store.derived(of: EntityKey("org:arvor")).isEmpty)
        // Nothing of it is stored or stated.
        #expect(try temporary.store.edges(between: lumenor, and: brivaux).isEmpty)
    }

    @Test func `nothing follows from what has ended, is planned, disputed or another relation`() throws {
        let temporary = try TemporaryStore()
        try say(temporary.store, "Lumenor", "Arvor", 1)
        try say(temporary.store, "Brivaux", "Arvor", 2) { $0.time = .ended }
        try say(temporary.store, "Quantrel", "Arvor", 3) { $0.time = .planned }
        try say(temporary.store, "Alba", "Arvor", 4)
        try say(temporary.store, "Alba", "Arvor", 5) { $0.factuality = .denied }
        try say(temporary.store, "Borea", "Arvor", 6, relation: "invests-in")
        #expect(try temporary.store.derived(of: lumenor).isEmpty)
    }

    @Test func `a rejected edge takes what follows from it along`() throws {
        let temporary = try TemporaryStore()
        try say(temporary.store, "Lumenor", "Arvor", 1)
        try say(temporary.store, "Brivaux", "Arvor", 2)
        let edge = try #require(try temporary.store.derived(of: lumenor).first?.edges.last)
        try temporary.store.record(Judgement(.reject, edge: edge))
        #expect(try temporary.store.derived(of: lumenor).isEmpty)
    }
}
