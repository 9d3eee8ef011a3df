internal import LiaisonLanguage
internal import LiaisonModel

/// A frame that found both its ends.
struct Candidate: Sendable {
    /// Index into ``FrameIndex/frames``.
    var frame: Int
    var subject: Reference
    var object: Reference
    /// The words that woke the frame.
    var trigger: Range<Int>
    /// The verb on whose tense, mood and negation the statement depends: none for a role that is taken for granted.
    var verb: Int?
    /// The noun group that is or holds the trigger, for frames of nouns and roles.
    var group: Int?
    /// The construction: active, passive, participle, apposition …
    var construction: Construction
    /// Whether others stand beside the subject.
    var isShared = false
    /// Whether the grammatical subject of its verb is the relation's subject, or the object; nil where it is neither.
    var actsAsSubject: Bool?
    /// The share that stands beside this one of several owners: "X holds 20%, Y 15%".
    var stake: ExactDecimal?
    /// The sum that stands beside this one of several: "X put in $2m, Y $1m".
    var sum: Amount?

    enum Construction: String, Sendable {
        case active, passive, participle, gerund, infinitive, relative
        case noun, apposition, prenominal, copula, predicate, list, compound, mutual
        /// No frame found it: the scorer is sure of it.
        case scored
    }
}
