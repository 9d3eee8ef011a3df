internal import LiaisonModel

/// What a format wants instead of single bytes. All other bytes, those of non-ASCII characters too, stay.
///
/// A class because tables live as long as the program and are read through plain pointers in the innermost loop;
/// they never change after they were made, which is why they may be shared.
final class EscapeTable: @unchecked Sendable {
    /// 256 entries, zero for bytes that stay.
    let classes: UnsafePointer<UInt8>
    private let replacements: [[UInt8]]
    init(_ replace: (UInt8) -> String?) {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        table.initialize(repeating: 0, count: 256)
        var replacements: [[UInt8]] = [[]]
        for byte in UInt8.min...UInt8.max {
            guard let text = replace(byte) else { continue }
            table[Int(byte)] = UInt8(replacements.count)
            replacements.append(Array(text.utf8))
        }
        classes = UnsafePointer(table)
        self.replacements = replacements
    }

    /// How many bytes stay before the first that is replaced: eight at a time, since most text has none.
    func cleanCount(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let classes = classes
        var at = 0
        while at &+ 8 <= count {
            let block = bytes + at
            var found = classes[Int(block[0])] | classes[Int(block[1])]
            found |= classes[Int(block[2])] | classes[Int(block[3])]
            found |= classes[Int(block[4])] | classes[Int(block[5])]
            found |= classes[Int(block[6])] | classes[Int(block[7])]
            if found != 0 { break }
            at = at &+ 8
        }
        while at < count, classes[Int(bytes[at])] == 0 { at = at &+ 1 }
        return at
    }

    /// Whether nothing in the text is replaced.
    func isClean(_ text: BorrowedText) -> Bool {
        guard let base = text.bytes.baseAddress else { return true }
        return cleanCount(base, text.count) == text.count
    }

    deinit {
        classes.deallocate()
    }

    func replacement(of byte: UInt8) -> [UInt8] {
        replacements[Int(classes[Int(byte)])]
    }

    /// JSON strings (RFC 8259). `<` too, so that an export may stand inside a page's `<script>`.
    static let json = EscapeTable { byte in
        switch byte {
        case 0: ControlPicture.text(byte)
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "<"), 1..<0x20, 0x7F: hexadecimal(byte)
        default: nil
        }
    }

    /// Strings of N-Quads and Turtle.
    static let turtle = EscapeTable { byte in
        switch byte {
        case 0: ControlPicture.text(byte)
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\r"): "\\r"
        case 1..<0x20, 0x7F: hexadecimal(byte)
        default: nil
        }
    }

    /// One segment of an IRI's path: what RFC 3986 does not reserve stays, the rest is percent-encoded.
    static let segment = EscapeTable { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            nil
        default: percent(byte)
        }
    }

    /// Addresses: what RFC 3986 and RFC 3987 do not allow is percent-encoded, and what is not ASCII.
    static let address = EscapeTable { byte in
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            percent(byte)
        default: nil
        }
    }

    /// Text in XML and in Graphviz' HTML-like labels. Characters that XML 1.0 forbids are shown as pictures.
    static let xml = EscapeTable { byte in
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "\r"): "&#13;"
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): nil
        case 0..<0x20: ControlPicture.text(byte)
        default: nil
        }
    }

    /// Quoted fields of CSV. Many readers stop at NUL.
    static let csv = EscapeTable { byte in
        switch byte {
        case 0: ControlPicture.text(byte)
        case UInt8(ascii: "\""): "\"\""
        default: nil
        }
    }

    /// What a field of CSV may not hold without quotation marks around it.
    static let csvBare = EscapeTable { byte in
        switch byte {
        case 0..<0x20, UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"): ""
        default: nil
        }
    }

    /// Values of DOT that people see: labels and tooltips. Graphviz would copy control characters into its SVG.
    static let dotLabel = EscapeTable { byte in
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case 0..<0x20, 0x7F: ControlPicture.text(byte)
        default: dotData.text(for: byte)
        }
    }

    /// Other values of DOT: read back exactly by undoing backslashes, then entities.
    static let dotData = EscapeTable { byte in
        switch byte {
        case 0: ControlPicture.text(byte)
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "&"): "&amp;"
        case 1..<0x20, 0x7F: "&#\(byte);"
        default: nil
        }
    }

    private func text(for byte: UInt8) -> String? {
        classes[Int(byte)] == 0 ? nil : String(decoding: replacement(of: byte), as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
}
