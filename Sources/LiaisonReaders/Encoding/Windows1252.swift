/// Windows-1252, the encoding of most French and English text that is not Unicode.
enum Windows1252 {
    /// The text, or nil where the bytes do not look like French or English in this encoding.
    ///
    /// A file of UTF-8 with a damaged byte must not pass, so there may be few sequences that UTF-8 would have, and
    /// letters with accents must stand in words.
    static func text(of bytes: [UInt8]) -> String? {
        var high = 0
        var inWords = 0
        var sequences = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            defer { index += 1 }
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D { return nil }
            guard byte >= 0x80 else { continue }
            guard let scalar = scalar(byte) else { return nil }
            if let length = sequenceLength(bytes, at: index) {
                sequences += 1
                index += length - 1
                continue
            }
            high += 1
            let previous = index > 0 ? bytes[index - 1] : 0x20
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            // "à" is a word by itself; punctuation and signs may stand anywhere.
            if !scalar.properties.isAlphabetic || isLetter(previous) || isLetter(next) || byte | 0x20 == 0xE0 {
                inWords += 1
            }
        }
        guard inWords * 10 >= high * 9, high * 4 <= bytes.count, high >= sequences * 4 else { return nil }
        return decode(bytes)
    }

    /// The text of the bytes whatever they look like; bytes that the encoding leaves open become U+FFFD.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        var out = String.UnicodeScalarView()
        for byte in bytes { out.append(scalar(byte) ?? "\u{FFFD}") }
        return String(out)
    }

    /// The length of the character of several bytes that UTF-8 has here, nil where it has none.
    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
        guard (0xC2...0xF4).contains(bytes[index]) else { return nil }
        let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
        guard index + length <= bytes.count,
            String(validating: bytes[index..<index + length], as: UTF8.self) != nil
        else { return nil }
        return length
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// What a byte stands for, nil for the five that stand for nothing.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let value = table[Int(byte - 0x80)]
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// 0x80 to 0x9F.
    private static let table: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
