public import LiaisonModel

/// A way from one entity to another.
public struct Path: Hashable, Sendable {
    /// The entities on the way, both ends included: one more than ``steps``.
    public var entities: [EntityReference]
    /// For each step the edges between its two entities, most believed first.
    public var steps: [[Edge]]
    /// The product of the beliefs of each step's best edge.
    public var belief: Double

    public init(entities: [EntityReference], steps: [[Edge]], belief: Double) {
        self.entities = entities
        self.steps = steps
        self.belief = belief
    }
}
