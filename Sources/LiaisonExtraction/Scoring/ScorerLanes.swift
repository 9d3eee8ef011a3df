package import LiaisonModel

/// Which number of a row of weights stands for which relation.
///
/// A row has two halves of sixteen: the first for the first mention of a pair as the subject, the second for the second.
/// In each half come the directed relations, the symmetric ones, and the lane of no relation; the two lanes of
/// what has no direction are added up.
package struct ScorerLanes: Sendable, Hashable {
    package static let half = 16
    package static let width = 32

    package let directed: [RelationID]
    package let symmetric: [RelationID]

    /// Nil where there are more relations than lanes.
    package init?(directed: [RelationID], symmetric: [RelationID]) {
        guard directed.count + symmetric.count < Self.half else { return nil }
        self.directed = directed
        self.symmetric = symmetric
    }

    /// The lanes of a vocabulary's relations, in its order.
    package init?(vocabulary: Vocabulary) {
        let all = vocabulary.relations
        self.init(
            directed: all.filter { !$0.isSymmetric }.map(\.id), symmetric: all.filter(\.isSymmetric).map(\.id))
    }

    /// The lane in the first half that no relation has.
    package var none: Int { directed.count + symmetric.count }

    /// A relation's lane in the first half.
    package func lane(of relation: RelationID) -> Int? {
        if let lane = directed.firstIndex(of: relation) { return lane }
        return symmetric.firstIndex(of: relation).map { directed.count + $0 }
    }

    /// How many outcomes there are: each directed relation both ways, the symmetric ones, none.
    package var outcomeCount: Int { 2 * directed.count + symmetric.count + 1 }

    /// What an outcome says; nil for no relation.
    package func outcome(_ index: Int) -> (relation: RelationID, isTurned: Bool)? {
        let count = directed.count
        if index < count { return (directed[index], false) }
        if index < 2 * count { return (directed[index - count], true) }
        if index < 2 * count + symmetric.count { return (symmetric[index - 2 * count], false) }
        return nil
    }

    /// The outcome of a relation; turned where the second mention is the subject.
    package func outcome(of relation: RelationID?, isTurned: Bool) -> Int {
        guard let relation else { return outcomeCount - 1 }
        if let lane = directed.firstIndex(of: relation) { return isTurned ? directed.count + lane : lane }
        return symmetric.firstIndex(of: relation).map { 2 * directed.count + $0 } ?? outcomeCount - 1
    }

    /// The outcome of a lane of the first half.
    func outcome(of lane: Int, isTurned: Bool) -> Int {
        lane < directed.count && !isTurned ? lane : directed.count + lane
    }

    /// The scores of the outcomes from those of the lanes.
    package func outcomes(of lanes: UnsafePointer<Float>, into scores: inout [Float]) {
        let count = directed.count
        for lane in 0..<count {
            scores[lane] = lanes[lane]
            scores[count + lane] = lanes[Self.half + lane]
        }
        for lane in count...none { scores[count + lane] = lanes[lane] + lanes[Self.half + lane] }
    }
}
