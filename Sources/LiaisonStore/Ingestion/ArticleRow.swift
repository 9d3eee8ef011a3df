internal import class GRDB.Database
internal import LiaisonModel

/// A row of `article` without its lists. Shared by the statements of the article, never changed.
package final class ArticleRow: Sendable {
    let id: Int64
    let address: String
    let head: ArticleHead
    let version: String
    let isShown: Bool
    let story: Int64
    /// Who published it: the publisher, else the host of its URL, else its words stand for themselves.
    let source: String

    /// The URL, which is stored as one sign where it is the address.
    static let url = "CASE WHEN article.url = '=' THEN article.address ELSE article.url END"

    /// True of articles whose hash is the first argument, by the index: without the sign SQLite would put the argument in place of
    /// the column everywhere, and the index would serve no more.
    package static let hasHash = "substr(article.hash, 1, 16) = substr(?1, 1, 16) AND +article.hash = ?1"

    static let columns = """
        article.id, article.address, article.hash, article.source_id, \(url), article.title, article.publisher,
        article.published, article.language, article.version, article.is_shown, article.story
        """

    /// Reads the columns of ``columns`` that begin at an offset.
    init(_ row: PreparedStatement, from offset: Int = 0) {
        id = row.int64(offset)
        address = row.text(offset + 1)
        head = ArticleHead(
            id: row.optionalText(offset + 3), url: row.optionalText(offset + 4), title: row.optionalText(offset + 5),
            publisher: row.optionalText(offset + 6), published: row.optionalText(offset + 7),
            language: row.optionalText(offset + 8), sha256: row.text(offset + 2))
        version = row.text(offset + 9)
        isShown = row.int(offset + 10) != 0
        story = row.int64(offset + 11)
        source = head.publisher ?? WebAddress.host(head.url) ?? head.sha256
    }

    /// Where an article is found again: its URL, else the identifier its source gave it, else its words.
    static func address(of head: ArticleHead) -> String {
        if let url = head.url, !url.isEmpty { return url }
        if let id = head.id, !id.isEmpty { return "id:" + id }
        return "sha256:" + head.sha256
    }

    static func find(_ db: Database, address: String) throws -> ArticleRow? {
        let query = try PreparedStatement(db, "SELECT \(columns) FROM article WHERE address = ?")
        query.bind(1, address)
        defer { query.reset() }
        return try query.next() ? ArticleRow(query) : nil
    }

    private static let byID = "SELECT \(columns) FROM article WHERE id = ?"

    static func find(_ db: Database, id: Int64) throws -> ArticleRow? {
        let query = try PreparedStatement(db, byID)
        query.bind(1, Int(id))
        defer { query.reset() }
        return try query.next() ? ArticleRow(query) : nil
    }
}
