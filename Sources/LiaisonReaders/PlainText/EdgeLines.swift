/// The first and the last lines of a text that are not empty; what lies between is not looked at.
struct EdgeLines {
    private(set) var top: [Substring] = []
    private(set) var bottom: [Substring] = []
    /// Whether an empty line, or several, stand between the first two of ``top``.
    private(set) var isFirstSetApart = false

    /// - Parameters:
    ///   - top: The number of lines wanted from the start.
    ///   - bottom: The number of lines wanted from the end, of those after ``top``.
    init(_ text: String, top topCount: Int, bottom bottomCount: Int) {
        let bytes = text.utf8
        var index = bytes.startIndex
        while top.count < topCount, index < bytes.endIndex {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            if Self.isFilled(bytes[index..<end]) {
                top.append(text[index..<Self.withoutReturn(bytes, index..<end)])
            } else if top.count == 1 {
                isFirstSetApart = true
            }
            index = end == bytes.endIndex ? end : bytes.index(after: end)
        }
        var end = bytes.endIndex
        while bottom.count < bottomCount, end > index {
            let rest = bytes[index..<end]
            let start = rest.lastIndex(of: UInt8(ascii: "\n")).map { bytes.index(after: $0) } ?? index
            if Self.isFilled(bytes[start..<end]) {
                bottom.append(text[start..<Self.withoutReturn(bytes, start..<end)])
            }
            end = start > index ? bytes.index(before: start) : index
        }
        bottom.reverse()
    }

    private static func isFilled(_ bytes: Substring.UTF8View) -> Bool {
        bytes.contains { $0 > 0x20 } && !Substring(bytes).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private static func withoutReturn(_ bytes: String.UTF8View, _ range: Range<String.Index>) -> String.Index {
        guard range.lowerBound < range.upperBound else { return range.upperBound }
        let last = bytes.index(before: range.upperBound)
        return bytes[last] == UInt8(ascii: "\r") ? last : range.upperBound
    }
}
