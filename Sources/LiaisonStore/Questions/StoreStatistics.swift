public import LiaisonModel

/// How much a store holds.
public struct StoreStatistics: Hashable, Sendable {
    /// Articles, counting those of the same words once.
    public var articles = 0
    /// Stories: groups of articles with nearly the same words.
    public var stories = 0
    public var publishers = 0
    public var entities = 0
    public var statements = 0
    /// Statements that are denied, negated or hypothetical.
    public var suppressedStatements = 0
    /// Edges as views and exports show them.
    public var edges = 0
    /// Pairs with a relation that statements only deny or suppose, before judgements; ``edges`` has none of them.
    public var refusedEdges = 0
    public var judgements = 0
    public var first: String?
    public var last: String?
    /// Statements and edges per relation, most edges first.
    public var relations: [RelationCount] = []
    /// Entities per kind, in the order of `EntityKind`.
    public var kinds: [EntityKind: Int] = [:]
    /// Bytes of the file.
    public var fileSize = 0

    public init() {}

    /// What one relation has.
    public struct RelationCount: Hashable, Sendable {
        public var relation: RelationID
        public var edges: Int
        public var statements: Int
    }
}
