public import LiaisonModel

/// What a reader needs to know beside the bytes.
public struct ReadingOptions: Hashable, Sendable {
    /// How articles say when they were published.
    public var words: DatelineWords

    public init(words: DatelineWords) {
        self.words = words
    }
}
