internal import Foundation
internal import GRDB

extension Store {
    /// Copies the store as it is now into a new file, while others go on reading and writing.
    ///
    /// The copy appears under its name only when it is complete and on disk.
    /// - Throws: ``StoreError`` when there is such a file already, or it cannot be written.
    public func backup(to destination: String) throws(StoreError) {
        if FileManager.default.fileExists(atPath: destination) {
            throw StoreError(.inputOutput, "\(destination): there is such a file already; give a new name")
        }
        let partial = destination + ".partial-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            // Reads one snapshot and writes a compact file; writers are not held up.
            try queue.inDatabase { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [partial])
            }
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(atPath: partial, toPath: destination)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            if error is DatabaseError { throw StoreError(error, path: destination) }
            throw StoreError(.inputOutput, "\(destination): cannot be written; check the folder and the free space")
        }
    }
}
