internal import LiaisonStore
internal import Synchronization

/// Tells whether the store has changed since a page was made.
final class StoreClock: Sendable {
    /// A state of the store as far as this program knows it.
    struct Stamp: Hashable, Sendable {
        /// Changes made here.
        var changes: Int
        /// Changes made by other programs.
        var generation: Int64
    }

    private struct State {
        var stamp = Stamp(changes: 0, generation: 0)
        var readAt: ContinuousClock.Instant?
    }

    private let store: Store
    private let state = Mutex(State())
    /// Looked at no more often than this.
    private static let interval = Duration.milliseconds(10)

    init(path: String) throws(StoreError) {
        store = try Store(path: path, mode: .readOnly, cacheSize: 1)
    }

    /// The state now. A store that cannot be read just now gives a state that nothing was made in.
    func now() -> Stamp {
        state.withLock { state in
            let time = ContinuousClock.now
            if let last = state.readAt, time - last < Self.interval { return state.stamp }
            state.readAt = time
            if let generation = try? store.generation() {
                state.stamp.generation = generation
            } else {
                state.stamp.changes += 1
            }
            return state.stamp
        }
    }

    /// Notes a change made here: no page made before it is shown again.
    func noteChange() {
        state.withLock { state in
            state.stamp.changes += 1
            state.readAt = nil
        }
    }
}
