/// Where an edge stands, from all that was stated about it over time.
public enum EdgeState: String, CaseIterable, Sendable {
    case current
    case planned
    case ended
    /// Some sources state it and others deny it.
    case disputed
}

/// What all statements with the same subject, relation and object add up to. Always derived, never stored by hand.
public struct Edge: Hashable, Sendable {
    /// Stable: the relation and the two keys.
    public var id: String
    public var subject: EntityReference
    public var relation: RelationID
    public var object: EntityReference
    /// The probability that it holds, from independent sources, from 0 to 1, in steps of 0.0001.
    public var belief: Double
    public var articleCount: Int
    public var publisherCount: Int
    /// The earliest and latest publication date of its articles.
    public var first: String?
    public var last: String?
    public var state: EdgeState
    /// Whether all that supports it is rumour.
    public var isRumour: Bool
    /// The statements behind it, best first.
    public var statements: [Statement]

    public init(
        id: String, subject: EntityReference, relation: RelationID, object: EntityReference, belief: Double,
        articleCount: Int, publisherCount: Int, first: String?, last: String?, state: EdgeState, isRumour: Bool,
        statements: [Statement]
    ) {
        self.id = id
        self.subject = subject
        self.relation = relation
        self.object = object
        self.belief = belief
        self.articleCount = articleCount
        self.publisherCount = publisherCount
        self.first = first
        self.last = last
        self.state = state
        self.isRumour = isRumour
        self.statements = statements
    }

    /// Whether statements are listed and none of them says that it holds: all deny it or only suppose it.
    public var isRefused: Bool { !statements.isEmpty && !statements.contains { $0.qualifiers.holds } }

    /// The identifier of the edge between two keys: sixteen hexadecimal digits.
    public static func identifier(subject: EntityKey, relation: RelationID, object: EntityKey) -> String {
        let digits = String(digest(subject: subject.text, relation: relation.text, object: object.text), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The number that the identifier writes.
    package static func digest(subject: String, relation: String, object: String) -> UInt64 {
        var text = ""
        text.reserveCapacity(subject.utf8.count + relation.utf8.count + object.utf8.count + 2)
        text += subject
        text += "\u{0}"
        text += relation
        text += "\u{0}"
        text += object
        return SHA256.prefix(of: text)
    }
}

/// What part of a graph is shown, and how much is not.
public struct GraphSummary: Hashable, Sendable {
    public var entityCount: Int
    public var edgeCount: Int
    public var statementCount: Int
    public var articleCount: Int
    /// Edges that the view's filters or limit left out.
    public var hiddenEdgeCount: Int
    /// The latest publication date of an article in view.
    public var latest: String?
    /// The view in words: "Microsoft and OpenAI, depth 1".
    public var title: String

    public init(
        entityCount: Int, edgeCount: Int, statementCount: Int, articleCount: Int, hiddenEdgeCount: Int = 0,
        latest: String? = nil, title: String = ""
    ) {
        self.entityCount = entityCount
        self.edgeCount = edgeCount
        self.statementCount = statementCount
        self.articleCount = articleCount
        self.hiddenEdgeCount = hiddenEdgeCount
        self.latest = latest
        self.title = title
    }
}

/// A graph that can be read from beginning to end in constant memory, more than once, always in the same order.
public protocol GraphSource {
    func summary() throws -> GraphSummary
    /// Every entity that is an end of an edge in view, by key.
    func forEachEntity(_ visit: (Entity) throws -> Void) throws
    /// Every edge in view, by subject key, relation in the order of the vocabulary or of names, and object key.
    func forEachEdge(_ visit: (Edge) throws -> Void) throws
    /// The same edges in the same order, each in memory that is borrowed until the visit returns.
    func forEachRecord(_ visit: (EdgeRecord) throws -> Void) throws
    /// Every article that a statement in view cites, by content hash.
    func forEachArticle(_ visit: (ArticleHead) throws -> Void) throws
}
