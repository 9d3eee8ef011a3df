internal import ArgumentParser
internal import LiaisonStore

/// A command that asks a store or changes it: what goes wrong there is rendered in one place.
protocol StoreCommand: ParsableCommand {
    /// Does the command's work.
    /// - Throws: `StoreError`, `Failure`, or what ArgumentParser throws.
    func answer() throws
}

extension StoreCommand {
    func run() throws {
        do {
            try answer()
        } catch let error as StoreError {
            throw Failure(error)
        }
    }
}

extension StoreOptions {
    /// Opens the store for questions.
    func reading() throws -> Store {
        try Store(path: path, mode: .readOnly)
    }

    /// Opens the store that exists for changes.
    func writing() throws -> Store {
        try Store(path: path, mode: .openExisting)
    }
}
