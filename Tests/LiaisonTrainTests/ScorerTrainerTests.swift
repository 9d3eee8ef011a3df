import LiaisonExtraction
import LiaisonLanguage
import LiaisonModel
import Testing

@testable import liaison_train

struct ScorerTrainerTests {
    private func lanes() throws -> ScorerLanes {
        try #require(ScorerLanes(directed: ["acquires", "leads"], symmetric: ["rival-of"]))
    }

    /// Pairs whose one feature tells the outcome, each feature in the upper bits of its hash.
    private func examples(_ lanes: ScorerLanes, turned: Bool) -> [ScorerExample] {
        (0..<40).map { number in
            let isFirst = number % 2 == 0
            var example = ScorerExample(
                corpus: "c", id: "\(number)", groups: ["\(number)"], language: .english,
                outcome: lanes.outcome(of: isFirst ? "acquires" : "rival-of", isTurned: turned && isFirst), weight: 1)
            example.keys = [isFirst ? 0x1000_0000 : 0x8000_0000]
            example.readings = [turned ? 1 : 0]
            return example
        }
    }

    @Test func `training twice gives the same bytes`() throws {
        let lanes = try lanes()
        let calibration = try #require(ScorerCalibration(ScorerCalibration.neutral, lanes: lanes))
        let vectors = ScorerVectors.encoded(words: [(7, 255, [1, 2])], classes: [[3]])
        let models = (0..<2).map { _ in
            let trainer = ScorerTrainer(lanes: lanes, rowBits: 8)
            trainer.fit(examples(lanes, turned: false), ScorerTrainer.Settings())
            return trainer.model(
                calibration: calibration, vectors: vectors + vectors, weights: [])
        }
        #expect(models[0] == models[1])
        #expect(ScorerModel(ModelData(keeping: models[0]))?.lanes == lanes)
    }

    @Test func `what holds of the second mention is learned from the first`() throws {
        let lanes = try lanes()
        let trainer = ScorerTrainer(lanes: lanes, rowBits: 8)
        trainer.fit(examples(lanes, turned: false), ScorerTrainer.Settings())
        // The same features read from the other side point the other way.
        let turned = examples(lanes, turned: true)[0]
        let probabilities = trainer.probabilities(turned)
        #expect(probabilities[lanes.outcome(of: "acquires", isTurned: true)] > 0.5)
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-4)
    }

    @Test func `pairs that share a text are in one fold`() {
        func example(_ groups: [String]) -> ScorerExample {
            ScorerExample(corpus: "c", id: "", groups: groups, language: .french, outcome: 0, weight: 1)
        }
        let list = [example(["a", "x"]), example(["b", "x"]), example(["b", "y"]), example(["c", "y"])]
        let folds = ScorerFolds(list, count: 5)
        #expect(Set(list.map { folds.fold(of: $0) }).count == 1)
    }

    @Test func `confidences that say half and are right half of the time have no calibration error`() {
        let table = ConfidenceTable(samples: (0..<100).map { (0.5, $0 % 2 == 0) })
        #expect(table.expectedError < 1e-6)
        let sure = ConfidenceTable(samples: (0..<100).map { (0.9, $0 % 2 == 0) })
        #expect(abs(sure.expectedError - 0.4) < 1e-6)
    }

    @Test func `what words are like tells outcomes apart`() throws {
        let lanes = try lanes()
        let none = lanes.outcomeCount - 1
        let examples = (0..<40).map { number in
            var example = ScorerExample(
                corpus: "core", id: "\(number)", groups: ["\(number)"], language: .english,
                outcome: number % 2 == 0 ? 0 : none, weight: 1)
            example.vectors = (0..<PairVectors.width).map { $0 == number % 2 ? 1 : 0 }
            return example
        }
        let fit = VectorFit(
            examples, folds: examples.indices.map { $0 % 5 }, count: 5, outcomeCount: lanes.outcomeCount,
            settings: VectorFit.Settings())
        let weights = fit.weights(without: 3)
        let english = weights[ScorerModel.vectorWeights...]
        let (first, second) = (english.startIndex, english.startIndex + ScorerLanes.width)
        #expect(english[first] > 0.1)
        #expect(english[first + none] < -0.1)
        #expect(english[second + none] > 0.1)
        // There was nothing French to learn from.
        #expect(weights[..<ScorerModel.vectorWeights].allSatisfy { $0 == 0 })
    }

    @Test func `an opinion that misleads counts less than one that does not`() throws {
        let lanes = try lanes()
        func scores(_ outcome: Int) -> [Float] { (0..<lanes.outcomeCount).map { $0 == outcome ? 2 : 0 } }
        let samples = (0..<60).map { number in
            OpinionFit.Sample(
                words: scores(number % 3), vectors: scores((number + number / 3) % 3), outcome: number % 3)
        }
        let values = OpinionFit(outcomeCount: lanes.outcomeCount).fit(samples)
        let width = ScorerLanes.width
        for outcome in 0..<3 { #expect(values[outcome] > values[width + outcome]) }
        // Outcomes that nobody was seen to give stay as they were.
        #expect(values[4] == 1 && values[width + 4] == 1 && values[2 * width + 4] == 0)
    }

    @Test func `calibration without values for marked pairs adds the two opinions up`() throws {
        let lanes = try lanes()
        let values = ScorerCalibration.neutral
        let short = try #require(ScorerCalibration(Array(values[..<ScorerCalibration.markedOffset]), lanes: lanes))
        #expect(short == ScorerCalibration(values, lanes: lanes))
        #expect(short.marked([1, 2, 3], [4, 5, 6]) == [5, 7, 9])
        #expect(ScorerCalibration(Array(values.dropLast()), lanes: lanes) == nil)
    }

    @Test func `no relation is said only where it is plainly likelier`() {
        #expect(ScorerModel.choice([0.3, 0.1, 0.38, 0.22]) == 2)
        #expect(ScorerModel.choice([0.36, 0.1, 0.1, 0.44]) == 0)
        #expect(ScorerModel.choice([0.3, 0.1, 0.1, 0.5]) == 3)
    }

    @Test func `bytes that end too early are no word vectors`() {
        let bytes = ScorerVectors.encoded(words: [(7, 255, [1, 2]), (7, 255, [3]), (2, 9, [4])], classes: [[5]])
        #expect(ScorerVectors(ModelData(keeping: bytes), at: 0)?.end == bytes.count)
        #expect(ScorerVectors(ModelData(keeping: Array(bytes.dropLast(4))), at: 0) == nil)
    }
}
