internal import Foundation
internal import LiaisonModel
internal import LiaisonStore
internal import Synchronization

/// The store that a run writes to, made only when there is something to store.
final class IngestTarget: Sendable {
    let path: String
    private let vocabulary: Vocabulary
    private let opened = Mutex<Store?>(nil)

    init(path: String, vocabulary: Vocabulary) {
        self.path = path
        self.vocabulary = vocabulary
    }

    /// Nil as long as there is none.
    var store: Store? { opened.withLock { $0 } }

    /// Opens the store where there is one, so that what cannot be a store is said at once.
    func openExisting() throws(StoreError) {
        if FileManager.default.fileExists(atPath: path) {
            _ = try open()
            return
        }
        // Where no file can be made, hours of reading would be in vain.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw StoreError(
                .inputOutput, "\(path): cannot be opened; check that the folder exists and may be written")
        }
    }

    /// Opens the store, or makes it.
    func open() throws(StoreError) -> Store {
        if let store { return store }
        let made = try Store(path: path, mode: .createOrOpen, vocabulary: vocabulary)
        opened.withLock { $0 = made }
        return made
    }
}
