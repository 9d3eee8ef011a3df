public import LiaisonModel

/// The surroundings of some entities as a small graph to be drawn: who matters most, and how much is left out.
public struct Neighborhood: Hashable, Sendable {
    /// The entities that were opened, as they stand for themselves, in the order in which they were named.
    public var open: [EntityReference]
    /// Every entity in view, by key.
    public var entities: [EntityReference]
    /// The edges among them, by subject, relation and object.
    public var edges: [Edge]
    /// Edges of the opened entities that are not in view.
    public var hiddenEdgeCount: Int
    /// Edges of each other entity that are not in view, of the relations asked for and whatever else the view asks.
    public var hiddenEdgeCounts: [EntityKey: Int]

    public init(
        open: [EntityReference], entities: [EntityReference], edges: [Edge], hiddenEdgeCount: Int,
        hiddenEdgeCounts: [EntityKey: Int]
    ) {
        self.open = open
        self.entities = entities
        self.edges = edges
        self.hiddenEdgeCount = hiddenEdgeCount
        self.hiddenEdgeCounts = hiddenEdgeCounts
    }
}
