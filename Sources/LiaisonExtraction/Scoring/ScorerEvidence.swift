/// What speaks for a frame's find besides the words around it.
package struct FrameEvidence: Sendable {
    /// The outcome that it claims.
    package var outcome: Int
    /// The confidence that frame, names and references give on their own.
    package var prior: Float
    /// An end is found by a description or a pronoun.
    package var isDescribed: Bool
    package var isPronoun: Bool
    /// By a noun's construction, the loosest.
    package var isNoun: Bool
    /// Whether the statement holds at all; what is negated or supposed is no error where gold has nothing plain.
    package var holds: Bool
}

/// What speaks for a pair that no frame linked, besides the words around it.
package struct PairEvidence: Sendable {
    /// Both ends are names.
    package var isNamed: Bool
    /// How sure the less sure of the two names is; 1 for those of the lexicon.
    package var nameScore: Float
    /// The relations that words of the sentence stand for: a bit per lane.
    package var triggers: UInt32
    /// Tokens between the two.
    package var distance: Int
    /// Some frame linked the two.
    package var isLinked: Bool
    /// The outcomes that the kinds of the two allow: a bit per outcome.
    package var allowed: UInt64
}
