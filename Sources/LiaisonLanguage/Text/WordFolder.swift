internal import LiaisonModel

/// Folds words for interning: lower case, straight apostrophes and hyphens, composed accents, no invisible marks.
///
/// One folder is used for a whole text; its buffer grows to the longest word and stays. Short words of ASCII, which are
/// most of all, are folded, measured and hashed in two registers; see D. Lemire and W. Muła, "Transcoding billions of
/// Unicode characters per second with SIMD instructions" (2022), for the kind of bit tricks.
struct WordFolder: Sendable {
    private var storage: [UInt8] = []
    /// How many bytes of the buffer the last word takes.
    private(set) var count = 0
    /// ``WordTable/hash(_:)`` of the last word.
    private(set) var hash: UInt64 = 0
    private let table = CharacterTable.shared

    /// The folded form of the last word.
    var bytes: ArraySlice<UInt8> { storage[..<count] }

    /// Calls with the folded form of the last word.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    /// The id of the last word in a table.
    @inline(__always)
    func id(in words: WordTable) -> WordID? {
        storage.withUnsafeBufferPointer { buffer in
            // The buffer has room for sixteen bytes and more once a word was folded.
            guard let base = buffer.baseAddress, buffer.count >= 8 else { return nil }
            return words.id(
                of: UnsafeBufferPointer(rebasing: buffer[..<count]), hash: hash,
                head: WordTable.head(base, count: count))
        }
    }

    /// Folds the bytes of a token and says what it looks like.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Token.Shape {
        let length = end - start
        // A letter may take a byte more in lower case.
        if storage.count < length * 2 + 16 { storage = [UInt8](repeating: 0, count: max(64, length * 2 + 16)) }
        if length <= 16, start + 16 <= text.count, length > 0 {
            let source = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + start)
            var low = source.loadUnaligned(as: UInt64.self).littleEndian
            var high: UInt64 = 0
            if length < 8 {
                low &= (1 << UInt64(length * 8)) - 1
            } else if length > 8 {
                high = (source + 8).loadUnaligned(as: UInt64.self).littleEndian
                if length < 16 { high &= (1 << UInt64(length * 8 - 64)) - 1 }
            }
            if (low | high) & 0x8080_8080_8080_8080 == 0 {
                return length <= 8 ? foldShort(low, length) : foldShort(low, high, length)
            }
        }
        let shape = storage.withUnsafeMutableBufferPointer { out in
            var pass = FoldPass(text: text, out: out, table: table)
            pass.fold(from: start, to: end)
            count = pass.count
            return pass.outline.shape
        }
        hash = withBytes { WordTable.hash($0) }
        return shape
    }

    /// Folds up to eight bytes of ASCII, zero behind the word.
    @inline(__always)
    private mutating func foldShort(_ word: UInt64, _ length: Int) -> Token.Shape {
        let masks = ByteMasks(word)
        let folded = word | masks.upper >> 2
        storage.withUnsafeMutableBytes { $0.storeBytes(of: folded.littleEndian, as: UInt64.self) }
        count = length
        hash = WordTable.finished(WordTable.mixed(WordTable.seed(count: length), folded))
        let letters = (masks.upper | masks.lower).nonzeroBitCount
        if letters == length && masks.upper == 0 { return .hasLetter }
        var outline = Outline()
        outline.letters = letters
        outline.capitals = masks.upper.nonzeroBitCount
        outline.digits = masks.digit.nonzeroBitCount
        outline.hyphens = masks.hyphen.nonzeroBitCount
        outline.firstIsCapital =
            masks.upper != 0
            && masks.upper.trailingZeroBitCount == (masks.upper | masks.lower).trailingZeroBitCount
        outline.capitalAfterSmall = (masks.lower << 8) & masks.upper != 0
        return outline.shape
    }

    /// Folds up to sixteen bytes of ASCII, zero behind the word.
    @inline(__always)
    private mutating func foldShort(_ low: UInt64, _ high: UInt64, _ length: Int) -> Token.Shape {
        let (a, b) = (ByteMasks(low), ByteMasks(high))
        let (foldedLow, foldedHigh) = (low | a.upper >> 2, high | b.upper >> 2)
        storage.withUnsafeMutableBytes { buffer in
            buffer.storeBytes(of: foldedLow.littleEndian, as: UInt64.self)
            buffer.storeBytes(of: foldedHigh.littleEndian, toByteOffset: 8, as: UInt64.self)
        }
        count = length
        var hash = WordTable.mixed(WordTable.seed(count: length), foldedLow)
        if length > 8 { hash = WordTable.mixed(hash, foldedHigh) }
        self.hash = WordTable.finished(hash)

        let capitals = a.upper.nonzeroBitCount + b.upper.nonzeroBitCount
        let letters = capitals + a.lower.nonzeroBitCount + b.lower.nonzeroBitCount
        if letters == length && capitals == 0 { return .hasLetter }
        var outline = Outline()
        outline.letters = letters
        outline.capitals = capitals
        outline.digits = a.digit.nonzeroBitCount + b.digit.nonzeroBitCount
        outline.hyphens = a.hyphen.nonzeroBitCount + b.hyphen.nonzeroBitCount
        let firstLow = (a.upper | a.lower).trailingZeroBitCount
        outline.firstIsCapital =
            firstLow < 64
            ? a.upper >> UInt64(firstLow) & 1 == 1
            : b.upper != 0 && b.upper.trailingZeroBitCount == (b.upper | b.lower).trailingZeroBitCount
        outline.capitalAfterSmall =
            (a.lower << 8) & a.upper != 0 || (b.lower << 8 | a.lower >> 56) & b.upper != 0
        return outline.shape
    }

    /// The folded form of a word or of a phrase's word in a data file.
    static func fold(_ word: String) -> String {
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return word }
        var folder = WordFolder()
        var word = word
        return word.withUTF8 { buffer in
            _ = folder.fold(buffer, from: 0, to: buffer.count)
            return String(decoding: folder.bytes, as: UTF8.self)
        }
    }
}

