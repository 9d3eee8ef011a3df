internal import LiaisonModel

/// One end of a pair: some words of a sentence and what they stand for.
struct ScorerMention: Sendable {
    /// What the words look like.
    enum Form: UInt32, Sendable {
        case name = 1, pronoun, description, other
    }

    /// Indices into the text's tokens, not empty.
    var tokens: Range<Int>
    /// The item of ``DocumentEntities`` that it stands for.
    var item: Int?
    /// The kind of that thing, where known.
    var kind: EntityKind?
    var form: Form
    /// Hashes of the types that lexicon and text give the thing: "bank", "exchange".
    var types: [UInt32] = []

    /// The hash of a type's name.
    static func hash(_ type: String) -> UInt32 {
        type.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
