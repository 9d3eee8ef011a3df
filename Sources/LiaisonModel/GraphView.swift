/// Which part of a graph is asked for. The plain view is the whole graph.
public struct GraphView: Hashable, Sendable {
    /// The entities that the view is about; empty means all.
    public var focus: [EntityKey] = []
    /// How many edges away from the focus an entity may be. With two or more in focus and depth 0, only the edges among them.
    public var depth = 1
    /// Relations to keep; empty means all.
    public var relations: Set<RelationID> = []
    /// Kinds of entities to keep; empty means all. The focus is always kept.
    public var kinds: Set<EntityKind> = []
    /// Only statements of articles published from this date on, `YYYY-MM-DD`.
    public var since: String?
    /// The graph as it was known on this date: only statements of articles published until then, `YYYY-MM-DD`.
    public var asOf: String?
    /// Only edges believed at least so much, 0…1.
    public var minimumBelief = 0.0
    /// States to keep; empty means all.
    public var states: Set<EdgeState> = []
    /// Whether denied, negated and hypothetical statements are listed too.
    public var includesSuppressed = false
    /// At most so many edges: the best attested between the most central entities; nil means all.
    public var limit: Int?
    /// The view in words, for captions.
    public var title = ""

    public init() {}
}
