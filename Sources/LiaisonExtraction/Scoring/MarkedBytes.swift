internal import LiaisonModel

/// From code points, which the border counts, to bytes.
struct MarkedBytes {
    private var bytes: [Int] = []

    init(_ text: String) {
        var offset = 0
        for scalar in text.unicodeScalars {
            bytes.append(offset)
            offset += UTF8.width(scalar)
        }
        bytes.append(offset)
    }

    /// Empty where the range is not inside the text.
    func range(_ range: CodePointRange) -> Range<Int> {
        guard range.start >= 0, range.start <= range.end, range.end < bytes.count else { return 0..<0 }
        return bytes[range.start]..<bytes[range.end]
    }
}
