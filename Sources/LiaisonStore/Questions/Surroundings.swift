public import LiaisonModel

/// What is nearest around an entity: of each relation and direction the best supported edges, and how many there are.
public struct Surroundings: Hashable, Sendable {
    /// How an edge stands to the entity in the middle.
    public enum Direction: String, CaseIterable, Sendable {
        /// The entity is its subject.
        case outgoing
        /// The entity is its object.
        case incoming
        /// The relation is symmetric.
        case mutual
    }

    /// The edges of one relation in one direction.
    public struct Group: Hashable, Sendable {
        public var relation: RelationID
        public var direction: Direction
        /// How many edges there are.
        public var count: Int
        /// The first of them.
        public var edges: [Edge]

        public init(relation: RelationID, direction: Direction, count: Int, edges: [Edge]) {
            self.relation = relation
            self.direction = direction
            self.count = count
            self.edges = edges
        }
    }

    public var entity: Entity
    /// How many articles name the entity.
    public var articleCount: Int
    /// By relation, then direction.
    public var groups: [Group]

    public init(entity: Entity, articleCount: Int, groups: [Group]) {
        self.entity = entity
        self.articleCount = articleCount
        self.groups = groups
    }

    /// How many edges there are.
    public var edgeCount: Int { groups.reduce(0) { $0 + $1.count } }
    /// How many of them are listed.
    public var listedCount: Int { groups.reduce(0) { $0 + $1.edges.count } }
}
