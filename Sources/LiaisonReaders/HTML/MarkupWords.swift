/// The words of a class or an id: `related-posts`, `relatedPosts` and `related_posts` are all "related" and "posts".
struct MarkupWords: Sequence, IteratorProtocol {
    private var bytes: Substring.UTF8View

    init(_ value: String) {
        bytes = Substring(value).utf8
    }

    mutating func next() -> String? {
        while let first = bytes.first, !Self.isLetter(first) { bytes.removeFirst() }
        guard !bytes.isEmpty else { return nil }
        var index = bytes.startIndex
        var wasLower = false
        while index < bytes.endIndex, Self.isLetter(bytes[index]) {
            let isUpper = bytes[index] < 0x61
            if isUpper, wasLower { break }
            wasLower = !isUpper
            index = bytes.index(after: index)
        }
        defer { bytes = bytes[index...] }
        return Substring(bytes[..<index]).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
