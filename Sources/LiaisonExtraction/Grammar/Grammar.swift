internal import LiaisonLanguage
internal import LiaisonSchemas

/// The function words, verb forms and cue words of one language, compiled over word ids.
///
/// A class, never changed once made: every reading of a sentence holds it, and copying its tables' references would cost
/// more than many a look-up.
final class Grammar: Sendable {
    let language: Language
    /// Contracted and elided forms as the word they stand for: `d'` and `du` as `de`.
    private let canonical: WordMap<WordID>
    private let words: WordMap<GrammarWordSet>
    let phrases: PhraseTable<GrammarWord>
    let forms: [WordID: [Reading]]
    private let readings: WordMap<[Reading]>
    /// Classes of verbs and nouns that qualify what depends on them.
    let cues: PhraseTable<CueSet>
    let auxiliaries: Auxiliaries
    let endings: Endings
    /// Words after a hyphen that make a name a modifier: "backed" in "Orvane-backed".
    let compounds: Set<WordID>
    /// Prepositions before the doer of a passive.
    let agents: Set<WordID>
    /// Those of whose something is: "of", "de".
    let genitives: Set<WordID>
    private let number: [WordID: Bool]
    private let contracted: WordMap<Bool>

    /// How forms of verbs end that no data knows, in lower case.
    struct Endings: Sendable {
        var infinitive: [String] = []
        var gerund: [String] = []
        var participle: [String] = []
        /// Those that are a participle and hardly anything else.
        var plainParticiple: [String] = []
        /// Of a participle that agrees with nothing, as behind "have".
        var sharedParticiple: [String] = []
        /// Of a participle that may as well be the past.
        var past: [String] = []
        /// Of verbs in the plural: "rachètent".
        var plural: [String] = []
        /// Of nouns that are hardly ever verbs: "maker".
        var noun: [String] = []

        /// Whether a verb ends as one in the plural does.
        func isPlural(_ verb: String) -> Bool { plural.contains { verb.hasSuffix($0) } }
    }

    /// The words of the auxiliaries, as lemmas.
    struct Auxiliaries: Sendable {
        var be: WordID
        var have: WordID
        /// `do` of "does not see"; nil where there is none.
        var support: WordID?
        /// Verbs that take "be" in the perfect, and are never passive.
        var intransitive: Set<WordID>
        /// `être`, `devenir`, `rester`, `be`, `become`: what follows says what the subject is.
        var copulas: Set<WordID>
        /// `vouloir` of "se veut la rivale": the same with a reflexive pronoun.
        var reflexiveCopulas: Set<WordID>
        /// `faire` of "se fait racheter": with a reflexive pronoun it makes the infinitive passive.
        var causatives: Set<WordID> = []

        /// Whether a lemma helps other verbs: "be", "have", "do".
        func isAuxiliary(_ lemma: WordID) -> Bool { lemma == be || lemma == have || lemma == support }
    }

    /// The word a form stands for in patterns.
    func canon(_ word: WordID) -> WordID { canonical[word] ?? word }

    /// Whether a word holds an article besides the preposition it stands for: "du", "des", "au".
    func isContracted(_ word: WordID) -> Bool { contracted[word] ?? false }

    func readings(_ word: WordID) -> [Reading] { readings[word] ?? [] }

    func `is`(_ word: WordID, _ kind: GrammarWord) -> Bool { words[word]?.contains(kind) ?? false }

    func kinds(_ word: WordID) -> GrammarWordSet { words[word] ?? [] }

    /// Whether a determiner or pronoun is plural; nil when it does not tell.
    func isPlural(_ word: WordID) -> Bool? { number[word] }