/// The high bit of each of eight ASCII bytes that is of a class.
private struct ByteMasks {
    let upper: UInt64
    let lower: UInt64
    let digit: UInt64
    let hyphen: UInt64

    @inline(__always)
    init(_ bytes: UInt64) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        // Each sum stays below 256: bytes are below 128.
        func isAtLeast(_ byte: UInt64) -> UInt64 { (bytes &+ ones &* (128 - byte)) & tops }
        upper = isAtLeast(0x41) & ~isAtLeast(0x5B)
        lower = isAtLeast(0x61) & ~isAtLeast(0x7B)
        digit = isAtLeast(0x30) & ~isAtLeast(0x3A)
        hyphen = isAtLeast(0x2D) & ~isAtLeast(0x2E)
    }
}

/// One walk over a word with letters beyond ASCII, or over a long one.
private struct FoldPass {
    let text: UnsafeBufferPointer<UInt8>
    let out: UnsafeMutableBufferPointer<UInt8>
    let table: CharacterTable
    var count = 0
    var outline = Outline()

    init(text: UnsafeBufferPointer<UInt8>, out: UnsafeMutableBufferPointer<UInt8>, table: CharacterTable) {
        self.text = text
        self.out = out
        self.table = table
    }

    mutating func fold(from start: Int, to end: Int) {
        var lastScalar: UInt32 = 0
        var lastStart = 0
        var position = start
        while position < end {
            let byte = text[position]
            if byte < 0x80 {
                position += 1
                lastStart = count
                var folded = byte
                switch byte {
                case 0x61...0x7A: outline.lower()
                case 0x41...0x5A:
                    outline.upper()
                    folded = byte | 0x20
                case 0x30...0x39: outline.digits += 1
                default: outline.other(hyphen: byte == 0x2D)
                }
                out[count] = folded
                count += 1
                lastScalar = UInt32(folded)
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
                    count = lastStart
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
            lastStart = count
            lastScalar = folded
            put(folded)
        }
    }

    /// Writes a code point in UTF-8.
    @inline(__always)
    private mutating func put(_ value: UInt32) {
        switch value {
        case 0..<0x80:
            out[count] = UInt8(value)
            count += 1
        case 0x80..<0x800:
            out[count] = UInt8(0xC0 | value >> 6)
            out[count + 1] = UInt8(0x80 | value & 0x3F)
            count += 2
        case 0x800..<0x10000:
            out[count] = UInt8(0xE0 | value >> 12)
            out[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
            out[count + 2] = UInt8(0x80 | value & 0x3F)
            count += 3
        default:
            out[count] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            out[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
            out[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
            out[count + 3] = UInt8(0x80 | value & 0x3F)
            count += 4
        }
    }
}

/// Counts of what stands in a word, from which its shape follows.
private struct Outline {
    var letters = 0
    var capitals = 0
    var digits = 0
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
