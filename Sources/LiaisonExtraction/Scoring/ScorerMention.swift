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
}
