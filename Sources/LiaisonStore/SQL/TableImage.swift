internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A database in memory with one table whose rows are written in SQLite's file format, to be copied into a table of a store.
///
/// SQLite copies rows from one table to another of the same definition as they are, in a third of the time that it takes to bind
/// their values and to put them together again. Rows come in the order of their numbers. Where the definitions
/// should differ, SQLite reads the rows value by value, with the same result.
/// See https://www.sqlite.org/fileformat2.html#b_tree_pages and, for the copy, `xferOptimization` in SQLite's `insert.c`.
final class TableImage {
    private let table: String
    // One thread writes, and no access is inside another: nothing need watch over that at every row.
    @exclusivity(unchecked) private var pages: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var capacity = 64
    /// Pages that are in use: that of the schema and that of the table's root first.
    @exclusivity(unchecked) private var count = 2
    /// Pages of rows that are full, with the last row of each.
    @exclusivity(unchecked) private var full: [(page: Int, last: Int64)] = []
    /// The page of rows that is being filled, and between which places in it there is room.
    @exclusivity(unchecked) private var leaf: Int?
    @exclusivity(unchecked) private var room = 0..<0
    @exclusivity(unchecked) private var cells = 0
    @exclusivity(unchecked) private var last = Int64.min
    /// How many rows were added.
    @exclusivity(unchecked) private(set) var rows = 0
    /// The values of the row that is added next.
    let record = SQLiteRecord()
    /// Whether a connection has it at hand: until it is detached, nothing may be added.
    private(set) var isAttached = false

    private static let pageSize = 8192
    /// Bytes of rows before the image is better copied.
    private static let limit = 24 << 20
    private static let schema = "image"
    /// The page that the schema names as the root of the table.
    private static let root = 1

    /// Makes an image without rows.
    /// - Parameters:
    ///   - table: the name of a table with row numbers.
    ///   - db: the database that has it.
    init(of table: String, in db: Database) throws {
        self.table = table
        guard
            let sql = try String.fetchOne(
                db, sql: "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?", arguments: [table])
        else { throw StoreError(.badData, "the table \(table) is missing") }
        pages = .allocate(byteCount: capacity * Self.pageSize, alignment: 8)
        try Self.writeEmpty(sql, to: pages)
    }

    deinit { pages.deallocate() }

    /// Whether what was added should be copied before more is.
    var isFull: Bool { count * Self.pageSize > Self.limit }

    /// Forgets all rows.
    func removeAll() {
        (count, leaf, last, rows) = (2, nil, .min, 0)
        full.removeAll(keepingCapacity: true)
    }

    /// Adds ``record`` as a row.
    /// - Parameter id: larger than those before.
    func add(_ id: Int64) throws {
        guard id > last || rows == 0, !isAttached else {
            throw StoreError(.ourFault, "row \(id) of \(table) does not come in its order")
        }
        let size = record.count
        let local = Self.localCount(size)
        let number = UInt64(bitPattern: id)
        let head = SQLiteRecord.size(ofVarint: UInt64(size)) + SQLiteRecord.size(ofVarint: number)
        let needed = head + local + (local < size ? 4 : 0)
        if leaf == nil || room.count < needed + 2 { nextLeaf() }
        guard let leaf else { return }
        let place = room.upperBound - needed
        let page = page(leaf)
        Self.put(UInt16(truncatingIfNeeded: place), at: page + room.lowerBound)
        room = room.lowerBound + 2..<place
        cells += 1
        (last, rows) = (id, rows + 1)
        var at = page + place
        at += SQLiteRecord.write(varint: UInt64(size), to: at)
        at += SQLiteRecord.write(varint: number, to: at)
        if local == size { record.write(to: at) } else { writeInParts(local, to: leaf * Self.pageSize + place + head) }
    }

    // MARK: Copying

    /// Copies all rows into the table of the store, inside the transaction of the caller.
    ///
    /// The image is then attached to the connection, until it is detached after the transaction.
    func copy(to db: Database) throws {
        if rows == 0 { return }
        finish()
        try db.execute(sql: "ATTACH ':memory:' AS \(Self.schema)")
        isAttached = true
        let size = Int64(count * Self.pageSize)
        let code = sqlite3_deserialize(
            db.sqliteConnection, Self.schema, pages.assumingMemoryBound(to: UInt8.self), size, size,
            UInt32(SQLITE_DESERIALIZE_READONLY))
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM \(Self.schema).\(table)")
        guard db.changesCount == rows else {
            throw StoreError(.ourFault, "\(db.changesCount) rows of \(table) were stored instead of \(rows)")
        }
    }

    /// Takes the image from the connection again and forgets its rows. Not inside a transaction.
    func detach(from db: Database) throws {
        if isAttached { try db.execute(sql: "DETACH \(Self.schema)") }
        isAttached = false
        removeAll()
    }

    // MARK: Pages

