internal import class GRDB.Database
internal import LiaisonModel

/// Shortest paths over pairs of entities that some statement links, by breadth-first search from both ends.
///
/// Pairs come from the index alone, or from the ``NeighborImage`` where there is one; whether the view keeps an edge
/// between them is looked at only for pairs on a path that was found. A pair without such an edge is barred and the search goes on.
struct PathSearch {
    private let overlay: Overlay
    private let image: NeighborImage?
    private let outgoing: PreparedStatement
    private let incoming: PreparedStatement
    private var barred: Set<Pair> = []
    /// The last of the marks in ``Reached``.
    private var mark: Int32 = 0
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
        image = try overlay.rows.image(db, overlay)
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

    /// Two entities that follow each other on a path.
    struct Step {
        var from: Int64
        var to: Int64
        /// Which way statements link them.
        var directions: Directions
        /// What the statements between them come to, judgements and views aside.
        var belief = PairBelief.unknown

        fileprivate init(from entity: Int64, to neighbor: Neighbor, _ image: NeighborImage?) {
            (from, to, directions) = (entity, neighbor.entity, neighbor.directions)
            belief = image?.belief(at: neighbor.place) ?? .unknown
        }

        var reversed: Step {
            var step = self
            (step.from, step.to, step.directions) = (to, from, directions.reversed)
            return step
        }
    }

    /// Which of two entities statements begin at.
    struct Directions: OptionSet {
        var rawValue: Int64

        static let outgoing = Directions(rawValue: 1)
        static let incoming = Directions(rawValue: 2)

        var reversed: Directions { Directions(rawValue: (rawValue & 1) << 1 | rawValue >> 1) }
    }

    /// An entity that statements link to another, and which way.
    struct Neighbor {
        fileprivate let code: Int64
        /// Where an image has it; -1 where there is none.
        fileprivate let place: Int

        init(code: Int64, place: Int = -1) { (self.code, self.place) = (code, place) }

        fileprivate init(_ entity: Int64, _ directions: Directions) {
            self.init(code: entity << 2 | directions.rawValue)
        }

        var entity: Int64 { code >> 2 }
        var directions: Directions { Directions(rawValue: code & 3) }
    }

    /// Every step of a shortest path, by its place on the path; nil when there is no path of at most so many steps.
    mutating func steps(from start: Int64, to end: Int64, atMost maximum: Int) throws -> [[Step]]? {
        var reached = Reached()
        reached[reached.place(of: start)].near = 0
        reached[reached.place(of: end)].far = 0
        // The entities at each distance from either end.
        var (near, far): ([[Int64]], [[Int64]]) = ([[start]], [[end]])
        while near.count + far.count - 2 < min(maximum, Reached.maximumDistance) {
            guard let nearFront = near.last, let farFront = far.last, !nearFront.isEmpty, !farFront.isEmpty else {
                return nil
            }
            let isNear = effort(nearFront) <= effort(farFront)
            let (next, meetings) = try expand(isNear ? nearFront : farFront, isNear, near.count, far.count, &reached)
            if !meetings.isEmpty {
                let meeting = meetings.map(\.to)
                let middle = isNear ? meetings : meetings.map(\.reversed)
                let fronts = meetings.map(\.from)
                // Both sides of the middle step are the last that were reached from their end.
                let before = try trace(isNear ? fronts : meeting, through: near.dropLast(), &reached)
                let after = try trace(isNear ? meeting : fronts, through: far.dropLast(), &reached)
                return before.reversed() + [middle] + after.map { $0.map(\.reversed) }
            }
            if isNear { near.append(next) } else { far.append(next) }
            if reached.count > Self.maximumVisits { return nil }
        }
        return nil
    }

    /// Calls a function with every entity that some statement links to this one, with a pair that is not barred; each once,
    /// in increasing order.
    func forEachNeighbor(of entity: Int64, _ body: (Neighbor) throws -> Void) throws {
        func visit(_ neighbor: Neighbor) throws {
            if barred.isEmpty || !barred.contains(Pair(entity, neighbor.entity)) { try body(neighbor) }
        }
        if let image { return try image.forEachNeighbor(of: entity, visit) }
        for code in try overlay.rows.neighbors(entity, { try read(entity) }) { try visit(Neighbor(code: code)) }
    }

    /// The codes of neighbours.
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
        return found.sorted().map { Neighbor($0, [.outgoing, .incoming]).code }
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
            var directions = Directions.outgoing
            if j == b.count || (i < a.count && a[i] <= b[j]) {
                next = a[i]
                if j < b.count, b[j] == next {
                    directions.insert(.incoming)
                    j += 1
                }
                i += 1
            } else {
                (next, directions) = (b[j], .incoming)
                j += 1
            }
            if next != entity { merged.append(Neighbor(next, directions).code) }
        }
        return merged
    }

    /// How much there is to look at for the next step from these entities.
    private func effort(_ front: [Int64]) -> Int {
        image.map { image in front.reduce(0) { $0 + image.neighborCount(of: $1) } } ?? front.count
    }

    /// Goes one step further from one end.
    /// - Returns: the entities that were not reached before; and the steps to what the search from the other end has reached.
    private mutating func expand(
        _ front: [Int64], _ isNear: Bool, _ nearDepth: Int, _ farDepth: Int, _ reached: inout Reached
    ) throws -> (next: [Int64], meetings: [Step]) {
        var (next, meetings): ([Int64], [Step]) = ([], [])
        let depth = Int16(isNear ? nearDepth : farDepth)
        for entity in front {
            try forEachNeighbor(of: entity) { neighbor in
                let other = neighbor.entity
                // Once both ends have met, nothing new is of interest.
                if !meetings.isEmpty {
                    guard let place = reached.find(other) else { return }
                    if (isNear ? place.far : place.near) >= 0 {
                        meetings.append(Step(from: entity, to: neighbor, image))
                    }
                    return
                }
                let at = reached.place(of: other)
                let place = reached[at]
                if (isNear ? place.far : place.near) >= 0 {
                    meetings.append(Step(from: entity, to: neighbor, image))
                } else if isNear ? place.near < 0 : place.far < 0 {
                    if isNear { reached[at].near = depth } else { reached[at].far = depth }
                    next.append(other)
                }
            }
        }
        return (next, meetings)
    }

    /// The steps by which these entities were reached from one end, the last ones first.
    /// - Parameter fronts: the entities at each distance from that end, up to those before these.
    private mutating func trace(
        _ entities: [Int64], through fronts: ArraySlice<[Int64]>, _ reached: inout Reached
    ) throws -> [[Step]] {
        var level = unique(entities, &reached)
        var found: [[Step]] = []
        for front in fronts.reversed() {
            // Once all neighbours are at hand it does not matter from which side they are looked at.
            let isBackward = image != nil && effort(level) < effort(front)
            mark += 1
            for entity in isBackward ? front : level { reached[reached.place(of: entity)].mark = mark }
            var steps: [Step] = []
            for entity in isBackward ? level : front {
                try forEachNeighbor(of: entity) { neighbor in
                    guard reached.find(neighbor.entity)?.mark == mark else { return }
                    let step = Step(from: entity, to: neighbor, image)
                    steps.append(isBackward ? step.reversed : step)
                }
            }
            level = unique(steps.map(\.from), &reached)
            found.append(steps)
        }
        return found
    }

    /// Each entity once.
    private mutating func unique(_ entities: [Int64], _ reached: inout Reached) -> [Int64] {
        mark += 1
        return entities.filter { entity in
            let at = reached.place(of: entity)
            defer { reached[at].mark = mark }
            return reached[at].mark != mark
        }
    }
}
