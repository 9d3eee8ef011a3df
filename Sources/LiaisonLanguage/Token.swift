/// A word, number or mark of an ``AnnotatedText``.
public struct Token: Sendable, Hashable {
    /// Bytes from the start of ``AnnotatedText/bytes``; half-open.
    public var start: UInt32
    public var end: UInt32
    /// The interned form: lower case, straight apostrophes, composed accents, no soft hyphens.
    public var word: WordID
    public var tag: Tag
    public var shape: Shape

    public init(start: UInt32, end: UInt32, word: WordID, tag: Tag = .other, shape: Shape = []) {
        self.start = start
        self.end = end
        self.word = word
        self.tag = tag
        self.shape = shape
    }

    /// What a token looks like.
    public struct Shape: OptionSet, Sendable, Hashable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The first letter is a capital.
        public static let initialCapital = Shape(rawValue: 1 << 0)
        /// Two letters or more, all capitals.
        public static let allCapitals = Shape(rawValue: 1 << 1)
        /// A capital after a small letter: `OpenAI`, `iPhone`.
        public static let innerCapital = Shape(rawValue: 1 << 2)
        public static let hasDigit = Shape(rawValue: 1 << 3)
        /// Digits with their separators only: `200`, `1,5`, `2 000`.
        public static let isNumber = Shape(rawValue: 1 << 4)
        /// Not a letter or digit in it.
        public static let isPunctuation = Shape(rawValue: 1 << 5)
        /// White space stands before it, or it begins a paragraph.
        public static let spaceBefore = Shape(rawValue: 1 << 6)
        public static let hasLetter = Shape(rawValue: 1 << 7)
        /// Cut from the token before it: `'s`, `n't`, or the word after `l'`.
        public static let isClitic = Shape(rawValue: 1 << 8)
        public static let hasHyphen = Shape(rawValue: 1 << 9)
    }
}

/// An interned word. Ids below ``WordTable/count`` mean the same in every text; those from there on belong to one text.
public struct WordID: RawRepresentable, Sendable, Hashable, Comparable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ index: Int) { rawValue = UInt32(index) }
    public var index: Int { Int(rawValue) }
    public static func < (a: WordID, b: WordID) -> Bool { a.rawValue < b.rawValue }
}
