package import LiaisonLanguage

/// Vectors of the words of one language, in a byte for each part: what a word is like, from the company it keeps in large
/// texts (Pennington, Socher, Manning, "GloVe", 2014; Bojanowski et al., 2017). Words without a vector of their own take
/// the mean of their class.
///
/// The bytes are the number of words and of classes, the words' hashes in ascending order, how much each counts in a mean,
/// and the vectors, those of the words and then those of the classes from 1 on.
package struct ScorerVectors: Sendable {
    /// Parts of a vector.
    package static let width = 50

    private let data: ModelData
    private let keys: Int
    private let shares: Int
    private let rows: Int
    private let wordCount: Int
    private let classCount: Int
    /// Where the bytes after these vectors begin, a multiple of four.
    package let end: Int

    /// Nil where the bytes at an offset are no vectors.
    package init?(_ data: ModelData, at offset: Int) {
        wordCount = Int(data.uint32(at: offset))
        classCount = Int(data.uint32(at: offset + 4))
        guard offset + 8 <= data.count, wordCount < 1 << 20, classCount < 1 << 12 else { return nil }
        self.data = data
        keys = offset + 8
        shares = keys + 4 * wordCount
        rows = shares + wordCount
        end = (rows + (wordCount + classCount) * Self.width + 3) / 4 * 4
        guard end <= data.count else { return nil }
    }

    /// The bytes of vectors.
    /// - Parameters:
    ///   - words: Hash of the folded form, share in a mean, and parts; of equal hashes the first counts.
    ///   - classes: The parts of the classes from 1 on.
    package static func encoded(words: [(form: UInt32, share: UInt8, parts: [Int8])], classes: [[Int8]]) -> [UInt8] {
        var seen: Set<UInt32> = []
        let kept = words.filter { seen.insert($0.form).inserted }.sorted { $0.form < $1.form }
        var out: [UInt8] = []
        func put(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
        }
        put(UInt32(kept.count))
        put(UInt32(classes.count))
        for word in kept { put(word.form) }
        out += kept.map(\.share)
        for parts in kept.map(\.parts) + classes {
            for part in 0..<width { out.append(UInt8(bitPattern: part < parts.count ? parts[part] : 0)) }
        }
        while out.count % 4 != 0 { out.append(0) }
        return out
    }

    /// The row of a word, -1 for none.
    func row(of form: UInt32, cluster: UInt16) -> Int32 {
        var (low, high) = (0, wordCount)
        while low < high {
            let middle = (low + high) / 2
            if data.uint32(at: keys + 4 * middle) < form { low = middle + 1 } else { high = middle }
        }
        if low < wordCount, data.uint32(at: keys + 4 * low) == form { return Int32(low) }
        return cluster > 0 && Int(cluster) <= classCount ? Int32(wordCount + Int(cluster) - 1) : -1
    }

    /// Adds a word's vector to a sum of ``width`` parts.
    /// - Parameter isPlain: Whether common words count as much as others.
    @inline(__always)
    func add(_ row: Int32, isPlain: Bool, to sum: UnsafeMutablePointer<Float>) {
        let index = Int(row)
        guard index >= 0, index < wordCount + classCount else { return }
        let share = isPlain || index >= wordCount ? 1 : Float(data.byte(at: shares + index)) * (1 / 255)
        let parts = data.pointer(at: rows + index * Self.width)
        for part in 0..<Self.width {
            sum[part] += share * Float(parts.load(fromByteOffset: part, as: Int8.self))
        }
    }
}
