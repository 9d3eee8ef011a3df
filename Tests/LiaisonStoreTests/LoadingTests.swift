import Foundation
import LiaisonModel
import LiaisonStore
import Testing

@Suite struct LoadingTests {
    /// Statement lines of articles, some with everything a statement may have.
    private func lines(articles: Int = 12) -> [String] {
        (0..<articles).flatMap { number -> [String] in
            let article = Samples.article(
                ["Arvor Capital put \(number) million into Lumenor.", "Lumenor is a rival of Société \(number % 3)."],
                url: "https://news.example/\(number)", title: "Title \"\(number)\" \\ é",
                publisher: "Paper \(number % 4)")
            let statements = [
                Samples.statement(article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company)) {
                    $0.amount = Amount(
                        value: ExactDecimal(Int64(number + 1) * 1_000_000), currency: "EUR", bound: .atMost,
                        scope: .round)
                    $0.stake = ExactDecimal("0.49")
                    $0.date = "2025-06"
                    $0.round = "seed"
                },
                Samples.statement(article, "Lumenor", "rival-of", "Société \(number % 3)", confidence: 0.1234) {
                    $0.factuality = number % 5 == 0 ? .denied : .reported
                    $0.source = "people\nfamiliar"
                },
            ]
            return statements.map { statement in
                var json = JSONWriter()
                statement.write(to: &json)
                return String(decoding: json.bytes, as: UTF8.self)
            }
        }
    }

    private func load(_ lines: [String], into store: Store, chunk: Int = 1 << 20) throws -> (StatementLoad, [Int]) {
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        var at = 0
        var refused: [Int] = []
        let summary = try store.load(
            chunk: {
                defer { at += chunk }
                return at < bytes.count ? Array(bytes[at..<min(at + chunk, bytes.count)]) : nil
            }, refuse: { number, _ in refused.append(number) })
        return (summary, refused)
    }

    @Test func `chunks may be cut anywhere`() throws {
        var dumps: Set<String> = []
        for chunk in [1, 7, 100, 1 << 20] {
            let temporary = try TemporaryStore()
            let (summary, refused) = try load(lines(), into: temporary.store, chunk: chunk)
            #expect(summary.statements == 24)
            #expect(refused.isEmpty)
            dumps.insert(try temporary.store.dump())
        }
        #expect(dumps.count == 1)
    }

    @Test func `the same statements again change nothing`() throws {
        let temporary = try TemporaryStore()
        _ = try load(lines(), into: temporary.store)
        let before = try temporary.store.dump()
        let (summary, _) = try load(lines(), into: temporary.store)
        #expect(summary.articlesUnchanged == 12)
        #expect(summary.articlesAdded + summary.articlesReplaced == 0)
        #expect(try temporary.store.dump() == before)
        #expect(try temporary.store.check().problems == [])
    }

    @Test func `the order of lines does not show, even where articles are scattered`() throws {
        let (one, two) = (try TemporaryStore(), try TemporaryStore())
        _ = try load(lines(), into: one.store)
        let shuffled = lines().enumerated().sorted { ($0.offset % 2, $0.offset) < ($1.offset % 2, $1.offset) }.map(
            \.element)
        let (summary, _) = try load(shuffled, into: two.store)
        #expect(summary.articlesAdded == 12)
        func withoutVersions(_ dump: String) -> String {
            dump.replacing(#/"version":"[^"]*"/#, with: "")
        }
        #expect(withoutVersions(try one.store.dump()) == withoutVersions(try two.store.dump()))
        #expect(try two.store.check().problems == [])
    }

    @Test func `removing what was loaded leaves nothing`() throws {
        let temporary = try TemporaryStore()
        _ = try load(lines(), into: temporary.store)
        for number in (0..<12).shuffled() { try temporary.store.remove(article: "https://news.example/\(number)") }
        #expect(try temporary.store.dump() == "")
    }

    @Test func `bad lines are refused by number and the others are stored`() throws {
        let temporary = try TemporaryStore()
        var lines = lines(articles: 3)
        lines.insert("{\"article\": ", at: 2)
        lines.insert("", at: 0)
        lines.append("[]")
        let (summary, refused) = try load(lines, into: temporary.store)
        #expect(refused == [4, 9])
        #expect(summary.statements == 6)
    }

    @Test func `a text that arrives later keeps the statements right`() throws {
        let temporary = try TemporaryStore()
        let article = Samples.article(["Lumenor is a rival of Brivaux."])
        let statement = Samples.statement(article, "Lumenor", "rival-of", "Brivaux")
        try temporary.store.ingest([Reading(head: article.head, statements: [statement])])
        #expect(try temporary.store.verify(statement) == .textMissing)
        try temporary.store.ingest(article, Samples.extraction([statement]), version: "1")
        #expect(try temporary.store.verify(statement) == .verified)
        #expect(try temporary.store.stats().statements == 1)
    }
}

