/// What the statistical models see of a token: hashes of its folded form and of its ends, its look, and what the
/// ``WordHabits`` of its language say of it. Computed once, used by the tagger and the name recogniser.
package struct WordSketch: Sendable {
    /// The folded form: small letters, straight apostrophes, no soft hyphens.
    package var form: UInt32 = 0
    /// The first one to three bytes and the last two to four of the folded form, and the last one.
    package var prefix1: UInt32 = 0
    package var prefix2: UInt32 = 0
    package var prefix3: UInt32 = 0
    package var suffix1: UInt32 = 0
    package var suffix2: UInt32 = 0
    package var suffix3: UInt32 = 0
    package var suffix4: UInt32 = 0
    /// The form with runs of capitals, small letters and digits each as one sign: `OpenAI` is `XxX`, `GPT-4` is `X-d`.
    package var pattern: UInt32 = 0
    package var look: Look = []
    package var habit = WordHabit()

    /// The few traits of a token's bytes that decide how it is read.
    package struct Look: OptionSet, Sendable, Hashable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let initialCapital = Look(rawValue: 1 << 0)
        /// Capitals only, two or more.
        package static let allCapitals = Look(rawValue: 1 << 1)
        /// A capital after a small letter.
        package static let innerCapital = Look(rawValue: 1 << 2)
        package static let hasDigit = Look(rawValue: 1 << 3)
        package static let hasLetter = Look(rawValue: 1 << 4)
        package static let hasHyphen = Look(rawValue: 1 << 5)
        package static let hasPoint = Look(rawValue: 1 << 6)
        package static let hasApostrophe = Look(rawValue: 1 << 7)
        package static let isLong = Look(rawValue: 1 << 8)
        /// One character.
        package static let isSingle = Look(rawValue: 1 << 9)
    }

    package init() {}

    /// Longer tokens are read by their first bytes only.
    private static let longest = 48

    /// Reads the bytes of one token.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, habits: WordHabits?) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest + 4) { folded in
            var count = 0
            var index = 0
            var capitals = 0
            var smalls = 0
            var scalars = 0
            var patternHash: UInt32 = 0x811C_9DC5
            var lastSign: UInt8 = 0
            while index < bytes.count, count < Self.longest {
                let byte = bytes[index]
                var sign: UInt8
                scalars += 1
                if byte < 0x80 {
                    index += 1
                    switch byte {
                    case 0x61...0x7A:
                        sign = 0x78
                        smalls += 1
                        folded[count] = byte
                    case 0x41...0x5A:
                        sign = 0x58
                        capitals += 1
                        if smalls > 0 { look.insert(.innerCapital) }
                        if scalars == 1 { look.insert(.initialCapital) }
                        folded[count] = byte | 0x20
                    case 0x30...0x39:
                        sign = 0x64
                        look.insert(.hasDigit)
                        folded[count] = byte
                    default:
                        sign = byte
                        if byte == 0x2D { look.insert(.hasHyphen) }
                        if byte == 0x2E { look.insert(.hasPoint) }
                        if byte == 0x27 { look.insert(.hasApostrophe) }
                        folded[count] = byte
                    }
                    count += 1
                } else {
                    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
                    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
                    if byte == 0xC2 && second == 0xAD {
                        // A soft hyphen is not part of the word.
                        index += 2
                        scalars -= 1
                        continue
                    }
                    if byte == 0xE2 && second == 0x80 && third == 0x99 {
                        sign = 0x27
                        look.insert(.hasApostrophe)
                        folded[count] = 0x27
                        count += 1
                    } else if byte >= 0xC3 && byte <= 0xDF || byte >= 0xE0 && byte < 0xE2 {
                        let lower = Self.lowered(byte, second)
                        if lower != second || (byte == 0xC5 && second == 0x92) {
                            sign = 0x58
                            capitals += 1
                            if smalls > 0 { look.insert(.innerCapital) }
                            if scalars == 1 { look.insert(.initialCapital) }
                        } else {
                            sign = 0x78
                            smalls += 1
                        }
                        folded[count] = byte
                        folded[count + 1] = lower
                        count += 2
                        if width > 2 {
                            folded[count] = third
                            count += 1
                        }
                    } else {
                        sign = byte >= 0xE3 ? 0x78 : 0x21
                        for offset in 0..<width where index + offset < bytes.count {
                            folded[count] = bytes[index + offset]
                            count += 1
                        }
                    }
                    index += width
                }
                if sign != lastSign { patternHash = (patternHash ^ UInt32(sign)) &* 0x0100_0193 }
                lastSign = sign
            }
            if capitals + smalls > 0 { look.insert(.hasLetter) }
            if capitals > 1 && smalls == 0 { look.insert(.allCapitals) }
            if count > 9 { look.insert(.isLong) }
            if scalars == 1 { look.insert(.isSingle) }
            pattern = patternHash
            let word = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(folded)[0..<count])
            form = Self.hash(word)
            if count > 0 {
                prefix1 = UInt32(word[0])
                prefix2 = prefix1 | UInt32(count > 1 ? word[1] : 0) << 8
                prefix3 = prefix2 | UInt32(count > 2 ? word[2] : 0) << 16
                suffix1 = UInt32(word[count - 1])
                suffix2 = suffix1 | UInt32(count > 1 ? word[count - 2] : 0) << 8
                suffix3 = suffix2 | UInt32(count > 2 ? word[count - 3] : 0) << 16
                suffix4 = suffix3 | UInt32(count > 3 ? word[count - 4] : 0) << 24
            }
        }
        if let habits { habit = habits[form] }
    }

    /// The second byte of the small letter of a two-byte letter, for the Latin letters with a capital of the same width.
    private static func lowered(_ first: UInt8, _ second: UInt8) -> UInt8 {
        switch first {
        case 0xC3: return second >= 0x80 && second <= 0x9E && second != 0x97 ? second | 0x20 : second
        case 0xC4: return second < 0xB8 ? second | 1 : second
        case 0xC5:
            if second >= 0x8A && second < 0xB8 { return second | 1 }
            if second == 0xB9 || second == 0xBB || second == 0xBD { return second + 1 }
            return second
        default: return second
        }
    }

    /// FNV-1a with a final mix, 32 bits; never 0.
    package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        hash ^= hash >> 15
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        return hash == 0 ? 1 : hash
    }
}
