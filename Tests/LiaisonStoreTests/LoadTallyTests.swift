import Foundation
import LiaisonModel
import LiaisonStore
import Testing

/// What a load notes while it writes must be what would be read again at its end; `check` compares both.
@Suite struct LoadTallyTests {
    private func article(_ number: Int) -> Article {
        Samples.article(
            ["Arvor \(number) invests in Lumenor.", "Lumenor is a rival of Arvor \(number % 3)."],
            url: "https://news.example/\(number)")
    }

    private func statements(_ number: Int) -> [Statement] {
        [
            Samples.statement(article(number), "Arvor \(number)", "invests-in", "Lumenor"),
            Samples.statement(article(number), "Lumenor", "rival-of", "Arvor \(number % 3)"),
        ]
    }

    private func lines(_ statements: [Statement]) -> [UInt8] {
        statements.flatMap { statement in
            var json = JSONWriter()
            statement.write(to: &json)
            return json.bytes + [UInt8(ascii: "\n")]
        }
    }

    private func read(_ loader: inout StatementLoader, _ statements: [Statement]) throws {
        var bytes: [UInt8]? = lines(statements)
        try loader.read(chunk: {
            defer { bytes = nil }
            return bytes
        })
    }

    /// Loads ten articles in one go.
    private func whole() throws -> String {
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<10).flatMap(statements))
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        return try temporary.store.dump()
    }

    @Test func `two sources one after another are one load`() throws {
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<4).flatMap(statements))
        try read(&loader, (4..<10).flatMap(statements))
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        #expect(try temporary.store.dump() == whole())
    }

    @Test func `what another connection adds between two sources is counted too`() throws {
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<4).flatMap(statements))
        let other = try Store(path: temporary.path, mode: .openExisting, vocabulary: Samples.vocabulary)
        try other.ingest(article(20), Samples.extraction(statements(20)), version: "1")
        try read(&loader, (4..<10).flatMap(statements))
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        try other.remove(article: "https://news.example/20")
        #expect(try temporary.store.dump() == whole())
    }

    @Test func `an article that is removed between two sources leaves nothing`() throws {
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<4).flatMap(statements) + statements(20))
        try temporary.store.remove(article: "https://news.example/20")
        try read(&loader, (4..<10).flatMap(statements))
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        #expect(try temporary.store.dump() == whole())
    }

    @Test func `an article that goes on in another source is counted once for each name`() throws {
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<10).map { statements($0)[0] })
        try read(&loader, (0..<10).map { statements($0)[1] })
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        func withoutVersions(_ dump: String) -> String { dump.replacing(#/"version":"[^"]*"/#, with: "") }
        #expect(try withoutVersions(temporary.store.dump()) == withoutVersions(whole()))
    }

    @Test func `of a source that fails nothing is counted`() throws {
        struct Broken: Error {}
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, (0..<10).flatMap(statements))
        #expect(throws: Broken.self) { try loader.read(chunk: { throw Broken() }) }
        _ = try loader.finish()
        #expect(try temporary.store.check().problems == [])
        #expect(try temporary.store.dump() == whole())
    }

    @Test(arguments: [1, 2, 15, 16, 17, 18, 33, 100])
    func `statements with and without details are stored in their order`(count: Int) throws {
        let sentences = (0..<count).map { "Arvor invests in Lumenor, number \($0)." }
        let article = Samples.article(sentences)
        let statements = (0..<count).map { number -> Statement in
            let one = Samples.article(
                Array(repeating: "-", count: number) + [sentences[number]])
            var statement = Samples.statement(one, "Arvor", "invests-in", "Lumenor") {
                if number % 4 == 1 { $0.date = "2025-06" }
                if number % 7 == 2 {
                    $0.amount = Amount(
                        value: ExactDecimal(Int64(number)), currency: "EUR", bound: .exact, scope: .round)
                }
                if number % 9 == 8 { $0.source = "people familiar" }
            }
            statement.article = article.head
            return statement
        }
        let temporary = try TemporaryStore()
        var loader = StatementLoader { () throws(StoreError) in temporary.store }
        try read(&loader, statements)
        _ = try loader.finish()
        let found = try temporary.store.edges(
            between: EntityReference(name: "Arvor", kind: .company).key,
            and: EntityReference(name: "Lumenor", kind: .company).key
        ).flatMap(\.statements)
        func rows(_ statements: [Statement]) -> Set<String> {
            Set(statements.map { String(decoding: lines([$0]), as: UTF8.self) })
        }
        #expect(rows(found) == rows(statements))
        #expect(try temporary.store.check().problems == [])
    }
}
