internal import LiaisonSchemas

/// What the data files say that text is cut by: abbreviations, elisions, clitics, small words, lines that are no article.
struct TextLexicon: Sendable {
    private(set) var french = WordFactsTable()
    private(set) var english = WordFactsTable()
    private(set) var frenchValues = ValueLexicon()
    private(set) var englishValues = ValueLexicon()
    /// The small words of every language, as bits in the order of ``languageNames``.
    private(set) var languageWords = LanguageWords()
    private(set) var languageCues = LanguageCues()
    private(set) var boilerplate = BoilerplateCues()

    /// The facts that hold in a language; those of English where it is neither of the two.
    func facts(for language: Language) -> WordFactsTable {
        language == .french ? french : english
    }

    /// What values are written with in a language; as in English where it is neither of the two.
    func values(for language: Language) -> ValueLexicon {
        language == .french ? frenchValues : englishValues
    }

    init(schemas: SchemaSet, words: inout WordTable) throws(SchemaError) {
        for (language, code) in [(Language.french, "fr"), (.english, "en")] {
            var loader = WordFactsLoader(facts: WordFactsTable())
            try loader.loadTokens(schemas.files(in: "lexicon/\(code)/tokens.yaml"), &words)
            try loader.loadAbbreviations(schemas.files(in: "lexicon/\(code)/abbreviations.yaml"), &words)
            try loader.loadDomains(schemas.files(in: "lexicon/domains.yaml"), &words)
            try loader.loadFunctionWords(schemas.files(in: "lexicon/languages.yaml"), language: code, &words)
            var values = ValueLexiconLoader(facts: loader.facts)
            try values.load(schemas, language: code, &words)
            if language == .french {
                (french, frenchValues) = (values.facts, values.lexicon)
            } else {
                (english, englishValues) = (values.facts, values.lexicon)
            }
            try boilerplate.load(schemas.files(in: "lexicon/\(code)/boilerplate.yaml"))
        }
        try languageWords.load(schemas.files(in: "lexicon/languages.yaml"), &words)
        try languageCues.load(schemas, codes: languageWords.codes, &words)
    }
}

/// Fills ``WordFacts`` from data files.
struct WordFactsLoader {
    var facts: WordFactsTable

    mutating func loadTokens(_ files: [SchemaSet.File], _ words: inout WordTable) throws(SchemaError) {
        let flags: [String: WordFacts.Flags] = [
            "elisions": .elision, "whole": .whole, "clitics": .clitic, "prefixes": .prefix,
            "contractions": .contraction,
            "compounds": .compound, "lettered": .lettered,
        ]
        try load(files, flags, &words)
    }

    mutating func loadAbbreviations(_ files: [SchemaSet.File], _ words: inout WordTable) throws(SchemaError) {
        let flags: [String: WordFacts.Flags] = [
            "before-name": .abbreviationBeforeName, "other": .abbreviation, "before-number": .abbreviationBeforeNumber,
        ]
        try load(files, flags, &words) { word, facts in
            if word.first?.isUppercase == true { facts.flags.insert(.needsCapital) }
        }
    }

    mutating func loadDomains(_ files: [SchemaSet.File], _ words: inout WordTable) throws(SchemaError) {
        try load(files, ["suffixes": .domain, "cautious": .cautiousDomain], &words)
    }

    mutating func loadFunctionWords(
        _ files: [SchemaSet.File], language: String, _ words: inout WordTable
    ) throws(SchemaError) {
        for file in files {
            for word in try file.root()[language]?.strings ?? [] {
                facts.update(words.add(WordFolder.fold(word))) { $0.flags.insert(.functionWord) }
            }
        }
    }

    /// Gives every word of a list the flag of the list's key.
    mutating func load(
        _ files: [SchemaSet.File], _ flags: [String: WordFacts.Flags], _ words: inout WordTable,
        _ change: (String, inout WordFacts) -> Void = { _, _ in }
    ) throws(SchemaError) {
        for file in files {
            for member in try file.root().members {
                guard let flag = flags[member.key] else {
                    let known = flags.keys.sorted().joined(separator: ", ")
                    throw SchemaError(
                        file: file.displayPath, line: member.line,
                        message: "unknown key \"\(member.key)\"; expected one of \(known)")
                }
                for element in member.value.elements {
                    guard let word = element.scalar, !word.isEmpty else {
                        throw SchemaError(file: file.displayPath, line: element.line, message: "expected a word")
                    }
                    facts.update(words.add(WordFolder.fold(word))) { facts in
                        facts.flags.insert(flag)
                        change(word, &facts)
                    }
                }
            }
        }
    }
}
