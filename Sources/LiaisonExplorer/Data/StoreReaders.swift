internal import Dispatch
internal import LiaisonStore
internal import Synchronization

/// Connections that read, each on a queue of its own: pages wait for SQLite there, not on the threads that serve the
/// network, and read while another program writes.
final class StoreReaders: Sendable {
    private struct Lane {
        var store: Store
        var queue: DispatchQueue
    }

    private let lanes: [Lane]
    /// Requests that wait or run, per lane.
    private let loads: Mutex<[Int]>
    /// More than this many waiting is a flood: they are told to come back.
    private static let maximumWaiting = 1_000

    /// - Throws: `StoreError` when the store cannot be read.
    init(path: String, count: Int) throws(StoreError) {
        var lanes: [Lane] = []
        for number in 0..<max(count, 1) {
            lanes.append(
                Lane(
                    // The system keeps the file in its own memory too: little is gained by more than this.
                    store: try Store(path: path, mode: .readOnly, cacheSize: 12),
                    queue: DispatchQueue(label: "liaison.read.\(number)")))
        }
        self.lanes = lanes
        loads = Mutex(Array(repeating: 0, count: lanes.count))
    }

    /// Does some work with a connection of its own.
    /// - Throws: what the work throws, and ``PageError/busy`` when too much waits already.
    func read<T: Sendable>(_ body: @escaping @Sendable (Store) throws -> T) async throws -> T {
        let chosen = loads.withLock { loads -> Int? in
            guard let least = loads.indices.min(by: { loads[$0] < loads[$1] }), loads[least] < Self.maximumWaiting
            else { return nil }
            loads[least] += 1
            return least
        }
        guard let chosen else { throw PageError.busy }
        let lane = lanes[chosen]
        return try await withCheckedThrowingContinuation { continuation in
            lane.queue.async {
                let result = Result { try body(lane.store) }
                self.loads.withLock { $0[chosen] -= 1 }
                continuation.resume(with: result)
            }
        }
    }
}
