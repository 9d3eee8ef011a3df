/// What loading a stream of statements did.
public struct StatementLoad: Hashable, Sendable {
    /// Statements that were read, those of unchanged articles included.
    public var statements = 0
    /// Lines that were not statements.
    public var refused = 0
    public var articlesAdded = 0
    public var articlesReplaced = 0
    public var articlesUnchanged = 0
    /// Statements that replacing articles brought and took away.
    public var statementsAdded = 0
    public var statementsRemoved = 0

    public init() {}
}
