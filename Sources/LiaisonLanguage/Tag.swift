/// A part of speech of Universal Dependencies (UPOS, https://universaldependencies.org/u/pos/).
public enum Tag: UInt8, CaseIterable, Sendable, Hashable {
    case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral, particle
    case pronoun, properNoun, punctuation, subordinator, symbol, verb, other

    /// The label of the treebanks: `ADJ`, `ADP`, …
    public var label: String { Self.labels[Int(rawValue)] }

    /// The tag of a treebank label.
    public init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let labels = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X",
    ]
}
