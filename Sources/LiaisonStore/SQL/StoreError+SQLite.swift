internal import GRDB

extension StoreError {
    /// Says in words what SQLite reports about the store at a path.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.ourFault, "\(path): \(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(.badData, "\(path): this file is not a Liaison store; give another --store, or remove the file")
        case .SQLITE_CORRUPT:
            self.init(
                .badData, "\(path): the store is damaged; restore a backup, or ingest the articles into a new store")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.inputOutput, "\(path): another program is writing to the store; try again when it has finished")
        case .SQLITE_READONLY:
            self.init(.inputOutput, "\(path): the store or its folder cannot be written; check permissions")
        case .SQLITE_FULL:
            self.init(.inputOutput, "\(path): the disk is full; nothing of the article being written was kept")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(.inputOutput, "\(path): cannot be opened; check that the folder exists and may be written")
        case .SQLITE_IOERR:
            self.init(.inputOutput, "\(path): the disk reports an error (\(error.message ?? "no details"))")
        case .SQLITE_TOOBIG:
            self.init(.badData, "\(path): a text is longer than the store can hold")
        case .SQLITE_NOMEM:
            self.init(.inputOutput, "\(path): out of memory")
        default:
            self.init(.ourFault, "\(path): SQLite error \(error.extendedResultCode.rawValue) (\(error.message ?? ""))")
        }
    }
}
