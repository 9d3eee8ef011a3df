internal import class GRDB.Database
internal import LiaisonModel

extension Store {
    /// The articles that have all these words in title or text, accents and case aside; the last word may be a beginning.
    /// - Parameter limit: at most so many.
    /// - Returns: the best match first (BM25, a word of the title counting five times), then the latest.
    public func search(_ words: String, limit: Int = 20) throws(StoreError) -> [ArticleMatch] {
        // SQLite ends a query at U+0000.
        let terms = words.split { $0.isWhitespace || $0 == "\0" }.map { term in
            // In quotes nothing is an operator: what people type cannot be a malformed query.
            "\"" + term.replacing("\"", with: "\"\"").replacing("\0", with: " ") + "\""
        }
        guard terms.contains(where: { term in term.contains { $0.isLetter || $0.isNumber } }) else { return [] }
        return try read { db in
            let query = try PreparedStatement(
                db,
                """
                SELECT \(ArticleRow.columns), snippet(article_index, -1, char(2), char(3), '…', 24)
                FROM article_index JOIN article ON article.id = article_index.rowid
                WHERE article_index MATCH ? AND is_shown = 1
                ORDER BY round(bm25(article_index, 5.0, 1.0), 6), published DESC, hash LIMIT ?
                """)
            query.bind(1, terms.joined(separator: " ") + "*")
            query.bind(2, max(limit, 0))
            var found: [(ArticleRow, String)] = []
            while try query.next() { found.append((ArticleRow(query), query.text(12))) }
            let count = try PreparedStatement(db, "SELECT count(*) FROM statement WHERE id >= ? AND id < ?")
            return try found.map { row, excerpt in
                count.bind(1, Int(row.id << Int64(StatementRow.articleShift)))
                count.bind(2, Int((row.id + 1) << Int64(StatementRow.articleShift)))
                let statements = try count.next() ? count.int(0) : 0
                count.reset()
                return ArticleMatch(article: row.head, excerpt: excerpt, statementCount: statements)
            }
        }
    }
}
