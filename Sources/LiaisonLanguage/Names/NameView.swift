/// What the name recogniser sees of one token of a document.
package struct NameView: Sendable {
    package var word = WordSketch()
    package var tag: UInt8 = 0
    package var cues: NameCues.Classes = []
    /// 0, or one more than kind (of all kinds, sectors too), place in the name, and whether it needs context: see ``hit(kind:place:isAmbiguous:)``.
    package var hit: UInt8 = 0
    /// What the rest of the document tells about the same word.
    package var elsewhere: Elsewhere = []
    /// The forms before and after the first four places where the document has the same word with a capital; 0 for none.
    package var before: SIMD4<UInt32> = .zero
    package var after: SIMD4<UInt32> = .zero
    package var sentence: SentenceTraits = []
    /// The coarse classes of the words at the same places.
    package var classesBefore: SIMD4<UInt8> = .zero
    package var classesAfter: SIMD4<UInt8> = .zero
    /// What stands near the places of the same word anywhere in the document.
    package var cuesNear: NameCues.Classes = []
    /// The run of capitals that the token is in, -1 for none.
    package var run: Int32 = -1

    package struct Elsewhere: OptionSet, Sendable, Hashable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        /// With a capital inside a sentence.
        package static let capital = Elsewhere(rawValue: 1)
        /// In small letters.
        package static let small = Elsewhere(rawValue: 2)
        /// After a first name or a title.
        package static let afterFirstName = Elsewhere(rawValue: 4)
        /// In a name of the lexicon that needs no context.
        package static let inLexicon = Elsewhere(rawValue: 8)
        /// Inside a run of capitals that has a word of firms, of investors, of public bodies, of other bodies.
        package static let inCompany = Elsewhere(rawValue: 16)
        package static let inFund = Elsewhere(rawValue: 32)
        package static let inGovernment = Elsewhere(rawValue: 64)
        package static let inOrganisation = Elsewhere(rawValue: 128)
        /// Before a last name: it is a first one.
        package static let beforeLastName = Elsewhere(rawValue: 256)
    }

    package struct SentenceTraits: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// The token begins the sentence, or stands after the quotation mark or dash that does.
        package static let isFirst = SentenceTraits(rawValue: 1)
        /// Most words of the sentence have capitals.
        package static let isCapitalised = SentenceTraits(rawValue: 2)
        package static let isFrench = SentenceTraits(rawValue: 4)
        package static let isHeading = SentenceTraits(rawValue: 8)
    }

    package init() {}

    /// There is a capital at the beginning or inside.
    var isCapital: Bool { !word.look.isDisjoint(with: [.initialCapital, .innerCapital]) }

    package static func hit(kind: Int, place: Int, isAmbiguous: Bool) -> UInt8 {
        UInt8(1 + kind << 3 + place << 1 + (isAmbiguous ? 1 : 0))
    }
}
