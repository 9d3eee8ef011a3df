internal import GRDB
public import LiaisonModel

/// A view of a store as it was when the view was made, read as a stream: writers are neither seen nor held up.
///
/// Memory grows with the number of entities, by some hundred bytes each, and with the largest edge, not with the number of
/// statements and articles: these are sorted on disk. Visits may not ask the same graph for something else while they last.
public final class StoreGraph: GraphSource, Sendable {
    private let queue: DatabaseQueue
    private let path: String
    private let view: GraphView
    private let overlay: Overlay
    private let survey = Guarded<GraphSurvey?>(nil)
    /// Neighbourhoods of fewer entities are read by queries, all others by sorting.
    private static let smallReach = 1_000

    init(_ store: Store, _ view: GraphView) throws(StoreError) {
        self.view = view
        path = store.path
        do {
            queue = try store.openSnapshot()
            overlay = try queue.inDatabase { db in
                // Tables are read from end to end: little of them is worth keeping.
                try db.execute(sql: "PRAGMA cache_size = -8192; BEGIN DEFERRED")
                return try Overlay(db)
            }
        } catch {
            throw StoreError(error, path: store.path)
        }
    }

    deinit {
        try? queue.close()
    }

    public func summary() throws -> GraphSummary {
        try access { try surveyed($0).summary }
    }

    public func forEachEntity(_ visit: (Entity) throws -> Void) throws {
        try access { db in
            let survey = try surveyed(db)
            var reader = EntityReader(db, overlay)
            if let sorted = survey.sorted {
                let aliased = try Self.aliased(db)
                return try sorted.forEachEntity(survey.entities) { id, reference in
                    let hasMore = aliased.contains(id) || overlay.names[id] != nil || overlay.members[id] != nil
                    try visit(hasMore ? try reader.entity(id) : Entity(reference: reference))
                }
            }
            let query = try PreparedStatement(db, "SELECT id FROM entity ORDER BY key")
            defer { query.reset() }
            while try query.next() {
                if survey.entities.contains(query.int64(0)) { try visit(try reader.entity(query.int64(0))) }
            }
        }
    }

    /// The entities with more than their preferred name, from one walk over the names.
    private static func aliased(_ db: Database) throws -> Bitmap {
        var (named, aliased) = (Bitmap(), Bitmap())
        let query = try PreparedStatement(db, "SELECT entity, kind IS NULL FROM name")
        while try query.next() {
            let entity = query.int64(0)
            if named.contains(entity) || query.int(1) != 0 { aliased.insert(entity) }
            named.insert(entity)
        }
        return aliased
    }

    public func forEachEdge(_ visit: (Edge) throws -> Void) throws {
        try access { db in
            let survey = try surveyed(db)
            guard let chosen = survey.chosen else {
                _ = try forEachEdge(db, reach: survey.reach) { try visit($0.edge) }
                return
            }
            var reader = EdgeReader(db, overlay, view)
            for group in chosen {
                if let derived = try reader.edge(group) { try visit(derived.edge) }
            }
        }
    }

    public func forEachRecord(_ visit: (EdgeRecord) throws -> Void) throws {
        try access { db in
            let survey = try surveyed(db)
            if let sorted = survey.sorted { return try sorted.forEachRecord(survey.chosenKeys, visit) }
            let memory = RecordMemory()
            try forEachEdge { edge in
                memory.empty()
                try visit(EdgeRecord(edge, in: memory))
            }
        }
    }

    public func forEachArticle(_ visit: (ArticleHead) throws -> Void) throws {
        try access { db in
            let articles = try surveyed(db).articles
            let query = try PreparedStatement(
                db, "SELECT \(ArticleRow.columns) FROM article WHERE is_shown = 1 ORDER BY hash")
            defer { query.reset() }
            while try query.next() {
                let row = ArticleRow(query)
                if articles.contains(row.id) { try visit(row.head) }
            }
        }
    }

    // MARK: Passes

