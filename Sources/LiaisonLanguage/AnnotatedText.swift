public import LiaisonModel

/// An article cut into paragraphs, sentences and tokens, with tags, names and values.
///
/// ``bytes`` holds the title, a line feed, and the text, in UTF-8; every offset here counts those bytes.
public struct AnnotatedText: Sendable {
    public var bytes: [UInt8] = []
    /// Where the article's text begins in ``bytes``; the title with its line feed is before. Zero without a title.
    public var bodyStart = 0
    /// The publication date as the article gives it, for relative dates.
    public var published: String?
    public var paragraphs: [Paragraph] = []
    public var sentences: [Sentence] = []
    public var tokens: [Token] = []
    /// In order, without overlap.
    public var names: [NameMention] = []
    /// In order, without overlap among themselves.
    public var values: [ValueMention] = []
    /// The words of this text that no data knows: the word with id `WordTable.count + i` is the i-th.
    public var ownWords: [String] = []

    public init() {}
}

/// A run of lines without an empty line between them, or one line that stands alone.
public struct Paragraph: Sendable, Hashable {
    /// Bytes.
    public var range: Range<Int>
    public var language: Language
    /// A title, an intermediate heading, a list item, or running text.
    public var role: Role

    public enum Role: UInt8, Sendable, Hashable {
        case title, heading, listItem, running
        /// Author boxes, bylines, tags, calls to subscribe: never read for statements.
        case boilerplate
    }

    public init(range: Range<Int>, language: Language, role: Role) {
        self.range = range
        self.language = language
        self.role = role
    }
}

/// A sentence; it never crosses a paragraph.
public struct Sentence: Sendable, Hashable {
    /// Indices into ``AnnotatedText/tokens``.
    public var tokens: Range<Int>
    /// Index into ``AnnotatedText/paragraphs``.
    public var paragraph: Int

    public init(tokens: Range<Int>, paragraph: Int) {
        self.tokens = tokens
        self.paragraph = paragraph
    }
}

/// Words that name a thing.
public struct NameMention: Sendable, Hashable {
    /// Indices into ``AnnotatedText/tokens``.
    public var tokens: Range<Int>
    public var kind: EntityKind
    /// The entry of the lexicon that it names, where it is one.
    public var entry: LexiconEntryID?
    public var origin: Origin
    /// From 0 to 1: how sure it is that these words are a name of that kind.
    public var score: Float

    /// What found the name.
    public enum Origin: UInt8, Sendable, Hashable {
        case lexicon, model
        /// Found because the same words were found elsewhere in the text.
        case document
    }

    public init(tokens: Range<Int>, kind: EntityKind, entry: LexiconEntryID?, origin: Origin, score: Float) {
        self.tokens = tokens
        self.kind = kind
        self.entry = entry
        self.origin = origin
        self.score = score
    }
}

/// An entry of the lexicon, by its place in the order of loading.
public struct LexiconEntryID: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Words that give a quantity or a time.
public struct ValueMention: Sendable, Hashable {
    /// Indices into ``AnnotatedText/tokens``; words such as "up to" and "près de" that give the bound are inside.
    public var tokens: Range<Int>
    public var value: Value

    public init(tokens: Range<Int>, value: Value) {
        self.tokens = tokens
        self.value = value
    }
}

/// A typed quantity or time.
public enum Value: Sendable, Hashable {
    /// A sum; ``Amount/scope`` is always `edge` here, ``Amount/text`` always nil: the extractor decides on both.
    case money(Amount)
    /// A share from 0 to 1 (`49 %` is 0.49; above 1 where the text says so), with its bound.
    case percent(ExactDecimal, Amount.Bound)
    /// A point or period in time as EDTF, relative words anchored on the publication date: `2025-06-16`, `2025-06`,
    /// `2022`, `XXXX-05` where the year is not known. The role says what its preposition makes of it.
    case date(String, DateRole)
    /// ISO 8601: `P3Y`, `P18M`.
    case duration(String)
    /// A financing round: `seed`, `pre-seed`, `series-a`, `series-b` …
    case round(String)
    /// A number of things as said: "milliers", "three", "une dizaine".
    case count(String)

    /// What a preposition makes of a date.
    public enum DateRole: UInt8, Sendable, Hashable {
        case at
        /// "depuis", "since", "as of"
        case since
        /// "jusqu'en", "until"
        case until
        /// "d'ici à", "by", "avant"
        case by
    }
}

extension AnnotatedText {
    /// The words of a range of tokens as the article has them.
    public func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
    }

    /// The language of a sentence.
    public func language(of sentence: Sentence) -> Language {
        paragraphs[sentence.paragraph].language
    }
}
