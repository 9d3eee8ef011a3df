/// How the bytes of a text were taken.
public enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Windows-1252, and ISO 8859-1 with it, as browsers do.
    case windows1252 = "Windows-1252"
    case latin9 = "ISO-8859-15"
    case macRoman = "Macintosh"

    /// The encoding that a label of HTTP, HTML or XML stands for; nil for one that is not read.
    init?(label: some StringProtocol) {
        switch label.trimmed.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
        case "utf-16", "utf-16le", "unicode": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "x-cp1252",
            "us-ascii", "ascii":
            self = .windows1252
        case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9": self = .latin9
        case "macintosh", "mac", "x-mac-roman": self = .macRoman
        default: return nil
        }
    }
}

/// What told how a text is encoded.
public enum EncodingSign: String, Hashable, Sendable {
    /// The first bytes.
    case mark = "byte order mark"
    /// The server, in `Content-Type`.
    case header = "HTTP header"
    /// A `meta` element or an XML declaration.
    case declaration = "declared"
    /// The bytes themselves.
    case bytes = "from its bytes"
}

/// A text and how its bytes were taken.
struct DecodedText {
    var text: String
    var encoding: TextEncoding
    var sign: EncodingSign = .bytes
}
