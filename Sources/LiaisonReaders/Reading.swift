public import LiaisonModel

/// What a reader made of one article's worth of input.
public enum Reading: Hashable, Sendable {
    case article(Article, Origin)
    case refused(Refusal)

    /// The article, where there is one.
    public var article: Article? {
        if case .article(let article, _) = self { article } else { nil }
    }

    /// The refusal, where there is one.
    public var refusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
