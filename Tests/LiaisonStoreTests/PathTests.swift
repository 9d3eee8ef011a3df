import LiaisonModel
import LiaisonStore
import Testing

/// Numbers that are the same in every run.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 33
    }
}

@Suite struct PathTests {
    private static let names = (0..<26).map { "Firm" + String(UnicodeScalar(UInt8(65 + $0))) }

    /// Articles about firms drawn at random: some sentences are printed twice, some articles tell what another one told, some deny.
    private func fill(_ store: Store, _ numbers: inout Numbers) throws {
        var sentences: [String] = []
        for number in 0..<60 {
            var lines: [String] = []
            var statements: [(a: String, relation: RelationID, b: String, line: String)] = []
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                // Of the firms, the first are named more often.
                let a = Int.random(in: 0..<Int.random(in: 2...26, using: &numbers), using: &numbers)
                let b = Int.random(in: 0..<26, using: &numbers)
                if a == b { continue }
                let (first, second) = (Self.names[a], Self.names[b])
                let relation: RelationID = Bool.random(using: &numbers) ? "rival-of" : "invests-in"
                let mark = Int.random(in: 0...2, using: &numbers)
                let line = "\(first) is said to have to do with \(second) in more than one way, people say, \(mark)."
                lines.append(line)
                statements.append((first, relation, second, line))
                sentences.append(line)
            }
            let article = Samples.article(
                lines, url: "https://news.example/\(number)", published: "2025-06-\(10 + number % 20)")
            let found = statements.map { statement in
                Samples.statement(
                    article, statement.a, statement.relation, statement.b,
                    confidence: Double(Int.random(in: 3...9, using: &numbers)) / 10
                ) {
                    let draw = Int.random(in: 0..<12, using: &numbers)
                    $0.factuality = draw == 0 ? .denied : draw == 1 ? .rumoured : draw == 2 ? .hypothetical : .asserted
                    $0.negated = draw == 3
                }
            }
            try store.ingest(article, Samples.extraction(found), version: "1")
            if number.isMultiple(of: 9) {
                var copy = article
                copy.url = "https://copy.example/\(number)"
                try store.ingest(
                    copy,
                    Samples.extraction(
                        found.map { statement in
                            var statement = statement
                            statement.article = copy.head
                            return statement
                        }), version: "1")
            }
        }
    }

    /// What people may say about it.
    private func judge(_ store: Store, _ kind: Int, _ numbers: inout Numbers) throws {
        func key() -> String { "org:" + (Self.names.randomElement(using: &numbers) ?? "").lowercased() }
        for _ in 0..<8 {
            let (a, b) = (key(), key())
            if a == b { continue }
            var judgement = Judgement(number: 0, verb: .reject, subject: a, object: b, madeAt: "2025-07-01T00:00:00Z")
            switch kind {
            case 1: judgement.relation = "invests-in"
            case 2: judgement.verb = .merge
            case 3: (judgement.verb, judgement.relation, judgement.value) = (.edit, "invests-in", "factuality=asserted")
            default: return
            }
            try store.record(judgement)
        }
    }

    @Test(arguments: 0..<8)
    func `paths are the same from the indexes and from the image of neighbours`(seed: Int) throws {
        let temporary = try TemporaryStore()
        var numbers = Numbers(state: UInt64(seed))
        try fill(temporary.store, &numbers)
        try judge(temporary.store, seed % 4, &numbers)
        let plain = try Store(path: temporary.path, mode: .readOnly)
        let image = try Store(path: temporary.path, mode: .readOnly)
        #expect(try image.makeNeighborImage())
        var sure = GraphView()
        sure.minimumBelief = 0.6
        var some = GraphView()
        some.relations = ["invests-in"]
        var found = 0
        for a in Self.names {
            for b in Self.names.shuffled(using: &numbers).prefix(8) {
                let keys = (EntityKey("org:" + a.lowercased()), EntityKey("org:" + b.lowercased()))
                for (limit, view) in [(1, GraphView()), (3, GraphView()), (2, sure), (2, some)] {
                    let expected = try plain.paths(from: keys.0, to: keys.1, limit: limit, view: view)
                    #expect(try image.paths(from: keys.0, to: keys.1, limit: limit, view: view) == expected)
                    found += expected.count
                    // The best way is as much believed as its edges say.
                    for path in expected {
                        let belief = path.steps.reduce(1.0) { $0 * ($1.first?.belief ?? 0) }
                        #expect(abs(belief - path.belief) < 1e-9)
                    }
                }
            }
            let key = EntityKey("org:" + a.lowercased())
            #expect(try image.reach(of: key, depth: 2) == plain.reach(of: key, depth: 2))
        }
        #expect(found > 100)
    }

    @Test func `the most believed of all shortest paths is found`() throws {
        let temporary = try TemporaryStore()
        var numbers = Numbers(state: 99)
        try fill(temporary.store, &numbers)
        let store = try Store(path: temporary.path, mode: .readOnly)
        // All edges, to look for the best way by trying them all.
        var best: [String: [String: Double]] = [:]
        try store.graph().forEachEdge { edge in
            let (a, b) = (edge.subject.key.text, edge.object.key.text)
            best[a, default: [:]][b] = max(best[a]?[b] ?? 0, edge.belief)
            best[b, default: [:]][a] = max(best[b]?[a] ?? 0, edge.belief)
        }
        for usesImage in [false, true] {
            if usesImage { try store.makeNeighborImage() }
            for start in best.keys.sorted() {
                var ways: [String: Double] = [start: 1]
                var reached: Set<String> = [start]
                for length in 1...6 {
                    var next: [String: Double] = [:]
                    for (entity, belief) in ways {
                        for (other, step) in best[entity] ?? [:] where !reached.contains(other) {
                            next[other] = max(next[other] ?? 0, belief * step)
                        }
                    }
                    for (entity, belief) in next.sorted(by: { $0.key < $1.key }).prefix(4) {
                        let found = try store.paths(from: EntityKey(start), to: EntityKey(entity), limit: 1)
                        #expect(found.first?.steps.count == length)
                        #expect(abs((found.first?.belief ?? 0) - belief) < 1e-9)
                    }
                    reached.formUnion(next.keys)
                    ways = next
                }
            }
        }
    }

    @Test func `an image goes when something is written`() throws {
        let temporary = try TemporaryStore()
        let article = Samples.article(["Alba is a rival of Borea."])
        try temporary.store.ingest(
            article, Samples.extraction([Samples.statement(article, "Alba", "rival-of", "Borea")]), version: "1")
        let (a, c) = (EntityKey("org:alba"), EntityKey("org:corvo"))
        let reader = try Store(path: temporary.path, mode: .readOnly)
        for store in [temporary.store, reader] {
            try store.makeNeighborImage()
            #expect(try store.paths(from: a, to: c).isEmpty)
        }
        let other = Samples.article(["Borea is a rival of Corvo."], url: "https://news.example/2")
        try temporary.store.ingest(
            other, Samples.extraction([Samples.statement(other, "Borea", "rival-of", "Corvo")]), version: "1")
        for store in [temporary.store, reader] {
            #expect(try store.paths(from: a, to: c).first?.entities.count == 3)
        }
    }
}
