internal import LiaisonModel

extension EdgeReader {
    /// The belief of the most believed edge between two entities that stand for themselves; nil when the view keeps none.
    ///
    /// The same as the first of ``edges(between:and:)``, from the index alone where one source states an edge.
    /// - Parameter directions: which way statements that hold link them, as far as is known.
    mutating func bestBelief(
        between a: Int64, and b: Int64, _ directions: PathSearch.Directions = [.outgoing, .incoming]
    ) throws -> Double? {
        if isPlain, overlay.members(of: a).count == 1, overlay.members(of: b).count == 1 {
            let there = directions.contains(.outgoing) ? try bestBelief(from: a, to: b) : -1
            let back = directions.contains(.incoming) ? try bestBelief(from: b, to: a) : -1
            if let there, let back { return max(there, back) < 0 ? nil : max(there, back) }
        }
        return try edges(between: a, and: b).map(\.edge.belief).max()
    }

    /// Whether neither the view nor what people said about statements and edges takes anything away.
    private var isPlain: Bool {
        view.relations.isEmpty && view.since == nil && view.asOf == nil && view.minimumBelief <= 0
            && view.states.isEmpty && !view.includesSuppressed && publishedBefore == nil && !overlay.judgesEdges
            && !overlay.judgesStatements
    }

    /// The best belief in one direction, -1 where there is no edge, and nil where the words have to be compared.
    private func bestBelief(from subject: Int64, to object: Int64) throws -> Double? {
        let query = try PreparedStatement(
            statements.db,
            """
            SELECT relation, flags, confidence, id FROM statement WHERE subject = ? AND object = ? ORDER BY relation
            """)
        query.bind(1, Int(subject))
        query.bind(2, Int(object))
        defer { query.reset() }
        var best = -1.0
        var relation: Int64 = -1
        var edge = Tally()
        while try query.next() {
            if query.int64(0) != relation {
                guard edge.isOneSource else { return nil }
                best = max(best, edge.belief)
                (relation, edge) = (query.int64(0), Tally())
            }
            let article = query.int64(3) >> Int64(StatementRow.articleShift)
            guard let story = try story(of: article) else { continue }
            edge.add(StatementFlags(code: query.int(1)), steps: query.int(2), story: story)
        }
        guard edge.isOneSource else { return nil }
        return max(best, edge.belief)
    }

    /// The story of an article; nil when another stands for it.
    private func story(of article: Int64) throws -> Int64? {
        let query = try PreparedStatement(statements.db, "SELECT story FROM article WHERE id = ? AND is_shown = 1")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }

    /// What the statements of one edge add up to while they are of one story.
    private struct Tally {
        private var strength = -1.0
        private var story: Int64?
        private var isDisputed = false
        private(set) var isOneSource = true

        mutating func add(_ flags: StatementFlags, steps: Int, story: Int64) {
            var qualifiers = Qualifiers()
            (qualifiers.factuality, qualifiers.negated) = (flags.factuality, flags.negated)
            guard qualifiers.holds else {
                isDisputed = isDisputed || qualifiers.contradicts
                return
            }
            if let known = self.story, known != story { isOneSource = false }
            self.story = story
            strength = max(strength, Double(steps) / 10_000 * Belief.weight(flags.factuality))
        }

        /// -1 where nothing holds.
        var belief: Double { strength < 0 ? -1 : Belief.value([strength], isDisputed: isDisputed) }
    }
}
