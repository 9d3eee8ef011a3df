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
                guard let levels = try search.levels(from: start, to: end, atMost: length) else { return [] }
                var beliefs: [PathSearch.Pair: Double] = [:]
                var isBarred = false
                for (level, next) in zip(levels, levels.dropFirst()) {
                    for entity in level {
                        for other in try search.neighbors(entity) where next.contains(other) {
                            let pair = PathSearch.Pair(entity, other)
                            if let belief = try reader.bestBelief(between: entity, and: other) {
                                beliefs[pair] = belief
                            } else {
                                search.bar(pair)
                                isBarred = true
                            }
                        }
                    }
                }
                let ways = try Self.best(levels, beliefs, limit: limit, reader)
                if !ways.isEmpty || !isBarred { return try ways.map { try Self.path($0, &reader) } }
            }
            return []
        }
    }

    /// Entities on the way and the belief in all of it.
    private struct Way {
        var entities: [Int64]
        var belief: Double
    }

    /// The most believed ways through the levels, found level by level with a bounded number kept for each entity.
    private static func best(
        _ levels: [Set<Int64>], _ beliefs: [PathSearch.Pair: Double], limit: Int, _ reader: EdgeReader
    ) throws -> [Way] {
        guard let start = levels.first?.first else { return [] }
        var keys: [Int64: EntityKey] = [:]
        for entity in levels.joined() { keys[entity] = try reader.statements.reference(entity).key }
        var kept: [Int64: [Way]] = [start: [Way(entities: [start], belief: 1)]]
        for (level, next) in zip(levels, levels.dropFirst()) {
            var reached: [Int64: [Way]] = [:]
            for entity in next {
                var ways: [Way] = []
                for other in level {
                    guard let belief = beliefs[PathSearch.Pair(entity, other)] else { continue }
                    for way in kept[other] ?? [] {
                        ways.append(Way(entities: way.entities + [entity], belief: way.belief * belief))
                    }
                }
                ways.sort { a, b in
                    a.belief != b.belief
                        ? a.belief > b.belief
                        : a.entities.compactMap { keys[$0] }.lexicographicallyPrecedes(
                            b.entities.compactMap { keys[$0] })
                }
                if !ways.isEmpty { reached[entity] = Array(ways.prefix(max(limit, 1))) }
            }
            kept = reached
        }
        return levels.last?.first.flatMap { kept[$0] } ?? []
    }

    /// A way with all edges between its entities.
    private static func path(_ way: Way, _ reader: inout EdgeReader) throws -> Path {
        Path(
            entities: try way.entities.map { try reader.reference($0) },
            steps: try zip(way.entities, way.entities.dropFirst()).map { a, b in
                try reader.edges(between: a, and: b).map(\.edge).sorted(by: Edge.isMoreBelieved)
            }, belief: way.belief)
    }
}

extension Store {
    /// The entities at most so many edges away from one, itself left out, by key: which, not how.
    ///
    /// Denied, negated and hypothetical statements do not count; rejections and other filters are for ``edges(of:view:)`` and ``graph(_:)``.
    public func reach(of entity: EntityKey, depth: Int) throws(StoreError) -> [EntityKey] {
        try read { db in
            let overlay = try overlay(db)
            guard let start = try EntityReader(db, overlay).identifier(of: entity) else { return [] }
            let search = try PathSearch(db, overlay)
            var reader = EdgeReader(db, overlay, GraphView())
            var (reached, front): (Set<Int64>, [Int64]) = ([start], [start])
            for _ in 0..<max(depth, 0) {
                var next: [Int64] = []
                for entity in front {
                    for other in try search.neighbors(entity) where !reached.contains(other) {
                        if overlay.editsHolding, try reader.bestBelief(between: entity, and: other) == nil { continue }
                        reached.insert(other)
                        next.append(other)
                    }
                }
                front = next
            }
            reached.remove(start)
            let query = try PreparedStatement(db, "SELECT key FROM entity WHERE id = ?")
            // In the order of rows, which lie together; keys alone, as there may be many.
            var keys: [SortedKey] = []
            for entity in reached.sorted() {
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
