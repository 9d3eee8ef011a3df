internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// The nouns by which a text calls a thing without naming it: "la jeune pousse", "the chipmaker".
struct TypeWords: Sendable {
    /// What such a noun says of the thing.
    struct Meaning: Sendable {
        var types: Set<String> = []
        var kinds: Set<EntityKind> = []
        /// Types of things that it cannot be: no giant is a start-up.
        var excludes: Set<String> = []
        var isFeminine = false
        /// Says nothing of the trade: "company", "start-up".
        var isGeneric = false
    }

    /// By canonical words, in the singular.
    let phrases: PhraseTable<Meaning>
    /// The same in the plural: "les deux jeunes pousses".
    let plurals: PhraseTable<Meaning>

    /// Reads `lexicon/types.yaml`.
    init(schemas: SchemaSet, language: Language, canonical: [String: String], words: inout WordTable)
        throws(SchemaError)
    {
        var meanings: [[WordID]: Meaning] = [:]
        var many: [[WordID]: Meaning] = [:]
        let conjugation = try Conjugation(schemas: schemas, language: language.code)
        func plural(_ word: String) -> String {
            conjugation.forms(ofNoun: word).first { $0.form == .plural }?.text ?? word
        }
        for file in schemas.files(in: "lexicon/types.yaml") {
            for member in try file.root().members {
                var kinds: Set<EntityKind> = []
                for word in member.value["kinds"]?.elements ?? [] {
                    guard let kind = EntityKind(rawValue: word.scalar ?? "") else {
                        throw SchemaError(
                            file: file.displayPath, line: word.line, message: "unknown kind \"\(word.scalar ?? "")\"")
                    }
                    kinds.insert(kind)
                }
                let feminine = Set(member.value["feminine"]?.strings ?? [])
                for noun in member.value[language.code]?.strings ?? [] {
                    let ids = PhraseReader.words(noun).map { words.add(canonical[$0] ?? $0) }
                    var meaning = meanings[ids] ?? Meaning()
                    meaning.types.insert(member.key)
                    meaning.kinds.formUnion(kinds)
                    meaning.excludes.formUnion(member.value["excludes"]?.strings ?? [])
                    if member.value["generic"]?.scalar == "true" { meaning.isGeneric = true }
                    if feminine.contains(noun) { meaning.isFeminine = true }
                    meanings[ids] = meaning
                    var parts = PhraseReader.words(noun)
                    // The head is the last word in English, the first in French, where an adjective beside it agrees.
                    if language == .english {
                        parts[parts.count - 1] = plural(parts[parts.count - 1])
                    } else if parts.count <= 2 {
                        parts = parts.map(plural)
                    } else {
                        parts[0] = plural(parts[0])
                    }
                    many[parts.map { words.add(canonical[$0] ?? $0) }] = meaning
                }
            }
        }
        var phrases = PhraseTable<Meaning>()
        for (ids, meaning) in meanings { phrases.add(ids, meaning) }
        self.phrases = phrases
        var plurals = PhraseTable<Meaning>()
        for (ids, meaning) in many { plurals.add(ids, meaning) }
        self.plurals = plurals
    }
}
