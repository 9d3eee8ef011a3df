internal import LiaisonModel

/// One end of a relation: the investor, the company invested in.
struct RelationEnd: Hashable, Sendable {
    var relation: RelationID
    var isSubject: Bool
}