    /// How much of a record lies in the page of its row; the rest lies in pages of its own.
    private static func localCount(_ size: Int) -> Int {
        let most = pageSize - 35
        if size <= most { return size }
        let least = (pageSize - 12) * 32 / 255 - 23
        let part = least + (size - least) % (pageSize - 4)
        return part <= most ? part : least
    }

    private func page(_ number: Int) -> UnsafeMutableRawPointer { pages + number * Self.pageSize }

    /// A new page; pages are counted from 0 here, and from 1 on in the file.
    private func newPage() -> Int {
        if count == capacity {
            capacity *= 2
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * Self.pageSize, alignment: 8)
            memcpy(larger, pages, count * Self.pageSize)
            pages.deallocate()
            pages = larger
        }
        count += 1
        return count - 1
    }

    private func nextLeaf() {
        closeLeaf()
        if full.count == 1 {
            // Two pages of rows need one that leads to them, and that is the root.
            let moved = newPage()
            memcpy(page(moved), page(Self.root), Self.pageSize)
            full[0].page = moved
        }
        leaf = full.isEmpty ? Self.root : newPage()
        (room, cells) = (8..<Self.pageSize, 0)
    }

    private func closeLeaf() {
        guard let leaf else { return }
        Self.writeHead(page(leaf), kind: 13, cells: cells, content: room.upperBound)
        full.append((leaf, last))
    }

    /// Writes a record that is larger than a page: its beginning where its row is, the rest to pages that lead from one to the next.
    private func writeInParts(_ local: Int, to place: Int) {
        let size = record.count
        let whole = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        defer { whole.deallocate() }
        record.write(to: whole)
        memcpy(pages + place, whole, local)
        var (written, link) = (local, place + local)
        while written < size {
            let next = newPage()
            Self.put(UInt32(truncatingIfNeeded: next + 1), at: pages + link)
            let part = min(size - written, Self.pageSize - 4)
            memcpy(page(next) + 4, whole + written, part)
            written += part
            link = next * Self.pageSize
        }
        Self.put(UInt32(0), at: pages + link)
    }

    /// Writes the pages above those of the rows, and the number of pages.
    private func finish() {
        closeLeaf()
        leaf = nil
        // Each page that leads to others has the last row of every one but its own last.
        let most = 500
        var level = full
        while level.count > 1 {
            let groups = (level.count + most - 1) / most
            // In equal parts: none has a single page below it, which SQLite would take for damage.
            level = (0..<groups).map { group in
                let below = level[group * level.count / groups..<(group + 1) * level.count / groups]
                let number = groups == 1 ? Self.root : newPage()
                writeInterior(page(number), below)
                return (number, below[below.endIndex - 1].last)
            }
        }
        Self.put(UInt32(truncatingIfNeeded: count), at: pages + 28)
    }

    private func writeInterior(_ page: UnsafeMutableRawPointer, _ below: ArraySlice<(page: Int, last: Int64)>) {
        var content = Self.pageSize
        for (place, child) in below.dropLast().enumerated() {
            let number = UInt64(bitPattern: child.last)
            content -= 4 + SQLiteRecord.size(ofVarint: number)
            Self.put(UInt32(truncatingIfNeeded: child.page + 1), at: page + content)
            SQLiteRecord.write(varint: number, to: page + content + 4)
            Self.put(UInt16(truncatingIfNeeded: content), at: page + 12 + 2 * place)
        }
        Self.writeHead(page, kind: 5, cells: below.count - 1, content: content)
        Self.put(UInt32(truncatingIfNeeded: below[below.endIndex - 1].page + 1), at: page + 8)
    }

    private static func writeHead(_ page: UnsafeMutableRawPointer, kind: UInt8, cells: Int, content: Int) {
        page.storeBytes(of: kind, as: UInt8.self)
        put(UInt16(0), at: page + 1)
        put(UInt16(truncatingIfNeeded: cells), at: page + 3)
        put(UInt16(truncatingIfNeeded: content), at: page + 5)
        page.storeBytes(of: 0, toByteOffset: 7, as: UInt8.self)
    }

    private static func put(_ value: UInt16, at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: value.bigEndian, as: UInt16.self)
    }

    private static func put(_ value: UInt32, at place: UnsafeMutableRawPointer) {
        place.storeBytes(of: value.bigEndian, as: UInt32.self)
    }

    /// Lets SQLite itself write the two pages of a database whose one table is empty.
    private static func writeEmpty(_ sql: String, to pages: UnsafeMutableRawPointer) throws {
        var db: OpaquePointer?
        defer { sqlite3_close(db) }
        var code = sqlite3_open(":memory:", &db)
        let settings = "PRAGMA page_size = \(pageSize); PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';"
        if code == SQLITE_OK { code = sqlite3_exec(db, "\(settings) \(sql)", nil, nil, nil) }
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        var size: Int64 = 0
        let bytes = sqlite3_serialize(db, "main", &size, 0)
        defer { sqlite3_free(bytes) }
        guard let bytes, size == 2 * pageSize else {
            throw StoreError(.ourFault, "an empty table takes \(size) bytes")
        }
        memcpy(pages, bytes, 2 * pageSize)
    }
}
