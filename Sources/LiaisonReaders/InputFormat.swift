/// What a file is read as.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
    case plainText = "plain text"
    case jsonLines = "JSON Lines"
    case json = "JSON"

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
        "jsonl": .jsonLines, "ndjson": .jsonLines,
        "json": .json,
    ]

    /// The extensions that are read, for messages.
    static let knownExtensions = extensions.keys.sorted().map { ".\($0)" }.joined(separator: ", ")
}
