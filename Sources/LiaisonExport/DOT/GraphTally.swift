internal import LiaisonModel

/// What occurred in a graph while it was written: a legend explains only that.
struct GraphTally {
    private(set) var kinds: Set<EntityKind> = []
    private(set) var relations: Set<RelationID> = []
    private(set) var hasDashed = false
    private(set) var hasEnded = false
    private(set) var hasDisputed = false
    private var lastRelation: RelationID?

    mutating func count(_ kind: EntityKind) {
        kinds.insert(kind)
    }

    mutating func count(_ edge: EdgeRecord, _ look: EdgeLook) {
        // Edges come in runs of one relation.
        if lastRelation != edge.relation {
            relations.insert(edge.relation)
            lastRelation = edge.relation
        }
        hasDashed = hasDashed || look.isDashed
        hasEnded = hasEnded || edge.state == .ended
        hasDisputed = hasDisputed || look.color == EdgeLook.disputedColor
    }
}
