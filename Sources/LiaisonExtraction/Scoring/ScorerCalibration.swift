package import LiaisonLanguage

/// How the scorer's probabilities become confidences: logistic regressions with a shift per relation and language, fitted
/// on folds that the weights were not (Platt, "Probabilistic Outputs for Support Vector Machines", 1999), and the
/// confidence from which on a statement is said.
package struct ScorerCalibration: Sendable, Hashable {
    package static let frameInputs = 8
    package static let pairInputs = 7
    private static let lanes = ScorerLanes.half
    private static let frameOffset = 0
    private static let pairOffset = frameInputs + lanes
    private static let thresholdOffset = pairOffset + pairInputs + lanes
    private static let proposalOffset = thresholdOffset + lanes
    private static let plainOffset = proposalOffset + lanes
    /// Numbers for each language.
    package static let width = plainOffset + 2 + lanes

    /// Where the values begin that weigh the two opinions on a marked pair: for each outcome what the softmax's score counts,
    /// then what that of the word vectors counts, then a shift.
    package static let markedOffset = 2 * width
    private static let count = markedOffset + 3 * ScorerLanes.width

    /// Those of French, those of English, and those of marked pairs of both.
    package var values: [Float]

    /// Nil where the number of values is another; those of marked pairs may be missing.
    package init?(_ values: [Float], lanes: ScorerLanes) {
        switch values.count {
        case Self.count: self.values = values
        case Self.markedOffset: self.values = values + Self.neutral[Self.markedOffset...]
        default: return nil
        }
    }

    /// What says nothing: confidences as frames have them, no proposals, no threshold.
    package static var neutral: [Float] {
        var values = [Float](repeating: 0, count: count)
        for index in 0..<2 * ScorerLanes.width { values[markedOffset + index] = 1 }
        for language in 0..<2 {
            let base = language * width
            values[base + frameOffset + 1] = 1
            for lane in 0..<lanes { values[base + proposalOffset + lane] = 2 }
            values[base + plainOffset] = 1
        }
        return values
    }

    private func base(_ language: Language) -> Int { language == .french ? 0 : Self.width }

    /// The parts of the values, for training.
    package enum Part: Sendable { case frame, pair, threshold, proposal, plain }

    /// Where a part begins among the values of a language.
    package static func place(_ part: Part, _ language: Language) -> Int {
        let base = language == .french ? 0 : width
        switch part {
        case .frame: return base + frameOffset
        case .pair: return base + pairOffset
        case .threshold: return base + thresholdOffset
        case .proposal: return base + proposalOffset
        case .plain: return base + plainOffset
        }
    }

    /// What is weighed for a frame's find; without probabilities the pair could not be read.
    package static func inputs(_ frame: FrameEvidence, _ probabilities: [Float]?) -> [Float] {
        [
            1, logit(frame.prior), probabilities.map { logit($0[frame.outcome]) } ?? 0,
            probabilities.map { logit($0[$0.count - 1]) } ?? 0, probabilities == nil ? 1 : 0,
            frame.isDescribed ? 1 : 0, frame.isPronoun ? 1 : 0, frame.isNoun ? 1 : 0,
        ]
    }

    /// What is weighed for an outcome that no frame claims.
    package static func inputs(_ pair: PairEvidence, outcome: Int, lane: Int, _ probabilities: [Float]) -> [Float] {
        [
            1, logit(probabilities[outcome]), pair.isNamed ? 1 : 0, pair.nameScore,
            pair.triggers >> UInt32(lane) & 1 == 1 ? 1 : 0, Float(min(pair.distance, 30)) / 10, pair.isLinked ? 1 : 0,
        ]
    }

    /// The confidence in a frame's find of a relation's lane.
    func confidence(_ frame: FrameEvidence, _ probabilities: [Float]?, lane: Int, _ language: Language) -> Float {
        probability(Self.inputs(frame, probabilities), base(language) + Self.frameOffset, lane)
    }

    /// The confidence in an outcome that no frame claims.
    func confidence(
        _ pair: PairEvidence, outcome: Int, lane: Int, _ probabilities: [Float], _ language: Language
    ) -> Float {
        probability(
            Self.inputs(pair, outcome: outcome, lane: lane, probabilities), base(language) + Self.pairOffset, lane)
    }

    private func probability(_ inputs: [Float], _ place: Int, _ lane: Int) -> Float {
        var sum = values[place + inputs.count + lane]
        for (index, input) in inputs.enumerated() { sum += values[place + index] * input }
        return 1 / (1 + Exponential.of(-sum))
    }

    /// The confidence from which on a frame's find is said.
    func threshold(lane: Int, _ language: Language) -> Float {
        values[base(language) + Self.thresholdOffset + lane]
    }

    /// The confidence from which on an outcome is said that no frame claims; above 1 for never.
    func proposalThreshold(lane: Int, _ language: Language) -> Float {
        values[base(language) + Self.proposalOffset + lane]
    }

    /// The confidence in the likeliest relation between two given mentions.
    package func plain(_ probability: Float, lane: Int, _ language: Language) -> Float {
        let place = base(language) + Self.plainOffset
        let sum = values[place] * Self.logit(probability) + values[place + 1] + values[place + 2 + lane]
        return 1 / (1 + Exponential.of(-sum))
    }

    /// The scores of a marked pair's outcomes from those of the softmax and those of the word vectors, each outcome weighed on
    /// its own: the two were fitted apart, and neither knows how far it can be trusted (Wolpert, "Stacked Generalization",
    /// 1992).
    package func marked(_ words: [Float], _ vectors: [Float]) -> [Float] {
        words.indices.map { outcome in
            let place = Self.markedOffset + outcome
            return values[place] * words[outcome] + values[place + ScorerLanes.width] * vectors[outcome]
                + values[place + 2 * ScorerLanes.width]
        }
    }

    /// The logarithm of the odds, bounded.
    package static func logit(_ probability: Float) -> Float {
        let bounded = min(max(probability, 0.002), 0.998)
        return Exponential.logarithm(bounded / (1 - bounded))
    }
}
