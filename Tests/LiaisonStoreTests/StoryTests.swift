import LiaisonModel
import LiaisonStore
import Testing

@Suite struct StoryTests {
    /// A wire story of some length, and what a paper may do to it.
    private static let wire = (0..<30).map {
        "Sentence number \($0) tells of \($0 * 7 % 13) things and \($0 * 5 % 11) others."
    }

    private func reading(_ sentences: [String], _ name: String) -> Reading {
        let article = Samples.article(
            ["Arvor Capital invested in Lumenor \(name)."] + sentences, url: "https://\(name).example/a")
        let statement = Samples.statement(
            article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company), confidence: 0.8)
        return Reading(article, Samples.extraction([statement]), version: "1")
    }

    private func belief(_ store: Store) throws -> Double? {
        try store.edges(between: EntityKey("org:arvor-capital"), and: EntityKey("org:lumenor")).first?.belief
    }

    @Test func `the same story in five papers counts once`() throws {
        let temporary = try TemporaryStore()
        for name in ["one", "two", "three", "four", "five"] {
            try temporary.store.ingest([reading(Self.wire + ["Edited by \(name)."], name)])
        }
        #expect(try belief(temporary.store) == 0.8)
        #expect(try temporary.store.stats().stories == 1)
    }

    @Test func `another story counts beside it`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.ingest([
            reading(Self.wire, "one"), reading(Self.wire.map { "Quite other words: " + $0.reversed() }, "two"),
        ])
        #expect(try belief(temporary.store) == 0.96)
        #expect(try temporary.store.stats().stories == 2)
    }

    @Test func `a story falls apart when the version between goes`() throws {
        // The middle one shares half of its words with each end; the ends share none.
        let left = Array(Self.wire)
        let right = Self.wire.map { "Elsewhere " + $0.replacing("tells of", with: "speaks about") }
        let ends = [reading(left, "left"), reading(right, "right")]
        let middle = reading(left + right, "middle")
        let temporary = try TemporaryStore()
        try temporary.store.ingest(ends + [middle])
        let joined = try temporary.store.stats().stories
        try temporary.store.remove(article: "https://middle.example/a")
        let apart = try temporary.store.dump()
        #expect(try temporary.store.stats().stories == 2)
        #expect(joined < 3)
        let fresh = try TemporaryStore()
        try fresh.store.ingest(ends.reversed())
        #expect(try fresh.store.dump() == apart)
    }

    @Test func `the same words at two addresses are one article until one goes`() throws {
        let temporary = try TemporaryStore()
        let first = reading(Self.wire, "one")
        var second = first
        second.head.url = "https://two.example/a"
        try temporary.store.ingest([second, first])
        #expect(try temporary.store.stats().articles == 1)
        let dump = try temporary.store.dump()
        let other = try TemporaryStore()
        try other.store.ingest([first, second])
        #expect(try other.store.dump() == dump)
        try temporary.store.remove(article: "https://one.example/a")
        #expect(try belief(temporary.store) == 0.8)
    }
}
