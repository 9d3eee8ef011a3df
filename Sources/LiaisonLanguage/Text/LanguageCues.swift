internal import LiaisonSchemas

/// The words by which the language of a text is known that its small words do not tell: verbs, days, what people are.
///
/// Asked only of texts that would else be left unread, so that a longer text is read as its small words say.
struct LanguageCues: Sendable {
    /// A bit per language of ``LanguageWords/codes``, by word.
    private var masks: [UInt32] = []
    /// The same of words that count only with a capital.
    private var capitalMasks: [UInt32] = []

    /// Reads `lexicon/language-cues.yaml`, after the languages' small words.
    /// - Throws: ``SchemaError`` for a language without small words, or a list that there is not.
    mutating func load(
        _ schemas: SchemaSet, codes: [String], _ words: inout WordTable
    ) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/language-cues.yaml") {
            for language in try file.root().members {
                guard let place = codes.firstIndex(of: language.key) else {
                    throw SchemaError(
                        file: file.displayPath, line: language.line,
                        message: "\"\(language.key)\" has no small words; give it some in lexicon/languages.yaml")
                }
                let bit: UInt32 = 1 << UInt32(place)
                var forms: Set<WordForm> = []
                var verbs: Set<String> = []
                for list in language.value.members {
                    switch list.key {
                    case "words":
                        for word in list.value.strings { add(word, bit, &words) }
                    case "verbs": verbs.formUnion(list.value.strings)
                    case "forms":
                        for name in list.value.elements {
                            guard let form = name.scalar.flatMap(WordForm.init(name:)), form.isVerb else {
                                throw SchemaError(
                                    file: file.displayPath, line: name.line,
                                    message: "unknown form \"\(name.scalar ?? "")\"")
                            }
                            forms.insert(form)
                        }
                    default:
                        throw SchemaError(
                            file: file.displayPath, line: list.line,
                            message: "unknown list \"\(list.key)\"; expected words, verbs or forms")
                    }
                }
                try add(verbs, of: language.key, forms, bit, schemas, &words)
            }
        }
    }

    /// The languages that a word speaks for.
    /// - Parameter isCapital: whether it is written with a capital.
    func mask(of word: WordID, isCapital: Bool) -> UInt32 {
        let masks = isCapital ? capitalMasks : masks
        return word.index < masks.count ? masks[word.index] : 0
    }

    private mutating func add(
        _ verbs: Set<String>, of language: String, _ kept: Set<WordForm>, _ bit: UInt32, _ schemas: SchemaSet,
        _ words: inout WordTable
    ) throws(SchemaError) {
        if kept.isEmpty { return }
        var verbs = verbs
        for file in schemas.files(in: "lexicon/\(language)/verbs.yaml") { verbs.formUnion(try file.root().strings) }
        let conjugation = try Conjugation(schemas: schemas, language: language)
        for verb in verbs.sorted() {
            for (text, form) in conjugation.forms(ofVerb: verb) where kept.contains(form) { add(text, bit, &words) }
        }
    }

    private mutating func add(_ word: String, _ bit: UInt32, _ words: inout WordTable) {
        let id = words.add(WordFolder.fold(word))
        if word.unicodeScalars.first?.properties.isUppercase == true {
            Self.insert(bit, at: id, of: &capitalMasks)
        } else {
            Self.insert(bit, at: id, of: &masks)
        }
    }

    private static func insert(_ bit: UInt32, at id: WordID, of masks: inout [UInt32]) {
        if id.index >= masks.count { masks.append(contentsOf: repeatElement(0, count: id.index + 1 - masks.count)) }
        masks[id.index] |= bit
    }
}
