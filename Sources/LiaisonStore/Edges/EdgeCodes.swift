internal import Foundation
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
    /// - Parameter known: these edges, where they were noted before.
    func settle(from article: Int64, known: Edges? = nil) throws {
        // Of a part of the store it is faster to sort the edges than to walk over the index of all.
        let isWhole = try isWhole(from: article)
        if var known {
            known.sort()
            return try add(known)
        }
        let source = isWhole ? "statement INDEXED BY statement_by_subject" : "statement"
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject, object, relation FROM \(source) WHERE id >= ? ORDER BY subject, object, relation
            """)
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        defer { query.reset() }
        var message = try EdgeMessage(db)
        var edges = Edges()
        func write() throws {
            // In their order they fill one page after another.
            edges.sort()
            try add(edges)
            edges.removeAll()
        }
        while try query.next() {
            let (subject, object) = (query.int64(0), query.int64(1))
            let digest = try message.digest(subject, query.int64(2), object)
            if edges.add(digest: digest, subject: subject, object: object) { continue }
            try write()
            if edges.add(digest: digest, subject: subject, object: object) { continue }
            try add(Int64(digest >> 32) - 1 << 31, subject: subject, object: object)
        }
        try write()
    }

    /// Adds edges in the order of their codes.
    private func add(_ edges: Edges) throws {
        func bind(_ statement: PreparedStatement, _ place: Int, _ edge: Int) {
            let (code, subject, object) = edges[edge]
            statement.bind(3 * place + 1, code)
            statement.bind(3 * place + 2, subject)
            statement.bind(3 * place + 3, object)
        }
        // Many rows at a time: most of what one costs alone is beginning and ending.
        let many = 64
        let values = Array(repeating: "(?, ?, ?)", count: many).joined(separator: ", ")
        let insertMany = try PreparedStatement(
            db, "INSERT OR IGNORE INTO edge_code (code, subject, object) VALUES \(values)")
        var at = 0
        while at + many <= edges.count {
            for place in 0..<many { bind(insertMany, place, at + place) }
            try insertMany.run()
            at += many
        }
        for edge in at..<edges.count {
            bind(insert, 0, edge)
            try insert.run()
        }
    }
}
