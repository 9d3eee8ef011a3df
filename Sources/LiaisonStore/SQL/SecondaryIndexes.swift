internal import GRDB

/// The indexes that are faster to build once over many rows than to keep while rows arrive.
///
/// A load into an empty store drops them in its first transaction. Where it is killed before it has built them again, whoever
/// opens the store for writing next does so; readers answer without them, slowly.
enum SecondaryIndexes {
    private static let all = [
        ("statement_by_subject", "statement(subject, object, relation, flags, confidence)"),
        ("statement_by_object", "statement(object, subject, flags)"),
        ("name_by_folded", "name(folded)"),
    ]

    static func drop(_ db: Database) throws {
        for (name, _) in all { try db.execute(sql: "DROP INDEX IF EXISTS \(name)") }
    }

    /// Builds those that are missing.
    static func build(_ db: Database) throws {
        for (name, columns) in all { try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(columns)") }
    }

    /// Whether some are missing.
    static func areMissing(_ db: Database) throws -> Bool {
        let names = all.map { "'\($0.0)'" }.joined(separator: ", ")
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (\(names))")
        return count != all.count
    }
}
