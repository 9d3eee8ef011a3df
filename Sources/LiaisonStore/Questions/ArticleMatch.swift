public import LiaisonModel

/// An article that has the words that were searched for.
public struct ArticleMatch: Hashable, Sendable {
    public var article: ArticleHead
    /// The words in their surroundings; what matched stands between ``openMark`` and ``closeMark``.
    public var excerpt: String
    /// How many statements the article makes.
    public var statementCount: Int

    /// U+0002, which no article has.
    public static let openMark: Unicode.Scalar = "\u{2}"
    /// U+0003.
    public static let closeMark: Unicode.Scalar = "\u{3}"

    public init(article: ArticleHead, excerpt: String, statementCount: Int) {
        self.article = article
        self.excerpt = excerpt
        self.statementCount = statementCount
    }
}