    /// Reads `grammar.yaml`, `verbs.yaml` and `cues.yaml` of `lexicon/<language>`, and inflects `verbs` and `nouns` besides their own.
    init(
        schemas: SchemaSet, language: Language, verbs: Set<String>, nouns: Set<String>,
        listed: [(text: String, lemma: String, isPlural: Bool)], compounds: Set<String>, table: inout WordTable
    ) throws(SchemaError) {
        self.language = language
        let conjugation = try Conjugation(schemas: schemas, language: language.code)
        var canonical: [WordID: WordID] = [:]
        var words: [WordID: GrammarWordSet] = [:]
        var phrases = PhraseTable<GrammarWord>()
        var number: [WordID: Bool] = [:]
        var auxiliary = Auxiliaries(
            be: table.add(language == .french ? "être" : "be"), have: table.add(language == .french ? "avoir" : "have"),
            intransitive: [], copulas: [], reflexiveCopulas: [])
        var verbs = verbs
        var nouns = nouns
        precondition(GrammarWord.allCases.count <= UInt128.bitWidth, "a set of classes has one bit for each")
        var articles: Set<String> = []
        var listedCompounds: Set<String> = []
        var endings = Endings()
        var pending: [(phrase: String, kind: GrammarWord)] = []
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for member in try file.root().members {
                switch member.key {
                case "contractions":
                    for pair in member.value.members {
                        canonical[table.add(pair.key)] = table.add(pair.value.scalar ?? "")
                    }
                case "compounds": listedCompounds.formUnion(member.value.strings)
                case "contracted": articles.formUnion(member.value.strings)
                case "plural": for word in member.value.strings { number[table.add(word)] = true }
                case "singular": for word in member.value.strings { number[table.add(word)] = false }
                case "auxiliaries":
                    for list in member.value.members {
                        for word in list.value.strings {
                            verbs.insert(word)
                            switch list.key {
                            case "intransitive": auxiliary.intransitive.insert(table.add(word))
                            case "copulas": auxiliary.copulas.insert(table.add(word))
                            case "reflexive-copulas": auxiliary.reflexiveCopulas.insert(table.add(word))
                            case "causatives": auxiliary.causatives.insert(table.add(word))
                            case "be": auxiliary.be = table.add(word)
                            case "have": auxiliary.have = table.add(word)
                            case "do": auxiliary.support = table.add(word)
                            default:
                                throw SchemaError(
                                    file: file.displayPath, line: list.line, message: "unknown list \"\(list.key)\"")
                            }
                        }
                    }
                case "parts-played": break
                case "endings":
                    for list in member.value.members {
                        switch list.key {
                        case "infinitive": endings.infinitive += list.value.strings
                        case "gerund": endings.gerund += list.value.strings
                        case "participle": endings.participle += list.value.strings
                        case "plain-participle": endings.plainParticiple += list.value.strings
                        case "shared-participle": endings.sharedParticiple += list.value.strings
                        case "past": endings.past += list.value.strings
                        case "plural": endings.plural += list.value.strings
                        case "noun": endings.noun += list.value.strings
                        default:
                            throw SchemaError(
                                file: file.displayPath, line: list.line, message: "unknown list \"\(list.key)\"")
                        }
                    }
                case "constructions":
                    for list in member.value.members
                    where ["round-nouns", "quantities", "appointments", "bands"].contains(list.key) {
                        nouns.formUnion(list.value.strings)
                    }
                    for list in member.value.members
                    where ["includes", "appoints", "possibility", "others", "hires", "raises", "leads-round"].contains(
                        list.key)
                    { verbs.formUnion(list.value.strings) }
                default:
                    guard let kind = GrammarWord(name: member.key) else {
                        throw SchemaError(
                            file: file.displayPath, line: member.line, message: "unknown class \"\(member.key)\"")
                    }
                    for phrase in member.value.strings { pending.append((phrase, kind)) }
                }
            }
        }
        for (phrase, kind) in pending {
            let ids = PhraseReader.words(phrase).map { canonical[table.add($0)] ?? table.add($0) }
            if ids.count == 1 {
                // The form itself and what it stands for: both are looked up.
                words[table.add(PhraseReader.words(phrase)[0]), default: []].insert(kind)
                if kind == .preposition { words[ids[0], default: []].insert(kind) }
            } else {
                phrases.add(ids, kind)
            }
        }
        for file in schemas.files(in: "lexicon/\(language.code)/verbs.yaml") {
            verbs.formUnion(try file.root().strings)
        }
        let cueReader = try CueReader(schemas: schemas, language: language)
        verbs.formUnion(cueReader.verbs)
        nouns.formUnion(cueReader.nouns)
        var forms: [WordID: [Reading]] = [:]
        for verb in verbs.sorted() {
            let lemma = table.add(verb)
            for (text, form) in conjugation.forms(ofVerb: verb) {
                Self.insert(Reading(lemma: lemma, form: form), at: table.add(text), into: &forms)
            }
        }
        for noun in nouns.sorted() {
            let lemma = table.add(noun)
            for (text, form) in conjugation.forms(ofNoun: noun) {
                Self.insert(Reading(lemma: lemma, form: form), at: table.add(text), into: &forms)
            }
        }
        for (text, lemma, isPlural) in listed where !text.contains(" ") && !lemma.contains(" ") {
            Self.insert(
                Reading(lemma: table.add(lemma), form: isPlural ? .plural : .singular), at: table.add(text),
                into: &forms)
        }
        var agents: Set<WordID> = []
        var genitives: Set<WordID> = []
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for word in try file.root()["constructions"]?["genitive"]?.strings ?? [] where !word.contains(" ") {
                genitives.insert(table.add(word))
            }
            for word in try file.root()["constructions"]?["agents"]?.strings ?? [] where !word.contains(" ") {
                agents.insert(table.add(word))
            }
        }
        self.agents = agents
        self.genitives = genitives
        self.endings = endings
        self.compounds = Set(compounds.union(listedCompounds).sorted().map { table.add($0) })
        self.canonical = WordMap(canonical)
        contracted = WordMap(
            Dictionary(uniqueKeysWithValues: articles.map { (table.add($0), true) }))
        self.words = WordMap(words)
        self.phrases = phrases
        self.number = number
        self.forms = forms
        readings = WordMap(forms)
        self.auxiliaries = auxiliary
        self.cues = cueReader.compile(&table, canonical: canonical)
    }

    private static func insert(_ reading: Reading, at word: WordID, into forms: inout [WordID: [Reading]]) {
        Self.insert(reading, into: &forms[word, default: []])
    }

    private static func insert(_ reading: Reading, into readings: inout [Reading]) {
        if !readings.contains(reading) { readings.append(reading) }
    }
}

