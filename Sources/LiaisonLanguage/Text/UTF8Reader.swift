/// Decoding of single code points from UTF-8 bytes.
///
/// Bytes that are no UTF-8 are read as U+FFFD, one byte each, so that a damaged text is still walked to its end.
enum UTF8Reader {
    /// The code point at a position and the number of its bytes, which is never more than what is left.
    @inline(__always)
    static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
    ) -> (value: UInt32, length: Int) {
        let first = bytes[position]
        if first < 0x80 { return (UInt32(first), 1) }
        return multibyte(bytes, at: position, end: end)
    }

    static func multibyte(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
    ) -> (value: UInt32, length: Int) {
        let first = bytes[position]
        let length: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
        default: return (0xFFFD, 1)
        }
        guard position + length <= end else { return (0xFFFD, 1) }
        for offset in 1..<length {
            let byte = bytes[position + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, length)
    }

    /// Where the code point before a position begins; not before `start`.
    static func previous(_ bytes: UnsafeBufferPointer<UInt8>, before position: Int, start: Int) -> Int {
        var index = position - 1
        while index > start && position - index < 4 && bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }
}
