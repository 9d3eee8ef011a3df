internal import class GRDB.Database
internal import LiaisonModel

/// Writes, replaces and removes whole articles inside one transaction of the caller.
struct ArticleWriter {
    let database: Database
    var catalog: Catalog
    var entities: EntityWriter
    let statements: StatementWriter
    private let stories: StoryWriter
    let codes: EdgeCodes
    let findAddress: PreparedStatement
    private let upsertArticle: PreparedStatement
    /// New articles of a load that are yet to be written.
    let articles: RowBatch
    /// New articles from this one on are counted later; see ``NameCounts``.
    var uncounted: Int64?
    /// Whether another connection wrote since the catalog was made: rows that were remembered may be gone.
    let hasForgotten: Bool
    /// Where the load that this transaction belongs to notes what it puts off.
    var tally: LoadTally?
    /// What articles that were replaced state otherwise.
    private(set) var differences: [ArticleDifference] = []
    /// The number that the next new article gets, once it is known.
    var next: Int64?
    private var db: Database { database }

    /// An article's statements are numbered below this bound.
    static let statementLimit: Int64 = 1 << Int64(StatementRow.articleShift)

    /// - Parameter putsOffCounts: a load goes on after this transaction, and settles the counts at its end.
    init(_ db: Database, _ catalog: Catalog, putsOffCounts: Bool = false) throws {
        database = db
        self.catalog = catalog
        entities = try EntityWriter(db)
        statements = try StatementWriter(db)
        stories = StoryWriter(db)
        codes = try EdgeCodes(db)
        findAddress = try PreparedStatement(db, "SELECT 1 FROM article WHERE address = ?")
        upsertArticle = try PreparedStatement(db, Self.upsert)
        articles = RowBatch(
            db, table: "article",
            columns: [
                "address", "hash", "source_id", "url", "title", "publisher", "published", "language", "version",
                "is_shown", "story", "names",
            ])
        let version = try PreparedStatement(db, "PRAGMA data_version")
        let generation = try version.next() ? version.int64(0) : 0
        version.reset()
        hasForgotten = self.catalog.generation != generation
        if hasForgotten {
            self.catalog = Catalog(generation: generation)
            // A load may have put it off.
            try SecondaryIndexes.build(db, .articleByHash)
        }
        uncounted = try NameCounts(db).firstUncounted()
        if putsOffCounts {
            if uncounted == nil { uncounted = try NameCounts(db).putOff() }
        } else {
            try settle()
        }
    }

    /// Counts what was put off, before anything is taken away or the load ends.
    /// - Parameter sorted: the edges of the articles that were put off, where they were sorted before.
    /// - Parameter tally: what a load has noted of it, where it still holds.
    mutating func settle(_ tally: LoadTally? = nil) throws {
        guard let first = uncounted else { return }
        try articles.write()
        let counts = NameCounts(db)
        try codes.settle(from: first, known: tally?.edges)
        try entities.settle(
            try counts.settle(from: first, known: tally?.uses), contested: try counts.contestedEntities())
        uncounted = nil
        // Names that are about to lose their last article must be counted in full by then.
        try entities.finish(&catalog)
    }

    /// Brings counts up to date and returns what was learned of the tables. The last call before the commit.
    consuming func finish() throws -> Catalog {
        try articles.write()
        var learned = catalog
        try entities.finish(&learned)
        learned.trim()
        return learned
    }

    // MARK: Storing

    /// Stores an article in place of what stood at its address.
    /// - Parameter written: articles that come in parts: to these the statements are added.
    mutating func write(
        _ reading: Reading, addingTo written: Set<Int64> = []
    ) throws -> (outcome: IngestOutcome, article: Int64) {
        try statements.writeAll()
        try articles.write()
        articles.forget()
        let address = ArticleRow.address(of: reading.head)
        let old = try ArticleRow.find(db, address: address)
        if let old, old.head == reading.head, old.version == reading.version,
            try reading.text == nil || hasText(old.id)
        {
            return (.unchanged, old.id)
        }
        if let old, written.contains(old.id), old.head == reading.head { return (try append(reading, to: old), old.id) }
        var removed: [StatementSignature: [Statement]] = [:]
        if let old {
            try settle()
            removed = try signatures(of: old.id)
            try withdraw(old, keepsText: old.head.sha256 == reading.head.sha256 && reading.text == nil)
        }
        let id: Int64
        if let old { id = old.id } else { id = try nextArticle() }
        let names = try write(reading.extraction, article: id, from: 0)
        let sketch = try reading.text.flatMap(ArticleSketch.init) ?? (old == nil ? nil : self.sketch(of: id))
        try upsert(id, address, reading, names: names, sketch: sketch)
        if let text = reading.text { try index(id, title: reading.head.title, text: text) }
        try place(id, hash: reading.head.sha256, sketch: sketch)
        guard let old else { return (.added(statements: reading.extraction.statements.count), id) }
        if old.head.sha256 != reading.head.sha256 { try choose(hash: old.head.sha256) }
        var added: [Statement] = []
        for statement in reading.extraction.statements {
            let signature = StatementSignature(statement)
            if removed[signature]?.isEmpty == false {
                removed[signature]?.removeLast()
            } else {
                added.append(statement)
            }
        }
        let gone = removed.values.joined().sorted(by: Statement.precedes)
        differences.append(ArticleDifference(head: reading.head, added: added, removed: gone))
        return (.replaced(added: added.count, removed: gone.count), id)
    }

