internal import class GRDB.Database

/// Rows that are added at the end of a table several at a time: much of what one costs alone is beginning and ending.
///
/// Their numbers are known before they are written: each is one more than that of the row before.
final class RowBatch {
    private enum Value {
        case null
        case integer(Int64)
        /// Where in ``bytes`` a text lies.
        case text(start: Int, count: Int)
        case blob(start: Int, count: Int)
    }

    private let db: Database
    private let table: String
    private let columns: [String]
    /// What writes 1, 2, 4 … rows, made when it is needed.
    private var inserts: [PreparedStatement?] = Array(repeating: nil, count: sizes)
    // One thread writes, and no access is inside another: nothing need watch over that at every value.
    @exclusivity(unchecked) private var values: [Value] = []
    @exclusivity(unchecked) private var bytes: [UInt8] = []
    /// The number of the next row that is added; nil before it is known.
    @exclusivity(unchecked) private var next: Int64?

    private static let sizes = 5

    /// - Parameter columns: all but the number.
    init(_ db: Database, table: String, columns: [String]) {
        self.db = db
        self.table = table
        self.columns = columns
    }

    /// What writes so many rows, as a power of two.
    private func insert(_ size: Int) throws -> PreparedStatement {
        if let known = inserts[size] { return known }
        let marks = "(" + Array(repeating: "?", count: columns.count).joined(separator: ", ") + ")"
        let rows = Array(repeating: marks, count: 1 << size).joined(separator: ", ")
        // What fails is rolled back with the whole transaction.
        let insert = try PreparedStatement(
            db, "INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(rows)")
        inserts[size] = insert
        return insert
    }

    var isEmpty: Bool { values.isEmpty }

    // MARK: Values of a row, in the order of the columns

    func put(_ value: Int64) { values.append(.integer(value)) }

    func put(_ text: String?) {
        guard var text else { return values.append(.null) }
        let start = bytes.count
        text.withUTF8 { bytes.append(contentsOf: $0) }
        values.append(.text(start: start, count: bytes.count - start))
    }

    func put(blob value: [UInt8]) {
        values.append(.blob(start: bytes.count, count: value.count))
        bytes.append(contentsOf: value)
    }

    /// Ends a row.
    /// - Returns: its number.
    func endRow() throws -> Int64 {
        let number = try next ?? following()
        next = number + 1
        if values.count == columns.count << (Self.sizes - 1) { try write() }
        return number
    }

    /// Writes what was added: before the table is read.
    func write() throws {
        if values.isEmpty { return }
        let rows = values.count / columns.count
        var written = 0
        var last: Int64 = 0
        try bytes.withUnsafeBufferPointer { bytes in
            for size in (0..<Self.sizes).reversed() where (rows - written) >> size > 0 {
                let insert = try insert(size)
                let first = written * columns.count
                for place in 0..<columns.count << size { Self.bind(insert, place + 1, values[first + place], bytes) }
                try insert.run()
                last = insert.lastInsertedRow
                written += 1 << size
            }
        }
        values.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        guard last + 1 == next else {
            throw StoreError(.ourFault, "row \(last) of \(table) is not the one that was expected")
        }
    }

    /// To be called when rows may have been removed: the next number is asked for again.
    func forget() { next = nil }

    private func following() throws -> Int64 {
        let query = try PreparedStatement(db, "SELECT coalesce(max(id), 0) + 1 FROM \(table)")
        defer { query.reset() }
        return try query.next() ? query.int64(0) : 1
    }

    private static func bind(
        _ insert: PreparedStatement, _ position: Int, _ value: Value, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        switch value {
        case .null: insert.clear(position)
        case .integer(let number): insert.bind(position, number)
        case .text(let start, let count):
            insert.bind(position, untilRun: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
        case .blob(let start, let count):
            insert.bind(
                position,
                blobUntilRun: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<start + count])))
        }
    }
}
