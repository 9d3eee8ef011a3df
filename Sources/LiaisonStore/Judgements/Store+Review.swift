internal import class GRDB.Database
internal import LiaisonModel

extension Store {
    /// What a person should look at, the most valuable first: entities that may be one, disputed edges, large sums that
    /// rest on one source, and edges between much-named entities that are little believed.
    ///
    /// What people accepted, rejected, merged or split is not asked again.
    /// - Parameter limit: at most so many.
    public func reviewQueue(limit: Int = 50) throws(StoreError) -> [ReviewItem] {
        try read { db in
            let overlay = try overlay(db)
            var items = try Self.pairItems(db, overlay)
            items += try Self.edgeItems(db, overlay, limit: limit)
            items.sort { a, b in
                a.priority != b.priority ? a.priority > b.priority : Self.label(a) < Self.label(b)
            }
            return Array(items.prefix(max(limit, 0)))
        }
    }

    private static func pairItems(_ db: Database, _ overlay: Overlay) throws -> [ReviewItem] {
        var reader = EntityReader(db, overlay)
        let apart = Set(
            try JudgementLog.inForce(db).filter { $0.verb == .split }.map { Set([$0.subject, $0.object ?? ""]) })
        var found: [Set<Int64>: ReviewItem] = [:]
        for pair in try DoubtfulPairs(db, overlay).pairs() {
            let (a, b) = (
                try reader.match(pair.first, name: nil, quality: .key),
                try reader.match(pair.second, name: nil, quality: .key)
            )
            let (first, second) = a.entity.key < b.entity.key ? (a.entity, b.entity) : (b.entity, a.entity)
            if apart.contains([first.key.text, second.key.text]) { continue }
            let doubt =
                switch pair.reason {
                case .sharedName: 3.0
                case .commonEnding: 2.0
                case .initials: 1.0
                }
            // The rarer of the two is what a merge would bring to the other.
            let item = ReviewItem(
                question: .sameEntity(first, second, pair.reason),
                priority: doubt * Double(min(a.articleCount, b.articleCount)))
            let ends: Set<Int64> = [pair.first, pair.second]
            if let known = found[ends], known.priority >= item.priority { continue }
            found[ends] = item
        }
        return Array(found.values)
    }

    private static func edgeItems(_ db: Database, _ overlay: Overlay, limit: Int) throws -> [ReviewItem] {
        var view = GraphView()
        view.includesSuppressed = true
        var reader = EdgeReader(db, overlay, view)
        var entities = EntityReader(db, overlay)
        var counts: [Int64: Int] = [:]
        var items: [ReviewItem] = []
        // Only edges with something doubtful about them are built.
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject, relation, object FROM statement
            WHERE flags & 7 = 3 OR flags & 32 <> 0 OR confidence < 7000 OR amount IS NOT NULL
            """)
        var groups: Set<DerivedEdge.Group> = []
        while try query.next() {
            if let group = try reader.group(
                subject: query.int64(0), relation: query.int64(1), object: query.int64(2))
            {
                groups.insert(group)
            }
        }
        for group in groups {
            guard let derived = try reader.edge(group), !reader.isAccepted(derived.edge),
                let (reason, doubt) = doubt(derived.edge)
            else { continue }
            var articles = 0
            for entity in [group.subject, group.object] {
                let count = try counts[entity] ?? entities.match(entity, name: nil, quality: .key).articleCount
                counts[entity] = count
                articles += count
            }
            items.append(ReviewItem(question: .edge(derived.edge, reason), priority: doubt * Double(articles)))
            // Memory stays bounded however many edges are doubtful.
            if items.count > 4 * limit + 1000 {
                items.sort { $0.priority != $1.priority ? $0.priority > $1.priority : label($0) < label($1) }
                items.removeLast(items.count - limit)
            }
        }
        return items
    }

    /// Sums from this value on are worth a second source, whatever their currency.
    private static let largeSum = 100_000_000.0

    private static func doubt(_ edge: Edge) -> (ReviewItem.EdgeReason, Double)? {
        let held = edge.statements.filter(\.qualifiers.holds)
        if edge.state == .disputed && !held.isEmpty { return (.disputed, 2) }
        if held.isEmpty { return nil }
        let sum = held.compactMap { $0.qualifiers.amount?.value.approximate }.max() ?? 0
        if edge.articleCount == 1, sum >= largeSum { return (.singleSource, 1 - edge.belief * 0.5) }
        if edge.belief < 0.7 { return (.lowBelief, 1 - edge.belief) }
        return nil
    }

    private static func label(_ item: ReviewItem) -> String {
        switch item.question {
        case .sameEntity(let a, let b, _): a.key.text + " " + b.key.text
        case .edge(let edge, _): edge.id
        }
    }
}
