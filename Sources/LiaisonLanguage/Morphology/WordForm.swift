/// One reading of an inflected form: the word it is a form of, and which form.
public struct Reading: Sendable, Hashable {
    public var lemma: WordID
    public var form: WordForm

    public init(lemma: WordID, form: WordForm) {
        self.lemma = lemma
        self.form = form
    }
}

/// Which form of a verb or noun a word is, as far as extraction asks.
public enum WordForm: UInt8, CaseIterable, Sendable, Hashable {
    case infinitive, present, imperfect, past, future, conditional, subjunctive, participle, gerund
    case singular, plural

    /// Whether it is a form of a verb.
    public var isVerb: Bool { self != .singular && self != .plural }

    /// Whether a clause can stand on it: it has a tense of its own.
    public var isFinite: Bool {
        switch self {
        case .present, .imperfect, .past, .future, .conditional, .subjunctive: true
        default: false
        }
    }

    /// The name used in `conjugation.yaml`.
    init?(name: String) {
        switch name {
        case "infinitive": self = .infinitive
        case "present": self = .present
        case "imperfect": self = .imperfect
        case "past": self = .past
        case "future": self = .future
        case "conditional": self = .conditional
        case "subjunctive": self = .subjunctive
        case "participle": self = .participle
        case "gerund": self = .gerund
        case "plural": self = .plural
        default: return nil
        }
    }
}
