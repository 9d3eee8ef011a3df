public import LiaisonModel

/// What was right and wrong about one article.
public struct ArticleScore: Sendable {
    /// A gold statement and what was found for it.
    public struct Match: Sendable {
        public var gold: GoldStatement
        public var found: Statement
    }

    /// An edge that was said and is not in gold.
    public struct FalseEdge: Sendable {
        public var statement: Statement
        public var fault: Fault
    }

    /// What is wrong about a false edge.
    public enum Fault: String, CaseIterable, Sendable {
        case notInGold = "not in gold"
        /// In gold the other way round.
        case direction = "turned round"
        /// In gold as denied, negated or hypothetical.
        case polarity = "denied or negated in gold"
    }

    public var gold: GoldArticle
    /// The text that ``GoldStatement/evidence`` counts in.
    public var article: Article
    public var tallies: [RelationID: Tally] = [:]
    /// The same where an edge is right only with all qualifiers that gold gives.
    public var strict: [RelationID: Tally] = [:]
    /// Recall by difficulty.
    public var difficulties: [String: Share] = [:]
    /// Edges of gold that were said.
    public var matches: [Match] = []
    /// Denied, negated and hypothetical statements of gold that were recognised as such.
    public var recognised: [Match] = []
    /// How many of those there are.
    public var suppressed = 0
    public var misses: [GoldStatement] = []
    public var falseEdges: [FalseEdge] = []

    init(gold: GoldArticle, article: Article) {
        self.gold = gold
        self.article = article
    }

    /// The words that state what was missed; nil where gold does not mark them.
    public func sentence(of statement: GoldStatement) -> String? {
        guard let range = statement.evidence else { return nil }
        let scalars = article.text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start)
        return String(String.UnicodeScalarView(scalars))
    }
}
