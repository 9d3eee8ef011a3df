public import LiaisonModel

/// What a reader needs to know beside the bytes.
public struct ReadingOptions: Hashable, Sendable {
    /// How articles say when they were published.
    public var words: DatelineWords
    /// What the parts of web pages that are no article are called.
    public var pageParts: PageParts
    /// The names that the fields of an article have in JSON and CSV.
    public var fields: FieldNames

    public init(words: DatelineWords, pageParts: PageParts, fields: FieldNames = FieldNames()) {
        self.words = words
        self.pageParts = pageParts
        self.fields = fields
    }
}
