import Foundation
import GRDB
import LiaisonModel
import LiaisonStore
import Testing

/// What may go wrong around a store: each must end in one clear sentence, and with whole articles only.
@Suite struct FaultTests {
    private func fill(_ store: Store, articles: Range<Int>) throws {
        for number in articles {
            let article = Samples.article(
                ["Arvor Capital put \(number) million into Lumenor."], url: "https://news.example/\(number)")
            let statement = Samples.statement(
                article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company))
            try store.ingest(article, Samples.extraction([statement]), version: "1")
        }
    }

    private func failure(_ path: String, _ mode: Store.Mode) -> StoreError? {
        do throws(StoreError) {
            _ = try Store(path: path, mode: mode)
            return nil
        } catch {
            return error
        }
    }

    @Test func `what is not a store is refused with its reason`() throws {
        let temporary = try TemporaryStore()
        let text = temporary.folder + "/notes.txt"
        try String(repeating: "Not a database. ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
        #expect(failure(text, .createOrOpen)?.category == .badData)
        #expect(failure(text, .readOnly)?.category == .badData)

        let other = temporary.folder + "/other.db"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
        #expect(failure(other, .createOrOpen)?.message.contains("another program") == true)
        #expect(try DatabaseQueue(path: other).read { try $0.tableExists("article") } == false)

        #expect(failure(temporary.folder + "/none.sqlite", .readOnly)?.category == .notFound)
        #expect(failure(temporary.folder + "/none.sqlite", .openExisting)?.category == .notFound)
        #expect(failure(temporary.folder + "/no/such/folder.sqlite", .createOrOpen)?.category == .inputOutput)
    }

    @Test func `a store of a newer version is left alone`() throws {
        let temporary = try TemporaryStore()
        try DatabaseQueue(path: temporary.path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(failure(temporary.path, .createOrOpen)?.message.contains("newer") == true)
        #expect(failure(temporary.path, .readOnly)?.category == .badData)
    }

    @Test func `another writer is waited for, and readers see whole articles meanwhile`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, articles: 0..<3)
        let reader = try Store(path: temporary.path, mode: .readOnly)
        let other = try Store(path: temporary.path, mode: .openExisting)
        try fill(other, articles: 3..<6)
        try fill(temporary.store, articles: 6..<9)
        try fill(other, articles: 0..<3)
        #expect(try reader.stats().articles == 9)
        #expect(try reader.check().problems == [])
    }

    @Test func `a damaged file gives an error or a report, never a crash`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, articles: 0..<60)
        let copy = temporary.folder + "/copy.sqlite"
        try temporary.store.backup(to: copy)
        let whole = try Data(contentsOf: URL(fileURLWithPath: copy))
        let pageSize = Int(whole[16]) << 8 | Int(whole[17])
        var noticed = 0
        for round in 0..<40 {
            var data = whole
            if round < 8 {
                data = data.prefix(data.count * round / 8)
            } else {
                // One damaged page each, the first left as it is.
                let start = pageSize * (1 + round % max(1, data.count / pageSize - 1))
                for place in start..<min(start + 64, data.count) { data[place] ^= 0xA5 }
            }
            try data.write(to: URL(fileURLWithPath: copy))
            do {
                let store = try Store(path: copy, mode: .readOnly)
                if !(try store.check().problems.isEmpty) { noticed += 1 }
                _ = try store.dump()
                _ = try store.edges(of: EntityKey("org:lumenor"))
            } catch {
                noticed += 1
            }
        }
        #expect(noticed >= 36)
    }

    @Test func `a backup is taken while others write, and never over a file`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, articles: 0..<5)
        let copy = temporary.folder + "/copy.sqlite"
        try Store(path: temporary.path, mode: .readOnly).backup(to: copy)
        #expect(try Store(path: copy, mode: .readOnly).dump() == temporary.store.dump())
        #expect(throws: StoreError.self) { try temporary.store.backup(to: copy) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: temporary.folder).contains { $0.contains("partial") }
                == false)
    }

    @Test func `tampered words and quotes are found`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store, articles: 0..<4)
        #expect(try temporary.store.check().verified == 4)
        try DatabaseQueue(path: temporary.path).write { db in
            try db.execute(sql: "UPDATE article_text SET text = 'Nothing of the kind.' WHERE article = 1")
            try db.execute(sql: "UPDATE statement SET quote = quote || '!' WHERE id >> 20 = 2")
            try db.execute(sql: "UPDATE name SET uses = uses + 1 WHERE id = 1")
        }
        let problems = try temporary.store.check().problems
        #expect(problems.contains { $0.contains("hash") })
        #expect(problems.contains { $0.contains("quote") })
        #expect(problems.contains { $0.contains("counted") })
        #expect(problems.contains { $0.contains("full-text") })
    }

    @Test func `names of every kind are only names`() throws {
        let temporary = try TemporaryStore()
        let names = NastyNames.all
        for (number, name) in names.enumerated() {
            let head = ArticleHead(
                url: "https://news.example/\(number)", sha256: String(repeating: "0", count: 60) + String(1000 + number)
            )
            let statement = Statement(
                article: head, subject: EntityReference(name: name, kind: .company), relation: "rival-of",
                object: EntityReference(name: "Lumenor", kind: .company), confidence: 0.9,
                evidence: Evidence(
                    part: .text, range: CodePointRange(0, 1), quote: name, subject: CodePointRange(0, 1),
                    object: CodePointRange(0, 1)),
                rule: name)
            try temporary.store.ingest([Reading(head: head, statements: [statement])])
        }
        #expect(try temporary.store.check().problems == [])
        var found: Set<[UInt8]> = []
        try temporary.store.graph().forEachEdge { edge in
            for statement in edge.statements { found.insert(Array(statement.rule.utf8)) }
        }
        for name in names {
            #expect(found.contains(Array(name.utf8)), "\(name.debugDescription)")
            _ = try temporary.store.entities(matching: name)
            _ = try temporary.store.entities(resembling: name)
            _ = try temporary.store.search(name)
        }
        for number in names.indices { try temporary.store.remove(article: "https://news.example/\(number)") }
        #expect(try temporary.store.dump() == "")
    }
}

