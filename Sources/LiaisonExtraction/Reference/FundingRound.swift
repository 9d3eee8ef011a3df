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

    /// What this round leaves untold and another account of it tells.
    mutating func complete(with other: FundingRoundTerms) {
        amount = amount ?? other.amount
        name = name ?? other.name
        date = date ?? other.date
    }
}

/// What a sentence says of a round without saying who raises it: "A $9 million seed round will pay for the factory."
struct FundingRoundTerms: Sendable {
    var sentence: Int
    var amount: Amount?
    var name: String?
    var date: String?
}
