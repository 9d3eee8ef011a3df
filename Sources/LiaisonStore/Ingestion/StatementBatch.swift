internal import class GRDB.Database

/// Rows of `statement` that are written several at a time: much of what one costs alone is beginning and ending.
///
/// They are those of one article after another, at the end of the table. Only the first of an article says its number: SQLite gives
/// the others the next ones without looking whether they are taken. Where the table has no index, rows are gathered in an image
/// instead, and copied.
final class StatementBatch {
    typealias Numbers = (Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64, Int64)

    /// A statement.
    struct Row {
        let id: Int64
        /// Its subject, relation, object, flags, confidence, rule, and six numbers for where it stands.
        var numbers: Numbers
        /// Stays where it is until the row is written.
        var quote: UnsafeBufferPointer<UInt8>
        /// Its amounts, dates and the like, which most do not have: columns after the quote's, from 1 on, with their texts.
        var texts: [(column: Int, text: String)] = []
    }

    private let db: Database
    /// Where rows are gathered until they are copied; nil where their values are bound.
    @exclusivity(unchecked) private var image: TableImage?
    // One thread writes, and no access is inside another: nothing need watch over that at every row.
    @exclusivity(unchecked) private var rows: [Row] = []
    /// The last row that was written, where it is the last of the table.
    private var last: Int64?
    /// What writes one row with its number.
    private let first: PreparedStatement
    /// What writes so many rows of so many columns with the numbers that follow; made when it is needed.
    private var following: [PreparedStatement?] = Array(repeating: nil, count: widths.count * limit)

    private static let limit = 16
    /// How many of the columns are written: those that all statements have, those of an amount too, or all.
    private static let widths = [13, 18, 26]
    private static let columns = [
        "subject", "relation", "object", "flags", "confidence", "rule", "range_start", "range_length", "subject_offset",
        "subject_length", "object_offset", "object_length", "quote", "via", "amount", "amount_maximum", "currency",
        "amount_text", "date", "start", "\"end\"", "stake", "round", "role", "count", "source",
    ]
    private static let quoteColumn = 13

    init(_ db: Database) throws {
        self.db = db
        first = try PreparedStatement(db, Self.sql(rows: 1, width: Self.columns.count, withNumber: true))
        rows.reserveCapacity(Self.limit)
    }

    private static func sql(rows: Int, width: Int, withNumber: Bool) -> String {
        let columns = (withNumber ? ["id"] : []) + columns[..<width]
        let marks = "(" + Array(repeating: "?", count: columns.count).joined(separator: ", ") + ")"
        // What fails is rolled back with the whole transaction: SQLite need not copy every page that a few rows change.
        return "INSERT OR FAIL INTO statement (\(columns.joined(separator: ", "))) VALUES "
            + Array(repeating: marks, count: rows).joined(separator: ", ")
    }

    private static let followingSQL = widths.flatMap { width in
        (1...limit).map { sql(rows: $0, width: width, withNumber: false) }
    }

    /// Gathers rows in an image from now on, until they are written for the first time.
    func gather(in image: TableImage) { self.image = image }

    /// Whether rows are copied when they are added, so that their quotes need not stay.
    var copies: Bool { image != nil }

    func add(_ row: Row) throws {
        if let image {
            try Self.add(row, to: image)
            if image.isFull { try write() }
            return
        }
        if let before = rows.last, before.id &+ 1 != row.id || rows.count == Self.limit { try write() }
        rows.append(row)
    }

    private static func add(_ row: Row, to image: TableImage) throws {
        let record = image.record
        record.removeAll()
        // The number stands beside the record.
        record.putNull()
        withUnsafeBytes(of: row.numbers) { raw in
            for number in raw.assumingMemoryBound(to: Int64.self) { record.put(number) }
        }
        record.put(row.quote)
        var column = 0
        for (next, text) in row.texts {
            while column + 1 < next {
                record.putNull()
                column += 1
            }
            record.put(text)
            column = next
        }
        try image.add(row.id)
    }

    /// Writes what was added.
    func write() throws {
        if let image {
            // One image is copied in a transaction: what follows is bound.
            if image.rows > 0 { self.image = nil }
            return try image.copy(to: db)
        }
        guard let head = rows.first, let tail = rows.last else { return }
        var written = 0
        if last.map({ $0 &+ 1 }) != head.id {
            first.bind(1, head.id)
            Self.bind(first, head, after: 1)
            try first.run()
            Self.clear(first, head, after: 1)
            written = 1
        }
        let count = rows.count - written
        if count > 0 {
            // Of the texts of a row the last has the highest column.
            let needed = rows[written...].reduce(0) { max($0, $1.texts.last?.column ?? 0) } + Self.quoteColumn
            let size = Self.widths.firstIndex { $0 >= needed } ?? Self.widths.count - 1
            let width = Self.widths[size]
            let insert = try insert(of: count, size)
            for place in 0..<count { Self.bind(insert, rows[written + place], after: place * width) }
            try insert.run()
            guard insert.lastInsertedRow == tail.id else {
                throw StoreError(
                    .ourFault, "row \(insert.lastInsertedRow) of statement is not the one that was expected")
            }
            for place in 0..<count { Self.clear(insert, rows[written + place], after: place * width) }
        }
        last = tail.id
        rows.removeAll(keepingCapacity: true)
    }

    private func insert(of count: Int, _ size: Int) throws -> PreparedStatement {
        let place = size * Self.limit + count - 1
        if let known = following[place] { return known }
        let insert = try PreparedStatement(db, Self.followingSQL[place])
        following[place] = insert
        return insert
    }

    private static func bind(_ insert: PreparedStatement, _ row: Row, after offset: Int) {
        withUnsafeBytes(of: row.numbers) { raw in
            for (place, number) in raw.assumingMemoryBound(to: Int64.self).enumerated() {
                insert.bind(offset + 1 + place, number)
            }
        }
        insert.bind(offset + quoteColumn, untilRun: row.quote)
        for (column, text) in row.texts { insert.bind(offset + quoteColumn + column, text) }
    }

    /// Leaves NULL where most rows have nothing.
    private static func clear(_ insert: PreparedStatement, _ row: Row, after offset: Int) {
        for (column, _) in row.texts { insert.clear(offset + quoteColumn + column) }
    }
}
