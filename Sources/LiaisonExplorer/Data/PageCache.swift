internal import Synchronization

/// Pages that were made, for as long as the store stays as it was.
///
/// While another program writes, the store changes many times a second; then a page may be as old as ``tolerance``. What
/// is changed here shows at once.
final class PageCache: Sendable {
    private struct Entry {
        var response: PageResponse
        var stamp: StoreClock.Stamp
        var madeAt: ContinuousClock.Instant
        var usedAt: Int
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var size = 0
        var uses = 0
    }

    private let state = Mutex(State())
    private let clock: StoreClock
    /// In bytes.
    private let capacity: Int
    /// How old a page may be that was made before another program's last change.
    static let tolerance = Duration.seconds(1)

    init(clock: StoreClock, capacity: Int) {
        self.clock = clock
        self.capacity = capacity
    }

    /// The page of that key, made anew where there is none that still holds.
    /// - Parameter tolerance: for pages that cost much and say little of any one article, a longer time.
    func page(
        _ key: String, tolerance: Duration = tolerance, make: () async throws -> PageResponse
    ) async throws -> PageResponse {
        let stamp = clock.now()
        let known = state.withLock { state -> PageResponse? in
            guard var entry = state.entries[key] else { return nil }
            let isFresh = entry.stamp == stamp
            let isYoung =
                entry.stamp.changes == stamp.changes && ContinuousClock.now - entry.madeAt < tolerance
            guard isFresh || isYoung else { return nil }
            state.uses += 1
            entry.usedAt = state.uses
            state.entries[key] = entry
            return entry.response
        }
        if let known { return known }
        let response = try await make()
        let size = response.body.count + key.utf8.count
        guard response.status == 200, size < capacity / 8 else { return response }
        state.withLock { state in
            state.uses += 1
            if let old = state.entries[key] { state.size -= old.response.body.count + key.utf8.count }
            state.entries[key] = Entry(
                response: response, stamp: stamp, madeAt: .now, usedAt: state.uses)
            state.size += size
            if state.size > capacity { Self.shrink(&state, to: capacity * 3 / 4) }
        }
        return response
    }

    /// Drops what was used longest ago.
    private static func shrink(_ state: inout State, to size: Int) {
        for (key, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
            if state.size <= size { return }
            state.size -= entry.response.body.count + key.utf8.count
            state.entries[key] = nil
        }
    }
}
