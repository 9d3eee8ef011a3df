internal import LiaisonModel
internal import LiaisonSchemas

/// Reads the entries of `lexicon/entities` and names the line of what is wrong.
struct LexiconReader {
    /// An entry with every way to write its names.
    struct SpelledEntry {
        var entry: LexiconEntry
        var spellings: [(text: String, isAmbiguous: Bool)]
    }

    private static let keys = [
        "name", "kind", "also", "en", "fr", "ambiguous", "wikidata", "country", "types", "epithets",
    ]

    /// Compares one after the other: short words are compared faster than hashed.
    private static func isKnown(_ key: String) -> Bool { keys.contains { $0 == key } }

    func entries(of file: SchemaSet.File) throws(SchemaError) -> [SpelledEntry] {
        var entries: [SpelledEntry] = []
        for node in try file.root().elements { entries.append(try entry(node, file: file.displayPath)) }
        return entries
    }

    private func entry(_ node: SchemaNode, file: String) throws(SchemaError) -> SpelledEntry {
        for member in node.members where !Self.isKnown(member.key) {
            throw SchemaError(
                file: file, line: member.line,
                message: "unknown key \"\(member.key)\"; expected one of \(Self.keys.sorted().joined(separator: ", "))")
        }
        guard let name = node["name"]?.scalar, !name.isEmpty else {
            throw SchemaError(file: file, line: node.line, message: "an entity needs a \"name\"")
        }
        guard let word = node["kind"]?.scalar, let kind = EntityKind(rawValue: word) else {
            throw SchemaError(
                file: file, line: node["kind"]?.line ?? node.line,
                message: "\(name) needs a \"kind\": one of "
                    + EntityKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var names: [EntityName] = []
        for text in node["also"]?.strings ?? [] { names.append(EntityName(text: text)) }
        for language in ["en", "fr"] {
            for text in node[language]?.strings ?? [] { names.append(EntityName(text: text, language: language)) }
        }
        var epithets: [EntityName] = []
        for language in node["epithets"]?.members ?? [] {
            for text in language.value.strings { epithets.append(EntityName(text: text, language: language.key)) }
        }
        let ambiguous = Set(node["ambiguous"]?.strings ?? [])
        var texts = [name]
        for text in names.map(\.text) + ambiguous.sorted() where !texts.contains(text) { texts.append(text) }
        for text in texts {
            if let plain = Self.withoutAccentOnCapitals(text), !texts.contains(plain) { texts.append(plain) }
        }
        let reference = EntityReference(
            key: EntityKey(name: name, kind: kind), name: name, kind: kind, wikidata: node["wikidata"]?.scalar)
        return SpelledEntry(
            entry: LexiconEntry(
                entity: Entity(reference: reference, names: Self.distinct(names)), epithets: epithets,
                types: node["types"]?.strings ?? [], country: node["country"]?.scalar),
            spellings: texts.map { (text: $0, isAmbiguous: ambiguous.contains($0) || Self.isPlainWord($0)) })
    }

    private static func distinct(_ names: [EntityName]) -> [EntityName] {
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
        // Nearly all names are ASCII, and properties of characters are slow to look up.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
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
