internal import LiaisonModel

extension EdgeReader {
    /// The belief of the most believed edge between two entities that stand for themselves; nil when the view keeps none.
    ///
    /// The same as the first of ``edges(between:and:)``, from the index, and quotes only where several sources may be one.
    /// - Parameter directions: which way statements that hold link them, as far as is known.
    mutating func bestBelief(
        between a: Int64, and b: Int64, _ directions: PathSearch.Directions = [.outgoing, .incoming]
    ) throws -> Double? {
        if isPlain, overlay.members[a] == nil, overlay.members[b] == nil {
            return try overlay.rows.belief(PathSearch.Pair(a, b)) {
                let there = directions.contains(.outgoing) ? try bestBelief(from: a, to: b) : nil
                let back = directions.contains(.incoming) ? try bestBelief(from: b, to: a) : nil
                guard let there, let back else { return there ?? back }
                return max(there, back)
            }
        }
        return try edges(between: a, and: b).map(\.edge.belief).max()
    }

    /// Whether neither the view nor what people said about statements and edges takes anything away.
    var isPlain: Bool {
        view.relations.isEmpty && view.since == nil && view.asOf == nil && view.minimumBelief <= 0
            && view.states.isEmpty && !view.includesSuppressed && publishedBefore == nil && !overlay.judgesEdges
            && !overlay.judgesStatements
    }

    /// The best belief in one direction, nil where there is no edge.
    private func bestBelief(from subject: Int64, to object: Int64) throws -> Double? {
        let query = try PreparedStatement(
            statements.db,
            """
            SELECT relation, flags, confidence, id FROM statement WHERE subject = ? AND object = ? ORDER BY relation
            """)
        query.bind(1, Int(subject))
        query.bind(2, Int(object))
        defer { query.reset() }
        var held: [HeldStatement] = []
        var edges: [(range: Range<Int>, isDisputed: Bool, belief: PairBelief)] = []
        var relation: Int64 = -1
        var (tally, isDisputed, start) = (PairTally(), false, 0)
        func endEdge() {
            if held.count > start { edges.append((start..<held.count, isDisputed, tally.belief)) }
            (tally, isDisputed, start) = (PairTally(), false, held.count)
        }
        while try query.next() {
            if query.int64(0) != relation {
                endEdge()
                relation = query.int64(0)
            }
            let id = query.int64(3)
            guard let story = try story(of: id >> Int64(StatementRow.articleShift)) else { continue }
            let flags = StatementFlags(code: query.int(1))
            tally.add(flags, steps: query.int(2), story: story)
            if flags.holds {
                let strength = flags.strength(steps: query.int(2))
                held.append(HeldStatement(id: id, story: story, strength: strength))
            } else {
                isDisputed = isDisputed || flags.contradicts
            }
        }
        endEdge()
        var best: Double?
        // Edges that cannot be the best need not be looked at more closely.
        for edge in edges where edge.belief.isExact { best = max(best ?? 0, edge.belief.value ?? 0) }
        for edge in edges where !edge.belief.isExact {
            if let best, edge.belief.value ?? 0 <= best { continue }
            let sources = Belief.sources(
                try held[edge.range].map { ($0.story, try quote(of: $0.id), $0.strength) })
            best = max(best ?? 0, Belief.value(sources, isDisputed: edge.isDisputed))
        }
        return best
    }

    /// A statement that holds, in an article that is shown.
    private struct HeldStatement {
        var id: Int64
        var story: Int64
        var strength: Double
    }

    /// The quote of a statement, nil where it is too short to tell anything.
    private func quote(of statement: Int64) throws -> ExactText? {
        let query = try PreparedStatement(statements.db, "SELECT quote FROM statement WHERE id = ?")
        query.bind(1, statement)
        defer { query.reset() }
        guard try query.next(), let bytes = query.borrowedText(0), bytes.count >= Belief.quoteLength else { return nil }
        return ExactText(query.text(0))
    }

    /// The story of an article; nil when another stands for it.
    private func story(of article: Int64) throws -> Int64? {
        let query = try PreparedStatement(statements.db, "SELECT story FROM article WHERE id = ? AND is_shown = 1")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }
}
