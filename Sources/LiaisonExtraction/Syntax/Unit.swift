internal import LiaisonLanguage

/// A piece of a sentence at the level of groups.
struct Unit: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Index into ``SentenceParse/groups``.
        case noun(Int)
        /// Index into ``SentenceParse/verbs``.
        case verb(Int)
        /// The canonical words, as one id when it is one word.
        case preposition
        case grammar(GrammarWord)
        case comma, semicolon, colon, dash, open, close, quote
        case other
    }

    var kind: Kind
    var tokens: Range<Int>
    /// The clause it belongs to: an index into ``SentenceParse/clauses``.
    var clause = 0
    /// How many brackets are open around it.
    var depth = 0
}

/// A clause: a main sentence, a relative, a subordinate, or what stands in brackets or quotes.
struct Clause: Sendable, Hashable {
    enum Kind: UInt8, Sendable { case main, relative, subordinate, hypothetical, bracket }

    var kind: Kind
    var parent: Int?
    /// The unit that opens it: a relative pronoun, a conjunction, a bracket.
    var opener: Int?
    /// The noun group that a relative pronoun or a bracket takes up.
    var antecedent: Int?
    /// Whether a finite verb has been seen in it.
    var hasVerb = false
    /// Opened behind a comma, so that a comma closes it.
    var isDetached = false
}

/// Noun groups joined by commas and "et", in order.
struct GroupList: Sendable, Hashable {
    var members: [Int]
}

/// A sentence cut into groups and clauses.
struct SentenceParse: Sendable {
    var sentence: Int
    var units: [Unit] = []
    var groups: [NounGroup] = []
    var verbs: [VerbGroup] = []
    var clauses: [Clause] = [Clause(kind: .main)]
    /// The unit of each group and of each verb.
    var unitOfGroup: [Int] = []
    var unitOfVerb: [Int] = []
    /// The list of each group, itself alone where it is in none.
    var lists: [GroupList] = []
    var listOfGroup: [Int] = []
    /// The group that a group stands in apposition to.
    var host: [Int?] = []
    /// The unit of the preposition directly before a group (or before the list it is in).
    var preposition: [Int?] = []
    /// The verb that governs an infinitive: "prévoit" for "investir".
    var governor: [Int?] = []

    func members(of group: Int) -> [Int] { lists[listOfGroup[group]].members }
}
