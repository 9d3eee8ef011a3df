internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// What articles published from a date on have changed.
    /// - Parameters:
    ///   - date: `YYYY-MM-DD` or a shorter EDTF date.
    ///   - view: which edges are looked at; its focus, depth, limit and dates are not.
    /// - Returns: by kind of change, then the most believed first.
    public func changes(since date: String, view: GraphView = GraphView()) throws(StoreError) -> [Change] {
        try read { db in
            let overlay = try overlay(db)
            var now = EdgeReader(db, overlay, view)
            var before = EdgeReader(db, overlay, view)
            before.publishedBefore = date
            var groups: Set<DerivedEdge.Group> = []
            let articles = try PreparedStatement(
                db, "SELECT id FROM article WHERE published >= ? AND is_shown = 1 ORDER BY id")
            articles.bind(1, date)
            while try articles.next() {
                for row in try now.statements.rows(ofArticle: articles.int64(0)) {
                    if let group = try now.group(of: row) { groups.insert(group) }
                }
            }
            var changes: [Change] = []
            for group in groups {
                guard let edge = try now.edge(group)?.edge else { continue }
                let old = try before.edge(group)?.edge
                if let kind = Self.kind(edge, old) { changes.append(Change(kind: kind, edge: edge, before: old)) }
            }
            return changes.sorted { a, b in
                if a.kind != b.kind { return Self.place(a.kind) < Self.place(b.kind) }
                return Edge.isMoreBelieved(a.edge, b.edge)
            }
        }
    }

    private static func kind(_ edge: Edge, _ old: Edge?) -> Change.Kind? {
        guard let old else { return .new }
        if edge.state != old.state { return .state }
        if edge.belief < old.belief { return .weakened }
        return edge.articleCount > old.articleCount ? .strengthened : nil
    }

    private static func place(_ kind: Change.Kind) -> Int {
        Change.Kind.allCases.firstIndex(of: kind) ?? 0
    }
}
