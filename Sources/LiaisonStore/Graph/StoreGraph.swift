internal import GRDB
public import LiaisonModel

/// A view of a store as it was when the view was made, read as a stream: writers are neither seen nor held up.
///
/// Memory grows with the number of entities by a bit each, with the edges of one entity, and with the size of the
/// neighbourhood where the view has a focus. Visits may not ask the same graph for something else while they last.
public final class StoreGraph: GraphSource, Sendable {
    private let queue: DatabaseQueue
    private let path: String
    private let view: GraphView
    private let overlay: Overlay
    private let survey = Guarded<Survey?>(nil)

    /// What a first pass learns of the view.
    private struct Survey: Sendable {
        var summary: GraphSummary
        var entities = Bitmap()
        var articles = Bitmap()
        /// The entities in reach of the focus; nil where there is none.
        var reach: Set<Int64>?
        /// The edges to keep where the view has a limit.
        var chosen: Set<DerivedEdge.Group>?
    }

    init(_ store: Store, _ view: GraphView) throws(StoreError) {
        self.view = view
        path = store.path
        do {
            queue = try store.openSnapshot()
            overlay = try queue.inDatabase { db in
                try db.execute(sql: "BEGIN DEFERRED")
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
            let entities = try surveyed(db).entities
            var reader = EntityReader(db, overlay)
            let query = try PreparedStatement(db, "SELECT id FROM entity ORDER BY key")
            defer { query.reset() }
            while try query.next() {
                if entities.contains(query.int64(0)) { try visit(try reader.entity(query.int64(0))) }
            }
        }
    }

    public func forEachEdge(_ visit: (Edge) throws -> Void) throws {
        try access { db in
            let survey = try surveyed(db)
            _ = try forEachEdge(db, reach: survey.reach) { derived in
                if let chosen = survey.chosen, !chosen.contains(derived.group) { return }
                try visit(derived.edge)
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

    private func surveyed(_ db: Database) throws -> Survey {
        if let known = survey.withValue({ $0 }) { return known }
        let made = try makeSurvey(db)
        survey.withValue { $0 = made }
        return made
    }

    private func makeSurvey(_ db: Database) throws -> Survey {
        var survey = Survey(
            summary: GraphSummary(entityCount: 0, edgeCount: 0, statementCount: 0, articleCount: 0, title: view.title))
        survey.reach = try reach(db)
        var best = BestEdges(limit: view.limit)
        var total = 0
        let hidden = try forEachEdge(db, reach: survey.reach) { derived in
            total += 1
            if best.limit == nil { Self.note(derived, in: &survey) } else { best.insert(derived) }
        }
        if best.limit != nil {
            let chosen = best.groups
            survey.chosen = chosen
            _ = try forEachEdge(db, reach: survey.reach) { derived in
                if chosen.contains(derived.group) { Self.note(derived, in: &survey) }
            }
        }
        survey.summary.entityCount = survey.entities.count
        survey.summary.articleCount = survey.articles.count
        survey.summary.hiddenEdgeCount = hidden + total - survey.summary.edgeCount
        return survey
    }

    private static func note(_ derived: DerivedEdge, in survey: inout Survey) {
        let edge = derived.edge
        survey.summary.edgeCount += 1
        survey.summary.statementCount += edge.statements.count
        survey.entities.insert(derived.group.subject)
        survey.entities.insert(derived.group.object)
        for article in derived.articles { survey.articles.insert(article) }
        if let last = edge.last, last > survey.summary.latest ?? "" { survey.summary.latest = last }
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
