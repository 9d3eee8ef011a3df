internal import LiaisonModel
internal import LiaisonSchemas

/// Reads the entries of `lexicon/entities` and names the line of what is wrong.
struct LexiconReader {
    /// One way to write a name.
    struct Spelling {
        var text: String
        var isAmbiguous: Bool
    }

    /// Every way to write the names of the entries read so far, in their order.
    private(set) var spellings: [Spelling] = []

    private static let keys = [
        "name", "kind", "also", "en", "fr", "ambiguous", "wikidata", "country", "types", "epithets",
    ]

    mutating func entry(_ node: SchemaNode, file: String) throws(SchemaError) -> LexiconEntry {
        var name: String?, wikidata: String?, country: String?
        var kindNode: SchemaNode?
        var also: [String] = [], english: [String] = [], french: [String] = [], ambiguous: [String] = []
        var types: [String] = []
        var epithets: [EntityName] = []
        for member in node.members {
            switch member.key {
            case "name": name = member.value.scalar
            case "kind": kindNode = member.value
            case "also": also = member.value.strings
            case "en": english = member.value.strings
            case "fr": french = member.value.strings
            case "ambiguous": ambiguous = member.value.strings
            case "wikidata": wikidata = member.value.scalar
            case "country": country = member.value.scalar
            case "types": types = member.value.strings
            case "epithets":
                for language in member.value.members {
                    for text in language.value.strings {
                        epithets.append(EntityName(text: text, language: language.key))
                    }
                }
            default:
                throw SchemaError(
                    file: file, line: member.line,
                    message:
                        "unknown key \"\(member.key)\"; expected one of \(Self.keys.sorted().joined(separator: ", "))")
            }
        }
        guard let name, !name.isEmpty else {
            throw SchemaError(file: file, line: node.line, message: "an entity needs a \"name\"")
        }
        guard let word = kindNode?.scalar, let kind = EntityKind(rawValue: word) else {
            throw SchemaError(
                file: file, line: kindNode?.line ?? node.line,
                message: "\(name) needs a \"kind\": one of "
                    + EntityKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var names: [EntityName] = []
        names.reserveCapacity(also.count + english.count + french.count)
        for text in also { names.append(EntityName(text: text)) }
        for text in english { names.append(EntityName(text: text, language: "en")) }
        for text in french { names.append(EntityName(text: text, language: "fr")) }
        var texts = [name]
        for name in names where !texts.contains(name.text) { texts.append(name.text) }
        for text in ambiguous.sorted() where !texts.contains(text) { texts.append(text) }
        for text in texts {
            if let plain = Self.withoutAccentOnCapitals(text), !texts.contains(plain) { texts.append(plain) }
        }
        let reference = EntityReference(
            key: EntityKey(name: name, kind: kind), name: name, kind: kind, wikidata: wikidata)
        for text in texts {
            spellings.append(
                Spelling(text: text, isAmbiguous: ambiguous.contains(text) || Self.isPlainWord(text)))
        }
        return LexiconEntry(
            entity: Entity(reference: reference, names: Self.distinct(names)), epithets: epithets, types: types,
            country: country)
    }

    private static func distinct(_ names: [EntityName]) -> [EntityName] {
        if names.count < 2 { return names }
        var result: [EntityName] = []
        for name in names.sorted() where result.last != name { result.append(name) }
        return result
    }

    /// One word in small letters looks like any other word: only the context can tell that it is a name.
    private static func isPlainWord(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
        }
    }

    /// The French habit of leaving accents off capitals: `Etats-Unis`.
    private static func withoutAccentOnCapitals(_ text: String) -> String? {
        // Nearly all names are ASCII with some `é` and the like (C3 A0 to C3 BF), and properties of characters are slow
        // to look up.
        var isPlain = true
        var before: UInt8 = 0
        for byte in text.utf8 where byte >= 0x80 {
            if byte != 0xC3 && !(before == 0xC3 && byte >= 0xA0) { isPlain = false }
            before = byte
        }
        if isPlain { return nil }
        var changed = false
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.value >= 0xC0, scalar.properties.isUppercase,
                let base = NameFolding.fold(String(scalar)).uppercased().unicodeScalars.first, base.isASCII
            {
                out.append(base)
                changed = true
            } else {
                out.append(scalar)
            }
        }
        return changed ? String(out) : nil
    }
}
