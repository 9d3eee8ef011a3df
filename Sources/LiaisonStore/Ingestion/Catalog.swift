internal import LiaisonModel

/// What a writer remembers of the rows it has seen, so that most statements are stored without a look-up.
///
/// Valid as long as only this connection writes; ``generation`` tells. Bounded: emptied when it grows too large.
struct Catalog: Sendable {
    /// The rows of an entity as an article calls it.
    struct Known: Sendable {
        var entity: Int64
        var name: Int64
    }

    /// A reference that equals another only byte for byte; see ``ExactText``.
    struct Reference: Hashable, Sendable {
        var reference: EntityReference

        static func == (a: Reference, b: Reference) -> Bool {
            a.reference.kind == b.reference.kind && a.reference.key.text.isExactly(b.reference.key.text)
                && a.reference.name.isExactly(b.reference.name) && a.reference.wikidata == b.reference.wikidata
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(exactly: reference.key.text)
        }
    }

    var references: [Reference: Known] = [:]
    var relations: [ExactText: (id: Int64, isSymmetric: Bool)] = [:]
    var rules: [ExactText: Int64] = [:]
    /// Entities that articles call by several names or kinds: their preferred one is chosen again when counts change.
    var contested: Set<Int64> = []
    /// The hashes and the addresses of all articles, and the keys of all entities, where everything in the store came with one load; nil
    /// otherwise. While the former are known, their index is left out.
    var hashes: TextHashes?
    var addresses: TextHashes?
    var keys: TextHashes?
    /// SQLite's `data_version`: it changes when another connection writes.
    var generation: Int64?

    private static let capacity = 150_000

    mutating func trim() {
        if contested.count > Self.capacity {
            contested.removeAll(keepingCapacity: true)
            references.removeAll(keepingCapacity: true)
        }
        if references.count > Self.capacity { references.removeAll(keepingCapacity: true) }
        if keys?.isFull == true { keys = nil }
        if addresses?.isFull == true { addresses = nil }
        if rules.count > 10_000 { rules.removeAll() }
        if relations.count > 10_000 { relations.removeAll() }
    }
}
