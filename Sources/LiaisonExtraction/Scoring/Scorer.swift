internal import LiaisonLanguage
internal import LiaisonModel

/// Says how likely each relation is between two mentions: the weights, and what makes features of a language's words.
struct Scorer: Sendable {
    /// The weights that were learned; nil where the program has none.
    let model: ScorerModel?
    let lanes: ScorerLanes
    private let french: ScorerWords
    private let english: ScorerWords

    init(
        model: ScorerModel?, lanes: ScorerLanes, analyzer: Analyzer, french: LanguageKnowledge,
        english: LanguageKnowledge
    ) {
        self.model = model
        self.lanes = lanes
        self.french = ScorerWords(
            knowledge: french, habits: analyzer.reader.french.habits, words: analyzer.words, lanes: lanes)
        self.english = ScorerWords(
            knowledge: english, habits: analyzer.reader.english.habits, words: analyzer.words, lanes: lanes)
    }

    /// The words of a language; those of English where it is neither.
    func words(_ language: Language) -> ScorerWords { language == .french ? french : english }
}
