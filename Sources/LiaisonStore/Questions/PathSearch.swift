internal import class GRDB.Database
internal import LiaisonModel

/// Shortest paths over pairs of entities that some statement links, by breadth-first search from both ends.
///
/// Pairs come from the index alone; whether the view keeps an edge between them is looked at only for pairs on a path
/// that was found. A pair without such an edge is barred and the search goes on.
struct PathSearch {
    private let overlay: Overlay
    private let outgoing: PreparedStatement
    private let incoming: PreparedStatement
    private var barred: Set<Pair> = []
    /// No more entities than this are visited, so that two unconnected hubs end in bounded time.
    private static let maximumVisits = 2_000_000

    struct Pair: Hashable {
        var low: Int64
        var high: Int64

        init(_ a: Int64, _ b: Int64) {
            (low, high) = (min(a, b), max(a, b))
        }
    }

    init(_ db: Database, _ overlay: Overlay) throws {
        self.overlay = overlay
        // Corrections may let any statement hold: edges decide then.
        let holds = overlay.editsHolding ? "1" : StatementFlags.holds
        outgoing = try PreparedStatement(
            db, "SELECT object FROM statement WHERE subject = ? AND \(holds) ORDER BY object")
        incoming = try PreparedStatement(
            db, "SELECT subject FROM statement WHERE object = ? AND \(holds) ORDER BY subject")
    }

    mutating func bar(_ pair: Pair) {
        barred.insert(pair)
    }

    /// Every entity on a shortest path, by its place on the path; nil when there is no path of at most so many steps.
    func levels(from start: Int64, to end: Int64, atMost maximum: Int) throws -> [Set<Int64>]? {
        var (near, far): ([Int64: Int], [Int64: Int]) = ([start: 0], [end: 0])
        var (nearFront, farFront): ([Int64], [Int64]) = ([start], [end])
        var (nearDepth, farDepth) = (0, 0)
        while nearDepth + farDepth < maximum {
            if nearFront.isEmpty || farFront.isEmpty { return nil }
            let meeting: Set<Int64>
            if nearFront.count <= farFront.count {
                nearDepth += 1
                meeting = try expand(&nearFront, depth: nearDepth, into: &near, towards: far)
            } else {
                farDepth += 1
                meeting = try expand(&farFront, depth: farDepth, into: &far, towards: near)
            }
            if !meeting.isEmpty {
                return try trace(meeting, near: near, far: far, nearDepth: nearDepth, farDepth: farDepth)
            }
            if near.count + far.count > Self.maximumVisits { return nil }
        }
        return nil
    }

    /// Entities that some statement links to this one, with a pair that is not barred; each once.
    func neighbors(_ entity: Int64) throws -> [Int64] {
        let found = try overlay.rows.neighbors(entity) { try read(entity) }
        return barred.isEmpty ? found : found.filter { !barred.contains(Pair(entity, $0)) }
    }

    private func read(_ entity: Int64) throws -> [Int64] {
        let members = overlay.members(of: entity)
        if members.count == 1, overlay.representatives.isEmpty {
            return Self.merge(try ends(outgoing, of: entity), try ends(incoming, of: entity), without: entity)
        }
        var found: Set<Int64> = []
        for member in members {
            for query in [outgoing, incoming] {
                for other in try ends(query, of: member) { found.insert(overlay.representative(of: other)) }
            }
        }
        found.remove(entity)
        return found.sorted()
    }

    /// The other ends, increasing, each once.
    private func ends(_ query: PreparedStatement, of entity: Int64) throws -> [Int64] {
        query.bind(1, Int(entity))
        var found: [Int64] = []
        var last: Int64 = -1
        while try query.next() {
            let other = query.int64(0)
            // The index delivers equal ends together.
            if other == last { continue }
            last = other
            found.append(other)
        }
        return found
    }

    private static func merge(_ a: [Int64], _ b: [Int64], without entity: Int64) -> [Int64] {
        var merged: [Int64] = []
        merged.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            let next: Int64
            if j == b.count || (i < a.count && a[i] <= b[j]) {
                next = a[i]
                if j < b.count, b[j] == next { j += 1 }
                i += 1
            } else {
                next = b[j]
                j += 1
            }
            if next != entity { merged.append(next) }
        }
        return merged
    }

    /// Goes one step further from one end.
    /// - Returns: what the search from the other end has reached too; then nothing else is noted.
    private func expand(
        _ front: inout [Int64], depth: Int, into known: inout [Int64: Int], towards other: [Int64: Int]
    ) throws -> Set<Int64> {
        var meeting: Set<Int64> = []
        let lists = try front.map { try neighbors($0) }
        for list in lists {
            for entity in list where other[entity] != nil { meeting.insert(entity) }
        }
        if !meeting.isEmpty {
            for entity in meeting { known[entity] = depth }
            return meeting
        }
        front.removeAll(keepingCapacity: true)
        for list in lists {
            for entity in list where known.insert(depth, ifNew: entity) { front.append(entity) }
        }
        return meeting
    }

    private func trace(
        _ meeting: Set<Int64>, near: [Int64: Int], far: [Int64: Int], nearDepth: Int, farDepth: Int
    ) throws -> [Set<Int64>] {
        var before: [Set<Int64>] = [meeting]
        for depth in stride(from: nearDepth - 1, through: 0, by: -1) {
            before.append(try back(from: before[before.count - 1], to: depth, in: near))
        }
        var after: [Set<Int64>] = [meeting]
        for depth in stride(from: farDepth - 1, through: 0, by: -1) {
            after.append(try back(from: after[after.count - 1], to: depth, in: far))
        }
        return before.reversed() + after.dropFirst()
    }

    private func back(from level: Set<Int64>, to depth: Int, in known: [Int64: Int]) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for entity in level {
            for other in try neighbors(entity) where known[other] == depth { found.insert(other) }
        }
        return found
    }
}

extension Dictionary {
    /// Adds a value for a key that has none; false when there was one.
    fileprivate mutating func insert(_ value: Value, ifNew key: Key) -> Bool {
        guard self[key] == nil else { return false }
        self[key] = value
        return true
    }
}
