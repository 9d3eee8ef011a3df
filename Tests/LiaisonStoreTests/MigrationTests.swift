import Foundation
import GRDB
import LiaisonModel
import LiaisonStore
import Testing

/// Stores that earlier versions of the program wrote, kept as files under `Stores`.
@Suite struct MigrationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Stores")

    /// A copy of a kept store, which may be changed.
    private func copy(_ name: String, in temporary: TemporaryStore) throws -> String {
        let path = temporary.folder + "/" + name
        try FileManager.default.copyItem(
            atPath: Self.folder.appendingPathComponent(name).path, toPath: path)
        return path
    }

    /// The lines of a dump that are about the articles of `statements.jsonl`.
    private func loaded(_ store: Store) throws -> [Substring] {
        try store.dump().split(separator: "\n").filter { $0.contains("https://fixture.example/") }
    }

    @Test(arguments: ["version-1.store", "version-2.store"])
    func `an old store comes up to date with all it holds`(name: String) throws {
        let temporary = try TemporaryStore()
        let path = try copy(name, in: temporary)
        #expect(throws: StoreError.self) { try Store(path: path, mode: .readOnly) }
        let store = try Store(path: path, mode: .openExisting)
        let report = try store.check()
        #expect(report.problems == [])
        #expect((report.articles, report.statements, report.verified) == (12, 51, 6))

        // What it was loaded with, loaded by this version.
        let lines = try Data(contentsOf: Self.folder.appendingPathComponent("statements.jsonl"))
        var chunks = [[UInt8](lines)]
        _ = try temporary.store.load(chunk: { chunks.popLast() })
        let expected = try loaded(temporary.store)
        #expect(expected.count == 54)
        #expect(try loaded(store) == expected)

        #expect(try store.judgements(inForce: true).map(\.verb) == [.rename, .merge, .split])
        #expect(try store.entities(matching: "quantrel").map(\.entity.key.text) == ["org:societe-brivaux"])
        #expect(try store.entities(matching: "arvor").first?.entity.name == "Arvor")
        #expect(try store.edge(id: Self.invests)?.statements.isEmpty == false)
        #expect(try store.search("billion").count >= 1)
    }

    private static let invests = Edge.identifier(
        subject: EntityKey("org:microsoft"), relation: "invests-in", object: EntityKey("org:openai"))

    @Test(arguments: ["version-1.store", "version-2.store"])
    func `an old store is a new one after migration, table by table`(name: String) throws {
        let temporary = try TemporaryStore()
        let path = try copy(name, in: temporary)
        _ = try Store(path: path, mode: .openExisting)
        func schema(_ path: String) throws -> [String] {
            try DatabaseQueue(path: path).read { db in
                try String.fetchAll(
                    db, sql: "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
            }
        }
        #expect(try schema(path) == schema(temporary.path))
    }

    @Test func `articles are found by their hash through its index`() throws {
        let temporary = try TemporaryStore()
        let plan = try DatabaseQueue(path: temporary.path).read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT 1 FROM article WHERE \(ArticleRow.hasHash)", arguments: ["a"]
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("article_by_hash") })
    }
}
