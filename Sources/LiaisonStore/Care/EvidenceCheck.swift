internal import LiaisonModel

/// Checks what statements quote against the words of one article, each in the time that its own words take.
struct EvidenceCheck {
    private let title: Part
    private let text: Part

    init(_ article: Article) {
        title = Part(article.title ?? "")
        text = Part(article.text)
    }

    /// Whether the quote is what the article says at its place, and the mentions lie in that part.
    func stands(_ evidence: Evidence) -> Bool {
        let part = evidence.part == .title ? title : text
        let range = evidence.range
        guard range.start <= range.end, let start = part.offset(of: range.start), let end = part.offset(of: range.end)
        else { return false }
        for mention in [evidence.subject, evidence.object] + evidence.via where mention.end > part.count {
            return false
        }
        return part.bytes[start..<end].elementsEqual(evidence.quote.utf8)
    }

    /// A text with the places of some of its code points, as ranges count those and UTF-8 must be walked to count them.
    private struct Part {
        let bytes: [UInt8]
        /// How many code points there are.
        let count: Int
        /// The offset of every code point whose number is a multiple of ``stride``.
        private let marks: [Int]

        private static let stride = 256

        init(_ text: String) {
            bytes = Array(text.utf8)
            var marks: [Int] = []
            var count = 0
            for (offset, byte) in bytes.enumerated() where Self.isStart(byte) {
                if count.isMultiple(of: Self.stride) { marks.append(offset) }
                count += 1
            }
            self.marks = marks
            self.count = count
        }

        /// Where a code point begins, or the end where it is the first after all; nil beyond.
        func offset(of point: Int) -> Int? {
            if point == count { return bytes.count }
            guard point >= 0, point < count else { return nil }
            var offset = marks[point / Self.stride]
            var left = point % Self.stride
            while left > 0 {
                offset += 1
                if Self.isStart(bytes[offset]) { left -= 1 }
            }
            return offset
        }

        /// Whether a byte begins a code point.
        private static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
    }
}
