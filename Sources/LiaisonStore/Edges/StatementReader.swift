internal import class GRDB.Database
internal import LiaisonModel

/// Reads statements and what they point to, remembering a bounded number of entities and articles.
struct StatementReader {
    let db: Database
    private let cache: RowCache

    /// - Parameter cache: rows that were read before and still stand.
    init(_ db: Database, _ cache: RowCache = RowCache()) {
        self.db = db
        self.cache = cache
    }

    // MARK: Rows

    /// The statements of an article, in the order in which they were stored.
    func rows(ofArticle article: Int64) throws -> [StatementRow] {
        let query = try PreparedStatement(
            db, "SELECT \(StatementRow.columns) FROM statement WHERE id >= ? AND id < ? ORDER BY id")
        query.bind(1, Int(article << Int64(StatementRow.articleShift)))
        query.bind(2, Int((article + 1) << Int64(StatementRow.articleShift)))
        return try Self.all(query)
    }

    private static let between = "SELECT \(StatementRow.columns) FROM statement WHERE subject = ? AND object = ?"

    /// The statements from one entity to another, in this direction.
    func rows(from subject: Int64, to object: Int64) throws -> [StatementRow] {
        let query = try PreparedStatement(db, Self.between)
        query.bind(1, Int(subject))
        query.bind(2, Int(object))
        return try Self.all(query)
    }

    /// The statements that begin at an entity.
    /// - Parameter relation: only those of this relation, where it is given.
    func rows(from subject: Int64, relation: RelationID? = nil) throws -> [StatementRow] {
        let sql = "SELECT \(StatementRow.columns) FROM statement WHERE subject = ?"
        guard let relation else {
            let query = try PreparedStatement(db, sql)
            query.bind(1, Int(subject))
            return try Self.all(query)
        }
        // The index tells the relation: of the others nothing is read.
        let query = try PreparedStatement(
            db, sql + " AND relation = (SELECT id FROM relation WHERE name = ?)")
        query.bind(1, Int(subject))
        query.bind(2, relation.text)
        return try Self.all(query)
    }

    /// The statements that end at an entity.
    func rows(to object: Int64) throws -> [StatementRow] {
        let query = try PreparedStatement(
            db, "SELECT \(StatementRow.columns) FROM statement WHERE object = ?")
        query.bind(1, Int(object))
        return try Self.all(query)
    }

    private static func all(_ query: PreparedStatement) throws -> [StatementRow] {
        var rows: [StatementRow] = []
        while try query.next() { rows.append(StatementRow(query)) }
        return rows
    }

    // MARK: What rows point to

    /// The statement as it was stored, its ends as the store knows them.
    func statement(_ row: StatementRow) throws -> Statement {
        try statement(row, subject: reference(row.subject), object: reference(row.object))
    }

    /// The statement with other ends, such as those that people merged its own into.
    func statement(
        _ row: StatementRow, subject: EntityReference, object: EntityReference
    ) throws -> Statement {
        Statement(
            article: try article(row.article).head, subject: subject, relation: try relation(row.relation),
            object: object, qualifiers: row.qualifiers, confidence: Double(row.confidence) / 10_000,
            evidence: row.evidence, rule: try rule(row.rule))
    }

    private static let entity = "SELECT key, name, kind, wikidata, id FROM entity"

    func reference(_ entity: Int64) throws -> EntityReference {
        try cache.reference(entity) {
            let query = try PreparedStatement(db, Self.entity + " WHERE id = ?")
            query.bind(1, Int(entity))
            defer { query.reset() }
            guard try query.next() else { throw StoreError(.badData, "the store is damaged: an entity is missing") }
            return Self.reference(query)
        }
    }

    /// The row of the entity with a key, whose reference is remembered: who asks for one mostly wants the other.
    func identifier(of key: EntityKey) throws -> Int64? {
        let query = try PreparedStatement(db, Self.entity + " WHERE key = ?")
        query.bind(1, key.text)
        defer { query.reset() }
        guard try query.next() else { return nil }
        let entity = query.int64(4)
        _ = cache.reference(entity) { Self.reference(query) }
        return entity
    }

    private static func reference(_ row: PreparedStatement) -> EntityReference {
        EntityReference(
            key: EntityKey(row.text(0)), name: row.text(1), kind: EntityKind(rawValue: row.text(2)) ?? .organisation,
            wikidata: row.optionalText(3))
    }

    func article(_ id: Int64) throws -> ArticleRow {
        try cache.article(id) {
            guard let row = try ArticleRow.find(db, id: id) else {
                throw StoreError(.badData, "the store is damaged: an article is missing")
            }
            return row
        }
    }

    func relation(_ id: Int64) throws -> RelationID {
        try cache.relation(id) { RelationID(try name(of: id, "SELECT name FROM relation WHERE id = ?")) }
    }

    private func rule(_ id: Int64) throws -> String {
        try cache.rule(id) { try name(of: id, "SELECT name FROM rule WHERE id = ?") }
    }

    private func name(of id: Int64, _ sql: String) throws -> String {
        let query = try PreparedStatement(db, sql)
        query.bind(1, Int(id))
        defer { query.reset() }
        guard try query.next() else { throw StoreError(.badData, "the store is damaged: a name is missing") }
        return query.text(0)
    }
}