/// How phrases are written in data files: words with spaces; an elided word keeps its apostrophe.
enum PhraseReader {
    /// `"au capital d'Orvane"` is `au`, `capital`, `d'`, `orvane`; `"isn't"` is `is`, `n't`.
    static func words(_ phrase: String) -> [String] {
        // Small letters (those with accents are C3 A0 to C3 BF) and spaces, as most phrases are, need no look at characters.
        let isPlain = phrase.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x20, 0x2D, 0xC3, 0xA0...0xBF: true
            default: false
            }
        }
        if isPlain { return phrase.utf8.split(separator: 0x20).map { String(Substring($0)) } }
        var out: [String] = []
        for part in phrase.lowercased().split(separator: " ") {
            var rest = part[...]
            while let cut = rest.firstIndex(of: "'"), rest.index(after: cut) < rest.endIndex, cut != rest.startIndex,
                !["aujourd", "prud"].contains(String(rest[..<cut]))
            {
                if rest[cut...] == "'s" {
                    out.append(String(rest[..<cut]))
                    rest = rest[cut...]
                    break
                }
                // "n't" is one word, and the second of "isn't".
                if rest[cut...] == "'t", rest[..<cut].last == "n" {
                    let before = rest[..<cut].dropLast()
                    if !before.isEmpty { out.append(String(before)) }
                    rest = rest[before.endIndex...]
                    break
                }
                out.append(String(rest[...cut]))
                rest = rest[rest.index(after: cut)...]
            }
            out.append(String(rest))
        }
        return out
    }
}
