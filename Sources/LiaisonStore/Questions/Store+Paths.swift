internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// The shortest ways from one entity to another, directions of edges aside.
    /// - Parameters:
    ///   - length: the most edges a path may have.
    ///   - limit: at most so many paths, all of the least length.
    ///   - view: which edges count; its focus, depth and limit are not looked at.
    /// - Returns: the most believed first; empty when there is no path.
    public func paths(
        from a: EntityKey, to b: EntityKey, length: Int = 6, limit: Int = 3, view: GraphView = GraphView()
    ) throws(StoreError) -> [Path] {
        try read { db in
            let overlay = try overlay(db)
            let entities = EntityReader(db, overlay)
            guard let start = try entities.identifier(of: a), let end = try entities.identifier(of: b), start != end
            else { return [] }
            var search = try PathSearch(db, overlay)
            var reader = EdgeReader(db, overlay, view)
            // Each round either finds paths whose every step the view keeps, or bars at least one pair.
            for _ in 0..<10_000 {
                guard let steps = try search.steps(from: start, to: end, atMost: length) else { return [] }
                var beliefs = PathBeliefs(steps, from: start, to: end, usesBounds: reader.isPlain)
                // Where it takes the words of statements to know a belief, all of the edges are read: most are on the best path.
                var edges: [PathSearch.Pair: [DerivedEdge]] = [:]
                try beliefs.find(limit: max(limit, 1)) { step in
                    if step.belief == .unknown {
                        return try reader.bestBelief(between: step.from, and: step.to, step.directions)
                    }
                    let found = try reader.edges(between: step.from, and: step.to, step.directions)
                    edges[PathSearch.Pair(step.from, step.to)] = found
                    return found.map(\.edge.belief).max()
                }
                let ways = try Self.best(steps, beliefs, from: start, limit: max(limit, 1), reader)
                if !ways.isEmpty || beliefs.refused.isEmpty {
                    return try ways.map { try Self.path($0, steps, edges, &reader) }
                }
                for pair in beliefs.refused { search.bar(pair) }
            }
            return []
        }
    }

    /// Entities on the way and the belief in all of it.
    private struct Way {
        var entities: [Int64]
        var belief: Double
    }

    /// The most believed ways along the steps, found one step after another with a bounded number kept for each entity.
    private static func best(
        _ steps: [[PathSearch.Step]], _ beliefs: PathBeliefs, from start: Int64, limit: Int, _ reader: EdgeReader
    ) throws -> [Way] {
        var kept: [Int64: [Way]] = [start: [Way(entities: [start], belief: 1)]]
        for level in steps {
            var reached: [Int64: [Way]] = [:]
            for step in level {
                guard let ways = kept[step.from], let belief = beliefs[PathSearch.Pair(step.from, step.to)] else {
                    continue
                }
                for way in ways {
                    reached[step.to, default: []].append(
                        Way(entities: way.entities + [step.to], belief: way.belief * belief))
                }
            }
            for (entity, ways) in reached where ways.count > 1 {
                // Keys are read only where beliefs are equal.
                let sorted = try ways.sorted { a, b in
                    if a.belief != b.belief { return a.belief > b.belief }
                    return try a.entities.map { try reader.statements.reference($0).key }.lexicographicallyPrecedes(
                        b.entities.map { try reader.statements.reference($0).key })
                }
                reached[entity] = Array(sorted.prefix(limit))
            }
            kept = reached
        }
        return kept.count == 1 ? kept.values.first ?? [] : []
    }

    /// A way with all edges between its entities.
    /// - Parameter known: the edges of some pairs.
    private static func path(
        _ way: Way, _ steps: [[PathSearch.Step]], _ known: [PathSearch.Pair: [DerivedEdge]], _ reader: inout EdgeReader
    ) throws -> Path {
        Path(
            entities: try way.entities.map { try reader.reference($0) },
            steps: try steps.enumerated().map { place, steps in
                let (a, b) = (way.entities[place], way.entities[place + 1])
                var edges = known[PathSearch.Pair(a, b)]
                if edges == nil {
                    let step = steps.first { $0.from == a && $0.to == b }
                    edges = try reader.edges(between: a, and: b, step?.directions ?? [.outgoing, .incoming])
                }
                return (edges ?? []).map(\.edge).sorted(by: Edge.isMoreBelieved)
            }, belief: way.belief)
    }
}

extension Store {
    /// Makes the image that many questions after another would lead to, and keeps it until somebody writes.
    /// - Returns: false where it would be too large.
    @discardableResult
    package func makeNeighborImage() throws(StoreError) -> Bool {
        try read { db in
            let overlay = try overlay(db)
            return try overlay.rows.makeImage(db, overlay)
        }
    }

    /// The entities at most so many edges away from one, itself left out, by key: which, not how.
    ///
    /// Denied, negated and hypothetical statements do not count; rejections and other filters are for ``edges(of:view:)`` and ``graph(_:)``.
    public func reach(of entity: EntityKey, depth: Int) throws(StoreError) -> [EntityKey] {
        try read { db in
            let overlay = try overlay(db)
            guard let start = try EntityReader(db, overlay).identifier(of: entity) else { return [] }
            let search = try PathSearch(db, overlay)
            var reader = EdgeReader(db, overlay, GraphView())
            var (reached, front, all): (Reached, [Int64], [Int64]) = (Reached(), [start], [])
            _ = reached.insert(start)
            for _ in 0..<max(depth, 0) {
                var next: [Int64] = []
                for entity in front {
                    try search.forEachNeighbor(of: entity) { neighbor in
                        let other = neighbor.entity
                        if overlay.editsHolding, reached.find(other) == nil,
                            try reader.bestBelief(between: entity, and: other) == nil
                        {
                            return
                        }
                        if reached.insert(other) { next.append(other) }
                    }
                }
                all += next
                front = next
            }
            let query = try PreparedStatement(db, "SELECT key FROM entity WHERE id = ?")
            // In the order of rows, which lie together; keys alone, as there may be many.
            var keys: [SortedKey] = []
            for entity in all.sorted() {
                query.bind(1, Int(entity))
                if try query.next() { keys.append(SortedKey(EntityKey(query.text(0)))) }
                query.reset()
            }
            keys.sort()
            return keys.map(\.key)
        }
    }
}

/// A key with its first sixteen bytes as numbers: most comparisons end there.
private struct SortedKey: Comparable {
    let key: EntityKey
    private let head: (UInt64, UInt64)

    init(_ key: EntityKey) {
        self.key = key
        var words: (UInt64, UInt64) = (0, 0)
        for (place, byte) in key.text.utf8.prefix(16).enumerated() {
            if place < 8 {
                words.0 |= UInt64(byte) << UInt64(56 - 8 * place)
            } else {
                words.1 |= UInt64(byte) << UInt64(120 - 8 * place)
            }
        }
        head = words
    }

    static func < (a: SortedKey, b: SortedKey) -> Bool {
        if a.head != b.head { return a.head < b.head }
        return a.key < b.key
    }

    static func == (a: SortedKey, b: SortedKey) -> Bool { a.key == b.key }
}
