internal import class GRDB.Database

/// How many articles use each name, where a load puts the counting off to its end.
///
/// A load of new articles would otherwise write the same counts again with every group. Articles from a noted id on are not
/// counted; whoever writes next counts them first, so a load that was killed leaves nothing wrong.
struct NameCounts {
    private let db: Database

    /// Names that are counted in a list, at four bytes each.
    static let capacity = 1 << 21

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
    /// - Parameter known: how many of them use the name of each row, where that was noted before.
    /// - Returns: the names that were counted, in order, with how many articles more use them.
    func settle(from first: Int64, known: [Int32]? = nil) throws -> [(name: Int64, articles: Int)] {
        try PreparedStatement(db, "DELETE FROM uncounted").run()
        if let known { return Self.listed(known) }
        let last = try PreparedStatement(db, "SELECT coalesce(max(id), 0) FROM name")
        let rows = try last.next() ? last.int(0) : 0
        last.reset()
        // Rows are numbered without great gaps; where they are too many for a list of all, those that occur are counted.
        var (list, counts): ([Int32], [Int64: Int]) = ([], [:])
        if rows < Self.capacity { list = Array(repeating: 0, count: rows + 1) }
        let query = try PreparedStatement(db, "SELECT names FROM article WHERE id >= ?")
        query.bind(1, Int(first))
        while try query.next() {
            for name in NameList.unpack(query.blob(0)) {
                if name >= 0, name < list.count { list[Int(name)] += 1 } else { counts[name, default: 0] += 1 }
            }
        }
        return Self.listed(list) + counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func listed(_ list: [Int32]) -> [(name: Int64, articles: Int)] {
        Array(list.indices.lazy.filter { list[$0] > 0 }.map { (Int64($0), Int(list[$0])) })
    }

    /// Entities that articles call by several names or kinds.
    func contestedEntities() throws -> [Int64] {
        let query = try PreparedStatement(
            db,
            // Those with several names are found in the index alone; what kind they are of is then asked of few.
            """
            SELECT entity FROM (SELECT entity FROM name GROUP BY entity HAVING count(*) > 1) AS several
            WHERE (SELECT count(*) FROM name WHERE name.entity = several.entity AND kind IS NOT NULL) > 1
            """)
        var entities: [Int64] = []
        while try query.next() { entities.append(query.int64(0)) }
        return entities
    }
}
