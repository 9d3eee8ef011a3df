internal import class GRDB.Database
internal import LiaisonModel

extension Store {
    /// Everything that follows from the articles, as text: two stores with the same dump hold the same.
    ///
    /// Articles by hash and address, each with its statements as JSON; entities by key with all names and how many
    /// articles use each; judgements without their times. Neither row numbers nor the order of arrival show.
    /// - Parameter write: is given one line at a time, as UTF-8 with its line feed.
    public func dump(_ write: ([UInt8]) throws -> Void) throws(StoreError) {
        try read { db in
            let reader = StatementReader(db)
            let articles = try PreparedStatement(
                db,
                """
                SELECT \(ArticleRow.columns), languages FROM article ORDER BY hash, address
                """)
            while try articles.next() {
                let row = ArticleRow(articles)
                var json = JSONWriter()
                json.beginObject()
                json.field("address", row.address)
                json.key("article")
                row.head.write(to: &json)
                json.field("version", row.version)
                json.field("languages", articles.optionalText(12))
                json.key("shown")
                json.bool(row.isShown)
                try Self.write(try story(db, row), "story", to: &json)
                json.field("text", try text(db, row.id).map { SHA256.hexadecimal(of: $0.utf8) })
                json.endObject()
                json.newline()
                try write(json.bytes)
                let statements = try reader.rows(ofArticle: row.id).map { try reader.statement($0) }
                for statement in statements.sorted(by: Self.precedes) {
                    json.reset()
                    statement.write(to: &json)
                    json.newline()
                    try write(json.bytes)
                }
            }
            try dumpEntities(db, write)
            for judgement in try JudgementLog.all(db) {
                var json = JSONWriter()
                judgement.write(to: &json, withTime: false)
                json.newline()
                try write(json.bytes)
            }
        }
    }

    /// The whole dump as one text, for small stores.
    public func dump() throws(StoreError) -> String {
        var bytes: [UInt8] = []
        try dump { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func dumpEntities(_ db: Database, _ write: ([UInt8]) throws -> Void) throws {
        let entities = try PreparedStatement(db, "SELECT id, key, name, kind, wikidata FROM entity ORDER BY key")
        while try entities.next() {
            var json = JSONWriter()
            json.beginObject()
            json.field("key", entities.text(1))
            json.field("name", entities.text(2))
            json.field("kind", entities.text(3))
            json.field("wikidata", entities.optionalText(4))
            json.key("names")
            json.beginArray()
            let names = try PreparedStatement(
                db,
                """
                SELECT text, language, kind, wikidata, uses FROM name WHERE entity = ?
                ORDER BY text, coalesce(kind, ''), coalesce(language, ''), coalesce(wikidata, '')
                """)
            names.bind(1, entities.int(0))
            while try names.next() {
                json.beginObject()
                json.field("text", names.text(0))
                json.field("language", names.optionalText(1))
                json.field("kind", names.optionalText(2))
                json.field("wikidata", names.optionalText(3))
                json.key("articles")
                json.integer(names.int(4))
                json.endObject()
            }
            json.endArray()
            json.endObject()
            json.newline()
            try write(json.bytes)
        }
    }

    /// The other addresses of an article's story.
    private func story(_ db: Database, _ row: ArticleRow) throws -> [String] {
        let query = try PreparedStatement(
            db, "SELECT address FROM article WHERE story = ? AND id <> ? ORDER BY address")
        query.bind(1, Int(row.story))
        query.bind(2, Int(row.id))
        var addresses: [String] = []
        while try query.next() { addresses.append(query.text(0)) }
        return addresses
    }

    /// The words of an article, where the store has them.
    func text(_ db: Database, _ article: Int64) throws -> String? {
        let query = try PreparedStatement(db, "SELECT text FROM article_text WHERE article = ?")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? query.text(0) : nil
    }

    private static func write(_ texts: [String], _ name: String, to json: inout JSONWriter) throws {
        guard !texts.isEmpty else { return }
        json.key(name)
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
    }

    /// A total order, also among statements of one place.
    private static func precedes(_ a: Statement, _ b: Statement) -> Bool {
        if Statement.precedes(a, b) { return true }
        if Statement.precedes(b, a) { return false }
        var (x, y) = (JSONWriter(), JSONWriter())
        a.write(to: &x)
        b.write(to: &y)
        return x.bytes.lexicographicallyPrecedes(y.bytes)
    }
}
