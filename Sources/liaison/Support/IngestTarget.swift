internal import Foundation
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

/// The store that a run writes to, made only when there is something to store.
final class IngestTarget {
    let path: String
    private let schemas: SchemaOptions
    /// Nil as long as there is none.
    private(set) var store: Store?

    init(path: String, schemas: SchemaOptions) {
        self.path = path
        self.schemas = schemas
    }

    /// Opens the store where there is one, so that what cannot be a store is said at once.
    func openExisting() throws {
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
        let vocabulary: Vocabulary
        do {
            vocabulary = try Vocabulary(schemas: try schemas.load())
        } catch let error as SchemaError {
            throw StoreError(.badData, error.description)
        } catch let failure as Failure {
            throw StoreError(failure.code == .notFound ? .notFound : .badData, failure.message)
        } catch {
            throw StoreError(.ourFault, "\(error)")
        }
        let opened = try Store(path: path, mode: .createOrOpen, vocabulary: vocabulary)
        store = opened
        return opened
    }
}
