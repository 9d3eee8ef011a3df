internal import LiaisonReaders
internal import LiaisonStore

/// Writes what was read into a store, several articles in one transaction, and counts what that changed.
struct Ingestion {
    private let store: Store
    private(set) var summary = IngestSummary()
    private var waiting: [LiaisonStore.Reading] = []
    private var weight = 0

    /// Articles are whole in the store or not there at all; how many go in at once only bounds what a crash makes do again.
    private static let batch = 64
    private static let batchWeight = 4 << 20

    init(store: Store) {
        self.store = store
    }

    /// Takes an article; it is in the store after the next ``flush()`` at the latest.
    mutating func add(_ reading: LiaisonStore.Reading) throws(Failure) {
        waiting.append(reading)
        weight += reading.text?.utf8.count ?? 0
        if waiting.count >= Self.batch || weight >= Self.batchWeight { try flush() }
    }

    mutating func skip() { summary.unchanged += 1 }

    mutating func refuse(_ refusal: Refusal) { summary.refused.add(refusal) }

    /// Writes what waits.
    mutating func flush() throws(Failure) {
        if waiting.isEmpty { return }
        do throws(StoreError) {
            for outcome in try store.ingest(waiting) { summary.count(outcome) }
        } catch {
            throw Failure(error)
        }
        waiting.removeAll(keepingCapacity: true)
        weight = 0
    }
}
