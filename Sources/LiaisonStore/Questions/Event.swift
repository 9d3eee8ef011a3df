public import LiaisonModel

/// One thing that is said to have happened to an entity, for a timeline.
public struct Event: Hashable, Sendable {
    /// When: the statement's own date or start or end, else the publication date of its article; EDTF.
    public var date: String
    /// Whether the date is only that of the article.
    public var isPublication: Bool
    /// The edge that the statement belongs to, without its statements.
    public var edge: Edge
    public var statement: Statement

    public init(date: String, isPublication: Bool, edge: Edge, statement: Statement) {
        self.date = date
        self.isPublication = isPublication
        self.edge = edge
        self.statement = statement
    }
}
