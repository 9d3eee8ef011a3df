internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonSchemas

/// Writes the features of labelled pairs, for experiments.
struct DumpScorer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorer-features", abstract: "Write the features of labelled pairs as JSON Lines, for experiments.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The files of relations, separated by commas.")
    var files: String = "core.train.en,core.train.fr"

    @Option(help: "Only the first of each file.")
    var limit: Int?

    func run() throws {
        let extractor = try Extractor(schemas: .embedded())
        guard let lanes = ScorerLanes(vocabulary: extractor.vocabulary) else { return }
        let corpora = ScorerCorpora(data: TrainingData(folder: data), extractor: extractor, lanes: lanes)
        for name in files.split(separator: ",").map(String.init) {
            for example in try corpora.pairs(name, limit: limit) {
                let triples = zip(zip(example.keys, example.readings), example.features).map {
                    "[\($0.0.0),\($0.0.1),\($0.1)]"
                }
                print(
                    "{\"id\":\"\(example.id)\",\"corpus\":\"\(name)\",\"y\":\(example.outcome),\"f\":[\(triples.joined(separator: ","))]}"
                )
            }
        }
    }
}
