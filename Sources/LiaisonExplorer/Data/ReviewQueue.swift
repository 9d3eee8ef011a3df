internal import Dispatch
internal import LiaisonModel
internal import LiaisonStore
internal import Synchronization

/// What people should look at, kept between pages: finding it is a walk over the whole store.
final class ReviewQueue: Sendable {
    private struct State {
        var items: [ReviewItem] = []
        var stamp: StoreClock.Stamp?
        var madeAt: ContinuousClock.Instant?
        var cost = Duration.zero
        /// What was decided since.
        var decided: Set<String> = []
    }

    private let path: String
    private let clock: StoreClock
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "liaison.review")
    /// So many questions are found at a time.
    private static let length = 200

    init(path: String, clock: StoreClock) {
        self.path = path
        self.clock = clock
    }

    /// The questions that are open, the most valuable first.
    func items() async throws -> [ReviewItem] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.current() }) }
        }
    }

    /// Takes what was decided out of the queue, without looking for all questions again.
    func remove(_ judgements: [Judgement]) {
        state.withLock { state in
            for judgement in judgements {
                if judgement.verb == .undo {
                    // What was undone may be asked again.
                    state.stamp = nil
                    state.madeAt = nil
                    state.decided = []
                } else {
                    state.decided.insert(Self.name(judgement.subject, judgement.relation, judgement.object))
                }
            }
        }
    }

    private func current() throws -> [ReviewItem] {
        let stamp = clock.now()
        let known = state.withLock { state -> [ReviewItem]? in
            guard let last = state.stamp, let madeAt = state.madeAt else { return nil }
            let open = Self.open(state)
            // While the store changes, the walk takes a tenth of the time at most.
            let isYoung = ContinuousClock.now - madeAt < max(state.cost * 10, .seconds(2))
            let isUnchanged = last.generation == stamp.generation
            let isExhausted = open.isEmpty && !state.items.isEmpty
            return isYoung || (isUnchanged && !isExhausted) ? open : nil
        }
        if let known { return known }
        let start = ContinuousClock.now
        // A connection of its own: its memory is given back with it.
        let items = try Store(path: path, mode: .readOnly).reviewQueue(limit: Self.length)
        return state.withLock { state in
            state = State(items: items, stamp: stamp, madeAt: .now, cost: .now - start)
            return items
        }
    }

    private static func open(_ state: State) -> [ReviewItem] {
        if state.decided.isEmpty { return state.items }
        return state.items.filter { item in
            switch item.question {
            case .sameEntity(let a, let b, _):
                !state.decided.contains(name(a.key.text, nil, b.key.text))
                    && !state.decided.contains(name(b.key.text, nil, a.key.text))
            case .edge(let edge, _):
                !state.decided.contains(name(edge.subject.key.text, edge.relation.text, edge.object.key.text))
            }
        }
    }

    private static func name(_ subject: String, _ relation: String?, _ object: String?) -> String {
        [subject, relation ?? "", object ?? ""].joined(separator: "\u{0}")
    }
}
