/// Opens an input and finds out what it is.
enum Document {
    /// The bytes that are looked at to tell what an input is.
    private static let headLength = 4096

    /// A reader for what a path holds: by its name, and where that says nothing by its first bytes.
    static func reader(path: String, options: ReadingOptions) throws(ReadFailure) -> any DocumentReader {
        let input = BufferedInput(try FileSource(path: path))
        let head = try input.peek(headLength)
        if let kind = BinaryKind.name(of: head) { throw ReadFailure(reason: .binary(kind)) }
        let format = InputFormat(fileName: path) ?? InputFormat(content: head)
        let origin = Origin(path: path, format: format, encoding: .utf8)
        switch format {
        case .plainText: return WholeReader(input: input, origin: origin, options: options)
        case .jsonLines: return JSONLinesReader(input: input, origin: origin)
        case .json: return try JSONReader.reader(input: input, origin: origin)
        }
    }

    /// The name of a file without its folder and its extension: the identifier of the article in it.
    static func identifier(path: String) -> String? {
        guard path != "-", let name = path.split(separator: "/").last else { return nil }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}

extension InputFormat {
    /// The format that an input without a telling name looks like.
    init(content head: ArraySlice<UInt8>) {
        let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        switch text.first {
        case UInt8(ascii: "{"): self = .json
        case UInt8(ascii: "["):
            let inside = text.dropFirst().drop { $0 <= 0x20 }
            self = inside.first == UInt8(ascii: "{") || inside.first == UInt8(ascii: "]") ? .json : .plainText
        default: self = .plainText
        }
    }
}
