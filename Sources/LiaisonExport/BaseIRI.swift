/// Where the IRIs of an export begin: an absolute IRI that ends with `/`.
public struct BaseIRI: Hashable, Sendable {
    public let text: String

    /// The base of exports that ask for none. `.example` is reserved: it is nobody's.
    public static let standard = BaseIRI(trusted: "https://liaison.example/")

    private init(trusted text: String) {
        self.text = text
    }

    /// Takes an absolute IRI and adds a final `/` where there is none of `/`, `#` and `:`.
    /// - Throws: ``ExportError/badBase(iri:reason:)`` when it is relative or holds characters that IRIs cannot.
    public init(_ text: String) throws {
        guard let colon = text.firstIndex(of: ":"), let first = text.utf8.first, Self.isLetter(first),
            text[..<colon].utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || "+-.".utf8.contains($0) })
        else {
            throw ExportError.badBase(
                iri: text, reason: "an absolute IRI is wanted, such as https://example.org/graph/")
        }
        guard text.index(after: colon) != text.endIndex else {
            throw ExportError.badBase(iri: text, reason: "there is nothing after the scheme")
        }
        // Non-ASCII letters are allowed in IRIs, but not by every reader; the few who need them can percent-encode.
        if let bad = text.unicodeScalars.first(where: {
            $0.value <= 0x20 || $0.value >= 0x7F || "\"<>\\^`{|}".unicodeScalars.contains($0)
        }) {
            throw ExportError.badBase(iri: text, reason: "\(bad.debugDescription) must be percent-encoded in an IRI")
        }
        self.text = ["/", "#", ":"].contains(text.last) ? text : text + "/"
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
