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
                var steps: [PathSearch.Pair: [Edge]] = [:]
                var barred = false
                for (level, next) in zip(levels, levels.dropFirst()) {
                    for entity in level {
                        for other in try search.neighbors(entity) where next.contains(other) {
                            let pair = PathSearch.Pair(entity, other)
                            if steps[pair] != nil { continue }
                            let edges = try reader.edges(between: entity, and: other)
                            if edges.isEmpty {
                                search.bar(pair)
                                barred = true
                            } else {
                                steps[pair] = edges.map(\.edge).sorted(by: Edge.isMoreBelieved)
                            }
                        }
                    }
                }
                let paths = try Self.best(levels, steps, limit: limit, &reader)
                if !paths.isEmpty || !barred { return paths }
            }
            return []
        }
    }

    /// The most believed paths through the levels, found level by level with a bounded number kept for each entity.
    private static func best(
        _ levels: [Set<Int64>], _ steps: [PathSearch.Pair: [Edge]], limit: Int, _ reader: inout EdgeReader
    ) throws -> [Path] {
        guard let start = levels.first?.first else { return [] }
        var kept: [Int64: [Path]] = [
            start: [Path(entities: [try reader.reference(start)], steps: [], belief: 1)]
        ]
        for (level, next) in zip(levels, levels.dropFirst()) {
            var reached: [Int64: [Path]] = [:]
            for entity in next {
                let reference = try reader.reference(entity)
                var paths: [Path] = []
                for other in level {
                    guard let edges = steps[PathSearch.Pair(entity, other)], let belief = edges.first?.belief else {
                        continue
                    }
                    for path in kept[other] ?? [] {
                        paths.append(
                            Path(
                                entities: path.entities + [reference], steps: path.steps + [edges],
                                belief: path.belief * belief))
                    }
                }
                paths.sort { a, b in
                    a.belief != b.belief
                        ? a.belief > b.belief
                        : a.entities.map(\.key).lexicographicallyPrecedes(b.entities.map(\.key))
                }
                if !paths.isEmpty { reached[entity] = Array(paths.prefix(max(limit, 1))) }
            }
            kept = reached
        }
        return levels.last?.first.flatMap { kept[$0] } ?? []
    }
}

extension Store {
    /// The entities at most so many edges away from one, itself left out, by key: which, not how.
    ///
    /// Denied, negated and hypothetical statements do not count; other filters are for ``edges(of:view:)`` and ``graph(_:)``.
    public func reach(of entity: EntityKey, depth: Int) throws(StoreError) -> [EntityKey] {
        try read { db in
            let overlay = try overlay(db)
            guard let start = try EntityReader(db, overlay).identifier(of: entity) else { return [] }
            let search = try PathSearch(db, overlay)
            var (reached, front): (Set<Int64>, [Int64]) = ([start], [start])
            for _ in 0..<max(depth, 0) {
                var next: [Int64] = []
                for entity in front {
                    for other in try search.neighbors(entity) where reached.insert(other).inserted {
                        next.append(other)
                    }
                }
                front = next
            }
            reached.remove(start)
            var reader = StatementReader(db)
            return try reached.map { try reader.reference($0).key }.sorted()
        }
    }
}
