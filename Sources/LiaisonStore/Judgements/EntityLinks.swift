internal import class GRDB.Database

/// Which keys are one entity: by what people said, and by a shared Wikidata identifier.
struct EntityLinks {
    private struct Pair: Hashable {
        var low: String
        var high: String

        init(_ a: String, _ b: String) {
            (low, high) = a.utf8.lexicographicallyPrecedes(b.utf8) ? (a, b) : (b, a)
        }
    }

    /// The last word on each pair: the key that stands for both, or nil where they are kept apart.
    private var decisions: [Pair: String?] = [:]
    private var sameItems: [[String]] = []

    mutating func merge(_ key: String, into other: String) {
        decisions[Pair(key, other)] = .some(other)
    }

    mutating func split(_ key: String, _ other: String) {
        decisions[Pair(key, other)] = .some(nil)
    }

    /// Adds the entities of one family that carry the same Wikidata identifier.
    mutating func addSameItems(_ db: Database) throws {
        let query = try PreparedStatement(
            db,
            """
            SELECT wikidata, key FROM entity WHERE wikidata IN (
                SELECT wikidata FROM entity WHERE wikidata IS NOT NULL GROUP BY wikidata HAVING count(*) > 1)
            ORDER BY wikidata, length(key), key
            """)
        var families: [String: [String]] = [:]
        while try query.next() {
            let key = query.text(1)
            families[query.text(0) + " " + key.prefix { $0 != ":" }, default: []].append(key)
        }
        sameItems = families.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    /// Every group of two keys or more, with the key that stands for it.
    func groups() -> [(root: String, keys: [String])] {
        var parents: [String: String] = [:]
        func root(_ key: String) -> String {
            var key = key
            while let parent = parents[key] { key = parent }
            return key
        }
        // What people said comes first, so that the name they chose stays.
        for (pair, target) in decisions.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) {
            guard let target else { continue }
            let (a, b) = (root(pair.low == target ? pair.high : pair.low), root(target))
            if a != b { parents[a] = b }
        }
        for keys in sameItems {
            for (i, key) in keys.enumerated() {
                for other in keys.dropFirst(i + 1) where decisions[Pair(key, other)] == nil {
                    let (a, b) = (root(other), root(key))
                    if a != b { parents[a] = b }
                }
            }
        }
        var groups: [String: Set<String>] = [:]
        for key in parents.keys { groups[root(key), default: [root(key)]].insert(key) }
        return groups.map { (root: $0.key, keys: $0.value.sorted()) }.sorted { $0.root < $1.root }
    }
}
