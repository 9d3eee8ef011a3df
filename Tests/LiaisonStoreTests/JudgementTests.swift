import LiaisonModel
import LiaisonStore
import Testing

@Suite struct JudgementTests {
    private let pentagon = EntityKey("org:pentagon")
    private let department = EntityKey("org:department-of-defense")
    private let lumenor = EntityKey("org:lumenor")

    private func fill(_ store: Store) throws {
        for (number, name) in ["Pentagon", "Department of Defense"].enumerated() {
            let article = Samples.article(
                ["Lumenor won an order of the \(name), its rival Brivaux of the \(name) said."],
                url: "https://news.example/\(number)")
            let statements = [
                Samples.statement(
                    article, "Lumenor", "contracts-with", name, kinds: (.company, .government), confidence: 0.8),
                Samples.statement(article, name, "rival-of", "Brivaux", kinds: (.government, .company)),
            ]
            try store.ingest(article, Samples.extraction(statements), version: "1")
        }
    }

    @Test func `merged entities answer as one`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        try store.record(Judgement(.merge, pentagon, department))
        let edge = try #require(try store.edges(between: lumenor, and: pentagon).first)
        #expect(edge.object.key == department)
        #expect(edge.articleCount == 2)
        #expect(try store.entities(matching: "pentagon").map(\.entity.key) == [department])
        #expect(try store.edges(of: department).count == 2)
        #expect(try store.entity(pentagon)?.names.map(\.text) == ["Pentagon"])
    }

    @Test func `a merge survives the articles, and an undo takes it back`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        let made = try store.record(Judgement(.merge, pentagon, department))
        for number in 0...1 { try store.remove(article: "https://news.example/\(number)") }
        try fill(store)
        #expect(try store.edges(between: lumenor, and: department).first?.articleCount == 2)
        try store.record(Judgement(undo: made.number))
        #expect(try store.edges(between: lumenor, and: department).first?.articleCount == 1)
    }

    @Test func `a later split parts what was merged`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store)
        try temporary.store.record(Judgement(.merge, pentagon, department))
        try temporary.store.record(Judgement(.split, department, pentagon))
        #expect(try temporary.store.edges(between: lumenor, and: pentagon).first?.object.key == pentagon)
    }

    @Test func `a merge may turn a symmetric edge round`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        // org:brivaux < org:department-of-defense < org:pentagon, but zeta stands behind brivaux no more.
        try store.record(Judgement(.merge, EntityKey("org:brivaux"), lumenor))
        let rivals = try store.edges(of: lumenor).filter { $0.relation == "rival-of" }
        #expect(rivals.map(\.subject.key) == [department, lumenor])
        for edge in rivals {
            for statement in edge.statements {
                let quote = Array(statement.evidence.quote.unicodeScalars)
                let words = quote[statement.evidence.subject.start..<statement.evidence.subject.end]
                #expect(
                    String(String.UnicodeScalarView(words))
                        == (edge.subject.key == department ? "Department of Defense" : "Brivaux"))
            }
        }
    }

    @Test func `a rejected edge stays away when its article comes back, an accepted one is certain`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        let edge = try #require(try store.edges(between: lumenor, and: pentagon).first)
        try store.record(Judgement(.reject, edge: edge, author: "ana", reason: "a subsidiary"))
        try store.remove(article: "https://news.example/0")
        try fill(store)
        #expect(try store.edges(between: lumenor, and: pentagon).isEmpty)
        #expect(try store.edge(id: edge.id) == nil)
        try store.record(Judgement(.accept, edge: edge))
        #expect(try store.edges(between: lumenor, and: pentagon).first?.belief == 1)
    }

    @Test func `one rejected statement leaves the others`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        try store.record(Judgement(.merge, pentagon, department))
        let edge = try #require(try store.edges(between: lumenor, and: department).first)
        // Its identifier is that of the statement as it was extracted, before the merge.
        let statement = try #require(
            try store.statements(of: "https://news.example/0").first { $0.relation == "contracts-with" })
        try store.record(Judgement(.reject, statement: statement.id))
        #expect(edge.statements.count == 2)
        #expect(try store.edges(between: lumenor, and: department).first?.statements.count == 1)
    }

    @Test func `a rename shows everywhere`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        try fill(store)
        try store.record(Judgement(rename: pentagon, to: "The Pentagon"))
        #expect(try store.edges(between: lumenor, and: pentagon).first?.object.name == "The Pentagon")
        #expect(try store.entities(matching: "the pentagon").map(\.entity.key) == [pentagon])
    }

    @Test func `judgements go over to another store once`() throws {
        let (one, two) = (try TemporaryStore(), try TemporaryStore())
        try fill(one.store)
        try fill(two.store)
        try one.store.record(Judgement(rename: lumenor, to: "L"))
        let merge = try one.store.record(Judgement(.merge, pentagon, department))
        try one.store.record(Judgement(undo: merge.number))
        try two.store.record(Judgement(rename: pentagon, to: "P"))
        let lines = try one.store.judgements().map { judgement in
            var json = JSONWriter()
            judgement.write(to: &json)
            return try Judgement(json: JSONValue(parsing: json.bytes))
        }
        #expect(try two.store.importJudgements(lines) == 3)
        #expect(try two.store.importJudgements(lines) == 0)
        #expect(try two.store.judgements(inForce: true).map(\.verb) == [.rename, .rename])
    }

    @Test func `undoing what is not there is refused`() throws {
        let temporary = try TemporaryStore()
        #expect(throws: StoreError.self) { try temporary.store.record(Judgement(undo: 7)) }
    }

    @Test func `entities of one Wikidata item are linked unless people keep them apart`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        for (number, name) in ["Facebook Inc", "Meta Platforms"].enumerated() {
            let article = Samples.article(["Brivaux is a rival of \(name)."], url: "https://news.example/\(number)")
            var statement = Samples.statement(article, "Brivaux", "rival-of", name)
            statement.object.wikidata = "Q380"
            try store.ingest(article, Samples.extraction([statement]), version: "1")
        }
        let brivaux = EntityKey("org:brivaux")
        #expect(try store.edges(of: brivaux).map(\.articleCount) == [2])
        try store.record(Judgement(.split, EntityKey("org:facebook-inc"), EntityKey("org:meta-platforms")))
        #expect(try store.edges(of: brivaux).map(\.articleCount) == [1, 1])
    }

    @Test func `doubtful pairs are asked about until somebody answers`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let names = ["Lumenor SAS", "Lumenor", "Brivaux SAS", "Quantrel SAS", "Other"]
        for (number, name) in names.enumerated() {
            let article = Samples.article(["Arvor is a rival of \(name) now."], url: "https://news.example/\(number)")
            try store.ingest(
                article, Samples.extraction([Samples.statement(article, "Arvor", "rival-of", name)]), version: "1")
        }
        let questions = try store.reviewQueue().map(\.question)
        guard case .sameEntity(let a, let b, .commonEnding) = try #require(questions.first) else {
            Issue.record("expected a pair with a common ending")
            return
        }
        #expect([a.name, b.name] == ["Lumenor", "Lumenor SAS"])
        try store.record(Judgement(.split, a.key, b.key))
        #expect(try store.reviewQueue().isEmpty)
    }
}
