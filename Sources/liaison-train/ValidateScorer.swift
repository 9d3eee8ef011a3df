internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Measures what `scorer.bin` does in extraction.
struct ValidateScorer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorer-validate", abstract: "Score extraction with the scorer and by frames alone.")

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Option(help: "A file of marked pairs, to measure what one of them costs.")
    var pairs: String?

    @Argument(help: "Gold files of articles.")
    var gold: [String] = []

    func run() throws {
        let schemas = try SchemaSet.embedded()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: models + "/scorer.bin")))
        guard let model = ScorerModel(ModelData(keeping: bytes)) else {
            throw ValidationError("scorer.bin is damaged; run \"liaison-train scorer\" first")
        }
        let extractor = try Extractor(schemas: schemas, scorer: model)
        let frames = try Extractor(schemas: schemas, scorer: nil)
        if let pairs { try printCost(pairs, extractor, model) }
        let terms = try EvaluationTerms(schemas: schemas, vocabulary: extractor.vocabulary)
        let reader = GoldReader(vocabulary: extractor.vocabulary)
        let groups =
            [("all", extractor.vocabulary.relations.map(\.id))] + terms.groups.map { ($0.name, $0.relations) }
        for file in gold {
            let articles = try reader.articles(
                Array(try Data(contentsOf: URL(fileURLWithPath: file))), file: file, id: file)
            for (name, relations) in groups {
                let evaluator = Evaluator(terms: terms, vocabulary: extractor.vocabulary, relations: relations)
                var scores = [PairScore](repeating: PairScore(), count: 4)
                for gold in articles {
                    guard let article = gold.article else { continue }
                    let text = extractor.analyzer.annotate(article)
                    let full = extractor.extractScored(article, from: text).statements
                    let lists = [
                        frames.extract(article, from: text).statements,
                        extractor.extract(article, from: text).statements,
                        full.filter { !$0.rule.hasSuffix(".scored") }, full,
                    ]
                    for (index, statements) in lists.enumerated() {
                        for tally in evaluator.score(gold, article: article, statements: statements).tallies.values {
                            scores[index].right += tally.right
                            scores[index].said += tally.said
                            scores[index].gold += tally.gold
                        }
                    }
                }
                for (title, score) in zip(
                    ["frames alone", "with confidences", "from thresholds on", "with what it adds"], scores)
                {
                    print(
                        String(
                            format: "%@ %@, %@: P %.3f R %.3f F1 %.3f  (%d right of %d said, %d in gold)", file, name,
                            title, score.precision, score.recall, score.f1, score.right, score.said, score.gold))
                }
            }
        }
    }

    /// Microseconds of processor time that features and weights of a pair take, after its text is annotated and parsed.
    private func printCost(_ file: String, _ extractor: Extractor, _ model: ScorerModel) throws {
        var readings: [PairReading] = []
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").prefix(1000) {
            let object = try JSONValue(parsing: Array(line.utf8))
            guard let text = object["text"]?.string, let subject = object["subject"], let other = object["object"]
            else {
                continue
            }
            let offsets = ByteOffsets(text)
            if let a = offsets.range(subject), let b = offsets.range(other),
                let reading = PairReading(
                    extractor: extractor, text: text, language: object["lang"]?.string, a: a, b: b)
            {
                readings.append(reading)
            }
        }
        var list = PairFeatureList()
        var times: [Double] = []
        var features = 0
        var sums = [Float](repeating: 0, count: ScorerLanes.width)
        for _ in 0..<7 {
            let before = Speed.userTime()
            features = 0
            for reading in readings {
                reading.write(into: &list)
                features += list.elements.count
                sums.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { model.add(list, to: base) } }
            }
            times.append(Speed.userTime() - before)
        }
        let median = times.sorted()[times.count / 2]
        print(
            String(
                format: "%.1f µs a pair, %d features a pair, median of %d runs over %d pairs",
                median / Double(max(1, readings.count)) * 1_000_000, features / max(1, readings.count), times.count,
                readings.count))
    }
}
