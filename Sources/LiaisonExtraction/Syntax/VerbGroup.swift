internal import LiaisonLanguage

/// A verb with its auxiliaries, negation, and small pronouns: "ne l'aurait pas racheté".
struct VerbGroup: Sendable, Hashable {
    enum Kind: UInt8, Sendable { case finite, infinitive, participle, gerund }

    var tokens: Range<Int>
    /// The token of the verb that carries the meaning.
    var main: Int
    /// What ``main`` may be a form of, where known.
    var lemmas: [WordID]
    var kind: Kind
    /// The form of the first, conjugated word.
    var form: WordForm?
    var isPassive = false
    var isReflexive = false
    var isNegated = false
    /// "ne … plus", "no longer".
    var isNoLonger = false
    var isPerfect = false
    /// Modals: "will", "would", "could", "devrait".
    var modal: WordID?
    /// "lui", "him": the one to whom.
    var dative: Int?
    /// "y": there, in it.
    var placeClitic: Int?
    /// "en": of it.
    var genitiveClitic: Int?
    /// "le", "la", "l'" before a verb.
    var objectClitic: Int?
}
