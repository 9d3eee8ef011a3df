internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// All that extraction knows of one language.
struct LanguageKnowledge: Sendable {
    let frames: FrameIndex
    let types: TypeWords
    /// Epithets of lexicon entries, by canonical words without the article.
    let epithets: PhraseTable<[LexiconEntryID]>
    /// Country codes of adjectives and nouns of nationality.
    let demonyms: [WordID: String]

    var grammar: Grammar { frames.grammar }

    init(
        schemas: SchemaSet, language: Language, vocabulary: Vocabulary, words: inout WordTable
    ) throws(SchemaError) {
        frames = try FrameIndex(schemas: schemas, language: language, vocabulary: vocabulary, words: &words)
        var canonical: [String: String] = [:]
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for pair in try file.root()["contractions"]?.members ?? [] { canonical[pair.key] = pair.value.scalar ?? "" }
        }
        types = try TypeWords(schemas: schemas, language: language, canonical: canonical, words: &words)
        var demonyms: [WordID: String] = [:]
        for file in schemas.files(in: "lexicon/demonyms.yaml") {
            for member in try file.root().members {
                for form in member.value[language.code]?.strings ?? [] { demonyms[words.add(form.lowercased())] = member.key }
            }
        }
        self.demonyms = demonyms
        epithets = PhraseTable()
    }

    /// The same with the epithets of a lexicon, whose words must be in the table already.
    init(_ knowledge: LanguageKnowledge, lexicon: Lexicon, words: inout WordTable) {
        frames = knowledge.frames
        types = knowledge.types
        demonyms = knowledge.demonyms
        var lists: [[WordID]: [LexiconEntryID]] = [:]
        let language = knowledge.frames.language
        for (index, entry) in lexicon.entries.enumerated() {
            for epithet in entry.epithets where epithet.language == nil || epithet.language == language.code {
                var ids = PhraseReader.words(epithet.text).map { knowledge.grammar.canon(words.add($0)) }
                // The article is no part of it: "le géant de Redmond" is also "du géant de Redmond".
                if let first = ids.first, knowledge.grammar.is(first, .definite) { ids.removeFirst() }
                lists[ids, default: []].append(LexiconEntryID(rawValue: UInt32(index)))
            }
        }
        var table = PhraseTable<[LexiconEntryID]>()
        for (ids, entries) in lists { table.add(ids, entries) }
        epithets = table
    }
}
