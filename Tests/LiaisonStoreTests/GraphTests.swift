import LiaisonModel
import LiaisonStore
import Testing

@Suite struct GraphTests {
    /// A chain a – b – c – d – e of rivals, and f apart.
    private func chain(_ store: Store) throws {
        let names = ["Alba", "Borea", "Corvo", "Delme", "Ember"]
        for (number, pair) in zip(names, names.dropFirst()).enumerated() {
            let article = Samples.article(["\(pair.0) is a rival of \(pair.1)."], url: "https://news.example/\(number)")
            let statement = Samples.statement(
                article, pair.0, "rival-of", pair.1, confidence: 0.9 - Double(number) / 10)
            try store.ingest(article, Samples.extraction([statement]), version: "1")
        }
        let article = Samples.article(["Fanal is a rival of Gardo."], url: "https://news.example/f")
        try store.ingest(
            article, Samples.extraction([Samples.statement(article, "Fanal", "rival-of", "Gardo")]), version: "1")
    }

    private func edges(_ graph: some GraphSource) throws -> [String] {
        var found: [String] = []
        try graph.forEachEdge { found.append($0.subject.name + "–" + $0.object.name) }
        return found
    }

    @Test func `the whole graph comes in order, and adds up`() throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        let graph = try temporary.store.graph()
        #expect(try edges(graph) == ["Alba–Borea", "Borea–Corvo", "Corvo–Delme", "Delme–Ember", "Fanal–Gardo"])
        var (names, hashes): ([String], [String]) = ([], [])
        try graph.forEachEntity { names.append($0.name) }
        try graph.forEachArticle { hashes.append($0.sha256) }
        #expect(names == ["Alba", "Borea", "Corvo", "Delme", "Ember", "Fanal", "Gardo"])
        #expect(hashes == hashes.sorted() && hashes.count == 5)
        let summary = try graph.summary()
        #expect((summary.entityCount, summary.edgeCount, summary.articleCount) == (7, 5, 5))
        #expect(try edges(graph).count == 5)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (9, 4)])
    func `a focus reaches as far as its depth`(depth: Int, count: Int) throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        var view = GraphView()
        view.focus = [EntityKey("org:alba")]
        view.depth = depth
        #expect(try edges(temporary.store.graph(view)).count == count)
    }

    @Test func `two in focus at depth none show what is between them`() throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        var view = GraphView()
        view.focus = [EntityKey("org:borea"), EntityKey("org:corvo")]
        view.depth = 0
        #expect(try edges(temporary.store.graph(view)) == ["Borea–Corvo"])
    }

    @Test func `a limit keeps what is well attested and central, and says how many are hidden`() throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        var view = GraphView()
        view.limit = 2
        let graph = try temporary.store.graph(view)
        #expect(try edges(graph) == ["Borea–Corvo", "Corvo–Delme"])
        #expect(try graph.summary().hiddenEdgeCount == 3)
        view.limit = nil
        view.minimumBelief = 0.85
        #expect(try temporary.store.graph(view).summary().hiddenEdgeCount == 3)
    }

    @Test func `a graph does not change under the reader`() throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        let graph = try temporary.store.graph()
        #expect(try graph.summary().edgeCount == 5)
        try temporary.store.remove(article: "https://news.example/f")
        #expect(try edges(graph).count == 5)
        #expect(try edges(temporary.store.graph()).count == 4)
    }

    @Test func `paths are the shortest and go by belief`() throws {
        let temporary = try TemporaryStore()
        try chain(temporary.store)
        let (a, d, f) = (EntityKey("org:alba"), EntityKey("org:delme"), EntityKey("org:fanal"))
        let path = try #require(try temporary.store.paths(from: a, to: d).first)
        #expect(path.entities.map(\.name) == ["Alba", "Borea", "Corvo", "Delme"])
        #expect(path.steps.count == 3)
        #expect(
            try temporary.store.paths(from: d, to: a).first?.entities.map(\.name) == [
                "Delme", "Corvo", "Borea", "Alba",
            ])
        #expect(try temporary.store.paths(from: a, to: d, length: 2).isEmpty)
        #expect(try temporary.store.paths(from: a, to: f).isEmpty)
        var sure = GraphView()
        sure.minimumBelief = 0.75
        #expect(try temporary.store.paths(from: a, to: d, view: sure).isEmpty)
    }

    @Test func `names are found in any case, without accents, and by typing errors`() throws {
        let temporary = try TemporaryStore()
        let article = Samples.article(["Crédit Boréal is a rival of Borea."])
        let statement = Samples.statement(article, "Crédit Boréal", "rival-of", "Borea")
        try temporary.store.ingest(
            article,
            Samples.extraction([statement], names: ["Borea": [EntityName(text: "Boréa Groupe", language: "fr")]]),
            version: "1")
        let store = temporary.store
        #expect(try store.entities(matching: "CREDIT BOREAL").map(\.entity.name) == ["Crédit Boréal"])
        #expect(try store.entities(matching: "borea groupe").map(\.quality) == [.alias])
        #expect(try store.entities(matching: "org:borea").map(\.quality) == [.key])
        #expect(try store.entities(matching: "Boera").isEmpty)
        #expect(try store.entities(resembling: "Boera").first?.entity.name == "Borea")
        #expect(try store.entities(resembling: "crédit").first?.entity.name == "Crédit Boréal")
    }

    @Test func `articles are found by their words`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.ingest(
            Samples.article(["Le ministère a signé un marché.", "Rien d'autre."], title: "Défense"), Extraction(),
            version: "1")
        for words in ["ministere MARCHE", "défen", "\"signé\" OR (", "d'autre"] {
            let found = try temporary.store.search(words).count
            #expect(found == (words.contains("OR") ? 0 : 1), "\(words)")
        }
        #expect(try temporary.store.search("\" (").isEmpty)
        try temporary.store.remove(article: "https://news.example/1")
        #expect(try temporary.store.search("ministere").isEmpty)
    }
}
