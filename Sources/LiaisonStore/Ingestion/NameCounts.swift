internal import class GRDB.Database

/// How many articles use each name, where a load puts the counting off to its end.
///
/// A load of new articles would otherwise write the same counts again with every group. Articles from a noted id on are not
/// counted; whoever writes next counts them first, so a load that was killed leaves nothing wrong.
struct NameCounts {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// The first article that is not counted; nil when all are.
    func firstUncounted() throws -> Int64? {
        let query = try PreparedStatement(db, "SELECT from_article FROM uncounted")
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }

    /// Leaves articles that are yet to come out of the counts.
    func putOff() throws -> Int64 {
        let query = try PreparedStatement(
            db, "INSERT INTO uncounted SELECT coalesce(max(id), 0) + 1 FROM article RETURNING from_article")
        defer { query.reset() }
        return try query.next() ? query.int64(0) : 1
    }

    /// Counts the articles that were left out.
    /// - Returns: the names that were counted, with how many articles more use them.
    func settle(from first: Int64) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        let query = try PreparedStatement(db, "SELECT names FROM article WHERE id >= ?")
        query.bind(1, Int(first))
        while try query.next() {
            for name in NameList.unpack(query.blob(0)) { counts[name, default: 0] += 1 }
        }
        try PreparedStatement(db, "DELETE FROM uncounted").run()
        return counts
    }

    /// Entities that articles call by several names or kinds.
    func contestedEntities() throws -> [Int64] {
        let query = try PreparedStatement(
            db, "SELECT entity FROM name WHERE kind IS NOT NULL GROUP BY entity HAVING count(*) > 1")
        var entities: [Int64] = []
        while try query.next() { entities.append(query.int64(0)) }
        return entities
    }
}
