/// The words of an enumeration, of at most sixteen bytes, by their bytes.
struct WordList<Word: RawRepresentable & CaseIterable & Sendable>: Sendable where Word.RawValue == String {
    private let words: [(count: Int, head: UInt64, tail: UInt64, word: Word)]

    init(_: Word.Type) {
        words = Word.allCases.map { word in
            var text = word.rawValue
            return text.withUTF8 { bytes in
                let (head, tail) = Self.number(bytes) ?? (0, 0)
                return (bytes.count, head, tail, word)
            }
        }
    }

    subscript(bytes: UnsafeBufferPointer<UInt8>) -> Word? {
        guard let (head, tail) = Self.number(bytes) else { return nil }
        for known in words where known.head == head && known.tail == tail && known.count == bytes.count {
            return known.word
        }
        return nil
    }

    /// The bytes as two numbers that may share some, different for different bytes of one length; nil when there are none, or too many.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        let (raw, count) = (UnsafeRawBufferPointer(bytes), bytes.count)
        switch count {
        case 1..<4:
            return (UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1]), 0)
        case 4..<8:
            return (
                UInt64(raw.loadUnaligned(as: UInt32.self)),
                UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            )
        case 8...16:
            return (
                raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            )
        default: return nil
        }
    }
}
