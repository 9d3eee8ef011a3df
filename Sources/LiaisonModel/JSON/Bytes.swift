#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Comparing and scanning bytes, eight at a time.
package enum Bytes {
    package static func areEqual(_ a: [UInt8], _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        guard let start = b.baseAddress else { return true }
        return a.withUnsafeBufferPointer { known in
            known.baseAddress.map { memcmp($0, start, known.count) == 0 } ?? true
        }
    }

    /// Whether bytes are well-formed UTF-8, as Unicode has it (table 3-7).
    static func areUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        var at = 0
        while at < count {
            if at + 8 <= count {
                let high = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080
                if high == 0 {
                    at += 8
                    continue
                }
                at += UInt64(littleEndian: high).trailingZeroBitCount / 8
            }
            let lead = raw[at]
            let length: Int
            // What the second byte may be; all further ones are 80…BF.
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0..<0x80:
                at += 1
                continue
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return false
            }
            guard at + length <= count, second.contains(raw[at + 1]) else { return false }
            for place in at + 2..<max(at + length, at + 2) where raw[place] & 0xC0 != 0x80 { return false }
            at += length
        }
        return true
    }

    /// The place after the brace that closes an object whose opening brace stands before a position; nil where the object
    /// has another in it, or an escape, or a brace in a text.
    static func endOfFlatObject(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = position
        // The lowest bit is that of the number of quotes.
        var quotes: UInt64 = 0
        while at + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            // A byte is zero where its high bit is set in (x - 1) & ~x: the lowest hit is never a false one.
            let brace = word ^ (ones &* 0x7D)
            let ends = (brace &- ones) & ~brace & highs
            // What stands before the brace.
            let before = ends == 0 ? ~0 : (ends & (0 &- ends)) &- 1
            let (slash, opening) = (word ^ (ones &* 0x5C), word ^ (ones &* 0x7B))
            if ((slash &- ones) & ~slash | (opening &- ones) & ~opening) & highs & before != 0 { return nil }
            // Has the high bit of each quote, and no other; their parity is in the highest byte of the product.
            let quote = word ^ (ones &* 0x22)
            let found = ~((quote & lows &+ lows) | quote | lows) & before
            quotes ^= (found >> 7) &* ones >> 56
            if ends != 0 { return quotes & 1 == 0 ? at + ends.trailingZeroBitCount / 8 + 1 : nil }
            at += 8
        }
        return nil
    }

    /// The first place from a position on where a JSON string may not simply go on: a quote, a backslash or a control
    /// character; the end when there is none.
    static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = position
        while at + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            // A byte is zero where its high bit is set in (x - 1) & ~x; below 0x20 where it is in (x - 0x20) & ~x.
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let hits =
                ((quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word) & highs
            if hits != 0 {
                // The lowest hit is never a false one: borrows only run upwards.
                return at + hits.trailingZeroBitCount / 8
            }
            at += 8
        }
        while at < raw.count, raw[at] != 0x22, raw[at] != 0x5C, raw[at] >= 0x20 { at += 1 }
        return at
    }

    /// A hash that is the same in every run.
    package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state = UInt64(raw.count)
        var at = 0
        while at + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            state = product.high ^ product.low
            at += 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        let product = (state ^ rest).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
