public import LiaisonModel

extension Store {
    /// What is said to have happened to an entity, earliest first; of several statements that give one edge the same date,
    /// the best.
    /// - Parameter view: filters; its focus, depth and limit are not looked at.
    public func timeline(of entity: EntityKey, view: GraphView = GraphView()) throws(StoreError) -> [Event] {
        var events: [Event] = []
        for edge in try edges(of: entity, view: view) {
            var bare = edge
            bare.statements = []
            var dates: Set<String> = []
            for statement in edge.statements {
                let qualifiers = statement.qualifiers
                let own = qualifiers.date ?? (qualifiers.time == .ended ? qualifiers.end : nil) ?? qualifiers.start
                guard let date = own ?? statement.article.published, dates.insert(date).inserted else { continue }
                events.append(Event(date: date, isPublication: own == nil, edge: bare, statement: statement))
            }
        }
        return events.sorted { a, b in
            if a.date != b.date { return PartialDate.precedes(a.date, b.date) }
            if a.edge.id != b.edge.id { return a.edge.id < b.edge.id }
            return Statement.precedes(a.statement, b.statement)
        }
    }
}
