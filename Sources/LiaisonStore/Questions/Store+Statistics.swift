internal import class GRDB.Database
internal import LiaisonModel

extension Store {
    /// How much the store holds, counted now.
    public func stats() throws(StoreError) -> StoreStatistics {
        let (counted, judgements) = try read { db -> (StoreStatistics, Overlay) in
            let overlay = try overlay(db)
            return (try Self.count(db, overlay), overlay)
        }
        return judgements.judgesStatements ? try recounted(counted) : counted
    }

    /// Counts edges one by one: what people said of single statements may change any of them.
    private func recounted(_ counted: StoreStatistics) throws(StoreError) -> StoreStatistics {
        var stats = counted
        var edges: [RelationID: Int] = [:]
        let graph = try graph()
        do {
            try graph.forEachRecord { edges[$0.relation, default: 0] += 1 }
        } catch {
            throw StoreError(error, path: path)
        }
        for place in stats.relations.indices {
            stats.relations[place].edges = edges[stats.relations[place].relation] ?? 0
        }
        stats.edges = edges.values.reduce(0, +)
        return stats
    }

    private static func count(_ db: Database, _ overlay: Overlay) throws -> StoreStatistics {
        var stats = StoreStatistics()
        func rows(_ sql: String, _ visit: (PreparedStatement) -> Void) throws {
            let query = try PreparedStatement(db, sql)
            while try query.next() { visit(query) }
        }
        try rows(
            """
            SELECT count(*), count(DISTINCT story), min(published), max(published) FROM article WHERE is_shown = 1
            """
        ) { row in
            (stats.articles, stats.stories) = (row.int(0), row.int(1))
            (stats.first, stats.last) = (row.optionalText(2), row.optionalText(3))
        }
        var publishers: Set<String> = []
        try rows("SELECT DISTINCT publisher, CASE WHEN publisher IS NULL THEN \(ArticleRow.url) END FROM article") {
            row in
            if let name = row.optionalText(0) ?? WebAddress.host(row.optionalText(1)) { publishers.insert(name) }
        }
        stats.publishers = publishers.count
        try rows("SELECT kind, count(*) FROM entity GROUP BY kind") { row in
            if let kind = EntityKind(rawValue: row.text(0)) { stats.kinds[kind] = row.int(1) }
        }
        stats.entities = stats.kinds.values.reduce(0, +)
        try rows("SELECT count(*) FROM statement WHERE NOT \(StatementFlags.holds)") { row in
            stats.suppressedStatements = row.int(0)
        }
        try rows(
            """
            SELECT relation.name, sum(held), sum(statements), count(*) FROM (
                SELECT relation, count(*) AS statements, max(\(StatementFlags.holds)) AS held FROM statement
                GROUP BY subject, object, relation) AS pair
            JOIN relation ON relation.id = pair.relation
            GROUP BY relation.id ORDER BY 2 DESC, 1
            """
        ) { row in
            stats.relations.append(
                StoreStatistics.RelationCount(
                    relation: RelationID(row.text(0)), edges: row.int(1), statements: row.int(2)))
            stats.refusedEdges += row.int(3) - row.int(1)
        }
        let changes = try EdgeCorrection(db, overlay).changes
        for place in stats.relations.indices {
            stats.relations[place].edges += changes[stats.relations[place].relation] ?? 0
        }
        stats.edges = stats.relations.reduce(0) { $0 + $1.edges }
        stats.statements = stats.relations.reduce(0) { $0 + $1.statements }
        try rows("SELECT count(*) FROM judgement") { stats.judgements = $0.int(0) }
        try rows("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") {
            stats.fileSize = $0.int(0)
        }
        return stats
    }
}
