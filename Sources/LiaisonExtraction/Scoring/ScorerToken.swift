internal import LiaisonLanguage

/// What the scorer sees of one token.
struct ScorerToken: Sendable {
    /// Hash of the folded form; digits are one digit.
    var form: UInt32
    /// Hash of its beginning.
    var stem: UInt32
    /// Hash of its lemma where the data knows it, else its form.
    var lemma: UInt32
    /// The word's class among a thousand and among a hundred, with the language.
    var fine: UInt32
    var coarse: UInt32
    /// The relations whose frames it wakes: a bit per lane of ``ScorerLanes``.
    var triggers: UInt32
    /// Its row in ``ScorerVectors``, -1 for none.
    var vector: Int32 = -1

    /// A token of a sentence that nobody asks about.
    static let unread = ScorerToken(form: 0, stem: 0, lemma: 0, fine: 0, coarse: 0, triggers: 0)
}

/// Makes ``ScorerToken``s of one language.
struct ScorerWords: Sendable {
    let knowledge: LanguageKnowledge
    private let habits: WordHabits?
    private let lemmas: WordMap<UInt32>
    private let triggers: WordMap<UInt32>
    private let salt: UInt32
    /// What the words are like, where a model is there to ask.
    let vectors: ScorerVectors?

    /// Letters that count for the beginning of a word.
    private static let stemLength = 5

    init(
        knowledge: LanguageKnowledge, habits: WordHabits?, words: WordTable, lanes: ScorerLanes, vectors: ScorerVectors?
    ) {
        self.knowledge = knowledge
        self.habits = habits
        self.vectors = vectors
        salt = knowledge.frames.language == .french ? 0x5BD1_E995 : 0
        let frames = knowledge.frames
        let masks: [UInt32] = frames.frames.map { frame in lanes.lane(of: frame.relation).map { 1 << UInt32($0) } ?? 0 }
        func mask(_ list: [Int]?) -> UInt32 { (list ?? []).reduce(0) { $0 | masks[$1] } }
        var lemmas = WordMap<UInt32>()
        var triggers = WordMap<UInt32>()
        for (form, readings) in frames.grammar.forms {
            if let first = readings.first {
                lemmas[form] = words.hash(of: first.lemma)
            }
            var all: UInt32 = 0
            for reading in readings {
                all |= reading.form.isVerb ? mask(frames.verbs[reading.lemma]) : mask(frames.nouns[reading.lemma])
            }
            if all != 0 { triggers[form] = all }
        }
        for (word, list) in frames.compounds { triggers[word] = (triggers[word] ?? 0) | mask(list) }
        self.lemmas = lemmas
        self.triggers = triggers
    }

    /// Reads one token.
    func read(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> ScorerToken {
        let own = UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
        let sketch = WordSketch(own, habits: habits)
        var form = sketch.form
        if token.shape.contains(.isNumber) { form = 0x3030_3030 &+ UInt32(min(own.count, 5)) }
        form ^= salt
        var stem = form
        if own.count > Self.stemLength, token.shape.contains(.hasLetter) {
            stem = 0x811C_9DC5 ^ salt
            for byte in own.prefix(Self.stemLength) {
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                stem = (stem ^ UInt32(lower)) &* 0x0100_0193
            }
        }
        let vector = vectors?.row(of: sketch.form, cluster: sketch.habit.cluster) ?? -1
        let fine = UInt32(sketch.habit.cluster)
        let coarse = UInt32(habits?.coarseClass(of: sketch.habit.cluster) ?? 0)
        return ScorerToken(
            form: form, stem: stem, lemma: lemmas[token.word].map { $0 ^ salt } ?? form, fine: fine ^ salt,
            coarse: coarse ^ salt, triggers: triggers[token.word] ?? 0, vector: vector)
    }
}
