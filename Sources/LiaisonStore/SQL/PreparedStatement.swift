internal import GRDB
internal import GRDBSQLite

/// A prepared statement whose values are bound and read directly, without a value for each argument on the way.
///
/// Lives no longer than the access to the database it was made in. Binding positions start at 1, columns at 0.
struct PreparedStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Compiles the SQL, or takes it from the connection's cache: one statement of the same SQL is in use at a time.
    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: Binding

    /// Sets every value to NULL.
    func clear() {
        sqlite3_clear_bindings(handle)
    }

    /// Sets one value to NULL.
    func clear(_ position: Int) {
        sqlite3_bind_null(handle, Int32(truncatingIfNeeded: position))
    }

    func bind(_ position: Int, _ value: Int64) {
        sqlite3_bind_int64(handle, Int32(truncatingIfNeeded: position), value)
    }

    func bind(_ position: Int, _ value: Int) {
        sqlite3_bind_int64(handle, Int32(truncatingIfNeeded: position), Int64(value))
    }

    func bind(_ position: Int, _ value: String) {
        var value = value
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty buffer may have no address, which SQLite takes for NULL.
                characters.baseAddress.map {
                    sqlite3_bind_text64(
                        handle, Int32(truncatingIfNeeded: position), $0, UInt64(characters.count), Self.transient,
                        UInt8(SQLITE_UTF8))
                }
            }
        }
        if code == nil { sqlite3_bind_text(handle, Int32(truncatingIfNeeded: position), "", 0, Self.transient) }
        if code == SQLITE_TOOBIG || code == SQLITE_NOMEM {
            // Leaves NULL, which the table's NOT NULL refuses at the next step.
            sqlite3_bind_null(handle, Int32(truncatingIfNeeded: position))
        }
    }

    /// Binds UTF-8 that stays where it is until the statement has run.
    func bind(_ position: Int, untilRun bytes: UnsafeBufferPointer<UInt8>) {
        let position = Int32(truncatingIfNeeded: position)
        guard let start = bytes.baseAddress else {
            sqlite3_bind_text(handle, position, "", 0, Self.transient)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
            let code = sqlite3_bind_text64(
                handle, position, characters, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
            // Leaves NULL, which the table's NOT NULL refuses at the next step.
            if code != SQLITE_OK { sqlite3_bind_null(handle, position) }
        }
    }

    /// Binds bytes that stay where they are until the statement has run.
    func bind(_ position: Int, blobUntilRun bytes: UnsafeRawBufferPointer) {
        let position = Int32(truncatingIfNeeded: position)
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(handle, position, 0)
        } else {
            sqlite3_bind_blob64(handle, position, bytes.baseAddress, UInt64(bytes.count), nil)
        }
    }

    func bind(_ position: Int, _ value: String?) {
        if let value {
            bind(position, value)
        } else {
            sqlite3_bind_null(handle, Int32(truncatingIfNeeded: position))
        }
    }

    func bind(_ position: Int, _ value: Int?) {
        if let value {
            bind(position, value)
        } else {
            sqlite3_bind_null(handle, Int32(truncatingIfNeeded: position))
        }
    }

    func bind(_ position: Int, _ value: [UInt8]) {
        value.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob64(
                handle, Int32(truncatingIfNeeded: position), bytes.baseAddress, UInt64(bytes.count), Self.transient)
        }
    }

    // MARK: Running

    /// Runs a statement that returns no row and makes it ready for the next values.
    func run() throws {
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
        sqlite3_reset(handle)
    }

    /// The number of the row that this connection inserted last.
    var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(sqlite3_db_handle(handle)) }

    /// Moves to the next row; resets the statement after the last.
    func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW:
            return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            throw failure(code)
        }
    }

    /// Ends a query before its last row.
    func reset() {
        sqlite3_reset(handle)
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let connection = sqlite3_db_handle(handle)
        let error = DatabaseError(
            resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
        sqlite3_reset(handle)
        return error
    }

    // MARK: Reading

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
    }

    func int64(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(truncatingIfNeeded: column))
    }

    func int(_ column: Int) -> Int {
        Int(truncatingIfNeeded: int64(column))
    }

    func text(_ column: Int) -> String {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes of a text where SQLite keeps them, valid until the next step; nil where the value is NULL.
    func borrowedText(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func optionalText(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    func optionalInt(_ column: Int) -> Int? {
        isNull(column) ? nil : int(column)
    }

    func blob(_ column: Int) -> [UInt8] {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
