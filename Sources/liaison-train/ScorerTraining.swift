internal import Foundation
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel

/// All that the scorer is fitted to: weights, then confidences on folds that the weights were not fitted to.
struct ScorerTraining {
    let lanes: ScorerLanes
    let rowBits: Int
    var settings = ScorerTrainer.Settings()
    var precision = 0.9
    var examples: [ScorerExample] = []
    private var articles: [(article: ScorerArticle, examples: Range<Int>)] = []
    private var folds: [Int] = []
    /// By example, from the weights of the other folds.
    private var probabilities: [[Float]] = []
    private(set) var calibrationLines: [String] = []
    static let foldCount = 5

    init(lanes: ScorerLanes, rowBits: Int) {
        self.lanes = lanes
        self.rowBits = rowBits
    }

    mutating func add(_ article: ScorerArticle, _ list: [ScorerExample]) {
        articles.append((article, examples.count..<examples.count + list.count))
        examples += list
    }

    private func trainer(_ list: [ScorerExample]) -> ScorerTrainer {
        let trainer = ScorerTrainer(lanes: lanes, rowBits: rowBits)
        trainer.fit(list, settings)
        return trainer
    }

    /// The model of everything.
    func fit(_ calibration: ScorerCalibration) -> [UInt8] {
        trainer(examples).model(calibration: calibration)
    }

    mutating func crossValidate() {
        let grouping = ScorerFolds(examples, count: Self.foldCount)
        folds = examples.map { grouping.fold(of: $0) }
        probabilities = Array(repeating: [], count: examples.count)
        for fold in 0..<Self.foldCount {
            let trainer = trainer(examples.indices.filter { folds[$0] != fold }.map { examples[$0] })
            for index in examples.indices where folds[index] == fold {
                probabilities[index] = trainer.probabilities(examples[index])
            }
        }
    }

    /// The likeliest outcome.
    private func best(_ probabilities: [Float]) -> Int {
        var best = 0
        for index in probabilities.indices where probabilities[index] > probabilities[best] { best = index }
        return best
    }

    /// Scores of the corpora's pairs, each from the weights of the other folds.
    func pairLines() -> [String] {
        let none = lanes.outcomeCount - 1
        var order: [String] = []
        var pairs: [String: [(outcome: Int, label: Int)]] = [:]
        for (index, example) in examples.enumerated() where example.weight > 0 {
            if pairs[example.corpus] == nil { order.append(example.corpus) }
            pairs[example.corpus, default: []].append((best(probabilities[index]), example.outcome))
        }
        return order.map { name in
            "\(name): \(PairScore.line(pairs[name] ?? [], none: none))"
        }
    }

    // MARK: Confidences

    mutating func calibrated() -> ScorerCalibration {
        var values = ScorerCalibration.neutral
        for language in [Language.french, .english] {
            calibratePlain(language, &values)
            calibrateFrames(language, &values)
            calibratePairs(language, &values)
        }
        guard let calibration = ScorerCalibration(values, lanes: lanes) else {
            preconditionFailure("the number of values is that of the neutral ones")
        }
        return calibration
    }

    private func lane(_ outcome: Int) -> Int? { lanes.outcome(outcome).flatMap { lanes.lane(of: $0.relation) } }

    private mutating func note(
        _ title: String, _ samples: [JudgedInputs], _ start: [Float]
    ) -> (values: [Float], confidences: [Float]) {
        let confidences = LogisticFit.crossFitted(samples, start: start, folds: Self.foldCount)
        calibrationLines.append(title)
        calibrationLines += ConfidenceTable(samples: zip(confidences, samples).map { ($0, $1.isRight) }).lines
        return (LogisticFit.fit(samples, start: start), confidences)
    }

    private mutating func calibratePlain(_ language: Language, _ values: inout [Float]) {
        var samples: [JudgedInputs] = []
        for (index, example) in examples.enumerated()
        where example.corpus.hasPrefix("core.train") && example.language == language {
            let outcome = best(probabilities[index])
            guard let lane = lane(outcome) else { continue }
            samples.append(
                JudgedInputs(
                    inputs: [ScorerCalibration.logit(probabilities[index][outcome]), 1], lane: lane,
                    isRight: outcome == example.outcome, fold: folds[index], language: language))
        }
        let fitted = note("\(language.code): relation between two given mentions", samples, [1, 0]).values
        let place = ScorerCalibration.place(.plain, language)
        for (index, value) in fitted.enumerated() { values[place + index] = value }
    }

