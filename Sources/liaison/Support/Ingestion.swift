internal import LiaisonReaders
internal import LiaisonStore

/// Writes what was read into a store, several articles in one transaction, and counts what that changed.
struct Ingestion {
    private let target: IngestTarget
    private(set) var summary = IngestSummary()
    private var waiting: [LiaisonStore.Reading] = []
    private var weight = 0

    /// Articles are whole in the store or not there at all; how many go in at once only bounds what a crash makes do again.
    private static let batch = 64
    private static let batchWeight = 4 << 20

    init(_ target: IngestTarget) {
        self.target = target
    }

    /// Takes an article; it is in the store after the next ``flush(beforeNotes:)`` at the latest.
    mutating func add(
        _ reading: LiaisonStore.Reading, beforeNotes: () -> Void = {}
    ) throws {
        waiting.append(reading)
        weight += reading.text?.utf8.count ?? 0
        if waiting.count >= Self.batch || weight >= Self.batchWeight { try flush(beforeNotes: beforeNotes) }
    }

    mutating func skip() { summary.unchanged += 1 }

    mutating func refuse(_ refusal: Refusal) { summary.refused.add(refusal) }

    /// Writes what waits, and tells what changed in articles that were replaced.
    /// - Parameter beforeNotes: called before something is written to the terminal.
    mutating func flush(beforeNotes: () -> Void = {}) throws {
        if waiting.isEmpty { return }
        var differences: [ArticleDifference] = []
        let outcomes = try target.open().ingest(waiting) { differences.append($0) }
        for outcome in outcomes { summary.count(outcome) }
        if !differences.isEmpty { beforeNotes() }
        for difference in differences { Terminal.note(DifferenceText(difference).text) }
        waiting.removeAll(keepingCapacity: true)
        weight = 0
    }
}
