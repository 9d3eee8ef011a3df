internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// Stores an article and what was read in it, in one transaction.
    ///
    /// The same words from the same address read by the same version change nothing; anything else at that address
    /// (its URL, else its identifier, else its words) is replaced with all its statements.
    /// - Parameter version: names the rules that read the article; see `Extractor.version`.
    /// - Throws: ``StoreError``; the store is then as it was before.
    @discardableResult
    public func ingest(
        _ article: Article, _ extraction: Extraction, version: String
    ) throws(StoreError) -> IngestOutcome {
        try ingest([Reading(article, extraction, version: version)]).first ?? .unchanged
    }

    /// Stores several articles in one transaction, which is faster than one each: all of them are kept, or none.
    /// - Parameter changed: is told, once all are stored, what each article that was replaced states otherwise.
    /// - Returns: one outcome per article, in order.
    /// - Throws: ``StoreError``; the store is then as it was before.
    @discardableResult
    public func ingest(
        _ readings: [Reading], changed: (ArticleDifference) -> Void = { _ in }
    ) throws(StoreError) -> [IngestOutcome] {
        let (outcomes, differences) = try writeArticles { writer in
            var outcomes: [IngestOutcome] = []
            for reading in readings { outcomes.append(try writer.write(reading).outcome) }
            return (outcomes, writer.differences)
        }
        for difference in differences { changed(difference) }
        return outcomes
    }

    /// Whether ingesting the article would change anything: ask before extracting, to go on after an interruption.
    public func needs(_ article: Article, version: String) throws(StoreError) -> Bool {
        let head = article.head
        return try read { db in
            guard let row = try ArticleRow.find(db, address: ArticleRow.address(of: head)) else { return true }
            return row.head != head || row.version != version
        }
    }

    /// Whether an article of these words is in the store, from any address.
    /// - Parameter hash: see `Article.contentHash`.
    public func contains(hash: String) throws(StoreError) -> Bool {
        try read { db in
            let query = try PreparedStatement(db, "SELECT 1 FROM article WHERE \(ArticleRow.hasHash)")
            query.bind(1, hash)
            defer { query.reset() }
            return try query.next()
        }
    }

    /// Removes an article and exactly what it brought; an edge stays while another article supports it.
    /// - Parameter article: a URL, an identifier of its source, a content hash, or at least eight digits of one.
    /// - Returns: the article and how many statements went with it.
    /// - Throws: ``StoreError`` of category not found when there is no such article, or more than one.
    @discardableResult
    public func remove(article: String) throws(StoreError) -> (head: ArticleHead, statements: Int) {
        try writeArticles { writer in try writer.remove(named: article) }
    }

    /// Runs a transaction with a writer of articles.
    /// - Parameter putsOffCounts: see ``NameCounts``.
    func writeArticles<T>(
        putsOffCounts: Bool = false, _ body: (inout ArticleWriter) throws -> T
    ) throws(StoreError) -> T {
        try write { db in
            // Taken out while in use, so that the tables are never copied.
            let known = catalog.withValue { value in
                defer { value = Catalog() }
                return value
            }
            var writer = try ArticleWriter(db, known, putsOffCounts: putsOffCounts)
            let result = try body(&writer)
            let learned = try writer.finish()
            catalog.withValue { $0 = learned }
            return result
        }
    }
}

extension ArticleWriter {
    /// Finds the one article that a person means, and removes it.
    mutating func remove(named name: String) throws -> (head: ArticleHead, statements: Int) {
        let found = try ArticleRow.find(database, named: name)
        guard let row = found.first else {
            throw StoreError(.notFound, "there is no article \"\(name)\"; give its URL, its identifier or its hash")
        }
        if found.count > 1 {
            let list = found.map(\.address).joined(separator: ", ")
            throw StoreError(.notFound, "\"\(name)\" may be any of \(found.count) articles: \(list)")
        }
        let count = try StatementReader(database).rows(ofArticle: row.id).count
        try remove(row)
        return (row.head, count)
    }
}

extension ArticleRow {
    /// Every article that a person may mean by a URL, an identifier or the beginning of a hash, by address.
    static func find(_ db: Database, named name: String) throws -> [ArticleRow] {
        if let row = try find(db, address: name) { return [row] }
        let isHash = name.utf8.count >= 8 && name.utf8.allSatisfy(Hexadecimal.isDigit)
        let query = try PreparedStatement(
            db,
            """
            SELECT \(columns) FROM article
            WHERE address = 'id:' || ?1 OR source_id = ?1 OR (?2 AND hash >= ?1 AND hash < ?1 || 'g')
            ORDER BY address LIMIT 20
            """)
        query.bind(1, name)
        query.bind(2, isHash ? 1 : 0)
        var rows: [ArticleRow] = []
        while try query.next() { rows.append(ArticleRow(query)) }
        return rows
    }
}
