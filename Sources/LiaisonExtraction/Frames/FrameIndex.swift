internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// All frames of a language with the words that wake them; a class as ``Grammar`` is.
final class FrameIndex: Sendable {
    let language: Language
    let grammar: Grammar
    let frames: [Frame]
    /// Frames by the lemma of their verb.
    let verbs: [WordID: [Int]]
    /// Frames by the lemma of their noun or role.
    let nouns: [WordID: [Int]]
    /// Frames by the word after the hyphen.
    let compounds: [WordID: [Int]]
    /// Frames of bare possession.
    let possessions: [Int]
    /// Frames by the canonical words of the preposition that wakes them.
    let prepositions: [[WordID]: [Int]]
    /// Those of several words by their first, which may lack the last: "au capital", "à sa tête".
    let phrased: [WordID: [[WordID]]]
    /// Nouns of frames whose head can only be a product: what is called so is none of the companies.
    let products: Set<WordID>
    /// Role words of several words: "directeur général", "chief executive".
    let phrases: PhraseTable<[Int]>
    /// Every form that can wake a frame.
    let wakes: WordMap<Bool>
    /// What `with: ["#percent"]` and `with: ["#money"]` ask for.
    let percent: WordID
    let money: WordID
    /// `#round`: the name of a financing round.
    let round: WordID
    /// `#count`: a number of things.
    let count: WordID
    /// `#product`: a name of a product, as in "buys Orvane's Lumia".
    let product: WordID

    init(schemas: SchemaSet, language: Language, vocabulary: Vocabulary, words: inout WordTable) throws(SchemaError) {
        self.language = language
        var canonical: [String: String] = [:]
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for pair in try file.root()["contractions"]?.members ?? [] { canonical[pair.key] = pair.value.scalar ?? "" }
        }
        let reader = try FrameReader(
            schemas: schemas, language: language, vocabulary: vocabulary, table: words, canonical: canonical)
        words = reader.words
        grammar = try Grammar(
            schemas: schemas, language: language, verbs: reader.verbs, nouns: reader.nouns, listed: reader.listed,
            compounds: Set(reader.frames.filter { $0.trigger == .compound }.flatMap(\.lemmas)), table: &words)
        percent = words.add("#percent")
        money = words.add("#money")
        round = words.add("#round")
        count = words.add("#count")
        product = words.add("#product")
        frames = reader.frames
        var verbs: [WordID: [Int]] = [:]
        var nouns: [WordID: [Int]] = [:]
        var compounds: [WordID: [Int]] = [:]
        var prepositions: [[WordID]: [Int]] = [:]
        var products: Set<WordID> = []
        var multi: [[WordID]: [Int]] = [:]
        let conjugation = try Conjugation(schemas: schemas, language: language.code)
        for (index, frame) in frames.enumerated() {
            let head =
                frame.from.contains(.head)
                ? vocabulary[frame.relation]?.subjectKinds : vocabulary[frame.relation]?.objectKinds
            let namesProducts = frame.trigger == .role && head == [.product]
            for lemma in frame.lemmas {
                let parts = PhraseReader.words(lemma)
                if parts.count > 1, frame.trigger == .role || frame.trigger == .noun {
                    let ids = parts.map { words.add(canonical[$0] ?? $0) }
                    multi[ids, default: []].append(index)
                    // The plural inflects the head: the first word in French, the last in English.
                    let head = language == .french ? 0 : parts.count - 1
                    for (form, kind) in conjugation.forms(ofNoun: parts[head]) where kind == .plural {
                        var plural = ids
                        plural[head] = words.add(form)
                        // French adjectives after the noun agree: "directeurs généraux".
                        if language == .french, parts.count == 2,
                            let (adjective, _) = conjugation.forms(ofNoun: parts[1]).first(where: { $0.form == .plural }
                            )
                        {
                            plural[1] = words.add(adjective)
                        }
                        multi[plural, default: []].append(index)
                    }
                    continue
                }
                if frame.trigger == .preposition {
                    prepositions[parts.map { words.add(canonical[$0] ?? $0) }, default: []].append(index)
                    continue
                }
                let id = words.add(lemma.lowercased())
                if namesProducts { products.insert(id) }
                switch frame.trigger {
                case .verb: verbs[id, default: []].append(index)
                case .noun, .role: nouns[id, default: []].append(index)
                case .compound: compounds[id, default: []].append(index)
                case .possession, .preposition: break
                }
            }
        }
        var phrases = PhraseTable<[Int]>()
        for (ids, list) in multi { phrases.add(ids, list) }
        var wakes = Set(compounds.keys)
        for (form, readings) in grammar.forms
        where readings.contains(where: { $0.form.isVerb ? verbs[$0.lemma] != nil : nouns[$0.lemma] != nil }) {
            wakes.insert(form)
        }
        for ids in multi.keys { wakes.formUnion(ids) }
        let all = reader.frames
        possessions = all.indices.filter { all[$0].trigger == .possession }
        self.verbs = verbs
        self.nouns = nouns
        self.compounds = compounds
        self.prepositions = prepositions
        phrased = Dictionary(
            grouping: prepositions.keys.filter { $0.count > 2 }.sorted { $0.lexicographicallyPrecedes($1) },
            by: { $0[0] })
        self.products = products
        self.phrases = phrases
        self.wakes = WordMap(Dictionary(uniqueKeysWithValues: wakes.map { ($0, true) }))
    }
}
