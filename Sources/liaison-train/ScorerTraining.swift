internal import Foundation
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel

/// All that the scorer is fitted to: weights, then confidences on folds that the weights were not fitted to.
struct ScorerTraining {
    let lanes: ScorerLanes
    let rowBits: Int
    var settings = ScorerTrainer.Settings()
    var vectorSettings = VectorFit.Settings()
    var precision = 0.9
    var examples: [ScorerExample] = []
    private var articles: [(article: ScorerArticle, examples: Range<Int>)] = []
    private var folds: [Int] = []
    /// By example, from the weights of the other folds.
    private var probabilities: [[Float]] = []
    /// The same as the answer to a marked pair.
    private var answers: [[Float]] = []
    private var opinions: [Float] = []
    private var vectorFit: VectorFit?
    private(set) var calibrationLines: [String] = []
    /// Language, sort, lane, right or wrong, fold, inputs: what confidences are fitted to.
    private(set) var sampleLines: [String] = []
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
    /// - Parameter vectors: The bytes of the word vectors.
    func fit(_ calibration: ScorerCalibration, vectors: [UInt8]) -> [UInt8] {
        trainer(examples).model(
            calibration: calibration, vectors: vectors, weights: vectorFit?.weights(without: nil) ?? [])
    }

    mutating func crossValidate() {
        let grouping = ScorerFolds(examples, count: Self.foldCount)
        folds = examples.map { grouping.fold(of: $0) }
        probabilities = Array(repeating: [], count: examples.count)
        let vectorFit = VectorFit(
            examples, folds: folds, count: Self.foldCount, outcomeCount: lanes.outcomeCount, settings: vectorSettings)
        self.vectorFit = vectorFit
        var samples = [OpinionFit.Sample?](repeating: nil, count: examples.count)
        for fold in 0..<Self.foldCount {
            let trainer = trainer(examples.indices.filter { folds[$0] != fold }.map { examples[$0] })
            let vectors = vectorFit.weights(without: fold)
            for index in examples.indices where folds[index] == fold {
                let example = examples[index]
                let sample = OpinionFit.Sample(
                    words: trainer.scores(example), vectors: vectorFit.scores(example, vectors),
                    outcome: example.outcome)
                samples[index] = sample
                probabilities[index] = ScorerModel.probabilities(zip(sample.words, sample.vectors).map(+))
            }
        }
        weighOpinions(samples)
    }

    /// Weighs softmax and word vectors for CORE's pairs, whose relations are marked pairs as people ask for them.
    private mutating func weighOpinions(_ samples: [OpinionFit.Sample?]) {
        answers = probabilities
        let fit = OpinionFit(outcomeCount: lanes.outcomeCount)
        let core = examples.indices.filter { examples[$0].corpus.hasPrefix("core.train") }
        opinions = fit.fit(core.compactMap { samples[$0] })
        for fold in 0..<Self.foldCount {
            var values = ScorerCalibration.neutral
            values.replaceSubrange(
                ScorerCalibration.markedOffset...,
                with: fit.fit(core.filter { folds[$0] != fold }.compactMap { samples[$0] }))
            guard let calibration = ScorerCalibration(values, lanes: lanes) else { continue }
            for index in core where folds[index] == fold {
                guard let sample = samples[index] else { continue }
                answers[index] = ScorerModel.probabilities(calibration.marked(sample.words, sample.vectors))
            }
        }
    }

    /// The outcome that is said of a pair.
    private func best(_ probabilities: [Float]) -> Int { ScorerModel.choice(probabilities) }

    /// Scores of the corpora's pairs, each from the weights of the other folds.
    func pairLines() -> [String] {
        let none = lanes.outcomeCount - 1
        var order: [String] = []
        var pairs: [String: [(outcome: Int, label: Int)]] = [:]
        for (index, example) in examples.enumerated() where example.weight > 0 {
            if pairs[example.corpus] == nil { order.append(example.corpus) }
            pairs[example.corpus, default: []].append((best(answers[index]), example.outcome))
        }
        return order.map { name in
            "\(name): \(PairScore.line(pairs[name] ?? [], none: none))"
        }
    }

    // MARK: Confidences

