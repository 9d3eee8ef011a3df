internal import LiaisonLanguage

/// A noun with what stands before it and a name that follows it: "son principal investisseur Microsoft".
struct NounGroup: Sendable, Hashable {
    enum Determiner: UInt8, Sendable { case none, definite, indefinite, possessive, demonstrative }

    /// Indices into the text's tokens.
    var tokens: Range<Int>
    /// The token that the group is about: its common noun, else the last token of its name.
    var head: Int
    /// Whether the head is a common noun.
    var hasNoun: Bool
    /// The name that the group ends with: the group's own when there is no common noun, else one in apposition.
    var name: Int?
    /// Names before the noun: "Microsoft" in "Microsoft CEO Satya Nadella".
    var leading: [Int] = []
    var determiner: Determiner = .none
    /// The token of `son`, `its`.
    var possessive: Int?
    var isPlural: Bool?
    /// `il`, `it`.
    var isPronoun = false
    /// A quantity or date, when the group is nothing else.
    var value: Int?
    /// The group before `'s`.
    var possessor: Int?
    /// The group whose noun `celui` stands for.
    var standsFor: Int?
    /// "ancien", "former" among its words.
    var isFormer = false
    /// "futur", "incoming" among its words.
    var isFuture = false
}
