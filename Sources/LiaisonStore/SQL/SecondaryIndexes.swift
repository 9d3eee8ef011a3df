internal import GRDB

/// The indexes that are faster to build once over many rows than to keep while rows arrive.
///
/// A load into an empty store drops them in its first transaction. Where it is killed before it has built them again, whoever
/// opens the store for writing next does so; readers answer without them, slowly.
enum SecondaryIndexes: String, CaseIterable {
    case statementBySubject = "statement_by_subject"
    case statementByObject = "statement_by_object"
    case nameByFolded = "name_by_folded"
    case articleByHash = "article_by_hash"

    private var columns: String {
        switch self {
        case .statementBySubject: "statement(subject, object, relation, flags, confidence)"
        case .statementByObject: "statement(object, subject, flags)"
        case .nameByFolded: "name(folded)"
        case .articleByHash: "article(substr(hash, 1, 16))"
        }
    }

    static func drop(_ db: Database) throws {
        for index in allCases { try db.execute(sql: "DROP INDEX IF EXISTS \(index.rawValue)") }
    }

    /// Builds those that are missing.
    static func build(_ db: Database) throws {
        for index in allCases { try build(db, index) }
    }

    /// Builds one if it is missing.
    static func build(_ db: Database, _ index: SecondaryIndexes) throws {
        try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.rawValue) ON \(index.columns)")
    }

    /// Whether a table has no index at all.
    static func areAllMissing(_ db: Database, of table: String) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", arguments: [table])
            == 0
    }

    /// Whether some are missing.
    static func areMissing(_ db: Database) throws -> Bool {
        let names = allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (\(names))")
        return count != allCases.count
    }
}