/// Names that have broken programs: quotes, escapes, controls, markup, SQL, paths, every script, every length.
enum NastyNames {
    static let all: [String] = {
        var names = [
            "\"", "''", "It's", "\\", "\\\\n", "`id`", "$(id)", "${HOME}", "%s%n", "{{7*7}}", "a\nb", "a\r\nb", "\ta",
            "\u{7}",
            "\u{1B}[31mred", "\u{7F}", "\u{85}", "\u{2028}", "\u{0}", "a\u{0}b", "<b>&amp;</b>", "]]>", "<!--", "--",
            "Robert'); DROP TABLE entity;--", "' OR '1'='1", "x' UNION SELECT * FROM sqlite_master--", "%", "_", "NULL",
            "null",
            "NaN", "-0", "1e9", "true", "../../etc/passwd", "CON", "*", "?", "[a]", "{}", "{\"a\":1}", "\\u0041",
            "=1+1", "@id",
            "_:b0", "node", "edge", "graph", "a:b", "org:lumenor", "id:1", "file:x?mode=ro", " ", "", "  two  ",
            "\u{A0}",
            "\u{200B}", "\u{FEFF}x", "\u{AD}", "caf\u{E9}", "cafe\u{301}", "\u{1E9B}\u{323}", "q\u{307}\u{323}",
            "q\u{323}\u{307}",
            "\u{301}x", "e" + String(repeating: "\u{323}", count: 200), "Ångström", "\u{212B}ngström", "İstanbul",
            "ıstanbul",
            "STRASSE", "Straße", "ﬁn", "😀", "👩‍👩‍👧", "🇫🇷", "𝒜", "\u{10FFFD}", "שלום", "مرحبا", "\u{202E}abc", "日本語", "한국어",
            "हिन्दी",
            "ไทย", "P\u{430}ris", "Paris", "PARIS", "Ｐａｒｉｓ", "AND", "NEAR(a b)", "a*", "title:x", "^a", "-a", "\"a",
        ]
        names += ["x", "é", "😀", "mot "].flatMap { unit in
            [255, 20_000].map { String(repeating: unit, count: $0) }
        }
        return names
    }()
}
