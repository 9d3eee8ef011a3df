/// The beliefs of the pairs on shortest paths, as far as they are needed to tell the most believed paths.
///
/// A belief costs several look-ups. Ways are followed from one end, first those that may be believed most (the A* search of Hart,
/// Nilsson and Raphael, 1968): by the belief in the way so far, times the most that can be said for the rest of it. What may be
/// less believed than a whole way need not be followed. Where no more than a bound of a belief is known, the step is followed as if
/// it were that, and its belief looked up when its turn has come.
struct PathBeliefs {
    /// Pairs between which the view keeps no edge.
    private(set) var refused: [PathSearch.Pair] = []
    private var refusedPairs: Set<PathSearch.Pair> = []
    private var beliefs: [PathSearch.Pair: Double] = [:]
    /// The steps from each entity, in the direction that is followed.
    private var following: [Int64: [PathSearch.Step]] = [:]
    private let first: Int64
    private let last: Int64
    /// What ways from an entity to the last may be believed at most; empty where nothing is known of it.
    private var bounds: [Int64: Double] = [:]
    private let usesBounds: Bool
    /// The ways that are to be followed, as a heap: those that may be believed most first.
    private var open: [Way] = []

    private struct Way {
        /// What a whole way that begins so may be believed at most.
        var priority: Double
        /// The belief in the way so far, its last step left out where that is yet to be looked up.
        var belief: Double
        var entity: Int64
        /// The last step, where its belief is to be looked up.
        var step: PathSearch.Step?
    }

    /// - Parameters:
    ///   - steps: the steps of all shortest paths, by their place on the path.
    ///   - usesBounds: whether the beliefs that steps bring are those that the view asks for.
    init(_ steps: [[PathSearch.Step]], from start: Int64, to end: Int64, usesBounds: Bool) {
        // From the end with fewer steps: these are all looked at.
        let isForward = (steps.first?.count ?? 0) <= (steps.last?.count ?? 0)
        (first, last) = isForward ? (start, end) : (end, start)
        self.usesBounds = usesBounds
        for step in steps.joined() {
            let step = isForward ? step : step.reversed
            following[step.from, default: []].append(step)
        }
        guard usesBounds, steps.joined().contains(where: { $0.belief != .unknown }) else { return }
        bounds[last] = 1
        for level in isForward ? steps.reversed() : steps {
            for step in level {
                let (from, to) = isForward ? (step.from, step.to) : (step.to, step.from)
                let bound = (step.belief.value ?? 0) * (bounds[to] ?? 0)
                if bound > bounds[from] ?? -1 { bounds[from] = bound }
            }
        }
    }

    /// The belief of a pair that may be on one of the best ways; nil for any other.
    subscript(pair: PathSearch.Pair) -> Double? { beliefs[pair] }

    /// Finds the belief of every pair on a way that is at least as much believed as the best ones in that number.
    /// - Parameter belief: looks up the belief of a step.
    mutating func find(limit: Int, _ belief: (PathSearch.Step) throws -> Double?) throws {
        var least = 0.0
        var visits: [Int64: Int] = [:]
        follow(1, first)
        while let top = pop() {
            // Products of the same beliefs in another order may differ in the last place.
            if top.priority < least * (1 - 1e-12) { return }
            if let step = top.step {
                if let known = try look(up: step, belief) { follow(top.belief * known, top.entity) }
                continue
            }
            visits[top.entity, default: 0] += 1
            guard let visit = visits[top.entity], visit <= limit else { continue }
            if top.entity == last {
                if visit == limit { least = top.belief }
                continue
            }
            for step in following[top.entity] ?? [] {
                let pair = PathSearch.Pair(step.from, step.to)
                if refusedPairs.contains(pair) { continue }
                if usesBounds, beliefs[pair] == nil, step.belief.isExact { settle(pair, step.belief.value) }
                if let known = beliefs[pair] {
                    follow(top.belief * known, step.to)
                } else if !refusedPairs.contains(pair) {
                    follow(top.belief, step.to, step)
                }
            }
        }
    }

    private mutating func look(
        up step: PathSearch.Step, _ belief: (PathSearch.Step) throws -> Double?
    ) throws -> Double? {
        let pair = PathSearch.Pair(step.from, step.to)
        if beliefs[pair] == nil, !refusedPairs.contains(pair) { settle(pair, try belief(step)) }
        return beliefs[pair]
    }

    private mutating func settle(_ pair: PathSearch.Pair, _ belief: Double?) {
        beliefs[pair] = belief
        if belief == nil, refusedPairs.insert(pair).inserted { refused.append(pair) }
    }

    // MARK: The heap

    private mutating func follow(_ belief: Double, _ entity: Int64, _ step: PathSearch.Step? = nil) {
        let rest = bounds.isEmpty ? 1 : bounds[entity] ?? 0
        let bound = usesBounds ? step?.belief.value ?? 1 : 1
        open.append(Way(priority: belief * bound * rest, belief: belief, entity: entity, step: step))
        var at = open.count - 1
        while at > 0, open[(at - 1) / 2].priority < open[at].priority {
            open.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private mutating func pop() -> Way? {
        guard let top = open.first else { return nil }
        let last = open.removeLast()
        if open.isEmpty { return top }
        open[0] = last
        var at = 0
        while 2 * at + 1 < open.count {
            var child = 2 * at + 1
            if child + 1 < open.count, open[child + 1].priority > open[child].priority { child += 1 }
            if open[child].priority <= open[at].priority { break }
            open.swapAt(at, child)
            at = child
        }
        return top
    }
}
