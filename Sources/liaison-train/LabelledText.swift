internal import LiaisonLanguage
internal import LiaisonModel

/// A text with the names that people marked in it, as far as they did.
struct LabelledText {
    /// What a marked span may be: a set of kinds of ``NameLabel/kinds``, and perhaps no name at all.
    struct Kinds: OptionSet, Hashable {
        let rawValue: UInt16
        init(rawValue: UInt16) { self.rawValue = rawValue }
        init(_ kind: EntityKind) { self.init(rawValue: NameLabel.index(of: kind).map { 1 << UInt16($0) } ?? 0) }
        static let organisations: Kinds = [
            Kinds(.company), Kinds(.fund), Kinds(.government), Kinds(.organisation),
        ]
        static let outside = Kinds(rawValue: 1 << 15)
    }

    /// What the words are that nobody marked.
    enum Unmarked {
        case outside
        /// Places were not to be marked.
        case outsideOrPlace
        /// Only some names were marked: small words are outside, of the others nothing is known.
        case unknown
    }

    var article: Article
    /// Bytes of the article's text.
    var spans: [(range: Range<Int>, kinds: Kinds)] = []
    /// Names to be marked wherever they stand, title included; longer ones first.
    var names: [(text: String, kind: EntityKind)] = []
    var unmarked = Unmarked.outside
    var weight: Float = 1
}