@Suite struct StatementLineReaderTests {
    private static let base = """
        {"article":{"id":"a","sha256":"00"},"subject":{"name":"Lumenor","kind":"company"},"relation":"rival-of",\
        "object":{"name":"Brivaux","kind":"company"},"evidence":{"part":"text","start":0,"end":9,"quote":"x \\" é"}}
        """

    @Test(arguments: [
        ("", ""), ("\"id\":\"a\",", ""), ("\"id\":\"a\"", "\"id\":\"\\u0061\""),
        ("\"kind\":\"company\"", "\"kind\":null"),
        ("\"end\":9", "\"end\":9.0"), ("\"end\":9", "\"end\":9e0"), ("\"end\":9", "\"end\":09"),
        ("\"start\":0", "\"start\":-1"),
        ("\"relation\"", "\"unknown\":[1,{\"a\":\"}\"}],\"relation\""),
        ("\"rival-of\"", "\"rival-of\",\"relation\":\"b\""),
        ("\"rival-of\"", "\"rival-of\",\"confidence\":0.9377"), ("\"rival-of\"", "\"rival-of\",\"confidence\":1"),
        ("\"rival-of\"", "\"rival-of\",\"confidence\":\"high\""), ("\"rival-of\"", "\"rival-of\",\"negated\":true"),
        ("\"rival-of\"", "\"rival-of\",\"time\":\"ended\",\"factuality\":\"denied\""),
        ("\"rival-of\"", "\"rival-of\",\"time\":\"never\""), ("\"rival-of\"", "\"rival-of\",\"stake\":0.49"),
        ("\"rival-of\"", "\"rival-of\",\"amount\":{\"value\":1.5e9,\"currency\":\"USD\"}"),
        (
            "\"rival-of\"",
            "\"rival-of\",\"amount\":{\"value\":1500000.25,\"currency\":\"USD\",\"bound\":\"range\",\"maximum\":2}"
        ),
        ("\"quote\"", "\"subject\":[0,3],\"object\":[4, 9],\"via\":[[1,2]],\"quote\""),
        ("\"quote\"", "\"subject\":[3,0],\"quote\""), ("é\"}}", "é\"}"), ("é\"}}", "é\"}}x"), ("\"a\"", "\"a\u{1}\""),
        ("{\"article\"", " {\t\"article\""), ("\"company\"", "\"planet\""), ("\"Lumenor\"", "12"),
        ("\"Lumenor\"", "\"\""),
    ])
    func `a line reads as it does by way of a tree`(find: String, replacement: String) {
        let line = Self.base.replacing(find, with: replacement)
        var reader = StatementLineReader()
        for _ in 0..<2 {
            let fast = Result { () throws(JSONError) in try reader.read(Array(line.utf8)[...]) }
            let slow = Result { () throws(JSONError) in try Statement(json: JSONValue(parsing: Array(line.utf8))) }
            #expect(fast == slow)
        }
    }

    @Test func `invalid UTF-8 and lines cut anywhere are refused, not misread`() {
        let bytes = Array(Self.base.utf8)
        var reader = StatementLineReader()
        for end in 0..<bytes.count {
            #expect(throws: JSONError.self) { try reader.read(bytes[..<end]) }
        }
        for place in bytes.indices {
            var broken = bytes
            broken[place] = 0xFF
            #expect(throws: JSONError.self) { try reader.read(broken[...]) }
        }
    }
}
