internal import LiaisonModel

/// Whether folded names are near one: it is a word or the beginning of them, or a typing error or two away.
///
/// Made for a scan of all names: most are told apart by their length or their letters, without a look at their order.
struct NameResemblance {
    private let wanted: [UInt8]
    private let scalars: [Unicode.Scalar]
    private let letters: UInt64
    private let tolerance: Int
    private let isASCII: Bool

    /// Nil for a name of nothing.
    init?(_ folded: String) {
        guard !folded.isEmpty else { return nil }
        wanted = Array(folded.utf8)
        scalars = Array(folded.unicodeScalars)
        letters = wanted.withUnsafeBufferPointer(Self.letters)
        tolerance = scalars.count < 4 ? 1 : scalars.count < 12 ? 2 : 3
        isASCII = wanted.allSatisfy { $0 < 0x80 }
    }

    /// How a name resembles the wanted one; nil when it does not.
    func match(_ name: UnsafeBufferPointer<UInt8>) -> (quality: EntityMatch.Quality, distance: Int)? {
        if wanted.count >= 2, hasWord(name) { return (.partial, 0) }
        // A scalar has four bytes at most, and each error changes two letters of those that occur at most.
        let spread = abs(name.count - wanted.count)
        if spread > 4 * tolerance || (isASCII && spread > tolerance && name.allSatisfy { $0 < 0x80 }) { return nil }
        if (Self.letters(name) ^ letters).nonzeroBitCount > 8 * tolerance { return nil }
        let isPlain = isASCII && name.allSatisfy { $0 < 0x80 }
        if isPlain, (Self.letters(name) ^ letters).nonzeroBitCount > 2 * tolerance { return nil }
        let edits =
            isPlain
            ? EditDistance.between(wanted, Array(name), atMost: tolerance)
            : EditDistance.between(
                scalars, Array(String(decoding: name, as: UTF8.self).unicodeScalars), atMost: tolerance)
        return edits.map { (.similar, $0) }
    }

    /// Whether a word of the name begins with the wanted one.
    private func hasWord(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count >= wanted.count else { return false }
        for start in 0...(name.count - wanted.count) where name[start] == wanted[0] {
            guard start == 0 || name[start - 1] == UInt8(ascii: " ") else { continue }
            if (1..<wanted.count).allSatisfy({ name[start + $0] == wanted[$0] }) { return true }
        }
        return false
    }

    /// Which bytes occur, as bits.
    private static func letters(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var letters: UInt64 = 0
        for byte in bytes { letters |= 1 << UInt64(byte & 63) }
        return letters
    }
}
