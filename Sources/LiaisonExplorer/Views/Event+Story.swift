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
        // Events are large: their places are sorted in their stead.
        let orders = events.map { PartialDate.order(of: $0.date) }
        let places = events.indices.sorted { first, second in
            if orders[first] != orders[second] { return orders[first] < orders[second] }
            if events[first].date != events[second].date { return events[first].date < events[second].date }
            if events[first].edge.id != events[second].edge.id {
                return events[first].edge.id < events[second].edge.id
            }
            let (a, b) = (events[first].statement, events[second].statement)
            return a.article.sha256 != b.article.sha256 ? a.article.sha256 < b.article.sha256 : Statement.precedes(a, b)
        }
        return places.map { events[$0] }
    }
}
