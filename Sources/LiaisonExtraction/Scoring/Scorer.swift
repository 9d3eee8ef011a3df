internal import LiaisonLanguage
internal import LiaisonModel

/// Says how likely each relation is between two mentions: the weights, and what makes features of a language's words.
struct Scorer: Sendable {
    /// The weights that were learned; nil where the program has none.
    let model: ScorerModel?
    let lanes: ScorerLanes
    private let french: ScorerWords
    private let english: ScorerWords
    /// The outcomes that a kind of first mention (row) and of second mention allow.
    private let allowed: [[UInt64]]

    init(
        model: ScorerModel?, lanes: ScorerLanes, analyzer: Analyzer, french: LanguageKnowledge,
        english: LanguageKnowledge, vocabulary: Vocabulary
    ) {
        self.model = model
        self.lanes = lanes
        self.french = ScorerWords(
            knowledge: french, habits: analyzer.reader.french.habits, words: analyzer.words, lanes: lanes,
            vectors: model?.vectors(.french))
        self.english = ScorerWords(
            knowledge: english, habits: analyzer.reader.english.habits, words: analyzer.words, lanes: lanes,
            vectors: model?.vectors(.english))
        allowed = EntityKind.allCases.map { one in
            EntityKind.allCases.map { other in
                var mask: UInt64 = 0
                for outcome in 0..<lanes.outcomeCount {
                    guard let (relation, isTurned) = lanes.outcome(outcome), let type = vocabulary[relation] else {
                        continue
                    }
                    let (subject, object) = isTurned ? (other, one) : (one, other)
                    if type.subjectKinds.contains(subject),
                        type.objectKinds.contains(object)
                            || type.isSymmetric && type.subjectKinds.contains(object)
                                && type.objectKinds.contains(subject)
                    {
                        mask |= 1 << UInt64(outcome)
                    }
                }
                return mask
            }
        }
    }

    /// The words of a language; those of English where it is neither.
    func words(_ language: Language) -> ScorerWords { language == .french ? french : english }

    /// The outcomes that the kinds of two mentions allow: a bit per outcome.
    func allowed(_ one: EntityKind, _ other: EntityKind) -> UInt64 {
        guard let row = EntityKind.allCases.firstIndex(of: one), let column = EntityKind.allCases.firstIndex(of: other)
        else { return 0 }
        return allowed[row][column]
    }

    /// The probability of every outcome, the last of them no relation.
    /// - Parameter isMarked: Whether somebody marked the two and asks what links them.
    func probabilities(_ features: PairFeatureList, _ model: ScorerModel, isMarked: Bool = false) -> [Float] {
        var scores = [Float](repeating: 0, count: lanes.outcomeCount)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: ScorerLanes.width) { sums in
            guard let base = sums.baseAddress else { return }
            model.add(features, to: base)
            lanes.outcomes(of: base, into: &scores)
        }
        if isMarked {
            var vectors = [Float](repeating: 0, count: lanes.outcomeCount)
            model.addVectors(features, to: &vectors)
            scores = model.calibration.marked(scores, vectors)
        } else {
            model.addVectors(features, to: &scores)
        }
        return ScorerModel.probabilities(scores)
    }
}
