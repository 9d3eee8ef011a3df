internal import LiaisonModel

/// A financing round that the text has told of: who raises the money, how much, which round.
/// Investors named later ("the round was led by …") put their money into it.
struct FundingRound: Sendable {
    /// Who raises: index into ``DocumentEntities/items``.
    var raiser: Int
    /// The words that name the raiser.
    var mention: Range<Int>
    var sentence: Int
    var amount: Amount?
    /// `series-b`, `seed`.
    var name: String?
    /// When it was told of.
    var date: String?
}