    /// Removes an article and everything that only it brought.
    mutating func remove(_ row: ArticleRow) throws {
        try statements.writeAll()
        try articles.write()
        articles.forget()
        try withdraw(row, keepsText: false)
        let delete = try PreparedStatement(db, "DELETE FROM article WHERE id = ?")
        delete.bind(1, Int(row.id))
        try delete.run()
        try choose(hash: row.head.sha256)
    }

    // MARK: Parts

    private mutating func append(_ reading: Reading, to row: ArticleRow) throws -> IngestOutcome {
        let last = try PreparedStatement(db, "SELECT max(id) FROM statement WHERE id >= ? AND id < ?")
        last.bind(1, Int(row.id << Int64(StatementRow.articleShift)))
        last.bind(2, Int((row.id + 1) << Int64(StatementRow.articleShift)))
        var place: Int64 = 0
        if try last.next(), !last.isNull(0) { place = (last.int64(0) & (Self.statementLimit - 1)) + 1 }
        last.reset()
        let before = Set(try names(of: row.id))
        let names = try write(reading.extraction, article: row.id, from: place, alreadyCounted: before)
        let update = try PreparedStatement(db, "UPDATE article SET names = ?, version = ? WHERE id = ?")
        update.bind(1, NameList.pack(names.union(before)))
        update.bind(2, StatementFingerprint.joined(row.version, reading.version))
        update.bind(3, Int(row.id))
        try update.run()
        return .added(statements: reading.extraction.statements.count)
    }

    /// Writes the statements and the names of their entities; returns the rows of `name` that they use.
    private mutating func write(
        _ extraction: Extraction, article: Int64, from place: Int64, alreadyCounted: Set<Int64> = []
    ) throws -> Set<Int64> {
        guard place + Int64(extraction.statements.count) < Self.statementLimit else {
            throw StoreError(.badData, "an article has more than \(Self.statementLimit) statements; split it")
        }
        var names: Set<Int64> = []
        var id = article << Int64(StatementRow.articleShift) + place
        let isCounted = uncounted.map { article < $0 } ?? true
        for statement in extraction.statements {
            let used = try statements.write(
                statement, id: id, &entities, &catalog, codes: isCounted ? codes : nil)
            names.insert(used.0)
            names.insert(used.1)
            id += 1
        }
        for entity in extraction.entities {
            let known = try entities.intern(entity.reference, &catalog)
            names.insert(known.name)
            for alias in entity.names { names.insert(try entities.intern(alias, of: known.entity)) }
        }
        if isCounted { entities.count(names.subtracting(alreadyCounted), by: 1) }
        return names
    }

    private mutating func withdraw(_ row: ArticleRow, keepsText: Bool) throws {
        let names = try names(of: row.id)
        try entities.touch(entitiesOf: names)
        entities.count(names, by: -1)
        let reader = StatementReader(db)
        let triples = Set(
            try reader.rows(ofArticle: row.id).map {
                DerivedEdge.Group(subject: $0.subject, relation: $0.relation, object: $0.object)
            })
        let delete = try PreparedStatement(db, "DELETE FROM statement WHERE id >= ? AND id < ?")
        delete.bind(1, Int(row.id << Int64(StatementRow.articleShift)))
        delete.bind(2, Int((row.id + 1) << Int64(StatementRow.articleShift)))
        try delete.run()
        try codes.prune(triples, keys: { try reader.reference($0).key.text }, name: { try reader.relation($0).text })
        try stories.leave(row.id, story: row.story)
        if !keepsText { try unindex(row.id) }
    }

    /// The number of a new article.
    mutating func nextArticle() throws -> Int64 {
        if let number = next {
            next = number + 1
            return number
        }
        let query = try PreparedStatement(db, "SELECT coalesce(max(id), 0) + 1 FROM article")
        defer { query.reset() }
        let number = try query.next() ? query.int64(0) : 1
        next = number + 1
        return number
    }

    private func names(of article: Int64) throws -> [Int64] {
        let query = try PreparedStatement(db, "SELECT names FROM article WHERE id = ?")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? NameList.unpack(query.blob(0)) : []
    }

    private func sketch(of article: Int64) throws -> ArticleSketch? {
        let query = try PreparedStatement(db, "SELECT sketch FROM article WHERE id = ?")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? ArticleSketch(bytes: query.blob(0)) : nil
    }

