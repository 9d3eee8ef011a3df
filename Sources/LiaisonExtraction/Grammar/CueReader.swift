internal import LiaisonLanguage
internal import LiaisonSchemas

/// Reads `cues.yaml`: for each cue, `verbs` and `nouns` by lemma, and `words` that are taken as they are.
struct CueReader {
    private(set) var verbs: Set<String> = []
    private(set) var nouns: Set<String> = []
    private var entries: [(phrase: String, cue: Cue)] = []

    init(schemas: SchemaSet, language: Language) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/\(language.code)/cues.yaml") {
            for member in try file.root().members {
                guard let cue = Cue(name: member.key) else {
                    throw SchemaError(
                        file: file.displayPath, line: member.line, message: "unknown cue \"\(member.key)\"")
                }
                for list in member.value.members {
                    for phrase in list.value.strings {
                        switch list.key {
                        case "verbs": verbs.insert(phrase)
                        case "nouns": nouns.insert(phrase)
                        case "words": break
                        default:
                            throw SchemaError(
                                file: file.displayPath, line: list.line,
                                message: "unknown list \"\(list.key)\"; expected verbs, nouns or words")
                        }
                        entries.append((phrase, cue))
                    }
                }
            }
        }
    }

    /// A table from phrases of lemmas to all their cues.
    func compile(_ table: inout WordTable, canonical: [WordID: WordID]) -> PhraseTable<CueSet> {
        var sets: [[WordID]: CueSet] = [:]
        for (phrase, cue) in entries {
            let ids = PhraseReader.words(phrase).map { table.add($0) }.map { canonical[$0] ?? $0 }
            sets[ids, default: []].insert(CueSet(cue))
        }
        var out = PhraseTable<CueSet>()
        for (ids, set) in sets { out.add(ids, set) }
        return out
    }
}
