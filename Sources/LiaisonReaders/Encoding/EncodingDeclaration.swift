/// Finds the encoding that markup declares in its first bytes: `<meta charset=…>`, `<meta http-equiv … charset=…>` or
/// `<?xml … encoding="…"?>`.
enum EncodingDeclaration {
    /// Browsers look at 1024 bytes; a comment or a script before the declaration is common enough.
    private static let headLength = 4096

    /// The label, nil where there is none.
    static func label(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(headLength)
        var index = head.startIndex
        while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let end = head[index...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
            guard end - open > 10, head[open + 1] | 0x20 == UInt8(ascii: "m") || head[open + 1] == UInt8(ascii: "?")
            else {
                continue
            }
            let tag = head[open..<end].lowercasedASCII
            let sign = tag.starts(with: "<meta".utf8) ? "charset" : tag.starts(with: "<?xml".utf8) ? "encoding" : nil
            if let sign, let label = value(of: sign, in: tag) { return label }
            index = end
        }
        return nil
    }

    /// What stands after a word and `=`, with or without quotes.
    private static func value(of sign: String, in tag: [UInt8]) -> String? {
        let sign = Array(sign.utf8)
        for start in tag.indices.dropLast(sign.count) where tag[start] == sign[0] && tag[start...].starts(with: sign) {
            var rest = tag[(start + sign.count)...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let label = rest.prefix {
                $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
            if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
        }
        return nil
    }
}