    private mutating func upsert(
        _ id: Int64, _ address: String, _ reading: Reading, names: Set<Int64>, sketch: ArticleSketch?
    ) throws {
        try upsert(
            id, address, reading.head, languages: reading.extraction.languages.joined(separator: " "),
            version: reading.version, names: NameList.pack(names), sketch: sketch)
    }

    /// Writes the row of an article.
    private mutating func upsert(
        _ id: Int64, _ address: String, _ head: ArticleHead, languages: String = "", version: String, names: [UInt8],
        sketch: ArticleSketch? = nil
    ) throws {
        let write = upsertArticle
        write.bind(1, Int(id))
        write.bind(2, address)
        write.bind(3, head.sha256)
        let texts = [
            head.id, head.url == address ? "=" : head.url, head.title, head.publisher, head.published, head.language,
        ]
        for (offset, text) in texts.enumerated() { write.bind(4 + offset, text) }
        write.bind(10, languages.isEmpty ? nil : languages)
        write.bind(11, version)
        write.bind(12, names)
        if let sketch { write.bind(13, sketch.bytes) } else { write.clear(13) }
        try write.run()
        catalog.addresses?.insert(address)
        catalog.hashes?.insert(head.sha256)
    }

    private static let upsert = """
        INSERT INTO article (
            id, address, hash, source_id, url, title, publisher, published, language, languages, version, is_shown,
            story, names, sketch)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?1, ?12, ?13)
        ON CONFLICT (id) DO UPDATE SET
            hash = ?3, source_id = ?4, url = ?5, title = ?6, publisher = ?7, published = ?8, language = ?9,
            languages = ?10, version = ?11, is_shown = 1, story = ?1, names = ?12, sketch = ?13
        """

    private func hasText(_ article: Int64) throws -> Bool {
        let query = try PreparedStatement(db, "SELECT 1 FROM article_text WHERE article = ?")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next()
    }

    private func index(_ article: Int64, title: String?, text: String) throws {
        let store = try PreparedStatement(db, "INSERT INTO article_text (article, text) VALUES (?, ?)")
        store.bind(1, Int(article))
        store.bind(2, text)
        try store.run()
        let index = try PreparedStatement(db, "INSERT INTO article_index (rowid, title, text) VALUES (?, ?, ?)")
        index.bind(1, Int(article))
        index.bind(2, title ?? "")
        index.bind(3, text)
        try index.run()
    }

    private func unindex(_ article: Int64) throws {
        let words = try PreparedStatement(
            db,
            """
            INSERT INTO article_index (article_index, rowid, title, text)
            SELECT 'delete', id, title, text FROM article_words WHERE id = ?
            """)
        words.bind(1, Int(article))
        try words.run()
        let delete = try PreparedStatement(db, "DELETE FROM article_text WHERE article = ?")
        delete.bind(1, Int(article))
        try delete.run()
    }

    /// Puts a new row of an article in its story, and lets one of those with the same words stand for all.
    mutating func place(_ article: Int64, hash: String, sketch: ArticleSketch? = nil) throws {
        try indexHashes()
        try stories.join(article, hash: hash, sketch: sketch)
        try choose(hash: hash)
    }

    /// Of several addresses with the same words, lets one stand for all: the same whatever their order of arrival.
    mutating func choose(hash: String) throws {
        try indexHashes()
        let rows = try PreparedStatement(
            db,
            "SELECT id, is_shown FROM article WHERE \(ArticleRow.hasHash) ORDER BY published IS NULL, published, address"
        )
        rows.bind(1, hash)
        var found: [(id: Int64, isShown: Bool)] = []
        while try rows.next() { found.append((rows.int64(0), rows.int(1) != 0)) }
        let update = try PreparedStatement(db, "UPDATE article SET is_shown = ? WHERE id = ?")
        for (place, row) in found.enumerated() where row.isShown != (place == 0) {
            update.bind(1, place == 0 ? 1 : 0)
            update.bind(2, Int(row.id))
            try update.run()
        }
    }

    /// Builds the index of hashes where a load has put it off.
    mutating func indexHashes() throws {
        if catalog.hashes == nil { return }
        try SecondaryIndexes.build(db, .articleByHash)
        catalog.hashes = nil
    }

    private func signatures(of article: Int64) throws -> [StatementSignature: [Statement]] {
        let reader = StatementReader(db)
        var found: [StatementSignature: [Statement]] = [:]
        for row in try reader.rows(ofArticle: article) {
            let statement = try reader.statement(row)
            found[StatementSignature(statement), default: []].append(statement)
        }
        return found
    }
}

/// What makes a statement the same in two versions of an article: all but where it stands.
struct StatementSignature: Hashable {
    private let ends: [EntityKey]
    private let relation: RelationID
    private let qualifiers: Qualifiers
    private let quote: String

    init(_ statement: Statement) {
        // Ends are sorted because the store may have turned a symmetric relation round.
        ends = [statement.subject.key, statement.object.key].sorted()
        relation = statement.relation
        qualifiers = statement.qualifiers
        quote = statement.evidence.quote
    }
}
