/// Why a store could not do what it was asked: what happened, where, and what to do, in one sentence.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What sort of trouble it is, so that a caller can choose an exit code.
    public enum Category: Sendable {
        /// The file is not a store, is damaged, or was written by a newer version.
        case badData
        /// There is no such store, article, edge or judgement.
        case notFound
        /// The disk is full, the file cannot be written, another program holds the lock.
        case inputOutput
        /// A defect of this program.
        case ourFault
    }

    public var category: Category
    /// One sentence that a person can act on.
    public var message: String

    public init(_ category: Category, _ message: String) {
        self.category = category
        self.message = message
    }

    public var description: String { message }
}
