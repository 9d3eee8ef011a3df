/// One input, opened and told what it is.
struct Document {
    private let source: FileSource
    private var reader: any DocumentReader

    /// The bytes that are looked at to tell what an input is.
    private static let headLength = 4096

    /// Opens an input: what it is shows by its name, and where that says nothing by its first bytes.
    /// - Parameter name: The path inside the folder that is read, which identifies an article that has nothing else to.
    init(path: String, name: String, options: ReadingOptions) throws(ReadFailure) {
        source = try FileSource(path: path)
        let input = BufferedInput(source)
        let head = try input.peek(Self.headLength)
        if let kind = BinaryKind.name(of: head) { throw ReadFailure(reason: .binary(kind)) }
        let format = InputFormat(fileName: path) ?? InputFormat(content: head)
        let origin = Origin(path: path, format: format, encoding: .utf8)
        switch format {
        case .plainText:
            let identifier = path == "-" ? nil : Self.identifier(name)
            reader = WholeReader(input: input, origin: origin, identifier: identifier, options: options)
        case .jsonLines: reader = JSONLinesReader(input: input, origin: origin)
        case .json: reader = try JSONReader.reader(input: input, origin: origin)
        }
    }

    mutating func next() -> Reading? { reader.next() }

    /// Bytes of the file that have been read so far.
    var bytesRead: Int { source.bytesRead }

    /// The name of a file without its extension.
    private static func identifier(_ name: String) -> String {
        let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        guard let dot = name[start...].lastIndex(of: "."), dot > start else { return name }
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
