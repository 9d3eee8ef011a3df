internal import LiaisonModel

extension ArticleWriter {
    /// An article that the store did not have, while its statements arrive.
    struct NewArticle {
        let id: Int64
        let head: ArticleHead
        fileprivate let address: String
        fileprivate var place: Int64 = 0
        fileprivate var fingerprint = StatementFingerprint()
        fileprivate var names: [Int64] = []
    }

    /// Begins an article; nil when there is one at its address.
    mutating func newArticle(_ head: ArticleHead) throws -> NewArticle? {
        let address = ArticleRow.address(of: head)
        let query = try PreparedStatement(database, "SELECT 1 FROM article WHERE address = ?")
        query.bind(1, address)
        defer { query.reset() }
        if try query.next() { return nil }
        return NewArticle(id: try nextArticle(), head: head, address: address)
    }

    /// Whether the store has no statement yet.
    func isEmpty() throws -> Bool {
        let query = try PreparedStatement(database, "SELECT 1 FROM statement LIMIT 1")
        defer { query.reset() }
        return try !query.next()
    }

    /// Adds a statement from where it lies.
    mutating func add(
        _ slices: StatementSlices, _ subject: LoadMemory.End, _ relation: LoadMemory.Relation, _ object: LoadMemory.End,
        _ rule: LoadMemory.Rule, to article: inout NewArticle
    ) throws {
        let flags = StatementFlags(slices.qualifiers, slices.part).code
        let steps = Statement.steps(slices.confidence)
        article.fingerprint.add(
            slices, subject: subject.words, relation: relation.name, object: object.words, rule: rule.name,
            flags: flags, steps: steps)
        try statements.write(
            slices, id: try number(&article), subject, relation, object, rule, flags, steps,
            codes: isCounted(article) ? codes : nil)
        article.names.append(subject.rows.name)
        article.names.append(object.rows.name)
    }

    /// Adds a statement that was read in full.
    mutating func add(_ statement: Statement, to article: inout NewArticle) throws {
        article.fingerprint.add(statement)
        let names = try statements.write(
            statement, id: try number(&article), &entities, &catalog, codes: isCounted(article) ? codes : nil)
        article.names.append(names.0)
        article.names.append(names.1)
    }

    /// Ends an article.
    mutating func finish(_ article: NewArticle) throws -> IngestOutcome {
        let names = Set(article.names)
        if isCounted(article) {
            entities.count(names, by: 1)
            try entities.touch(entitiesOf: article.names)
        }
        try upsert(
            article.id, article.address, article.head, version: "statements:" + article.fingerprint.text,
            names: NameList.pack(names))
        let same = try PreparedStatement(database, "SELECT 1 FROM article WHERE hash = ? AND id <> ?")
        same.bind(1, article.head.sha256)
        same.bind(2, Int(article.id))
        let isKnown = try same.next()
        same.reset()
        if isKnown { try place(article.id, hash: article.head.sha256) }
        return .added(statements: Int(article.place))
    }

    /// Whether names and edges of the article are counted at once, rather than at the end of the load.
    private func isCounted(_ article: NewArticle) -> Bool {
        uncounted.map { article.id < $0 } ?? true
    }

    private func number(_ article: inout NewArticle) throws -> Int64 {
        guard article.place < Self.statementLimit else {
            throw StoreError(.badData, "an article has more than \(Self.statementLimit) statements; split it")
        }
        defer { article.place += 1 }
        return article.id << Int64(StatementRow.articleShift) + article.place
    }

    // MARK: Rows

    mutating func intern(_ reference: EntityReference) throws -> Catalog.Known {
        try entities.rows(of: reference, &catalog)
    }

    mutating func relation(_ name: String) throws -> (id: Int64, isSymmetric: Bool) {
        try statements.relation(name, &catalog)
    }

    mutating func rule(_ name: String) throws -> Int64 {
        try statements.rule(name, &catalog)
    }
}
