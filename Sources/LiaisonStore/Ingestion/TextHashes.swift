internal import LiaisonModel

/// Which texts there surely are not: a set of their hashes.
struct TextHashes: Sendable {
    private var hashes: Set<UInt64> = []

    /// Whether it takes more memory than it is worth.
    var isFull: Bool { hashes.count > 1 << 20 }

    /// Adds a text; true when it is surely not there yet.
    @discardableResult
    mutating func insert(_ text: String) -> Bool {
        var text = text
        return hashes.insert(text.withUTF8 { Bytes.hash($0) }).inserted
    }
}
