internal import LiaisonLanguage
internal import LiaisonModel

extension Extractor {
    /// Which relation, if any, a text states between two given mentions, and which of them is the subject.
    ///
    /// The same features and weights as in extraction; only where no model is linked do the frames alone answer.
    public func classify(_ pair: MarkedPair) -> PairVerdict {
        let none = PairVerdict(id: pair.id, relation: nil, isTurned: false, confidence: 0, rule: "none")
        let bytes = MarkedBytes(pair.text)
        guard
            let reading = PairReading(
                extractor: self, text: pair.text, language: pair.language, a: bytes.range(pair.a),
                b: bytes.range(pair.b))
        else { return none }
        guard let model = scorer.model else {
            guard let hit = reading.hit, let (relation, isTurned) = scorer.lanes.outcome(hit) else { return none }
            return PairVerdict(
                id: pair.id, relation: relation, isTurned: isTurned != reading.isTurned, confidence: 0.5,
                rule: "\(reading.language.code).frames")
        }
        var list = PairFeatureList()
        reading.write(into: &list)
        let probabilities = scorer.probabilities(list, model, isMarked: true)
        let best = ScorerModel.choice(probabilities)
        guard let (relation, isTurned) = scorer.lanes.outcome(best), let lane = scorer.lanes.lane(of: relation) else {
            return PairVerdict(
                id: pair.id, relation: nil, isTurned: false,
                confidence: Self.rounded(probabilities[best]), rule: "\(reading.language.code).scored")
        }
        return PairVerdict(
            id: pair.id, relation: relation, isTurned: isTurned != reading.isTurned,
            confidence: Self.rounded(model.calibration.plain(probabilities[best], lane: lane, reading.language)),
            rule: "\(reading.language.code).scored")
    }

    private static func rounded(_ value: Float) -> Double { (Double(value) * 10_000).rounded() / 10_000 }
}
