internal import class GRDB.Database
public import LiaisonModel

/// Whether the words that a statement quotes stand where it says.
public enum EvidenceVerdict: Hashable, Sendable {
    /// The article's words have its hash, and the quote stands at its place.
    case verified
    /// The store has the statement without the words of its article.
    case textMissing
    /// The words in the store are not those the hash was made of.
    case articleChanged
    /// The article says something else at that place, or ends before it.
    case quoteDiffers
}

extension Store {
    /// The words of the article of that hash, where the store has them.
    public func text(ofArticle hash: String) throws(StoreError) -> String? {
        try read { db in try self.text(db, hash: hash) }
    }

    /// Checks a statement against the words of its article, offline.
    public func verify(_ statement: Statement) throws(StoreError) -> EvidenceVerdict {
        try read { db in
            guard let text = try self.text(db, hash: statement.article.sha256) else { return .textMissing }
            let article = Article(title: statement.article.title, text: text)
            if article.contentHash != statement.article.sha256 { return .articleChanged }
            return EvidenceCheck(article).stands(statement.evidence) ? .verified : .quoteDiffers
        }
    }

    private func text(_ db: Database, hash: String) throws -> String? {
        let query = try PreparedStatement(
            db,
            """
            SELECT text FROM article JOIN article_text ON article_text.article = article.id
            WHERE \(ArticleRow.hasHash) LIMIT 1
            """)
        query.bind(1, hash)
        defer { query.reset() }
        return try query.next() ? query.text(0) : nil
    }
}

extension Store {
    /// The statements of an article as they were stored, before judgements, by place.
    /// - Parameter article: a URL, an identifier, or at least eight digits of a content hash.
    public func statements(of article: String) throws(StoreError) -> [Statement] {
        try read { db in
            guard let row = try ArticleRow.find(db, named: article).first else { return [] }
            let reader = StatementReader(db)
            return try reader.rows(ofArticle: row.id).map { try reader.statement($0) }
        }
    }
}
