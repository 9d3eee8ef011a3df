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

    /// Pairs that are sorted and written at a time.
    private static let batch = 1 << 20

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

    /// Edges of which each has the upper half of its code in front of its place in the list of pairs; in the order of codes.
    struct Sorted: Sendable {
        var codes: [UInt64] = []
        var pairs: [(subject: Int64, object: Int64)] = []
    }

    /// The edges of articles from one on, by a walk over the statements; nil where they are too many to be sorted at once.
    ///
    /// Needs no index, so that a second connection can do it while the first builds them.
    static func sorted(_ db: Database, from article: Int64) throws -> Sorted? {
        let query = try PreparedStatement(db, "SELECT subject, object, relation FROM statement WHERE id >= ?")
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        defer { query.reset() }
        var message = try EdgeMessage(db)
        var found = Sorted()
        while try query.next() {
            if found.codes.count == batch { return nil }
            let (subject, object) = (query.int64(0), query.int64(1))
            let code = try message.digest(subject, query.int64(2), object)
            found.codes.append(code & 0xFFFF_FFFF_0000_0000 | UInt64(found.pairs.count))
            found.pairs.append((subject, object))
        }
        found.codes.sort()
        // An edge that several statements have comes once. (Of two edges with one code both stay, and the table sees to repetitions.)
        let pairs = found.pairs
        var last: UInt64?
        found.codes.removeAll { code in
            defer { last = code }
            guard let last, last >> 32 == code >> 32 else { return false }
            return pairs[Int(last & 0xFFFF_FFFF)] == pairs[Int(code & 0xFFFF_FFFF)]
        }
        return found
    }

    /// Adds the edges of articles from one on.
    /// - Parameter sorted: these edges, where they were sorted before.
    func settle(from article: Int64, sorted: Sorted? = nil) throws {
        // Of a part of the store it is faster to sort the edges than to walk over the index of all.
        let isWhole = try isWhole(from: article)
        if let sorted { return try add(sorted.codes, sorted.pairs, areAll: isWhole) }
        let source = isWhole ? "statement INDEXED BY statement_by_subject" : "statement"
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject, object, relation FROM \(source) WHERE id >= ? ORDER BY subject, object, relation
            """)
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        defer { query.reset() }
        var message = try EdgeMessage(db)
        var (codes, pairs): ([UInt64], [(subject: Int64, object: Int64)]) = ([], [])
        func write(isLast: Bool) throws {
            // In their order they fill one page after another.
            codes.sort()
            try add(codes, pairs, areAll: isWhole && isLast)
            codes.removeAll(keepingCapacity: true)
            pairs.removeAll(keepingCapacity: true)
        }
        while try query.next() {
            let (subject, object) = (query.int64(0), query.int64(1))
            let code = try message.digest(subject, query.int64(2), object)
            codes.append(code & 0xFFFF_FFFF_0000_0000 | UInt64(pairs.count))
            pairs.append((subject, object))
            if codes.count >= Self.batch { try write(isLast: false) }
        }
        try write(isLast: true)
    }

    /// Adds codes in order.
    /// - Parameters:
    ///   - codes: the code of a pair in the upper half, its place in the list in the lower one.
    ///   - areAll: whether there may be no others in the table.
    private func add(_ codes: [UInt64], _ pairs: [(subject: Int64, object: Int64)], areAll: Bool) throws {
        func bind(_ statement: PreparedStatement, _ place: Int, _ code: UInt64) {
            let pair = pairs[Int(code & 0xFFFF_FFFF)]
            statement.bind(3 * place + 1, Int64(code >> 32) - 1 << 31)
            statement.bind(3 * place + 2, pair.subject)
            statement.bind(3 * place + 3, pair.object)
        }
        // Many rows at a time: most of what one costs alone is beginning and ending.
        let many = 64
        let values = Array(repeating: "(?, ?, ?)", count: many).joined(separator: ", ")
        let any = try PreparedStatement(db, "SELECT 1 FROM edge_code LIMIT 1")
        let isFirst = try areAll && !any.next()
        any.reset()
        // A table that is copied whole from one like it is packed more tightly than one that grows row by row.
        let table = isFirst ? "temp.sorted_edge_code" : "edge_code"
        if isFirst { try db.execute(sql: "CREATE TEMP TABLE sorted_edge_code \(Self.columns)") }
        let insertMany = try PreparedStatement(
            db, "INSERT OR IGNORE INTO \(table) (code, subject, object) VALUES \(values)")
        let insert = try PreparedStatement(
            db, "INSERT OR IGNORE INTO \(table) (code, subject, object) VALUES (?, ?, ?)")
        var at = 0
        while at + many <= codes.count {
            for place in 0..<many { bind(insertMany, place, codes[at + place]) }
            try insertMany.run()
            at += many
        }
        for code in codes[at...] {
            bind(insert, 0, code)
            try insert.run()
        }
        guard isFirst else { return }
        try db.execute(sql: "INSERT INTO edge_code SELECT * FROM temp.sorted_edge_code")
        try db.execute(sql: "DROP TABLE temp.sorted_edge_code")
    }

    /// As ``StoreSchema`` has them.
    private static let columns = """
        (
            code INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            object INTEGER NOT NULL,
            PRIMARY KEY (code, subject, object)
        ) STRICT, WITHOUT ROWID
        """
}
