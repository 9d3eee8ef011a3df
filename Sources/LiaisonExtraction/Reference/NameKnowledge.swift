internal import LiaisonModel
internal import LiaisonSchemas

/// What is known about names in general: legal forms to leave out, and words that a short form drops.
struct NameKnowledge: Sendable {
    private var legalForms: Set<String> = []
    private var generic: Set<String> = []
    private var honorifics: Set<String> = []
    private var particles: Set<String> = []
    private var firmOpenings: Set<String> = []
    private var firmEndings: Set<String> = []
    private var kin: Set<String> = []
    private var bodies: [String: EntityKind] = [:]
    private var offices: [String: EntityKind] = [:]
    private var domains: Set<Substring> = []

    /// Reads `lexicon/legal-forms.yaml` and `lexicon/name-words.yaml`.
    init(schemas: SchemaSet) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/legal-forms.yaml") {
            for section in try file.root().members {
                for entry in section.value.elements {
                    for text in [entry["form"]?.scalar].compactMap(\.self) + (entry["also"]?.strings ?? []) {
                        legalForms.insert(NameFolding.fold(text))
                    }
                }
            }
        }
        for file in schemas.files(in: "lexicon/name-words.yaml") {
            let root = try file.root()
            for text in root["generic"]?.strings ?? [] { generic.insert(NameFolding.fold(text)) }
            for text in root["particles"]?.strings ?? [] { particles.insert(text) }
            for text in root["honorifics"]?.strings ?? [] { honorifics.insert(text) }
            for text in root["firm-openings"]?.strings ?? [] { firmOpenings.insert(NameFolding.fold(text)) }
            for text in root["kin"]?.strings ?? [] { kin.insert(NameFolding.fold(text)) }
            for text in root["firm-endings"]?.strings ?? [] { firmEndings.insert(NameFolding.fold(text)) }
            for text in root["domains"]?.strings ?? [] { domains.insert(text[...]) }
            for text in root["bodies"]?.strings ?? [] { bodies[NameFolding.fold(text)] = .organisation }
            for text in root["offices"]?.strings ?? [] { offices[NameFolding.fold(text)] = .organisation }
            for text in root["public-offices"]?.strings ?? [] { offices[NameFolding.fold(text)] = .government }
            for text in root["authorities"]?.strings ?? [] { bodies[NameFolding.fold(text)] = .government }
        }
        generic.formUnion(legalForms)
    }

    /// Whether a folded word may be missing from a short form: "Capital" of "Arvor Capital".
    func isGeneric(_ word: String) -> Bool { generic.contains(word) }

    /// Whether a word means kin: "sister", "aîné".
    func meansKin(_ word: String) -> Bool { kin.contains(NameFolding.fold(word)) }

    /// What is called by a word and a place behind it: "hôpital", "métropole".
    func body(_ word: String) -> EntityKind? { bodies[NameFolding.fold(word)] }

    /// What begins with a word and goes on with what it is for: "Fédération", "Caisse".
    func office(_ word: String) -> EntityKind? { offices[NameFolding.fold(word)] }

    /// Whether the address of a site ends so behind its last point: "io".
    func endsAddress(_ tail: Substring) -> Bool { domains.contains(tail) }

    /// Whether words as these open and close the names of firms rather than those of persons: "Maison Lacaze", "Hoxby Mills".
    func callsFirm(first: String, last: String) -> Bool {
        firmOpenings.contains(NameFolding.fold(first)) || firmEndings.contains(NameFolding.fold(last))
    }

    /// Whether a name of several words may be a last name: "Le Goff".
    func beginsWithParticle(_ name: String) -> Bool {
        name.split(separator: " ").first.map { particles.contains(String($0)) } ?? false
    }

    /// A name without its legal form at the end, and on one line.
    func cleaned(_ name: String) -> String {
        if let cleaned = cleanedPlain(name) { return cleaned }
        var words = name.split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "\t" }.map(String.init)
        while words.count > 1, let first = words.first, honorifics.contains(first) { words.removeFirst() }
        // "Apis & Co": what the mark joins is no form of the name before it.
        while words.count > 1, let last = words.last, legalForms.contains(NameFolding.fold(last)),
            words[words.count - 2] != "&"
        {
            words.removeLast()
        }
        if let last = words.last, last.hasSuffix(",") { words[words.count - 1] = String(last.dropLast()) }
        return words.joined(separator: " ")
    }

    /// The same for a word of ASCII alone, as most names are; nil for any other name.
    private func cleanedPlain(_ name: String) -> String? {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else { return nil }
        return name.utf8.last == UInt8(ascii: ",") ? String(name.dropLast()) : name
    }

    /// The initials of the capitalised words of a name.
    func acronym(of name: String) -> String {
        let words = name.split { " -'’".contains($0) }
        guard words.count >= 2 else { return "" }
        return String(words.compactMap { $0.first?.isUppercase == true ? $0.first : nil })
    }
}
