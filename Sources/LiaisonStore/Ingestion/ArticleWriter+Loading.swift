internal import LiaisonModel

extension ArticleWriter {
    /// An article that the store did not have, while its statements arrive.
    final class NewArticle {
        let id: Int64
        let head: ArticleHead
        fileprivate let address: String
        // One thread writes, and no access is inside another: nothing need watch over that at every statement.
        @exclusivity(unchecked) fileprivate var place: Int64 = 0
        @exclusivity(unchecked) fileprivate var fingerprint = StatementFingerprint()
        @exclusivity(unchecked) fileprivate var names: [Int64] = []

        fileprivate init(id: Int64, head: ArticleHead, address: String) {
            (self.id, self.head, self.address) = (id, head, address)
            names.reserveCapacity(64)
        }
    }

    /// Begins an article; nil when there is one at its address.
    mutating func newArticle(_ head: ArticleHead) throws -> NewArticle? {
        let address = ArticleRow.address(of: head)
        if catalog.addresses?.insert(address) == true {
            return NewArticle(id: try nextArticle(), head: head, address: address)
        }
        try articles.write()
        findAddress.bind(1, address)
        defer { findAddress.reset() }
        if try findAddress.next() { return nil }
        return NewArticle(id: try nextArticle(), head: head, address: address)
    }

    /// Whether the store has no statement yet.
    func isEmpty() throws -> Bool {
        let query = try PreparedStatement(database, "SELECT 1 FROM statement LIMIT 1")
        defer { query.reset() }
        return try !query.next()
    }

    /// Prepares for the load that brings all there will be: what it writes is indexed at its end.
    ///
    /// From then on a tally is kept, where there is no article either.
    mutating func beginWhole() throws {
        try SecondaryIndexes.drop(database)
        for table in ["article", "entity"] {
            let query = try PreparedStatement(database, "SELECT 1 FROM \(table) LIMIT 1")
            defer { query.reset() }
            if try query.next() { continue }
            if table == "article" {
                (catalog.hashes, catalog.addresses) = (TextHashes(), TextHashes())
            } else {
                catalog.keys = TextHashes()
            }
        }
        if catalog.hashes != nil { tally = uncounted.map { LoadTally(first: $0) } }
    }

    /// Gathers the statements of this transaction in an image, where none of their indexes is there.
    /// - Parameter image: that of the transaction before; made where there is none.
    func gather(in image: inout TableImage?) throws {
        guard try SecondaryIndexes.areAllMissing(database, of: "statement") else { return }
        let used = try image ?? TableImage(of: "statement", in: database)
        image = used
        statements.batch.gather(in: used)
    }

    /// Whether a tally of transactions before this one has seen all articles that are not counted.
    func holds(_ tally: LoadTally?) -> Bool {
        !hasForgotten && tally != nil && tally?.first == uncounted
    }

    /// Adds a statement from where it lies.
    mutating func add(
        _ slices: borrowing StatementSlices, _ subject: EndTable.End, _ relation: LoadMemory.Relation,
        _ object: EndTable.End, _ rule: LoadMemory.Rule, _ ends: borrowing EndTable, to article: NewArticle
    ) throws {
        let flags = StatementFlags(slices).code
        let steps = Statement.steps(slices.confidence)
        var fingerprint = article.fingerprint
        ends.withWords(of: subject) { fingerprint.add($0) }
        ends.withWords(of: object) { fingerprint.add($0) }
        fingerprint.add(slices, relation: relation.name, rule: rule.name, flags: flags, steps: steps)
        article.fingerprint = fingerprint
        try statements.write(
            slices, id: try number(article), subject, relation, object, rule, ends, flags, steps,
            codes: isCounted(article) ? codes : nil, tally)
        article.names.append(subject.rows.name)
        article.names.append(object.rows.name)
    }

    /// Adds a statement that was read in full.
    mutating func add(_ statement: Statement, to article: NewArticle) throws {
        article.fingerprint.add(statement)
        let names = try statements.write(
            statement, id: try number(article), &entities, &catalog, codes: isCounted(article) ? codes : nil, tally)
        article.names.append(names.0)
        article.names.append(names.1)
    }

    /// Ends an article.
    mutating func finish(_ article: NewArticle) throws -> IngestOutcome {
        article.names.sort()
        if isCounted(article) {
            entities.count(Set(article.names), by: 1)
            try entities.touch(entitiesOf: article.names)
        }
        tally?.count(sorted: article.names)
        try put(article, names: NameList.pack(sorted: article.names))
        if catalog.hashes?.insert(article.head.sha256) == true { return .added(statements: Int(article.place)) }
        try articles.write()
        try indexHashes()
        let same = try PreparedStatement(database, "SELECT 1 FROM article WHERE \(ArticleRow.hasHash) AND id <> ?2")
        same.bind(1, article.head.sha256)
        same.bind(2, Int(article.id))
        let isKnown = try same.next()
        same.reset()
        if isKnown { try place(article.id, hash: article.head.sha256) }
        return .added(statements: Int(article.place))
    }

    /// Adds the row of a new article to those that are yet to be written.
    private func put(_ article: NewArticle, names: [UInt8]) throws {
        let head = article.head
        articles.put(article.address)
        articles.put(head.sha256)
        articles.put(head.id)
        articles.put(head.url == article.address ? "=" : head.url)
        articles.put(head.title)
        articles.put(head.publisher)
        articles.put(head.published)
        articles.put(head.language)
        articles.put("statements:" + article.fingerprint.text)
        articles.put(1)
        articles.put(article.id)
        articles.put(blob: names)
        guard try articles.endRow() == article.id else {
            throw StoreError(.ourFault, "article \(article.id) is not the one that was expected")
        }
    }

    /// Whether names and edges of the article are counted at once, rather than at the end of the load.
    private func isCounted(_ article: NewArticle) -> Bool {
        uncounted.map { article.id < $0 } ?? true
    }

    private func number(_ article: NewArticle) throws -> Int64 {
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
