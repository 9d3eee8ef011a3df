/// Runs of plain letters, found eight bytes at a time.
enum ASCIILetters {
    /// The end of the run of ASCII letters that begins at a position.
    @inline(__always)
    static func runEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        while position + 8 <= end {
            let bytes = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + position)
                .loadUnaligned(as: UInt64.self).littleEndian
            let tops: UInt64 = 0x8080_8080_8080_8080
            // In lower case without the high bits, so that no sum carries into the next byte.
            let plain = (bytes | 0x2020_2020_2020_2020) & ~tops
            let letters = (plain &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(plain &+ 0x0505_0505_0505_0505) & ~bytes & tops
            let others = ~letters & tops
            if others != 0 { return position + others.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < end, (text[position] | 0x20) &- 0x61 < 26 { position += 1 }
        return position
    }
}
