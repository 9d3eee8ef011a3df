internal import LiaisonLanguage
internal import LiaisonModel

/// Turns byte offsets of an annotated text into code points of its title or body, by a table of every 64th byte.
struct CodePoints {
    private let bytes: [UInt8]
    private let bodyStart: Int
    private var marks: [Int] = [0]
    private let bodyMark: Int

    init(_ text: AnnotatedText) {
        bytes = text.bytes
        bodyStart = text.bodyStart
        var count = 0
        var body = 0
        for (index, byte) in text.bytes.enumerated() {
            if index == text.bodyStart { body = count }
            if index > 0, index % 64 == 0 { marks.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        bodyMark = body
    }

    func part(of range: Range<Int>) -> ArticlePart { range.lowerBound < bodyStart ? .title : .text }

    /// The code points of a byte range, counted from the start of its part.
    func range(_ range: Range<Int>) -> CodePointRange {
        let origin = part(of: range) == .title ? 0 : bodyMark
        return CodePointRange(count(range.lowerBound) - origin, count(range.upperBound) - origin)
    }

    private func count(_ offset: Int) -> Int {
        let mark = min(offset / 64, marks.count - 1)
        var count = marks[mark]
        for index in mark * 64..<min(offset, bytes.count) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
