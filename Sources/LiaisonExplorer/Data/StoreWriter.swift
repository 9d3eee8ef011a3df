internal import Dispatch
internal import LiaisonStore
internal import Synchronization

/// The connection that judgements are written with, opened with the first of them.
final class StoreWriter: Sendable {
    private let path: String
    private let store = Mutex<Store?>(nil)
    private let queue = DispatchQueue(label: "liaison.write")
    private let clock: StoreClock

    init(path: String, clock: StoreClock) {
        self.path = path
        self.clock = clock
    }

    /// Notes decisions, all or none.
    /// - Returns: the judgements as they were stored.
    /// - Throws: `StoreError`.
    func record(_ judgements: [Judgement]) async throws -> [Judgement] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.write(judgements) })
            }
        }
    }

    private func write(_ judgements: [Judgement]) throws -> [Judgement] {
        let store = try store.withLock { store in
            if let store { return store }
            let opened = try Store(path: path, mode: .openExisting)
            store = opened
            return opened
        }
        defer { clock.noteChange() }
        return try store.record(judgements)
    }
}
