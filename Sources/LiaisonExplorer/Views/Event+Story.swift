internal import LiaisonModel
internal import LiaisonStore

extension Event {
    /// What edges say happened, earliest first: of several statements that give one edge the same date, the best.
    ///
    /// The same as `Store.timeline(of:view:)`, of edges at hand.
    /// - Parameter isWhole: whether every statement counts, and those without a date too.
    static func story(of edges: [Edge], isWhole: Bool = false) -> [Event] {
        var events: [Event] = []
        for edge in edges {
            var bare = edge
            bare.statements = []
            var dates: Set<String> = []
            for statement in edge.statements {
                let qualifiers = statement.qualifiers
                let own = qualifiers.date ?? (qualifiers.time == .ended ? qualifiers.end : nil) ?? qualifiers.start
                guard let date = own ?? statement.article.published ?? (isWhole ? "" : nil) else { continue }
                if !isWhole, !dates.insert(date).inserted { continue }
                events.append(Event(date: date, isPublication: own == nil, edge: bare, statement: statement))
            }
        }
        return events.sorted { a, b in
            if a.date != b.date { return a.date < b.date }
            if a.edge.id != b.edge.id { return a.edge.id < b.edge.id }
            return a.statement.id < b.statement.id
        }
    }
}
