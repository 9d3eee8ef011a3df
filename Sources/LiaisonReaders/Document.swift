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
        var input = BufferedInput(source)
        var head = try input.peek(Self.headLength)
        let isCompressed = head.starts(with: BinaryKind.gzip)
        if isCompressed {
            input = BufferedInput(try GzipSource(input))
            head = try input.peek(Self.headLength)
        }
        if let kind = BinaryKind.name(of: head) { throw ReadFailure(reason: .binary(kind)) }
        let format = InputFormat(fileName: path) ?? InputFormat(content: head)
        let origin = Origin(path: path, format: format, encoding: .utf8, isCompressed: isCompressed)
        let identifier = path == "-" ? nil : Self.identifier(name)
        func whole(_ parser: any DocumentParser) -> WholeReader {
            WholeReader(input: input, origin: origin, identifier: identifier, parser: parser)
        }
        switch format {
        case .plainText: reader = whole(PlainTextParser(words: options.words))
        case .markdown: reader = whole(MarkdownParser(words: options.words))
        case .html: reader = whole(HTMLPageParser(options: options))
        case .feed: reader = whole(FeedParser(options: options))
        case .jsonLines: reader = JSONLinesReader(input: input, origin: origin, options: options)
        case .json: reader = try JSONReader.reader(input: input, origin: origin, options: options)
        case .csv: reader = TableReader(input: input, origin: origin, options: options)
        case .tsv: reader = TableReader(input: input, origin: origin, options: options, separator: UInt8(ascii: "\t"))
        }
    }

    mutating func next() -> Reading? { reader.next() }

    /// Bytes of the file that have been read so far.
    var bytesRead: Int { source.bytesRead }

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
