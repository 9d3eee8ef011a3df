internal import LiaisonModel

/// Folds words for interning: lower case, straight apostrophes and hyphens, composed accents, no invisible marks.
///
/// One folder is used for a whole text; its buffer grows to the longest word and stays.
struct WordFolder: Sendable {
    /// The folded form of the last word.
    private(set) var bytes: [UInt8] = []
    private let table = CharacterTable.shared

    /// Folds the bytes of a token and says what it looks like.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Token.Shape {
        bytes.removeAll(keepingCapacity: true)
        var outline = Outline()
        var lastScalar: UInt32 = 0
        var lastStart = 0
        var position = start
        while position < end {
            let byte = text[position]
            if byte < 0x80 {
                position += 1
                lastStart = bytes.count
                switch byte {
                case 0x61...0x7A:
                    outline.lower()
                    bytes.append(byte)
                case 0x41...0x5A:
                    outline.upper()
                    bytes.append(byte | 0x20)
                case 0x30...0x39:
                    outline.digits += 1
                    bytes.append(byte)
                default:
                    outline.other(hyphen: byte == 0x2D)
                    bytes.append(byte)
                }
                lastScalar = UInt32(byte | (byte &- 0x41 < 26 ? 0x20 : 0))
                continue
            }
            let (value, length) = UTF8Reader.multibyte(text, at: position, end: end)
            position += length
            var folded = value
            switch table.class(of: value) {
            case .ignorable: continue
            case .lower: outline.lower()
            case .upper:
                outline.upper()
                folded = table.lower(of: value)
            case .mark:
                if let composed = NameFolding.composed(lastScalar, value) {
                    bytes.removeSubrange(lastStart...)
                    folded = composed
                }
            case .apostrophe:
                outline.other(hyphen: false)
                folded = 0x27
            case .hyphen:
                outline.other(hyphen: true)
                folded = 0x2D
            case .digit: outline.digits += 1
            case .space:
                // Only numbers have white space inside: it folds to the plain one.
                outline.other(hyphen: false)
                folded = 0x20
            default: outline.other(hyphen: false)
            }
            lastStart = bytes.count
            lastScalar = folded
            append(folded)
        }
        return outline.shape
    }

    private mutating func append(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
        bytes.append(contentsOf: encoded)
    }

    /// The folded form of a word or of a phrase's word in a data file.
    static func fold(_ word: String) -> String {
        var folder = WordFolder()
        var word = word
        return word.withUTF8 { buffer in
            _ = folder.fold(buffer, from: 0, to: buffer.count)
            return String(decoding: folder.bytes, as: UTF8.self)
        }
    }
}

/// Counts of what stands in a word, from which its shape follows.
private struct Outline {
    var letters = 0
    var capitals = 0
    var digits = 0
    var others = 0
    var hyphens = 0
    var firstIsCapital = false
    var capitalAfterSmall = false
    private var lastWasSmall = false

    @inline(__always)
    mutating func lower() {
        letters += 1
        lastWasSmall = true
    }

    @inline(__always)
    mutating func upper() {
        if letters == 0 { firstIsCapital = true }
        if lastWasSmall { capitalAfterSmall = true }
        letters += 1
        capitals += 1
        lastWasSmall = false
    }

    @inline(__always)
    mutating func other(hyphen: Bool) {
        others += 1
        lastWasSmall = false
        if hyphen { hyphens += 1 }
    }

    var shape: Token.Shape {
        var shape: Token.Shape = []
        if firstIsCapital { shape.insert(.initialCapital) }
        if capitals >= 2 && capitals == letters { shape.insert(.allCapitals) }
        if capitalAfterSmall { shape.insert(.innerCapital) }
        if digits > 0 { shape.insert(.hasDigit) }
        if digits > 0 && letters == 0 && hyphens == 0 { shape.insert(.isNumber) }
        if digits == 0 && letters == 0 { shape.insert(.isPunctuation) }
        if letters > 0 { shape.insert(.hasLetter) }
        if hyphens > 0 { shape.insert(.hasHyphen) }
        return shape
    }
}
