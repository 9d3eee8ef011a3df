internal import LiaisonModel
internal import LiaisonSchemas

/// The sentences that a frame must get right.
extension FrameReader {
    func examples(_ node: SchemaNode?, id: String, file: String) throws(SchemaError) -> [FrameExample] {
        var out: [FrameExample] = []
        for member in node?.members ?? [] {
            guard let expectation = FrameExample.Expectation(rawValue: member.key) else {
                let known = FrameExample.Expectation.allCases.map(\.rawValue).joined(separator: ", ")
                throw SchemaError(
                    file: file, line: member.line,
                    message: "\(id): unknown kind of example \"\(member.key)\"; expected \(known)")
            }
            for element in member.value.elements {
                out.append(try example(element, expectation, id: id, file: file))
            }
        }
        return out
    }

    /// `"Arvor a investi 5 M€ dans Lumenor. → Arvor, Lumenor; …"`, with the sum after a third comma.
    private func example(
        _ node: SchemaNode, _ expectation: FrameExample.Expectation, id: String, file: String
    ) throws(SchemaError) -> FrameExample {
        let whole = node.scalar ?? ""
        // Byte by byte: there are thousands of examples, and every start of the program reads them.
        let arrow = whole.firstBytes(of: "→")
        let text = arrow.map { String(whole[..<$0.lowerBound]) } ?? whole
        var example = FrameExample(
            text: text.trimmed, expectation: expectation, pairs: [], amount: nil, line: node.line)
        if let arrow {
            for part in whole.utf8[arrow.upperBound...].split(separator: UInt8(ascii: ";")) {
                var fields = part.split(separator: UInt8(ascii: "|")).map { String(Substring($0)).trimmed }
                let isIncidental = fields[0].hasPrefix("+")
                if isIncidental { fields[0] = String(fields[0].dropFirst()) }
                guard fields.count >= 2 else {
                    throw SchemaError(
                        file: file, line: node.line, message: "\(id): an example reads \"sentence → subject | object\"")
                }
                example.pairs.append(
                    FrameExample.Pair(subject: fields[0], object: fields[1], isIncidental: isIncidental))
                if fields.count > 2 { example.amount = fields[2] }
                for name in fields.prefix(2) where text.firstBytes(of: name) == nil {
                    throw SchemaError(
                        file: file, line: node.line, message: "\(id): \"\(name)\" does not stand in its example")
                }
            }
        }
        if example.pairs.isEmpty != (expectation == .no) {
            throw SchemaError(
                file: file, line: node.line, message: "\(id): an example of \"no\" has no pairs, any other has some")
        }
        return example
    }
}

extension String {
    /// Without the spaces at both ends.
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0 == " " }
        var end = scalars.endIndex
        while end > scalars.startIndex, scalars[scalars.index(before: end)] == " " { end = scalars.index(before: end) }
        return String(scalars[..<end])
    }

}

extension String {
    /// Where the bytes of another string stand first.
    fileprivate func firstBytes(of other: String) -> Range<String.Index>? {
        var (text, other) = (self, other)
        let start = text.withUTF8 { text in
            other.withUTF8 { other -> Int? in
                guard let first = other.first else { return 0 }
                var start = 0
                while start + other.count <= text.count {
                    if text[start] == first, other.indices.allSatisfy({ text[start + $0] == other[$0] }) {
                        return start
                    }
                    start += 1
                }
                return nil
            }
        }
        guard let start else { return nil }
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: other.utf8.count)
    }
}
