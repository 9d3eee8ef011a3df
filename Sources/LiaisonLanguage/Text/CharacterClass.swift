/// What a code point is when text is cut into words.
enum CharacterClass: UInt8 {
    case punctuation, space, lower, upper, digit, mark, ignorable, apostrophe, hyphen, currency, symbol

    /// A letter of any script, or a number sign that is no ASCII digit.
    var isLetter: Bool { self == .lower || self == .upper }
    /// What a word can begin with.
    var isWord: Bool { self == .lower || self == .upper || self == .digit }
}

/// Classes and lower-case forms of code points, filled once from the Unicode tables of the standard library.
struct CharacterTable: Sendable {
    private static let size = 0x3000
    static let shared = CharacterTable()

    /// ``CharacterClass`` by code point, below U+3000.
    private let classes: [CharacterClass]
    /// The simple lower-case form by code point, below U+3000.
    private let lowers: [UInt16]

    private init() {
        var classes = [CharacterClass](repeating: .punctuation, count: Self.size)
        var lowers = (0..<UInt16(Self.size)).map { $0 }
        for value in 0..<UInt32(Self.size) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            classes[Int(value)] = Self.classify(scalar)
            guard classes[Int(value)] == .upper else { continue }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            if let first = lower.first, first.value < Self.size { lowers[Int(value)] = UInt16(first.value) }
        }
        self.classes = classes
        self.lowers = lowers
    }

    /// The class of a code point.
    func `class`(of value: UInt32) -> CharacterClass {
        if value < Self.size { return classes[Int(value)] }
        // The large blocks that fill whole texts are known without asking for properties.
        if value >= 0x3040 && value < 0xD800 { return .lower }
        guard let scalar = Unicode.Scalar(value) else { return .punctuation }
        return Self.classify(scalar)
    }

    /// The lower-case form of a code point.
    func lower(of value: UInt32) -> UInt32 {
        value < Self.size ? UInt32(lowers[Int(value)]) : value
    }

    private static func classify(_ scalar: Unicode.Scalar) -> CharacterClass {
        switch scalar.value {
        case 0x27, 0x2019, 0x02BC: return .apostrophe
        case 0x2D, 0x2010, 0x2011: return .hyphen
        case 0x30...0x39: return .digit
        case 0x1F000...0x1FAFF: return .symbol
        case 0xAD, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return .ignorable
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber: return .lower
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
        case .format: return .ignorable
        case .currencySymbol: return .currency
        case .otherSymbol, .modifierSymbol, .mathSymbol, .privateUse: return .symbol
        default: return .punctuation
        }
    }
}
