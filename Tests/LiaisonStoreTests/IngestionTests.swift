import LiaisonModel
import LiaisonStore
import Testing

@Suite struct IngestionTests {
    private func deal(url: String = "https://news.example/1") -> (Article, Extraction) {
        let article = Samples.article(
            ["Arvor Capital invested in Lumenor.", "Lumenor is a rival of Brivaux."], url: url, title: "A round")
        let statements = [
            Samples.statement(article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company)),
            Samples.statement(article, "Lumenor", "rival-of", "Brivaux"),
        ]
        return (
            article,
            Samples.extraction(statements, names: ["Lumenor": [EntityName(text: "Société Lumenor", language: "fr")]])
        )
    }

    @Test func `a new article is added with its statements`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        #expect(try temporary.store.ingest(article, extraction, version: "1") == .added(statements: 2))
        #expect(try temporary.store.contains(hash: article.contentHash))
        #expect(try temporary.store.stats().statements == 2)
    }

    @Test func `the same bytes again change nothing`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        try temporary.store.ingest(article, extraction, version: "1")
        let before = try temporary.store.dump()
        #expect(try !temporary.store.needs(article, version: "1"))
        #expect(try temporary.store.ingest(article, extraction, version: "1") == .unchanged)
        #expect(try temporary.store.dump() == before)
    }

    @Test func `another version of the rules reads the article again`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        try temporary.store.ingest(article, extraction, version: "1")
        #expect(try temporary.store.needs(article, version: "2"))
        var fewer = extraction
        fewer.statements.removeLast()
        #expect(try temporary.store.ingest(article, fewer, version: "2") == .replaced(added: 0, removed: 1))
        #expect(try temporary.store.stats().statements == 1)
    }

    @Test func `a changed article at the same address replaces its own statements`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        try temporary.store.ingest(article, extraction, version: "1")
        let edited = Samples.article(
            ["Correction follows.", "Arvor Capital invested in Lumenor.", "Lumenor is a rival of Quantrel."],
            title: "A round")
        let statements = [
            Samples.statement(edited, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company)),
            Samples.statement(edited, "Lumenor", "rival-of", "Quantrel"),
        ]
        let outcome = try temporary.store.ingest(edited, Samples.extraction(statements), version: "1")
        #expect(outcome == .replaced(added: 1, removed: 1))
        #expect(try temporary.store.entities(matching: "Brivaux").isEmpty)
        #expect(try temporary.store.entities(matching: "Quantrel").count == 1)

        let fresh = try TemporaryStore()
        try fresh.store.ingest(edited, Samples.extraction(statements), version: "1")
        #expect(try temporary.store.dump() == fresh.store.dump())
    }

    @Test func `removing an article takes exactly what it brought`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        try temporary.store.ingest(article, extraction, version: "1")
        let before = try temporary.store.dump()
        let other = Samples.article(["Lumenor is a rival of Quantrel."], url: "https://news.example/2")
        let statement = Samples.statement(other, "Lumenor", "rival-of", "Quantrel")
        try temporary.store.ingest(other, Samples.extraction([statement]), version: "1")
        let removed = try temporary.store.remove(article: "https://news.example/2")
        #expect(removed.statements == 1)
        #expect(try temporary.store.dump() == before)
        try temporary.store.remove(article: article.contentHash)
        #expect(try temporary.store.dump() == "")
    }

    @Test func `an edge stays while another article supports it`() throws {
        let temporary = try TemporaryStore()
        for number in 1...2 {
            let article = Samples.article(
                ["Arvor Capital invested in Lumenor.", "Number \(number)."], url: "https://news.example/\(number)")
            let statement = Samples.statement(
                article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company))
            try temporary.store.ingest(article, Samples.extraction([statement]), version: "1")
        }
        let (a, b): (EntityKey, EntityKey) = (EntityKey("org:arvor-capital"), EntityKey("org:lumenor"))
        #expect(try temporary.store.edges(between: a, and: b).first?.articleCount == 2)
        try temporary.store.remove(article: "https://news.example/1")
        #expect(try temporary.store.edges(between: b, and: a).first?.articleCount == 1)
    }

    @Test func `the order of articles does not show`() throws {
        let kinds: [EntityKind] = [.company, .fund, .fund, .company, .organisation]
        var readings: [Reading] = []
        for number in 0..<20 {
            let names = ["Lumenor", "lumenor", "LUMENOR", "Caf\u{E9}", "Cafe\u{301}"]
            let (subject, object) = (names[number % 5], number % 2 == 0 ? "Brivaux" : "Arvor")
            let article = Samples.article(
                ["\(subject) invested in \(object) in month \(number / 3)."],
                url: "https://news.example/\(number)", published: "2025-0\(number % 9 + 1)-01")
            let statement = Samples.statement(
                article, subject, "invests-in", object, kinds: (kinds[number % 5], .company))
            readings.append(Reading(article, Samples.extraction([statement]), version: "1"))
        }
        var generator = SystemRandomNumberGenerator()
        var dumps: Set<String> = []
        for _ in 0..<6 {
            let temporary = try TemporaryStore()
            for reading in readings { try temporary.store.ingest([reading]) }
            dumps.insert(try temporary.store.dump())
            readings.shuffle(using: &generator)
        }
        #expect(dumps.count == 1)
    }

    @Test func `ingesting and then removing in any order leaves nothing`() throws {
        let temporary = try TemporaryStore()
        var addresses: [String] = []
        for number in 0..<30 {
            let (article, extraction) = deal(url: "https://news.example/\(number)")
            try temporary.store.ingest(article, extraction, version: "1")
            addresses.append("https://news.example/\(number)")
        }
        for address in addresses.shuffled() { try temporary.store.remove(article: address) }
        #expect(try temporary.store.dump() == "")
        #expect(try temporary.store.stats().entities == 0)
    }

    @Test func `a group with a bad article is not stored at all`() throws {
        let temporary = try TemporaryStore()
        let (article, extraction) = deal()
        let reader = try Store(path: temporary.path, mode: .readOnly)
        #expect(throws: StoreError.self) { try reader.ingest(article, extraction, version: "1") }
        #expect(try temporary.store.dump() == "")
    }
}