    private func access<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try queue.unsafeReentrantRead(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    /// Walks over the edges of the view, before its limit, in the order of exports.
    /// - Returns: how many edges the view left out for their belief or state.
    private func forEachEdge(
        _ db: Database, reach: Set<Int64>?, _ visit: (DerivedEdge) throws -> Void
    ) throws -> Int {
        var reader = EdgeReader(db, overlay, view)
        let focus = try Set(view.focus.compactMap { try EntityReader(db, overlay).identifier(of: $0) })
        func edges(of entity: Int64) throws {
            if let reach, !reach.contains(entity) { return }
            for derived in try reader.edges(from: entity) {
                guard reach?.contains(derived.group.object) != false,
                    keeps(derived.edge.subject.kind) || focus.contains(derived.group.subject),
                    keeps(derived.edge.object.kind) || focus.contains(derived.group.object)
                else { continue }
                try visit(derived)
            }
        }
        if let reach, reach.count < 10_000 {
            // A small neighbourhood is sorted here rather than picked out of all entities.
            let sorted = try reach.map { ($0, try reader.statements.reference($0).key) }.sorted { $0.1 < $1.1 }
            for (entity, _) in sorted { try edges(of: entity) }
            return reader.hiddenCount
        }
        let query = try PreparedStatement(db, "SELECT id FROM entity ORDER BY key")
        defer { query.reset() }
        while try query.next() {
            let entity = query.int64(0)
            if overlay.representative(of: entity) == entity { try edges(of: entity) }
        }
        return reader.hiddenCount
    }

    private func keeps(_ kind: EntityKind) -> Bool {
        view.kinds.isEmpty || view.kinds.contains(kind)
    }

    private func surveyed(_ db: Database) throws -> GraphSurvey {
        if let known = survey.withValue({ $0 }) { return known }
        let reach = try reach(db)
        // Corrections of qualifiers are known to the reader of edges alone.
        let isSmall = overlay.hasEdits || reach.map { $0.count < Self.smallReach } ?? false
        let made = isSmall ? try surveyByQueries(db, reach) : try surveyBySorting(db, reach)
        survey.withValue { $0 = made }
        return made
    }

    private func surveyBySorting(_ db: Database, _ reach: Set<Int64>?) throws -> GraphSurvey {
        var survey = GraphSurvey(title: view.title, reach: reach)
        let focus = try Set(view.focus.compactMap { try EntityReader(db, overlay).identifier(of: $0) })
        let sorted = try SortedGraph(db, overlay, view, focus: focus, reach: reach)
        var total: Int?
        if let limit = view.limit {
            let best = try sorted.best(limit)
            total = best.total
            survey.chosenKeys = Set(best.keys)
            var ranks: [RelationID: Int64] = [:]
            let query = try PreparedStatement(db, "SELECT id, name FROM relation")
            while try query.next() { ranks[RelationID(query.text(1))] = query.int64(0) }
            survey.chosen = best.keys.compactMap { key in
                ranks[sorted.relation(key)].map { relation in
                    let ends = sorted.ends(key)
                    return DerivedEdge.Group(subject: ends.subject, relation: relation, object: ends.object)
                }
            }
        }
        survey.sorted = sorted
        if view.limit == nil, sorted.isPlain {
            try Self.count(sorted, in: &survey)
            return survey
        }
        var latest: [UInt8] = []
        try sorted.forEach { derived in
            if survey.chosenKeys?.contains(derived.key) == false { return }
            let ends = sorted.ends(derived.key)
            survey.note(
                subject: ends.subject, object: ends.object, articles: derived.articles,
                statementCount: derived.statements.count, last: nil)
            if let last = derived.last, latest.lexicographicallyPrecedes(last.bytes) { latest = Array(last.bytes) }
        }
        if !latest.isEmpty { survey.summary.latest = String(decoding: latest, as: UTF8.self) }
        survey.finish(total: total ?? survey.summary.edgeCount, hidden: sorted.hiddenCount)
        return survey
    }

    /// Counts what needs no belief.
    private static func count(_ sorted: SortedGraph, in survey: inout GraphSurvey) throws {
        var current: EdgeKey?
        var latest: [UInt8] = []
        try sorted.forEachHeld { key, article, published in
            survey.summary.statementCount += 1
            survey.articles.insert(article)
            if let published, latest.lexicographicallyPrecedes(published.bytes) { latest = Array(published.bytes) }
            if key == current { return }
            current = key
            survey.summary.edgeCount += 1
            let ends = sorted.ends(key)
            survey.entities.insert(ends.subject)
            survey.entities.insert(ends.object)
        }
        if !latest.isEmpty { survey.summary.latest = String(decoding: latest, as: UTF8.self) }
        survey.finish(total: survey.summary.edgeCount, hidden: 0)
    }

    private func surveyByQueries(_ db: Database, _ reach: Set<Int64>?) throws -> GraphSurvey {
        var survey = GraphSurvey(title: view.title, reach: reach)
        func note(_ derived: DerivedEdge) {
            survey.note(
                subject: derived.group.subject, object: derived.group.object, articles: derived.articles,
                statementCount: derived.edge.statements.count, last: derived.edge.last)
        }
        guard let limit = view.limit else {
            let hidden = try forEachEdge(db, reach: reach) { note($0) }
            survey.finish(total: survey.summary.edgeCount, hidden: hidden)
            return survey
        }
        var strengths: [Int64: Double] = [:]
        var total = 0
        let hidden = try forEachEdge(db, reach: reach) { derived in
            total += 1
            strengths[derived.group.subject, default: 0] += derived.edge.belief
            strengths[derived.group.object, default: 0] += derived.edge.belief
        }
        var best = BestEdges<DerivedEdge.Group>(limit: limit)
        _ = try forEachEdge(db, reach: reach) { derived in
            best.insert(
                derived.group, belief: derived.edge.belief, articleCount: derived.edge.articleCount,
                strengths: (strengths[derived.group.subject] ?? 0, strengths[derived.group.object] ?? 0))
        }
        let chosen = best.keys()
        let kept = Set(chosen)
        _ = try forEachEdge(db, reach: reach) { if kept.contains($0.group) { note($0) } }
        survey.chosen = chosen
        survey.finish(total: total, hidden: hidden)
        return survey
    }

    /// The entities at most ``GraphView/depth`` edges away from the focus; nil when the view is the whole graph.
    private func reach(_ db: Database) throws -> Set<Int64>? {
        if view.focus.isEmpty { return nil }
        var reader = EdgeReader(db, overlay, view)
        let focus = try view.focus.compactMap { try EntityReader(db, overlay).identifier(of: $0) }
        var reached = Set(focus)
        var frontier = focus
        for _ in 0..<max(view.depth, 0) {
            var next: [Int64] = []
            for entity in frontier {
                for derived in try reader.edges(of: entity) {
                    let other = derived.group.subject == entity ? derived.group.object : derived.group.subject
                    if reached.insert(other).inserted { next.append(other) }
                }
            }
            if next.isEmpty { break }
            frontier = next
        }
        return reached
    }
}

extension Store {
    /// A part of the graph, to be exported or drawn.
    /// - Throws: ``StoreError`` when the file cannot be read; the graph's own methods throw the same.
    public func graph(_ view: GraphView = GraphView()) throws(StoreError) -> StoreGraph {
        try StoreGraph(self, view)
    }
}
