public import LiaisonModel

/// What a new version of an article, or a new reading of it, states otherwise than the one it replaced.
public struct ArticleDifference: Hashable, Sendable {
    /// The article as it is now.
    public var head: ArticleHead
    /// Statements that the earlier version did not make, in the order of the article.
    public var added: [Statement]
    /// Statements that it does not make any more, as the store knew them.
    public var removed: [Statement]
}
