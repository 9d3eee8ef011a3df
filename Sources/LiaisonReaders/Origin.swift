/// Where an article was read and what the input was taken for.
public struct Origin: Hashable, Sendable {
    /// The path as it was given or found; `-` is standard input.
    public var path: String
    /// The line of a file with one article a line, or the number of the article in any other file with several;
    /// counted from 1.
    public var line: Int?
    public var format: InputFormat
    public var encoding: TextEncoding
    /// What told the encoding.
    public var encodingSign: EncodingSign
    /// Whether the bytes were gzip.
    public var isCompressed: Bool
    /// The address that it was fetched from, after redirects.
    public var address: String?
    /// When it was fetched, in UTC and ISO 8601; not when it was published.
    public var retrieved: String?
    /// Whether a feed gave no more than a summary of it.
    public var isSummary = false

    public init(
        path: String, line: Int? = nil, format: InputFormat, encoding: TextEncoding,
        encodingSign: EncodingSign = .bytes, isCompressed: Bool = false
    ) {
        self.path = path
        self.line = line
        self.format = format
        self.encoding = encoding
        self.encodingSign = encodingSign
        self.isCompressed = isCompressed
    }

    /// The path as messages show it.
    public var displayPath: String { Self.display(path) }

    static func display(_ path: String) -> String { path == "-" ? "standard input" : path }
}
