internal import Foundation

/// A text that equals another only byte for byte.
///
/// `String` holds "é" and "e" with an accent equal; to the store they are two spellings, and which of them is kept must
/// not depend on which came first. Hashing bytes is also faster than hashing normalised scalars.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (a: ExactText, b: ExactText) -> Bool {
        a.text.isExactly(b.text)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(exactly: text)
    }
}

extension Hasher {
    /// Feeds the bytes of a text, with an end mark.
    mutating func combine(exactly text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
        combine(0xFF as UInt8)
    }
}

extension String {
    /// Whether the bytes are the same.
    func isExactly(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let known = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return true }
                return memcmp(first, second, a.count) == 0
            }
        }
        return known.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
    }
}
