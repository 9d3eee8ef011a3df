internal import CSQLiteSettings
internal import Foundation
internal import GRDB
public import LiaisonModel

/// A file of articles, what they state, and what people decided about it.
///
/// Any number of programs may read while one writes. A value of this type may be used from any thread; its accesses
/// happen one after the other.
///
/// For example:
///
///     let store = try Store(path: "liaison.sqlite", mode: .readOnly)
///     let found = try store.entities(matching: "openai")
public final class Store: Sendable {
    /// How a store is opened.
    public enum Mode: Sendable {
        /// Reads and writes; the file is made when there is none.
        case createOrOpen
        /// Reads and writes; the file must exist, so that a mistyped path does not make an empty store.
        case openExisting
        /// Reads only; the file must exist. Works while another program writes, and on a read-only disk.
        case readOnly
    }

    /// Where the file is, as given.
    public let path: String
    let mode: Mode
    /// In megabytes.
    let cacheSize: Int
    let queue: DatabaseQueue
    let catalog = Guarded(Catalog())
    let overlays = Guarded(OverlayCache())

    /// Opens a store.
    /// - Parameters:
    ///   - vocabulary: tells which relations are symmetric; needed by whoever ingests, kept in the store for readers.
    ///   - cacheSize: how many megabytes of the file are kept in memory at most.
    /// - Throws: ``StoreError`` when there is no store to read, the file is something else or newer, or cannot be used.
    public init(
        path: String, mode: Mode, vocabulary: Vocabulary? = nil, cacheSize: Int = 32
    ) throws(StoreError) {
        self.path = path
        self.mode = mode
        self.cacheSize = cacheSize
        let exists = FileManager.default.fileExists(atPath: path)
        if mode != .createOrOpen && !exists {
            throw StoreError(.notFound, "\(path): there is no store; make one with 'liaison ingest', or give --store")
        }
        do {
            queue = try Self.open(path, mode, cacheSize: cacheSize)
            try queue.inDatabase { db in try Self.prepare(db, path, mode) }
            if mode != .readOnly, let vocabulary { try declare(vocabulary) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    deinit {
        try? queue.close()
    }

    /// Another connection to the file, which only reads and may keep a transaction open.
    func openSnapshot() throws -> DatabaseQueue {
        try Self.open(path, .readOnly, keepsTransactions: true)
    }

    /// SQLite keeps no account of its memory, which nobody asks for: without it, allocations wait for no lock.
    private static let settings: Void = { _ = sqlite_forget_memory_statistics() }()

    private static func open(
        _ path: String, _ mode: Mode, cacheSize: Int = 32, keepsTransactions: Bool = false
    ) throws -> DatabaseQueue {
        settings
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.label = "liaison.store"
        configuration.allowsUnsafeTransactions = keepsTransactions
        // Writers hold the lock for one article at a time: a short wait is enough to let another one through.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // Names, quotes and rules of users are data: no function in a damaged schema is trusted. Who writes looks at every
            // page as it is read, so that no damage is carried further; who reads finds it where it matters, in .8 of the time.
            let check = mode == .readOnly ? "OFF" : "ON"
            try db.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = \(check); PRAGMA secure_delete = OFF")
            // Of a new file only: fewer and larger pages are written in less time, and hold a little more.
            try db.execute(sql: "PRAGMA page_size = 8192")
            try db.execute(sql: "PRAGMA cache_size = -\(cacheSize << 10); PRAGMA temp_store = MEMORY")
        }
        do {
            // SQLite takes a name that begins so for a URI.
            let name = path.hasPrefix("file:") ? "./" + path : path
            return try DatabaseQueue(path: name, configuration: configuration)
        } catch let error as DatabaseError where mode == .readOnly && error.resultCode == .SQLITE_CANTOPEN {
            // A store in write-ahead mode wants two files beside it. Where they cannot be made and none is left over,
            // nobody can be writing, and the file may be read as it stands.
            let log = (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size]) as? Int ?? 0
            guard log == 0, let uri = immutable(path) else { throw error }
            return try DatabaseQueue(path: uri, configuration: configuration)
        }
    }

    private static func immutable(_ path: String) -> String? {
        let whole = URL(fileURLWithPath: path).path
        return whole.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed).map { "file:\($0)?immutable=1" }
    }

