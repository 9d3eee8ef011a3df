/// A page as it is written: bytes of HTML.
struct MarkupOutput {
    private(set) var bytes: [UInt8] = []

    init() {
        // Most pages fit, and none is copied more than twice.
        bytes.reserveCapacity(48 << 10)
    }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Appends text so that it stays text, in elements and in quoted attributes.
    ///
    /// Bytes are looked at, not characters: a reserved character that carries a combining accent is still read as itself by a
    /// browser.
    mutating func append(escaped text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            for (place, byte) in text.enumerated() {
                let name: StaticString
                switch byte {
                case UInt8(ascii: "&"): name = "&amp;"
                case UInt8(ascii: "<"): name = "&lt;"
                case UInt8(ascii: ">"): name = "&gt;"
                case UInt8(ascii: "\""): name = "&quot;"
                case UInt8(ascii: "'"): name = "&#39;"
                default: continue
                }
                bytes.append(contentsOf: text[start..<place])
                bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
                start = place + 1
            }
            bytes.append(contentsOf: text[start...])
        }
    }
}
