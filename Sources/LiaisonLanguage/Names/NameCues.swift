package import LiaisonSchemas

/// Words beside or inside names that tell their kind: titles, legal forms, first names, heads of ministries.
package struct NameCues: Sendable {
    /// What a word tells.
    package struct Classes: OptionSet, Sendable, Hashable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        package static let names = [
            "first-names", "titles", "legal-forms", "fund-words", "company-words", "company-types", "fund-types",
            "government-heads", "organisation-heads", "product-types", "roles", "demonyms", "times", "connectors",
            "ordinary-starts",
        ]
        package static let firstName = Classes(rawValue: 1 << 0)
        package static let title = Classes(rawValue: 1 << 1)
        package static let legalForm = Classes(rawValue: 1 << 2)
        package static let fundWord = Classes(rawValue: 1 << 3)
        package static let companyWord = Classes(rawValue: 1 << 4)
        package static let companyType = Classes(rawValue: 1 << 5)
        package static let fundType = Classes(rawValue: 1 << 6)
        package static let governmentHead = Classes(rawValue: 1 << 7)
        package static let organisationHead = Classes(rawValue: 1 << 8)
        package static let productType = Classes(rawValue: 1 << 9)
        package static let role = Classes(rawValue: 1 << 10)
        package static let demonym = Classes(rawValue: 1 << 11)
        package static let time = Classes(rawValue: 1 << 12)
        package static let connector = Classes(rawValue: 1 << 13)
        package static let ordinaryStart = Classes(rawValue: 1 << 14)
    }

    private var classes: [UInt16] = []

    /// Reads `lexicon/name-cues.yaml` and `lexicon/first-names.yaml`.
    /// - Throws: `SchemaError` for a list that is not known.
    package init(schemas: SchemaSet, words: inout WordTable) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/name-cues.yaml") {
            for list in try file.root().members {
                guard let bit = Classes.names.firstIndex(of: list.key) else {
                    throw SchemaError(
                        file: file.displayPath, line: list.line,
                        message: "unknown list \"\(list.key)\"; expected one of "
                            + Classes.names.joined(separator: ", "))
                }
                for word in list.value.strings { add(words.add(WordFolder.fold(word)), bit) }
            }
        }
        // First names are grouped by what they tell of the person; those of several words count by their words.
        for file in schemas.files(in: "lexicon/first-names.yaml") {
            for list in try file.root().members where list.key != "words" {
                for name in list.value.strings where !name.contains(" ") { add(words.add(WordFolder.fold(name)), 0) }
            }
        }
    }

    /// What a word tells.
    package subscript(word: WordID) -> Classes {
        word.index < classes.count ? Classes(rawValue: classes[word.index]) : []
    }

    private mutating func add(_ word: WordID, _ bit: Int) {
        if word.index >= classes.count {
            classes.append(contentsOf: repeatElement(0, count: word.index + 1 - classes.count))
        }
        classes[word.index] |= 1 << UInt16(bit)
    }
}