    private static func prepare(_ db: Database, _ path: String, _ mode: Mode) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        let identity = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if tables > 0 && identity != StoreSchema.applicationID {
            throw StoreError(.badData, "\(path): this is a database of another program; give another --store")
        }
        if version > StoreSchema.version {
            throw StoreError(
                .badData,
                "\(path): written by a newer Liaison (store version \(version), this program reads \(StoreSchema.version)); update Liaison"
            )
        }
        if mode == .readOnly {
            if tables == 0 { throw StoreError(.badData, "\(path): the file is empty; ingest something first") }
            if version < StoreSchema.version {
                throw StoreError(
                    .badData, "\(path): written by an older Liaison; run 'liaison check' once to bring it up to date")
            }
            return
        }
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 2500")
        if version < StoreSchema.version { try StoreSchema.migrate(db, from: version) }
        // A load that was killed has left some out.
        if try SecondaryIndexes.areMissing(db) {
            try db.inTransaction(.immediate) {
                try SecondaryIndexes.build(db)
                return .commit
            }
        }
    }

    /// Notes which relations are symmetric.
    private func declare(_ vocabulary: Vocabulary) throws {
        try queue.inDatabase { db in
            let known = try Set(String.fetchAll(db, sql: "SELECT name FROM relation WHERE is_symmetric = 1"))
            let symmetric = vocabulary.relations.filter(\.isSymmetric).map(\.id.text)
            if known == Set(symmetric) { return }
            try db.inTransaction(.immediate) {
                try db.execute(sql: "UPDATE relation SET is_symmetric = 0")
                for name in symmetric {
                    try db.execute(
                        sql: """
                            INSERT INTO relation (name, is_symmetric) VALUES (?, 1)
                            ON CONFLICT (name) DO UPDATE SET is_symmetric = 1
                            """, arguments: [name])
                }
                return .commit
            }
        }
    }

    /// Switches the checking of foreign keys for this connection, between transactions.
    func enforceForeignKeys(_ enforced: Bool) throws {
        try queue.inDatabase { db in try db.execute(sql: "PRAGMA foreign_keys = \(enforced ? "ON" : "OFF")") }
    }

    /// Makes an image ready for the next transaction.
    func detach(_ image: TableImage?) throws {
        if let image { try queue.inDatabase { db in try image.detach(from: db) } }
    }

    /// Builds the indexes and does the counts that a load has put off.
    /// - Parameter tally: what the load has noted of them.
    func finishLoad(_ tally: LoadTally?) throws(StoreError) {
        do {
            // The rows that are sorted may be more than fit the memory. SQLite sorts as much at a time as its cache is large:
            // what fits the processor's own is sorted in two thirds of the time, merging included.
            try queue.inDatabase { db in try db.execute(sql: "PRAGMA temp_store = FILE; PRAGMA cache_size = -1000") }
            let size = cacheSize << 10
            defer {
                try? queue.inDatabase { db in
                    try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(size)")
                }
            }
            try write { db in try SecondaryIndexes.build(db) }
        } catch {
            throw StoreError(error, path: path)
        }
        try writeArticles(putsOffCounts: true) { writer in try writer.settle(writer.holds(tally) ? tally : nil) }
    }

    /// One consistent look at the store.
    func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do {
            return try queue.inDatabase { db in
                // Statements that stay prepared: questions are shorter than compiling them.
                try PreparedStatement(db, "BEGIN DEFERRED").run()
                do {
                    let result = try body(db)
                    try PreparedStatement(db, "COMMIT").run()
                    return result
                } catch {
                    if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
                    throw error
                }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// One transaction: all of it is kept, or nothing.
    func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        guard mode != .readOnly else {
            throw StoreError(.inputOutput, "\(path): the store was opened for reading only")
        }
        // What this connection writes does not change its own `data_version`.
        defer { overlays.withValue { $0 = OverlayCache() } }
        do {
            return try queue.inDatabase { db in
                var result: T?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw StoreError(.ourFault, "a write returned nothing") }
                return result
            }
        } catch {
            catalog.withValue { $0 = Catalog() }
            throw StoreError(error, path: path)
        }
    }
}
