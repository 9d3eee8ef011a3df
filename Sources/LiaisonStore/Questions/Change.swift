public import LiaisonModel

/// How an edge differs from what was known before a date.
public struct Change: Hashable, Sendable {
    /// What happened to it.
    public enum Kind: String, CaseIterable, Sendable {
        /// No article stated it before.
        case new
        /// It stands elsewhere than before: a plan came true, something ended, a denial appeared.
        case state
        /// More sources state it.
        case strengthened
        /// It is believed less than before.
        case weakened
    }

    public var kind: Kind
    /// The edge as it is now.
    public var edge: Edge
    /// The edge as it was known before the date; nil when it is new.
    public var before: Edge?

    public init(kind: Kind, edge: Edge, before: Edge?) {
        self.kind = kind
        self.edge = edge
        self.before = before
    }
}
