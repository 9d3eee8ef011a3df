/// The rows of a table of text, split into cells.
struct TableRows {
    private let input: BufferedInput
    private var separator: UInt8?
    private var isStarted = false
    private var lineFeeds = 0

    /// The line that the last row began on, counted from 1.
    private(set) var line = 0
    /// Whether the last row was no UTF-8 and was read as Windows-1252.
    private(set) var isRecoded = false

    init(input: BufferedInput, separator: UInt8?) {
        self.input = input
        self.separator = separator
    }

    /// The cells of the next row; nil at the end.
    /// - Throws: `tooLong` for a row over the limit, `nul`, or `encoding`, or `damaged` for a quotation without an end.
    mutating func next() throws(ReadFailure) -> [String]? {
        if !isStarted {
            isStarted = true
            if try input.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { for _ in 0..<3 { _ = try input.next() } }
            if separator == nil { separator = Self.likeliest(try input.peek(4096)) }
        }
        line = lineFeeds + 1
        isRecoded = false
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var size = 0
        var isEmpty = true
        while let byte = try input.next() {
            isEmpty = false
            size += 1
            if size > BufferedInput.maximumArticle {
                throw ReadFailure(reason: .tooLong(limit: BufferedInput.maximumArticle))
            }
            if byte == 0x0A { lineFeeds += 1 }
            if byte == 0 { throw ReadFailure(reason: .nul(offset: size - 1)) }
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if try input.peek(1).first == UInt8(ascii: "\"") {
                    _ = try input.next()
                    cell.append(byte)
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                isQuoted = true
            } else if byte == separator {
                cells.append(try text(cell))
                cell.removeAll(keepingCapacity: true)
            } else if byte == 0x0A {
                if cell.last == 0x0D { cell.removeLast() }
                cells.append(try text(cell))
                return cells
            } else {
                cell.append(byte)
            }
        }
        if isQuoted { throw ReadFailure(reason: .damaged("a quotation that begins in this row has no end")) }
        if isEmpty { return nil }
        cells.append(try text(cell))
        return cells
    }

    private mutating func text(_ bytes: [UInt8]) throws(ReadFailure) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let decoded = try TextDecoder.decode(bytes)
        if decoded.encoding == .windows1252 { isRecoded = true }
        return decoded.text
    }

    /// Of comma, semicolon and tab the one that the first row has most of.
    private static func likeliest(_ head: ArraySlice<UInt8>) -> UInt8 {
        let row = head.prefix { $0 != 0x0A }
        var best: (count: Int, byte: UInt8) = (0, UInt8(ascii: ","))
        for byte in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            let count = row.count { $0 == byte }
            if count > best.count { best = (count, byte) }
        }
        return best.byte
    }
}
