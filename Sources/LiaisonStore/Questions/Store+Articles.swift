internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// The articles that were published last, with how many statements each makes.
    public func latestArticles(limit: Int = 10) throws(StoreError) -> [ArticleMatch] {
        try read { db in
            // Rows come in the order in which articles were read: the latest are among the last, and all need not be sorted.
            let query = try PreparedStatement(
                db,
                """
                SELECT \(ArticleRow.columns) FROM article WHERE is_shown = 1 AND id > (SELECT max(id) FROM article) - 5000
                ORDER BY published DESC, hash LIMIT ?
                """)
            query.bind(1, max(limit, 0))
            var rows: [ArticleRow] = []
            while try query.next() { rows.append(ArticleRow(query)) }
            let count = try PreparedStatement(db, "SELECT count(*) FROM statement WHERE id >= ? AND id < ?")
            return try rows.map { row in
                count.bind(1, Int(row.id << Int64(StatementRow.articleShift)))
                count.bind(2, Int((row.id + 1) << Int64(StatementRow.articleShift)))
                let statements = try count.next() ? count.int(0) : 0
                count.reset()
                return ArticleMatch(article: row.head, excerpt: "", statementCount: statements)
            }
        }
    }

    /// The article of a content hash with its text, where the store has it, and what it states, by place.
    /// - Returns: nil when no article has that hash.
    public func reading(
        ofArticle hash: String
    ) throws(StoreError) -> (head: ArticleHead, text: String?, statements: [Statement])? {
        try read { db in
            let query = try PreparedStatement(
                db,
                """
                SELECT \(ArticleRow.columns) FROM article WHERE \(ArticleRow.hasHash)
                ORDER BY is_shown DESC, address LIMIT 1
                """)
            query.bind(1, hash)
            guard try query.next() else { return nil }
            let row = ArticleRow(query)
            query.reset()
            let text = try PreparedStatement(db, "SELECT text FROM article_text WHERE article = ?")
            text.bind(1, row.id)
            defer { text.reset() }
            let reader = StatementReader(db)
            return (
                row.head, try text.next() ? text.text(0) : nil,
                try reader.rows(ofArticle: row.id).map { try reader.statement($0) }.sorted(by: Statement.precedes)
            )
        }
    }
}
