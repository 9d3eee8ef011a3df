/// The name of an element or attribute: up to sixteen bytes in two words, so that comparing is cheap.
///
/// Longer names share their first sixteen bytes with others; none that is looked for is that long.
struct MarkupName: Hashable, Sendable, ExpressibleByStringLiteral {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(stringLiteral name: StaticString) {
        name.withUTF8Buffer { for byte in $0.prefix(16) { append(byte) } }
    }

    init(_ name: UnsafePointer<UInt8>?) {
        guard var next = name else { return }
        for _ in 0..<16 {
            let byte = next.pointee
            if byte == 0 { return }
            append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
            next += 1
        }
    }

    /// Some bits that differ from name to name.
    var bits: Int { Int(truncatingIfNeeded: ((first ^ second &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 40) }

    private mutating func append(_ byte: UInt8) {
        if second >> 56 == 0, first >> 56 != 0 {
            second = second << 8 | UInt64(byte)
        } else {
            first = first << 8 | UInt64(byte)
        }
    }
}
