/// A sketch of a text's words by which near-copies are recognised: syndicated copies, and versions with a paragraph more.
///
/// MinHash by one permutation (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012) of shingles of four words.
/// Case, punctuation and white space do not count.
struct ArticleSketch: Equatable {
    /// The smallest hash in each of ``size`` bins; ``empty`` where no shingle fell.
    private(set) var bins: [UInt32]

    static let size = 64
    private static let empty = UInt32.max
    private static let shingle = 4
    /// Bins in a band. Two texts are compared when all bins of one band agree: at a resemblance of one half, that happens
    /// to 64 texts in 100; at .8, to practically all.
    private static let bandWidth = 4
    /// Texts that resemble one another at least so much, as shingles in common over all shingles, tell one story.
    private static let threshold = 0.5
    /// Shorter texts have too few shingles to be told apart.
    private static let minimumWords = 12

    /// Nil for a text too short to have a sketch.
    init?(_ text: String) {
        var bins = [UInt32](repeating: Self.empty, count: Self.size)
        var window = [UInt64](repeating: 0, count: Self.shingle)
        var words = 0
        var word: UInt64 = 0
        func finishWord() {
            guard word != 0 else { return }
            window[words % Self.shingle] = word
            word = 0
            words += 1
            guard words >= Self.shingle else { return }
            var hash: UInt64 = 0
            for offset in 0..<Self.shingle {
                hash =
                    (hash ^ window[(words + offset) % Self.shingle]).multipliedReportingOverflow(
                        by: 0x9FB2_1C65_1E98_DF25
                    ).partialValue
                hash ^= hash >> 29
            }
            let bin = Int(truncatingIfNeeded: hash & UInt64(Self.size - 1))
            bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash >> 16) & 0x7FFF_FFFF)
        }
        for byte in text.utf8 {
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if lower &- 0x61 < 26 || lower &- 0x30 < 10 || lower >= 0xC3 {
                word = (word ^ UInt64(lower)) &* 0x100_0000_01B3 | 1
            } else if lower >= 0x80 {
                // A continuation byte belongs to its letter, or to a typographic sign that counts like the letter itself.
                if word != 0 { word = (word ^ UInt64(lower)) &* 0x100_0000_01B3 | 1 }
            } else {
                finishWord()
            }
        }
        finishWord()
        guard words >= Self.minimumWords else { return nil }
        self.bins = bins
    }

    /// Reads ``bytes``; nil when they are not a sketch.
    init?(bytes: [UInt8]) {
        guard bytes.count == Self.size * 4 else { return nil }
        bins = (0..<Self.size).map { bin in
            bytes[4 * bin..<4 * bin + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    var bytes: [UInt8] {
        bins.flatMap { bin in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bin >> UInt32($0)) } }
    }

    /// One number per band: texts that share one are worth comparing.
    var bands: [Int64] {
        stride(from: 0, to: Self.size, by: Self.bandWidth).compactMap { start in
            let band = bins[start..<start + Self.bandWidth]
            if band.allSatisfy({ $0 == Self.empty }) { return nil }
            var hash = UInt64(start) &* 0x9E37_79B9_7F4A_7C15
            for bin in band { hash = (hash ^ UInt64(bin)) &* 0x100_0000_01B3 ^ hash >> 31 }
            return Int64(bitPattern: hash)
        }
    }

    /// Whether two texts tell the same story in nearly the same words. Symmetric, and independent of any third text.
    func isNear(_ other: ArticleSketch) -> Bool {
        var (equal, filled) = (0, 0)
        for (a, b) in zip(bins, other.bins) where a != Self.empty || b != Self.empty {
            filled += 1
            if a == b { equal += 1 }
        }
        guard filled > 0, Double(equal) >= Self.threshold * Double(filled) else { return false }
        return !Set(bands).isDisjoint(with: other.bands)
    }
}
