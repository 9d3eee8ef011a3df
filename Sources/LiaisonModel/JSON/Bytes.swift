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

    static func areASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var (at, all) = (0, UInt64(0))
        while at + 8 <= raw.count {
            all |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            at += 8
        }
        while at < raw.count {
            all |= UInt64(raw[at])
            at += 1
        }
        return all & 0x8080_8080_8080_8080 == 0
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
