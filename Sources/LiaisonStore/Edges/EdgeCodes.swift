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

    /// Adds the edges of articles from one on.
    func settle(from article: Int64) throws {
        // Of a part of the store it is faster to sort the edges than to walk over the index of all.
        let isWhole = try isWhole(from: article)
        let source = isWhole ? "statement INDEXED BY statement_by_subject" : "statement"
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject, object, relation FROM \(source) WHERE id >= ? ORDER BY subject, object, relation
            """)
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        defer { query.reset() }
        let name = try PreparedStatement(db, "SELECT name FROM relation WHERE id = ?")
        var names: [Int64: [UInt8]] = [:]
        let keys = try EntityKeys(db)
        var (codes, pairs): ([UInt64], [(subject: Int64, object: Int64)]) = ([], [])
        func write(isLast: Bool) throws {
            // In their order they fill one page after another.
            codes.sort()
            try add(codes, pairs, areAll: isWhole && isLast)
            codes.removeAll(keepingCapacity: true)
            pairs.removeAll(keepingCapacity: true)
        }
        // What an identifier is the digest of: the keys of both ends and the relation between them.
        var text = Message()
        var (subject, length): (Int64?, Int) = (nil, 0)
        while try query.next() {
            let relation = query.int64(2)
            if query.int64(0) != subject {
                subject = query.int64(0)
                text.cut(to: 0)
                try keys.append(query.int64(0), to: &text)
                text.end()
                length = text.count
            }
            if names[relation] == nil {
                name.bind(1, relation)
                names[relation] = try name.next() ? Array(name.text(0).utf8) : []
                name.reset()
            }
            text.cut(to: length)
            names[relation]?.withUnsafeBufferPointer { text.append($0) }
            text.end()
            try keys.append(query.int64(1), to: &text)
            codes.append(text.digest & 0xFFFF_FFFF_0000_0000 | UInt64(pairs.count))
            pairs.append((query.int64(0), query.int64(1)))
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

/// The keys of entities by their rows, all in memory where they are not too many.
private struct EntityKeys {
    private let query: PreparedStatement
    private var bytes: [UInt8] = []
    /// Where the key of a row begins; it ends where the next begins.
    private var starts: [UInt32] = []

    private static let capacity = 1 << 20

    init(_ db: Database) throws {
        query = try PreparedStatement(db, "SELECT key FROM entity WHERE id = ?")
        let last = try PreparedStatement(db, "SELECT coalesce(max(id), 0) FROM entity")
        let rows = try last.next() ? last.int(0) : 0
        last.reset()
        if rows > Self.capacity { return }
        let all = try PreparedStatement(db, "SELECT id, key FROM entity ORDER BY id")
        while try all.next() {
            while starts.count <= all.int(0) { starts.append(UInt32(bytes.count)) }
            if let key = all.borrowedText(1) { bytes.append(contentsOf: key) }
        }
        starts.append(UInt32(bytes.count))
    }

    func append(_ row: Int64, to text: inout Message) throws {
        if row >= 0, row + 1 < starts.count {
            let range = Int(starts[Int(row)])..<Int(starts[Int(row) + 1])
            bytes.withUnsafeBufferPointer { text.append(UnsafeBufferPointer(rebasing: $0[range])) }
            return
        }
        query.bind(1, row)
        if try query.next(), let key = query.borrowedText(0) { text.append(key) }
        query.reset()
    }
}

/// Bytes to be digested, kept where they are from one digest to the next.
private struct Message {
    private var bytes = [UInt8](repeating: 0, count: 512)
    private(set) var count = 0

    var digest: UInt64 {
        bytes.withUnsafeBufferPointer { SHA256.start(of: UnsafeBufferPointer(rebasing: $0[..<count])).0 }
    }

    mutating func cut(to length: Int) { count = length }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        while count + piece.count > bytes.count { bytes += bytes }
        bytes.withUnsafeMutableBytes { $0.baseAddress.map { _ = memcpy($0 + count, start, piece.count) } }
        count += piece.count
    }

    /// Ends a text among several.
    mutating func end() {
        if count == bytes.count { bytes += bytes }
        bytes[count] = 0
        count += 1
    }
}
