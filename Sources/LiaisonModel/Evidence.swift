/// A half-open range of Unicode code points (scalars, not bytes, not grapheme clusters).
public struct CodePointRange: Hashable, Sendable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public static func < (a: CodePointRange, b: CodePointRange) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}

/// Which text of the article a range counts in.
public enum ArticlePart: String, CaseIterable, Sendable, Comparable {
    case title
    case text

    /// The title is read before the text.
    public static func < (a: ArticlePart, b: ArticlePart) -> Bool {
        a == .title && b == .text
    }
}

/// The place in an article that states something. All ranges count code points of the same ``part``.
public struct Evidence: Hashable, Sendable {
    public var part: ArticlePart
    /// The quoted words.
    public var range: CodePointRange
    /// The text of ``range``, verbatim.
    public var quote: String
    /// The words that name or stand for the subject.
    public var subject: CodePointRange
    /// The words that name or stand for the object.
    public var object: CodePointRange
    /// The mentions by way of which the subject or object was resolved ("la start-up", then the name itself).
    public var via: [CodePointRange]

    public init(
        part: ArticlePart, range: CodePointRange, quote: String, subject: CodePointRange, object: CodePointRange,
        via: [CodePointRange] = []
    ) {
        self.part = part
        self.range = range
        self.quote = quote
        self.subject = subject
        self.object = object
        self.via = via
    }
}
