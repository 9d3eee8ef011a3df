internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel

/// One pair of mentions with the relation that people gave it.
struct ScorerExample: Sendable {
    var corpus: String
    var id: String
    /// Pairs that share one of these never stand in different folds.
    var groups: [String]
    var language: Language
    /// The features' hashes, and how each is read.
    var keys: [UInt32] = []
    var readings: [UInt8] = []
    /// What the words are like.
    var vectors: [Float] = []
    var source = PairSource.marked
    /// An outcome of the scorer's lanes.
    var outcome: Int
    var weight: Float
    /// What frames say of the two.
    var frames: [FrameEvidence] = []
    /// The candidate of an article that it is.
    var candidate: Int?

    init(corpus: String, id: String, groups: [String], language: Language, outcome: Int, weight: Float) {
        self.corpus = corpus
        self.id = id
        self.groups = groups
        self.language = language
        self.outcome = outcome
        self.weight = weight
    }

    /// Copies features.
    mutating func take(_ elements: [PairFeatureList.Element], without: Set<PairFeature>) {
        let kept = without.isEmpty ? elements : elements.filter { !without.contains($0.feature) }
        keys = kept.map(\.key)
        readings = kept.map(\.reading.rawValue)
    }
}

/// An article with its gold and what the scorer weighs in it.
struct ScorerArticle {
    var gold: GoldArticle
    var index: GoldIndex
    var candidates: [ScorerCandidate]

    /// The gold statements between the ends of a candidate, and for each whether the second of them is the subject.
    private func edges(_ candidate: ScorerCandidate, _ list: [GoldStatement]) -> [(GoldStatement, Bool)] {
        let first = index.resolve(candidate.first, candidate.firstMention, candidate.part)
        let second = index.resolve(candidate.second, candidate.secondMention, candidate.part)
        return list.compactMap { edge in
            if first.contains(edge.subject), second.contains(edge.object) { return (edge, false) }
            if first.contains(edge.object), second.contains(edge.subject) { return (edge, true) }
            return nil
        }
    }

    /// The outcomes that gold gives a candidate in its sentence, and whether anything is known of it.
    func labels(of candidate: ScorerCandidate, _ lanes: ScorerLanes) -> (outcomes: [Int], isKnown: Bool) {
        let all = edges(candidate, gold.statements)
        if all.isEmpty { return ([], edges(candidate, gold.optional).isEmpty) }
        var outcomes: [Int] = []
        for (edge, isTurned) in all {
            let isHere =
                edge.evidence.map {
                    candidate.part == .text && $0.start < candidate.sentence.end && $0.end > candidate.sentence.start
                } ?? (candidate.part == .title)
            let outcome = lanes.outcome(of: edge.relation, isTurned: isTurned)
            if isHere, !outcomes.contains(outcome) { outcomes.append(outcome) }
        }
        // Said elsewhere of the two: whether this sentence says it again is not known.
        return (outcomes, !outcomes.isEmpty)
    }

    /// Whether an outcome of a candidate is an edge of the article; nil where it counts neither way.
    func isRight(_ candidate: ScorerCandidate, _ outcome: Int, _ lanes: ScorerLanes) -> Bool? {
        guard let (relation, isTurned) = lanes.outcome(outcome) else { return nil }
        let isDirected = lanes.directed.contains(relation)
        func holds(_ list: [(GoldStatement, Bool)]) -> Bool {
            list.contains { $0.0.relation == relation && (!isDirected || $0.1 == isTurned) }
        }
        if holds(edges(candidate, gold.statements)) { return true }
        return edges(candidate, gold.optional).contains { $0.0.relation == relation } ? nil : false
    }
}
