internal import class GRDB.Database

/// Rows of `statement` that are written several at a time: much of what one costs alone is beginning and ending.
final class StatementBatch {
    /// A statement without amounts, dates and the like.
    struct Row {
        /// Its number, subject, relation, object, flags, confidence, rule, and six numbers for where it stands.
        var numbers: (Int64, Int64, Int64, Int64, Int, Int, Int64, Int, Int, Int, Int, Int, Int)
        /// Stays where it is until the row is written.
        var quote: UnsafeBufferPointer<UInt8>
    }

    private var rows: [Row] = []
    /// What writes 1, 2, 4 … rows.
    private let inserts: [PreparedStatement]

    private static let columns = 14
    private static let sizes = 5

    init(_ db: Database) throws {
        let marks = "(" + Array(repeating: "?", count: Self.columns).joined(separator: ", ") + ")"
        inserts = try (0..<Self.sizes).map { size in
            let values = Array(repeating: marks, count: 1 << size).joined(separator: ", ")
            return try PreparedStatement(
                db,
                // What fails is rolled back with the whole transaction: SQLite need not copy every page that a few rows change.
                """
                INSERT OR FAIL INTO statement (
                    id, subject, relation, object, flags, confidence, rule, range_start, range_length, subject_offset,
                    subject_length, object_offset, object_length, quote)
                VALUES \(values)
                """)
        }
        rows.reserveCapacity(1 << (Self.sizes - 1))
    }

    func add(_ row: Row) throws {
        rows.append(row)
        if rows.count == 1 << (Self.sizes - 1) { try write() }
    }

    /// Writes what was added.
    func write() throws {
        var written = 0
        for size in (0..<Self.sizes).reversed() where (rows.count - written) >> size > 0 {
            let insert = inserts[size]
            for place in 0..<(1 << size) { Self.bind(insert, rows[written + place], after: place * Self.columns) }
            try insert.run()
            written += 1 << size
        }
        rows.removeAll(keepingCapacity: true)
    }

    private static func bind(_ insert: PreparedStatement, _ row: Row, after offset: Int) {
        let numbers = row.numbers
        insert.bind(offset + 1, numbers.0)
        insert.bind(offset + 2, numbers.1)
        insert.bind(offset + 3, numbers.2)
        insert.bind(offset + 4, numbers.3)
        insert.bind(offset + 5, numbers.4)
        insert.bind(offset + 6, numbers.5)
        insert.bind(offset + 7, numbers.6)
        insert.bind(offset + 8, numbers.7)
        insert.bind(offset + 9, numbers.8)
        insert.bind(offset + 10, numbers.9)
        insert.bind(offset + 11, numbers.10)
        insert.bind(offset + 12, numbers.11)
        insert.bind(offset + 13, numbers.12)
        insert.bind(offset + 14, untilRun: row.quote)
    }
}
