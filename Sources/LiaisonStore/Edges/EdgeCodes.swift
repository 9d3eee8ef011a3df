internal import GRDB
internal import LiaisonModel

/// Finds edges by the beginning of their identifier.
///
/// An identifier is a digest of keys, so nothing but a table leads back from it. A row of `edge_code` has the first 32 bits of
/// an identifier and the two rows of `entity`, before judgements, for every pair and relation that some statement has. Articles
/// that a load has not counted yet are not in it either; see ``NameCounts``.
struct EdgeCodes {
    private let db: Database
    private let insert: PreparedStatement

    /// Pairs that are sorted and written at a time.
    private static let batch = 500_000

    init(_ db: Database) throws {
        self.db = db
        insert = try PreparedStatement(db, "INSERT OR IGNORE INTO edge_code (code, subject, object) VALUES (?, ?, ?)")
    }

    /// The bits of an identifier that are kept: four bytes, in the order of identifiers.
    static func code(subject: String, relation: String, object: String) -> Int64 {
        Int64(Edge.digest(subject: subject, relation: relation, object: object) >> 32) - 1 << 31
    }

    /// The codes of identifiers that begin with these hexadecimal digits.
    static func range(of prefix: String) -> ClosedRange<Int64> {
        let digits = prefix.prefix(8)
        let first = (UInt64(digits, radix: 16) ?? 0) << UInt64(4 * (8 - digits.utf8.count))
        let last = first | (1 << UInt64(4 * (8 - digits.utf8.count)) - 1)
        return Int64(first) - 1 << 31...Int64(last) - 1 << 31
    }

    func add(_ code: Int64, subject: Int64, object: Int64) throws {
        insert.bind(1, code)
        insert.bind(2, subject)
        insert.bind(3, object)
        try insert.run()
    }

    /// Removes the codes of edges that have no statement any more.
    /// - Parameter triples: subject, relation and object of statements that were removed.
    func prune(_ triples: Set<DerivedEdge.Group>, keys: (Int64) throws -> String, name: (Int64) throws -> String) throws
    {
        let left = try PreparedStatement(
            db, "SELECT 1 FROM statement WHERE subject = ? AND object = ? AND relation = ? LIMIT 1")
        let delete = try PreparedStatement(db, "DELETE FROM edge_code WHERE code = ? AND subject = ? AND object = ?")
        for triple in triples {
            left.bind(1, triple.subject)
            left.bind(2, triple.object)
            left.bind(3, triple.relation)
            let isLeft = try left.next()
            left.reset()
            if isLeft { continue }
            delete.bind(
                1,
                Self.code(
                    subject: try keys(triple.subject), relation: try name(triple.relation),
                    object: try keys(triple.object)))
            delete.bind(2, triple.subject)
            delete.bind(3, triple.object)
            try delete.run()
        }
    }

    /// Whether articles from one on are all there are, and the index has their statements in order.
    private func isWhole(from article: Int64) throws -> Bool {
        let before = try PreparedStatement(db, "SELECT 1 FROM article WHERE id < ? LIMIT 1")
        before.bind(1, article)
        defer { before.reset() }
        return try !before.next() && !SecondaryIndexes.areMissing(db)
    }

    /// Adds the edges of articles from one on.
    func settle(from article: Int64) throws {
        // Of a part of the store it is faster to sort the edges than to walk over the index of all.
        let source = try isWhole(from: article) ? "statement INDEXED BY statement_by_subject" : "statement"
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject, object, relation FROM \(source) WHERE id >= ? ORDER BY subject, object, relation
            """)
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        defer { query.reset() }
        let key = try PreparedStatement(db, "SELECT key FROM entity WHERE id = ?")
        let name = try PreparedStatement(db, "SELECT name FROM relation WHERE id = ?")
        var (keys, names): ([Int64: String], [Int64: String]) = ([:], [:])
        func text(_ id: Int64, _ query: PreparedStatement, _ known: inout [Int64: String]) throws -> String {
            if let text = known[id] { return text }
            query.bind(1, id)
            defer { query.reset() }
            let text = try query.next() ? query.text(0) : ""
            if known.count >= Self.batch { known.removeAll(keepingCapacity: true) }
            known[id] = text
            return text
        }
        var codes: [(code: Int64, subject: Int64, object: Int64)] = []
        func write() throws {
            // In their order they fill one page after another.
            codes.sort { $0.code < $1.code }
            for row in codes { try add(row.code, subject: row.subject, object: row.object) }
            codes.removeAll(keepingCapacity: true)
        }
        while try query.next() {
            let (subject, object) = (query.int64(0), query.int64(1))
            let code = Self.code(
                subject: try text(subject, key, &keys), relation: try text(query.int64(2), name, &names),
                object: try text(object, key, &keys))
            codes.append((code, subject, object))
            if codes.count >= Self.batch { try write() }
        }
        try write()
    }
}
