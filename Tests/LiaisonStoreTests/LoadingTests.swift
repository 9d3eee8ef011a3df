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

    /// Articles that came in parts have another version.
    private func withoutVersions(_ dump: String) -> String {
        dump.replacing(#/"version":"[^"]*"/#, with: "")
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

    @Test func `a long quote and an article that comes again are copied and bound in one load`() throws {
        let long = Samples.article(
            [String(repeating: "Très ", count: 4_000) + "Lumenor is a rival of Arvor."],
            url: "https://news.example/long"
        )
        var json = JSONWriter()
        Samples.statement(long, "Lumenor", "rival-of", "Arvor").write(to: &json)
        let all = lines() + [String(decoding: json.bytes, as: UTF8.self)]
        // In the second, the last line of the first article comes after all others.
        let (together, apart) = (try TemporaryStore(), try TemporaryStore())
        _ = try load(all, into: together.store)
        _ = try load([all[0]] + all.dropFirst(2) + [all[1]], into: apart.store)
        #expect(try together.store.check().problems.isEmpty)
        #expect(try apart.store.check().problems.isEmpty)
        #expect(withoutVersions(try together.store.dump()) == withoutVersions(try apart.store.dump()))
    }

    @Test func `statements are the same whether they are copied or bound`() throws {
        let (whole, parts) = (try TemporaryStore(), try TemporaryStore())
        _ = try load(lines(), into: whole.store)
        // A store that has statements has indexes, and no image is made.
        _ = try load(Array(lines().prefix(2)), into: parts.store)
        _ = try load(Array(lines().dropFirst(2)), into: parts.store)
        #expect(try whole.store.dump() == parts.store.dump())
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

    @Test func `names that are more than a load remembers are read as well as others`() throws {
        // Of each end some hundred thousand bytes are remembered: the memory is emptied on the way, between two ends too.
        let lines = (0..<350).map { number -> String in
            let name = String(repeating: "Lumenor ", count: 8100) + "\(number)"
            let article = ArticleHead(
                id: nil, url: "https://news.example/\(number)", title: nil, publisher: nil, published: nil,
                language: nil, sha256: String(repeating: "0", count: 60) + "\(1000 + number)")
            let statement = Statement(
                article: article, subject: EntityReference(name: "Arvor \(number % 7)", kind: .company),
                relation: "invests-in", object: EntityReference(name: name, kind: .company), qualifiers: Qualifiers(),
                confidence: 0.9,
                evidence: Evidence(
                    part: .text, range: CodePointRange(0, 9), quote: "A sentence", subject: CodePointRange(0, 3),
                    object: CodePointRange(4, 9)), rule: "test.sentence")
            var json = JSONWriter()
            statement.write(to: &json)
            return String(decoding: json.bytes, as: UTF8.self)
        }
        let temporary = try TemporaryStore()
        #expect(try load(lines, into: temporary.store).0.articlesAdded == 350)
        // Read in full, and compared by the same fingerprint.
        #expect(try load(lines, into: temporary.store).0.articlesUnchanged == 350)
        #expect(try temporary.store.check().problems == [])
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

    /// Names that end a text, an object or a word where a careless reader would.
    private static let names = [
        "Lumenor", "Br}ivaux", "{Arvor", "}", "{\"name\":\"x\"}", "a\\", "\\\"", "Société Générale", "日本電気",
        "🛰 Orbital", "e\u{301}",
        "\u{FEFF}Vertex", "O'Brien & Co.", "tab\tulator", "Müller\u{0}", "x; DROP TABLE entity",
        String(repeating: "é", count: 90),
        "1e9", "null", "[0,1]", "a,\"kind\":\"person\"", "Ａcme", "\u{10FFFF}", "ß",
    ]

    /// A line in one of many forms that mean the same: fields in any order, white space, escapes, fields that nobody knows.
    private static func line(_ number: Int, _ random: inout some RandomNumberGenerator, isPlain: Bool) -> String {
        func text(_ text: String) -> String {
            var json = JSONWriter()
            json.string(text)
            return String(decoding: json.bytes, as: UTF8.self)
        }
        func object(_ fields: [(String, String)]) -> String {
            let fields = isPlain ? fields : fields.shuffled(using: &random)
            let space = isPlain ? "" : ["", " ", "\t ", "  "].randomElement(using: &random) ?? ""
            return "{" + space + fields.map { "\"\($0)\"\(space):\(space)\($1)" }.joined(separator: "," + space) + space
                + "}"
        }
        let (first, second) = (names[number % names.count], names[(number / 3 + 1) % names.count])
        var fields = [
            ("article", object([("id", text("a\(number / 5)")), ("sha256", text("\(number / 5)"))])),
            ("subject", object([("name", text(first)), ("kind", "\"company\"")])), ("relation", "\"rival-of\""),
            ("object", object([("name", text(second + " S.A.")), ("kind", "\"fund\"")])),
            (
                "evidence",
                object([
                    ("part", "\"text\""), ("start", "\(number)"), ("end", "\(number + 9)"),
                    ("quote", text(first + " " + second)),
                    ("subject", "[\(number), \(number + 1)]"),
                ])
            ),
        ]
        if number % 4 == 0 { fields.insert(("confidence", "0.\(number % 89 + 10)"), at: 3) }
        if number % 7 == 0 {
            fields.append(("amount", object([("value", "\(number + 1)5.50"), ("currency", "\"EUR\"")])))
        }
        if number % 5 == 0 { fields.append(("rule", text("r\(number % 2)"))) }
        // A field that nobody knows is read by way of a tree.
        if !isPlain, number % 2 == 0 { fields.append(("unknown", "{\"a\":[null,\"}\"]}")) }
        return object(fields)
    }

    @Test func `lines in many forms, one after another, read as they do by way of a tree`() throws {
        var (random, reader) = (Linear(), StatementLineReader())
        for number in 0..<2_000 {
            let bytes = Array(Self.line(number, &random, isPlain: number % 3 == 0).utf8)
            #expect(try reader.read(bytes[...]) == Statement(json: JSONValue(parsing: bytes)))
        }
    }

    @Test func `a store holds the same whatever form its lines had`() throws {
        var dumps: [String] = []
        for isPlain in [true, false] {
            let temporary = try TemporaryStore()
            var random = Linear()
            let lines = (0..<1_000).map { Self.line($0, &random, isPlain: isPlain) + "\n" }.joined()
            var chunks = [Array(lines.utf8)]
            let load = try temporary.store.load(chunk: { chunks.popLast() })
            #expect((load.statements, load.refused) == (1_000, 0))
            #expect(try temporary.store.check().problems == [])
            dumps.append(try temporary.store.dump())
        }
        #expect(dumps[0] == dumps[1])
    }

    @Test func `a quote of malformed UTF-8 is refused, and one of any sound character is not`() throws {
        let sound = [
            "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ]
        let malformed: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x41], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
            [0xED, 0xA0, 0x80],
            [0xEF, 0xBF, 0x41], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ]
        var reader = StatementLineReader()
        for pad in 0..<9 {
            let before = String(repeating: "x", count: pad)
            for character in sound {
                let line = Self.base.replacing("x \\\" é", with: before + character)
                #expect(try reader.read(Array(line.utf8)[...]).evidence.quote == before + character)
            }
            for bytes in malformed {
                let parts = Self.base.replacing("x \\\" é", with: before + "@").utf8.split(separator: UInt8(ascii: "@"))
                let line = Array(parts[0]) + bytes + Array(parts[1])
                #expect(throws: JSONError.self) { try reader.read(line[...]) }
            }
        }
    }
}

/// Numbers that are the same in every run.
private struct Linear: RandomNumberGenerator {
    private var state: UInt64 = 42

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 32
    }
}
