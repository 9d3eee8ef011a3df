internal import LiaisonModel

/// An edge with the rows it came from.
struct DerivedEdge {
    /// What makes statements one edge, by rows of `entity` that stand for themselves.
    struct Group: Hashable {
        var subject: Int64
        var relation: Int64
        var object: Int64
    }

    var group: Group
    var edge: Edge
    /// The rows of the articles that its statements cite; some may come twice.
    var articles: [Int64]
}
