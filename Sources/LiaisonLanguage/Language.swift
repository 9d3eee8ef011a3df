/// The language of a paragraph.
public enum Language: UInt8, CaseIterable, Sendable, Hashable {
    case french
    case english
    /// Neither: reported, and not read further.
    case other

    /// `fr`, `en`, or `other`.
    public var code: String {
        switch self {
        case .french: "fr"
        case .english: "en"
        case .other: "other"
        }
    }

    /// Takes a BCP 47 tag: `fr`, `fr-CA`, `en_US`; anything else is ``other``.
    public init(code: String) {
        let primary = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        switch primary {
        case "fr": self = .french
        case "en": self = .english
        default: self = .other
        }
    }
}
