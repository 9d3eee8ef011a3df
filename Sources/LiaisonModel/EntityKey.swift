/// The identity of an entity: the same in every article, order, and language.
///
/// A key is the family and the folded preferred name: `org:openai`, `person:sam-altman`, `product:gpt-4o`.
/// Folding drops case, accents, punctuation and trailing legal forms, so that "Société Lumenor S.A.S." and "Lumenor"
/// give one key only when the caller strips what is not part of the name (see `LegalForms` in LiaisonLanguage).
public struct EntityKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text of the key, at most ``maximumLength`` bytes.
    public let text: String

    /// Longer folded names are cut and closed with a hash, so that two long names stay two.
    public static let maximumLength = 120

    /// Takes a key as it was written before.
    public init(_ text: String) {
        self.text = text
    }

    /// Makes the key of a name.
    ///
    /// For example: `EntityKey(name: "Crédit Agricole", kind: .company)` is `org:credit-agricole`.
    public init(name: String, kind: EntityKind) {
        var folded = NameFolding.slug(name)
        if folded.isEmpty || folded.utf8.count > Self.maximumLength {
            let digest = SHA256.hexadecimal(of: Array(name.utf8)).prefix(16)
            let head = folded.unicodeScalars.prefix(40).reduce(into: "") { $0.unicodeScalars.append($1) }
            folded = head.isEmpty ? String(digest) : head + "-" + digest
        }
        self.text = kind.family.rawValue + ":" + folded
    }

    public var description: String { text }

    public static func < (a: EntityKey, b: EntityKey) -> Bool {
        a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
}
