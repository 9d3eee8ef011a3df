/// What a file is read as.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
    case plainText = "plain text"
    case markdown = "Markdown"
    case html = "HTML"
    case feed = "feed"
    case jsonLines = "JSON Lines"
    case json = "JSON"
    case csv = "CSV"
    case tsv = "TSV"
    case warc = "WARC"

    /// The format that a file name's extension stands for, nil where it stands for none.
    ///
    /// An extension `.gz` is looked through: `news.jsonl.gz` is JSON Lines.
    public init?(fileName: String) {
        var parts = fileName.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 2, parts.last == "gz" { parts.removeLast() }
        guard parts.count > 1, let last = parts.last, let format = Self.extensions[String(last)] else { return nil }
        self = format
    }

    private static let extensions: [String: InputFormat] = [
        "txt": .plainText, "text": .plainText,
        "md": .markdown, "markdown": .markdown,
        "html": .html, "htm": .html, "xhtml": .html,
        "xml": .feed, "rss": .feed, "atom": .feed, "rdf": .feed,
        "jsonl": .jsonLines, "ndjson": .jsonLines,
        "json": .json,
        "csv": .csv, "tsv": .tsv, "warc": .warc,
    ]

    /// The extensions that are read, for messages.
    static let knownExtensions = extensions.keys.sorted().map { ".\($0)" }.joined(separator: ", ")

    /// The format that an input without a telling name looks like.
    init(content head: ArraySlice<UInt8>) {
        let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        switch text.first {
        case UInt8(ascii: "{"): self = .json
        case UInt8(ascii: "["):
            let inside = text.dropFirst().drop { $0 <= 0x20 }
            self = inside.first == UInt8(ascii: "{") || inside.first == UInt8(ascii: "]") ? .json : .plainText
        case UInt8(ascii: "<"): self = Self.markup(text)
        case UInt8(ascii: "W") where text.starts(with: "WARC/".utf8): self = .warc
        default: self = .plainText
        }
    }

    /// Tells pages from feeds by the first element.
    private static func markup(_ text: ArraySlice<UInt8>) -> InputFormat {
        let head = String(decoding: text.lowercasedASCII, as: UTF8.self)
        for sign in ["<rss", "<feed", "<rdf:rdf"] where head.contains(sign) { return .feed }
        for sign in ["<!doctype html", "<html", "<head", "<body", "<article", "<p", "<div", "<h1", "<meta"]
        where head.contains(sign) {
            return .html
        }
        return head.hasPrefix("<?xml") ? .feed : .plainText
    }
}

extension Sequence<UInt8> {
    /// The bytes with the letters A to Z in lower case.
    var lowercasedASCII: [UInt8] {
        map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
}
