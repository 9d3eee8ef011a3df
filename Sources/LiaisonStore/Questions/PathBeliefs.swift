/// The beliefs of the pairs on shortest paths, as far as they are needed to tell the most believed paths.
///
/// A belief costs several look-ups. Steps are followed from one end in the order of the belief in all of the way so far, which
/// only falls with every step: what is less believed than a whole way need not be followed.
struct PathBeliefs {
    /// Pairs between which the view keeps no edge.
    private(set) var refused: [PathSearch.Pair] = []
    private var beliefs: [PathSearch.Pair: Double] = [:]
    /// The steps from each entity, in the direction that is followed.
    private var following: [Int64: [PathSearch.Step]] = [:]
    private let first: Int64
    private let last: Int64
    /// The ends of ways that are to be followed, as a heap: the most believed first.
    private var open: [(belief: Double, entity: Int64)] = []

    /// - Parameter steps: the steps of all shortest paths, by their place on the path.
    init(_ steps: [[PathSearch.Step]], from start: Int64, to end: Int64) {
        // From the end with fewer steps: these are all looked at.
        let isForward = (steps.first?.count ?? 0) <= (steps.last?.count ?? 0)
        (first, last) = isForward ? (start, end) : (end, start)
        for step in steps.joined() {
            let step = isForward ? step : step.reversed
            following[step.from, default: []].append(step)
        }
    }

    /// The belief of a pair that may be on one of the best ways; nil for any other.
    subscript(pair: PathSearch.Pair) -> Double? { beliefs[pair] }

    /// Finds the belief of every pair on a way that is at least as much believed as the best ones in that number.
    mutating func find(limit: Int, _ belief: (PathSearch.Step) throws -> Double?) throws {
        var least = 0.0
        var visits: [Int64: Int] = [:]
        push(1, first)
        while let top = pop() {
            // Products of the same beliefs in another order may differ in the last place.
            if top.belief < least * (1 - 1e-12) { return }
            visits[top.entity, default: 0] += 1
            guard let visit = visits[top.entity], visit <= limit else { continue }
            if top.entity == last {
                if visit == limit { least = top.belief }
                continue
            }
            for step in following[top.entity] ?? [] {
                let pair = PathSearch.Pair(step.from, step.to)
                if visit == 1 {
                    beliefs[pair] = try belief(step)
                    if beliefs[pair] == nil { refused.append(pair) }
                }
                if let belief = beliefs[pair] { push(top.belief * belief, step.to) }
            }
        }
    }

    private mutating func push(_ belief: Double, _ entity: Int64) {
        open.append((belief, entity))
        var at = open.count - 1
        while at > 0, open[(at - 1) / 2].belief < open[at].belief {
            open.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private mutating func pop() -> (belief: Double, entity: Int64)? {
        guard let top = open.first else { return nil }
        let last = open.removeLast()
        if open.isEmpty { return top }
        open[0] = last
        var at = 0
        while 2 * at + 1 < open.count {
            var child = 2 * at + 1
            if child + 1 < open.count, open[child + 1].belief > open[child].belief { child += 1 }
            if open[child].belief <= open[at].belief { break }
            open.swapAt(at, child)
            at = child
        }
        return top
    }
}
