/// How the bytes of a text were taken.
public enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Windows-1252, and ISO 8859-1 with it, as browsers do.
    case windows1252 = "Windows-1252"
}
