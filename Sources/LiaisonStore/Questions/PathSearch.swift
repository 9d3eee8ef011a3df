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
        let holds = StatementFlags.holds
        outgoing = try PreparedStatement(db, "SELECT object FROM statement WHERE subject = ? AND \(holds)")
        incoming = try PreparedStatement(db, "SELECT subject FROM statement WHERE object = ? AND \(holds)")
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
            if nearFront.count <= farFront.count {
                nearDepth += 1
                nearFront = try expand(nearFront, depth: nearDepth, into: &near)
            } else {
                farDepth += 1
                farFront = try expand(farFront, depth: farDepth, into: &far)
            }
            if near.count + far.count > Self.maximumVisits { return nil }
            let meeting = (near.count < far.count ? Array(near.keys) : Array(far.keys)).filter {
                near[$0] != nil && far[$0] != nil
            }
            if !meeting.isEmpty {
                return try trace(Set(meeting), near: near, far: far, nearDepth: nearDepth, farDepth: farDepth)
            }
        }
        return nil
    }

    /// Entities that some statement links to this one, with a pair that is not barred.
    func neighbors(_ entity: Int64) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for member in overlay.members(of: entity) {
            for query in [outgoing, incoming] {
                query.bind(1, Int(member))
                var last: Int64 = -1
                while try query.next() {
                    let raw = query.int64(0)
                    // The index delivers equal ends together.
                    if raw == last { continue }
                    last = raw
                    found.insert(overlay.representative(of: raw))
                }
            }
        }
        found.remove(entity)
        return barred.isEmpty ? found : found.filter { !barred.contains(Pair(entity, $0)) }
    }

    private func expand(_ front: [Int64], depth: Int, into known: inout [Int64: Int]) throws -> [Int64] {
        var next: [Int64] = []
        for entity in front {
            for other in try neighbors(entity) where known[other] == nil {
                known[other] = depth
                next.append(other)
            }
        }
        return next
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
