/// An ``Edge`` as an export reads it: the same fields, in memory that is borrowed for the length of a visit.
public struct EdgeRecord {
    /// One end of the edge.
    public struct End {
        public var key: BorrowedText
        public var name: BorrowedText
        /// The first 64 bits of the key's SHA-256: what identifiers of nodes are made of.
        public var digest: UInt64

        public init(key: BorrowedText, name: BorrowedText, digest: UInt64) {
            self.key = key
            self.name = name
            self.digest = digest
        }
    }

    /// See ``Edge/id``.
    public var id: BorrowedText
    public var subject: End
    public var relation: RelationID
    public var object: End
    public var belief: Double
    public var articleCount: Int
    public var publisherCount: Int
    public var first: BorrowedText?
    public var last: BorrowedText?
    public var state: EdgeState
    public var isRumour: Bool
    /// Best first.
    public var statements: UnsafeBufferPointer<StatementRecord>

    public init(
        id: BorrowedText, subject: End, relation: RelationID, object: End, belief: Double, articleCount: Int,
        publisherCount: Int, first: BorrowedText?, last: BorrowedText?, state: EdgeState, isRumour: Bool,
        statements: UnsafeBufferPointer<StatementRecord>
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
}
