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

    /// An edge with something doubtful about it, before it is built.
    private struct Doubtful {
        var group: DerivedEdge.Group
        /// Its priority is at most this.
        var bound: Double
    }

    /// The edges that are most worth a look: built one after the other, those that may matter most first, until what is left
    /// cannot matter more than what was found.
    private static func edgeItems(_ db: Database, _ overlay: Overlay, limit: Int) throws -> [ReviewItem] {
        var view = GraphView()
        view.includesSuppressed = true
        var reader = EdgeReader(db, overlay, view)
        let counts = try articleCounts(db, overlay)
        func articles(_ group: DerivedEdge.Group) -> Double {
            Double((counts[group.subject] ?? 0) + (counts[group.object] ?? 0))
        }
        var items: [ReviewItem] = []
        let candidates = try doubtful(db, overlay, &reader, articles)
        for (place, candidate) in candidates.enumerated() {
            if place.isMultiple(of: 256), items.count >= limit {
                items.sort { $0.priority != $1.priority ? $0.priority > $1.priority : label($0) < label($1) }
                items.removeLast(items.count - limit)
                // Of equals, the label decides: only what is less for certain is left out.
                if items.last.map({ candidate.bound < $0.priority }) ?? true { break }
            }
            guard let derived = try reader.edge(candidate.group), !reader.isAccepted(derived.edge),
                let (reason, doubt) = doubt(derived.edge)
            else { continue }
            items.append(
                ReviewItem(
                    question: .edge(derived.edge, reason), priority: doubt * articles(candidate.group)))
        }
        return items
    }

    /// Edges with something doubtful about them, those that may matter most first.
    private static func doubtful(
        _ db: Database, _ overlay: Overlay, _ reader: inout EdgeReader, _ articles: (DerivedEdge.Group) -> Double
    ) throws -> [Doubtful] {
        let query = try PreparedStatement(
            db,
            """
            SELECT subject, relation, object, max(flags & 7 = 3 OR flags & 32 <> 0) FROM statement
            WHERE flags & 7 = 3 OR flags & 32 <> 0 OR confidence < 7000 OR amount IS NOT NULL
            GROUP BY subject, relation, object
            """)
        var bounds: [DerivedEdge.Group: Double] = [:]
        while try query.next() {
            guard
                let group = try reader.group(
                    subject: query.int64(0), relation: query.int64(1), object: query.int64(2))
            else { continue }
            // Only a contradiction makes an edge doubtful twice over; a correction may bring one.
            let doubt = query.int(3) != 0 || overlay.hasEdits ? contradicted : 1
            bounds[group] = max(bounds[group] ?? 0, doubt * articles(group))
        }
        return bounds.map { Doubtful(group: $0.key, bound: $0.value) }.sorted { a, b in
            if a.bound != b.bound { return a.bound > b.bound }
            return (a.group.subject, a.group.relation, a.group.object)
                < (b.group.subject, b.group.relation, b.group.object)
        }
    }

    /// How many articles name each entity that stands for itself.
    private static func articleCounts(_ db: Database, _ overlay: Overlay) throws -> [Int64: Int] {
        let query = try PreparedStatement(
            db, "SELECT entity, sum(uses) FROM name WHERE kind IS NOT NULL GROUP BY entity")
        var counts: [Int64: Int] = [:]
        while try query.next() { counts[overlay.representative(of: query.int64(0)), default: 0] += query.int(1) }
        return counts
    }

    /// How much the doubt about an edge weighs that some sources deny.
    private static let contradicted = 2.0

    /// Sums from this value on are worth a second source, whatever their currency.
    private static let largeSum = 100_000_000.0

    private static func doubt(_ edge: Edge) -> (ReviewItem.EdgeReason, Double)? {
        let held = edge.statements.filter(\.qualifiers.holds)
        if edge.state == .disputed && !held.isEmpty { return (.disputed, contradicted) }
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