    mutating func calibrated() -> ScorerCalibration {
        var values = ScorerCalibration.neutral
        values.replaceSubrange(ScorerCalibration.markedOffset..., with: opinions)
        for language in [Language.french, .english] {
            calibratePlain(language, &values)
            calibrateFrames(language, &values)
        }
        let proposed = calibratePairs(&values)
        calibrationLines.append("what no frame finds, both languages")
        let thresholds = thresholds(proposed.samples, proposed.confidences, otherwise: 2)
        for language in [Language.french, .english] {
            let place = ScorerCalibration.place(.proposal, language)
            for (lane, threshold) in thresholds.enumerated() { values[place + lane] = threshold }
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
        for sample in samples {
            let inputs = sample.inputs.map { String($0) }.joined(separator: " ")
            sampleLines.append(
                "\(sample.language.code): \(title)\t\(sample.lane)\t\(sample.isRight)\t\(sample.fold)\t"
                    + "\(sample.isMarked)\t\(inputs)")
        }
        let confidences = LogisticFit.crossFitted(samples, start: start, folds: Self.foldCount)
        for (language, isMarked) in [(Language.french, false), (.french, true), (.english, false), (.english, true)] {
            let judged = zip(confidences, samples).filter { $1.isMarked == isMarked && $1.language == language }
                .map { ($0, $1.isRight) }
            if judged.isEmpty { continue }
            calibrationLines.append("\(language.code): \(title)" + (isMarked ? ", between marked mentions" : ""))
            calibrationLines += ConfidenceTable(samples: judged).lines
        }
        return (LogisticFit.fit(samples, start: start), confidences)
    }

    private mutating func calibratePlain(_ language: Language, _ values: inout [Float]) {
        var samples: [JudgedInputs] = []
        for (index, example) in examples.enumerated()
        where example.corpus.hasPrefix("core.train") && example.language == language {
            let outcome = best(answers[index])
            guard let lane = lane(outcome) else { continue }
            samples.append(
                JudgedInputs(
                    inputs: [ScorerCalibration.logit(answers[index][outcome]), 1], lane: lane,
                    isRight: outcome == example.outcome, fold: folds[index], language: language))
        }
        let fitted = note("relation between two given mentions", samples, [1, 0]).values
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
        // The frames were written with the training articles at hand, which flatters them there: pairs that people marked
        // in other texts weigh as well. A find of another relation than the marked one may still be true, so these are
        // the other bound.
        let own = samples.count
        // Relations that people never marked in those texts cannot be judged there.
        let marked = Set(
            examples.filter { $0.corpus.hasPrefix("core.train") }.compactMap { lane($0.outcome) })
        for (index, example) in examples.enumerated()
        where example.corpus.hasPrefix("core.train") && example.language == language {
            for frame in example.frames where frame.holds {
                guard let lane = lane(frame.outcome), marked.contains(lane) else { continue }
                samples.append(
                    JudgedInputs(
                        inputs: ScorerCalibration.inputs(frame, probabilities[index]), lane: lane,
                        isRight: frame.outcome == example.outcome, fold: folds[index], language: language,
                        isMarked: true))
            }
        }
        let others = samples[own...]
        calibrationLines.append(
            "\(language.code): frames find \(own) in articles, \(samples[..<own].count { $0.isRight }) right; "
                + "\(others.count) between marked mentions, \(others.count { $0.isRight }) right")
        var start = [Float](repeating: 0, count: ScorerCalibration.frameInputs)
        start[1] = 0.5
        start[2] = 0.5
        let (fitted, confidences) = note("what frames find", samples, start)
        let place = ScorerCalibration.place(.frame, language)
        for (index, value) in fitted.enumerated() { values[place + index] = value }
        let weights = fitted.prefix(start.count).map { String(format: "%.2f", $0) }.joined(separator: " ")
        calibrationLines.append("  weights \(weights)")
        let thresholds = thresholds(samples, confidences, otherwise: 0.95)
        let first = ScorerCalibration.place(.threshold, language)
        for (lane, threshold) in thresholds.enumerated() { values[first + lane] = threshold }
    }

    /// What no frame finds is rare: the samples of both languages say how sure it is in each.
    private mutating func calibratePairs(
        _ values: inout [Float]
    ) -> (samples: [JudgedInputs], confidences: [Float]) {
        var samples: [JudgedInputs] = []
        for (article, range) in articles {
            let byCandidate = byCandidate(range)
            for (index, candidate) in article.candidates.enumerated() where candidate.language != .other {
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
                        lane: lane, isRight: isRight, fold: folds[example], language: candidate.language))
            }
        }
        var start = [Float](repeating: 0, count: ScorerCalibration.pairInputs)
        start[1] = 1
        let (fitted, confidences) = note("what no frame finds", samples, start)
        for language in [Language.french, .english] {
            let place = ScorerCalibration.place(.pair, language)
            for (index, value) in fitted.enumerated() { values[place + index] = value }
        }
        return (samples, confidences)
    }

    /// The example of each candidate that has one.
    private func byCandidate(_ range: Range<Int>) -> [Int: Int] {
        var out: [Int: Int] = [:]
        for index in range { if let candidate = examples[index].candidate { out[candidate] = index } }
        return out
    }

    /// The lowest confidence of each relation from which on precision is as wanted. A relation has few samples: twenty of
    /// all relations count as its own, so that only what is plainly surer or less sure than the others differs from them.
    private mutating func thresholds(
        _ samples: [JudgedInputs], _ confidences: [Float], otherwise: Float
    ) -> [Float] {
        func share(_ lane: Int?, from threshold: Float) -> (right: Double, count: Double) {
            var (right, count) = (0.0, 0.0)
            for (sample, confidence) in zip(samples, confidences)
            where confidence >= threshold && (lane == nil || sample.lane == lane) {
                count += Double(sample.weight)
                if sample.isRight { right += Double(sample.weight) }
            }
            return (right, count)
        }
        let steps = (5...95).map { Float($0) / 100 }
        let common = steps.map { share(nil, from: $0) }
        return (0..<ScorerLanes.half).map { lane in
            guard lane < lanes.none else { return otherwise }
            var chosen = otherwise
            for (step, threshold) in steps.enumerated() where common[step].count > 0 {
                let own = share(lane, from: threshold)
                let all = common[step].right / common[step].count
                if (own.right + 20 * all) / (own.count + 20) >= precision {
                    chosen = threshold
                    break
                }
            }
            let inArticles = zip(samples, confidences).filter { $0.0.lane == lane && !$0.0.isMarked }
            let said = inArticles.filter { $0.1 >= chosen }
            calibrationLines.append(
                String(
                    format: "  %@ from %.2f: in articles %d of %d right; of all %d of %d",
                    (lanes.directed + lanes.symmetric)[lane].text, chosen, said.count { $0.0.isRight }, said.count,
                    inArticles.count { $0.0.isRight }, inArticles.count))
            return chosen
        }
    }
}
