internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Fits `scorer.bin`.
struct TrainScorer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorer", abstract: "Fit the scorer of relations, and calibrate it by cross-validation.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Option(help: "Bits of the row number.")
    var bits: Int = 16

    @Option(help: "Rounds over the data.")
    var rounds: Int = 12

    @Option(help: "How many times all is fitted in other orders, for the mean.")
    var runs: Int = 3

    @Option(help: "Step size.")
    var rate: Float = 0.3

    @Option(help: "Share of features dropped.")
    var dropout: Float = 0.2

    @Option(help: "Share of a label given to all outcomes.")
    var smoothing: Float = 0.3

    @Option(help: "Weight of the articles' pairs.")
    var articleWeight: Float = 1

    @Option(help: "Weight of the other corpora.")
    var otherWeight: Float = 1

    @Option(help: "The precision that thresholds are chosen for, on the training articles.")
    var precision: Double = 0.9

    @Option(help: "The ridge of what word vectors say.")
    var ridge: Double = 12

    @Option(help: "What word vectors add at most.")
    var vectorScale: Float = 3

    @Option(help: "Weight of pairs that are not of CORE for what word vectors say.")
    var vectorOthers: Float = 0.1

    @Option(help: "Leave out features, separated by commas: measure only, and write no model.")
    var without: String?

    @Flag(help: "Leave out the articles: measure pairs only, and write no model.")
    var pairsOnly = false

    @Option(help: "A file for what confidences were fitted to, for experiments.")
    var samples: String?

    func run() throws {
        let schemas = try SchemaSet.embedded()
        let vectors = try VectorSource(models: models).bytes()
        let (extractor, lanes) = try Self.extractor(schemas, vectors)
        var corpora = ScorerCorpora(
            data: TrainingData(folder: data), extractor: extractor, lanes: lanes,
            terms: try EvaluationTerms(schemas: schemas, vocabulary: extractor.vocabulary))
        for name in (without ?? "").split(separator: ",") {
            let found = PairFeature.allCases.filter { "\($0)".hasPrefix(name) }
            if found.isEmpty { throw ValidationError("there is no feature \(name)") }
            corpora.without.formUnion(found)
        }
        var training = ScorerTraining(lanes: lanes, rowBits: bits)
        training.settings = ScorerTrainer.Settings(
            rounds: rounds, runs: runs, rate: rate, dropout: dropout, smoothing: smoothing, averageFrom: rounds / 3)
        training.precision = precision
        training.vectorSettings = VectorFit.Settings(ridge: ridge, scale: vectorScale, others: vectorOthers)
        for corpus in ScorerCorpora.all {
            var corpus = corpus
            if !corpus.name.hasPrefix("core") { corpus.weight *= otherWeight }
            if corpus.weight > 0 { training.examples += try corpora.pairs(corpus) }
        }
        if !pairsOnly {
            for article in try corpora.articles() {
                training.add(article, corpora.examples(article, weight: articleWeight))
            }
        }
        print("\(training.examples.count) examples")
        training.crossValidate()
        for line in training.pairLines() { print(line) }
        guard !pairsOnly else { return }
        let calibration = training.calibrated()
        for line in training.calibrationLines { print(line) }
        if let samples {
            try training.sampleLines.joined(separator: "\n").write(toFile: samples, atomically: true, encoding: .utf8)
        }
        guard without == nil else { return }
        let bytes = training.fit(calibration, vectors: vectors)
        try ModelFolder(path: models).write(bytes, "scorer.bin")
        print("scorer.bin: \(bytes.count) bytes")
    }

    /// An extractor whose scorer has word vectors and no weights yet.
    private static func extractor(_ schemas: SchemaSet, _ vectors: [UInt8]) throws -> (Extractor, ScorerLanes) {
        guard let lanes = ScorerLanes(vocabulary: try Vocabulary(schemas: schemas)),
            let calibration = ScorerCalibration(ScorerCalibration.neutral, lanes: lanes)
        else { throw ValidationError("there are more relations than lanes") }
        let bits = 4
        let bytes = ScorerModel.encoded(
            lanes: lanes, rowBits: bits, scale: 1, calibration: calibration,
            rows: Array(repeating: 0, count: ScorerLanes.width << bits), vectors: vectors, weights: [])
        guard let model = ScorerModel(ModelData(keeping: bytes)) else {
            throw ValidationError("the word vectors are damaged")
        }
        return (try Extractor(schemas: schemas, scorer: model), lanes)
    }
}
