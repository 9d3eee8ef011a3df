/// Buffers for annotating text after text without allocating anew. One per thread.
public struct TextWorkspace: Sendable {
    var folder = WordFolder()
    var ownWords = OwnWords()

    public init() {}

    /// The id of the word last folded; one that the table does not have joins the text's own words.
    mutating func intern(_ words: WordTable) -> WordID {
        folder.id(in: words) ?? WordID(words.count + ownWords.place(of: folder))
    }
}
