/// One input, opened and told what it is.
struct Document {
    private let source: FileSource?
    private var reader: any DocumentReader

    /// The bytes that are looked at to tell what an input is.
    static let headLength = 4096

    /// Opens an input: what it is shows by its name, and where that says nothing by its first bytes.
    /// - Parameter name: The path inside the folder that is read, which identifies an article that has nothing else to.
    init(path: String, name: String, options: ReadingOptions) throws(ReadFailure) {
        let source = try FileSource(path: path)
        // A small file needs no large buffer, which would have to come from the system each time.
        var input = BufferedInput(source, capacity: min(max((source.size ?? .max - 1) + 1, 4096), 1 << 18))
        let isCompressed = try Self.unpack(&input)
        let head = try input.peek(Self.headLength)
        let format = InputFormat(fileName: path) ?? InputFormat(content: head)
        let origin = Origin(path: path, format: format, encoding: .utf8, isCompressed: isCompressed)
        self.source = source
        reader = try Self.reader(
            input, origin: origin, identifier: path == "-" ? nil : Self.identifier(name), response: nil,
            options: options)
    }

    /// Opens what a server sent.
    init(response: WebResponse, options: ReadingOptions) throws(ReadFailure) {
        var input = try response.content()
        let isCompressed = try Self.unpack(&input)
        let format = try response.format(head: input.peek(Self.headLength))
        let origin = Origin(path: response.address.text, format: format, encoding: .utf8, isCompressed: isCompressed)
        try self.init(response: response, content: input, format: format, origin: origin, options: options)
    }

    /// Opens what a server sent, its coding taken off and its format known.
    init(
        response: WebResponse, content: BufferedInput, format: InputFormat, origin: Origin, options: ReadingOptions
    ) throws(ReadFailure) {
        var origin = origin
        origin.format = format
        origin.address = response.address.text
        origin.retrieved = response.retrieved
        source = nil
        reader = try Self.reader(content, origin: origin, identifier: nil, response: response, options: options)
    }

    /// Takes gzip off an input; returns whether there was any.
    /// - Throws: `binary` for what is no text.
    private static func unpack(_ input: inout BufferedInput) throws(ReadFailure) -> Bool {
        var head = try input.peek(headLength)
        let isCompressed = head.starts(with: BinaryKind.gzip)
        if isCompressed {
            input = BufferedInput(try GzipSource(input))
            head = try input.peek(headLength)
        }
        if let kind = BinaryKind.name(of: head) { throw ReadFailure(reason: .binary(kind)) }
        return isCompressed
    }

    private static func reader(
        _ input: BufferedInput, origin: Origin, identifier: String?, response: WebResponse?, options: ReadingOptions
    ) throws(ReadFailure) -> any DocumentReader {
        func whole(_ parser: any DocumentParser) -> WholeReader {
            WholeReader(input: input, origin: origin, identifier: identifier, parser: parser, response: response)
        }
        switch origin.format {
        case .plainText: return whole(PlainTextParser(words: options.words))
        case .markdown: return whole(MarkdownParser(words: options.words))
        case .html: return whole(HTMLPageParser(options: options))
        case .feed: return whole(FeedParser(options: options))
        case .jsonLines: return JSONLinesReader(input: input, origin: origin, options: options)
        case .json: return try JSONReader.reader(input: input, origin: origin, options: options)
        case .csv: return TableReader(input: input, origin: origin, options: options)
        case .tsv:
            return TableReader(input: input, origin: origin, options: options, separator: UInt8(ascii: "\t"))
        case .warc: return WARCReader(input: input, origin: origin, options: options)
        }
    }

    mutating func next() -> Reading? { reader.next() }

    /// Bytes of the file that have been read so far.
    var bytesRead: Int { source?.bytesRead ?? 0 }

    /// The name of a file without its extension, and without `.gz`.
    private static func identifier(_ name: String) -> String {
        func cut(_ name: Substring) -> Substring {
            let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
            guard let dot = name[start...].lastIndex(of: "."), dot > start else { return name }
            return name[..<dot]
        }
        return String(cut(name.hasSuffix(".gz") ? cut(name[...]) : name[...]))
    }
}
