internal import LiaisonModel

/// The best so many edges of a stream, in memory that does not grow with the stream.
struct BestEdges {
    let limit: Int?
    private var kept: [(edge: Edge, group: DerivedEdge.Group)] = []

    init(limit: Int?) {
        self.limit = limit.map { max($0, 0) }
    }

    mutating func insert(_ derived: DerivedEdge) {
        var bare = derived.edge
        bare.statements = []
        kept.append((bare, derived.group))
        if let limit, kept.count >= 2 * limit + 64 { cut(limit) }
    }

    /// The edges that are left.
    var groups: Set<DerivedEdge.Group> {
        var copy = self
        if let limit { copy.cut(limit) }
        return Set(copy.kept.map(\.group))
    }

    private mutating func cut(_ limit: Int) {
        kept.sort { Edge.isMoreBelieved($0.edge, $1.edge) }
        kept.removeLast(max(0, kept.count - limit))
    }
}
