/// A place in a text whose words are a name of the lexicon.
public struct LexiconMatch: Sendable, Hashable {
    /// Indices into ``AnnotatedText/tokens``.
    public var tokens: Range<Int>
    public var entry: LexiconEntryID
    /// The name needs context here: see `ambiguous` in `Schemas/lexicon/entities`.
    public var isAmbiguous: Bool

    public init(tokens: Range<Int>, entry: LexiconEntryID, isAmbiguous: Bool) {
        self.tokens = tokens
        self.entry = entry
        self.isAmbiguous = isAmbiguous
    }
}
