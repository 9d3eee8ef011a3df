internal import ArgumentParser
internal import Foundation
internal import LiaisonLanguage

/// Fits `tags.en.bin` and `tags.fr.bin`.
struct TrainTagger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tagger", abstract: "Fit the part-of-speech taggers.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Option(help: "Languages, separated by commas.")
    var languages: String = "en,fr"

    @Option(help: "Rounds over the data.")
    var rounds: Int?

    @Option(help: "Step size.")
    var rate: Float?

    @Option(help: "Share of features dropped.")
    var dropout: Float?

    @Option(help: "Bits of the number of a bucket of four rows.")
    var bits: Int?

    @Option(help: "Round from which weights are averaged, from 0.")
    var average: Int?

    @Option(help: "Features that occur more seldom are not looked at.")
    var least: UInt32?

    @Option(
        help: "Hide these groups of features, separated by commas; nothing is written.", transform: ViewGroups.listed)
    var without: ViewGroups = []

    @Flag(help: "Hold out every tenth sentence, measure on those, and write no model.")
    var holdOut = false

    func run() throws {
        let source = TrainingData(folder: data)
        for language in languages.split(separator: ",").map(String.init) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: models + "/habits.\(language).bin"))
            guard let habits = WordHabits(ModelData(keeping: Array(bytes))) else {
                throw ValidationError("habits.\(language).bin is damaged; run \"liaison-train habits\" first")
            }
            // The English treebank is four times the size: more rows, and smaller steps.
            let isLarge = language == "en"
            var training = TaggerTraining(habits: habits, bucketBits: bits ?? (isLarge ? 16 : 15))
            training.settings = ChainTrainer.Settings(
                rounds: rounds ?? (isLarge ? 10 : 8), rate: rate ?? (isLarge ? 0.08 : 0.15),
                dropout: dropout ?? (isLarge ? 0.2 : 0.1), averageFrom: average ?? (isLarge ? 5 : 4))
            if let least { training.settings.leastCount = least }
            training.hidden = without
            let sentences = try Treebanks.training(language, source)
            let learned = holdOut ? sentences.indices.filter { $0 % 10 != 0 }.map { sentences[$0] } : sentences
            let model = training.fit(learned) { round, loss in
                print("\(language) round \(round): loss \(loss)")
            }
            if !holdOut && without.isEmpty { try ModelFolder(path: models).write(model, "tags.\(language).bin") }
            guard let chain = ChainModel(ModelData(keeping: model)) else { continue }
            let score = training.accuracy(
                holdOut
                    ? sentences.indices.filter { $0 % 10 == 0 }.map { sentences[$0] }
                    : try Treebanks.development(language, source), Tagger(habits: habits, model: chain))
            print(
                "tags.\(language).bin: \(model.count) bytes; accuracy \(Double(score.right) / Double(score.all)) of \(score.all) words"
            )
        }
    }
}