    private mutating func calibrateFrames(_ language: Language, _ values: inout [Float]) {
        var samples: [JudgedInputs] = []
        for (article, range) in articles {
            let byCandidate = byCandidate(range)
            let fold = range.first.map { folds[$0] } ?? 0
            for (index, candidate) in article.candidates.enumerated() where candidate.language == language {
                for frame in candidate.frames where frame.holds {
                    guard let isRight = article.isRight(candidate, frame.outcome, lanes), let lane = lane(frame.outcome)
                    else { continue }
                    samples.append(
                        JudgedInputs(
                            inputs: ScorerCalibration.inputs(frame, byCandidate[index].map { probabilities[$0] }),
                            lane: lane, isRight: isRight, fold: fold, language: language))
                }
            }
        }
        var start = [Float](repeating: 0, count: ScorerCalibration.frameInputs)
        start[1] = 0.5
        start[2] = 0.5
        let (fitted, confidences) = note("\(language.code): what frames find", samples, start)
        let place = ScorerCalibration.place(.frame, language)
        for (index, value) in fitted.enumerated() { values[place + index] = value }
        let weights = fitted.prefix(start.count).map { String(format: "%.2f", $0) }.joined(separator: " ")
        calibrationLines.append("  weights \(weights)")
        chooseThresholds(samples, confidences, place: ScorerCalibration.place(.threshold, language), none: 0.5, &values)
    }

    private mutating func calibratePairs(_ language: Language, _ values: inout [Float]) {
        var samples: [JudgedInputs] = []
        for (article, range) in articles {
            let byCandidate = byCandidate(range)
            for (index, candidate) in article.candidates.enumerated() where candidate.language == language {
                guard let pair = candidate.pair, let example = byCandidate[index],
                    let outcome = pair.best(probabilities[example]), let lane = lane(outcome),
                    probabilities[example][outcome] > 0.1,
                    !candidate.frames.contains(where: { $0.outcome == outcome }),
                    let isRight = article.isRight(candidate, outcome, lanes)
                else { continue }
                samples.append(
                    JudgedInputs(
                        inputs: ScorerCalibration.inputs(
                            pair, outcome: outcome, lane: lane, probabilities[example]),
                        lane: lane, isRight: isRight, fold: folds[example], language: language))
            }
        }
        var start = [Float](repeating: 0, count: ScorerCalibration.pairInputs)
        start[1] = 1
        let (fitted, confidences) = note("\(language.code): what no frame finds", samples, start)
        let place = ScorerCalibration.place(.pair, language)
        for (index, value) in fitted.enumerated() { values[place + index] = value }
        chooseThresholds(samples, confidences, place: ScorerCalibration.place(.proposal, language), none: 2, &values)
    }

    /// The example of each candidate that has one.
    private func byCandidate(_ range: Range<Int>) -> [Int: Int] {
        var out: [Int: Int] = [:]
        for index in range { if let candidate = examples[index].candidate { out[candidate] = index } }
        return out
    }

    /// The lowest confidence of each relation from which on precision is as wanted; few samples lean on all relations.
    private mutating func chooseThresholds(
        _ samples: [JudgedInputs], _ confidences: [Float], place: Int, none: Float, _ values: inout [Float]
    ) {
        let all = ConfidenceTable(samples: zip(confidences, samples).map { ($0, $1.isRight) })
        let common = all.threshold(precision: precision, prior: precision)
        for lane in 0..<lanes.none {
            let own = ConfidenceTable(
                samples: zip(confidences, samples).filter { $0.1.lane == lane }.map { ($0, $1.isRight) })
            let prior = common.map { all.precision(from: $0).share } ?? 0
            let chosen = own.threshold(precision: precision, prior: prior) ?? (own.samples.count < 5 ? common : 1.01)
            let threshold = min(chosen ?? none, none == 2 ? 2 : 0.95)
            values[place + lane] = threshold
            guard own.samples.count > 0 else { continue }
            let from = own.precision(from: threshold)
            let name = (lanes.directed + lanes.symmetric)[lane]
            calibrationLines.append(
                String(
                    format: "  %@ from %.3f: %d of %d right (%.3f); of all %d of %d", name.text, threshold, from.right,
                    from.count, from.share, own.samples.count { $0.isRight }, own.samples.count))
        }
    }
}
