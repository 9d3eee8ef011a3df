/// Splits a stream of JSON into the elements of its outermost array, or into the values that stand one after another,
/// without parsing them.
struct JSONElements {
    private let input: BufferedInput
    private(set) var isArray = false
    private var isStarted = false
    private var isEnded = false

    init(input: BufferedInput) {
        self.input = input
    }

    /// The bytes of the next element; nil at the end.
    /// - Throws: `json` when the text ends inside an element or the array goes wrong, `tooLong` for an element over the limit.
    mutating func next() throws(ReadFailure) -> [UInt8]? {
        if isEnded { return nil }
        if !isStarted {
            isStarted = true
            if try input.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { for _ in 0..<3 { _ = try input.next() } }
            try skipSpace()
            if try input.peek(1).first == UInt8(ascii: "[") {
                _ = try input.next()
                isArray = true
            }
        } else if isArray {
            try skipSpace()
            if try input.peek(1).first == UInt8(ascii: ",") { _ = try input.next() }
        }
        try skipSpace()
        guard let first = try input.peek(1).first else {
            isEnded = true
            if isArray { throw ReadFailure(reason: .json("the array has no end; the file is cut off")) }
            return nil
        }
        if first == 0 {
            isEnded = true
            throw ReadFailure(reason: .json("there is a NUL, so this is not text"))
        }
        if isArray, first == UInt8(ascii: "]") {
            isEnded = true
            return nil
        }
        return try value()
    }

    /// Takes bytes until the braces and brackets are closed that the first byte opens, or to the end of a simple value.
    private func value() throws(ReadFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var depth = 0
        var isInString = false
        while let byte = try input.next() {
            bytes.append(byte)
            if bytes.count > BufferedInput.maximumArticle {
                throw ReadFailure(reason: .tooLong(limit: BufferedInput.maximumArticle))
            }
            if isInString {
                if byte == UInt8(ascii: "\\"), let escaped = try input.next() { bytes.append(escaped) }
                if byte == UInt8(ascii: "\"") { isInString = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
            if depth <= 0, !isInString {
                let next = try input.peek(1).first
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") { return bytes }
                if next == nil || next == UInt8(ascii: ",") || next == UInt8(ascii: "]") || (next ?? 0) <= 0x20 {
                    return bytes
                }
            }
        }
        throw ReadFailure(reason: .json("the text ends inside an object; the file is cut off"))
    }

    private func skipSpace() throws(ReadFailure) {
        while let byte = try input.peek(1).first, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            _ = try input.next()
        }
    }
}
