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
    var rounds: Int = 10

    @Option(help: "Step size.")
    var rate: Float = 0.15

    @Option(help: "Share of features dropped.")
    var dropout: Float = 0.1

    @Option(help: "Bits of the row number.")
    var bits: Int = 17

    @Option(help: "Round from which weights are averaged, from 0.")
    var average: Int = 4

    func run() throws {
        let source = TrainingData(folder: data)
        for language in languages.split(separator: ",").map(String.init) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: models + "/habits.\(language).bin"))
            guard let habits = WordHabits(ModelData(keeping: Array(bytes))) else {
                throw ValidationError("habits.\(language).bin is damaged; run \"liaison-train habits\" first")
            }
            var training = TaggerTraining(habits: habits, rowBits: bits)
            training.settings = ChainTrainer.Settings(
                rounds: rounds, rate: rate, dropout: dropout, averageFrom: average)
            let model = training.fit(try Treebanks.training(language, source)) { round, loss in
                print("\(language) round \(round): loss \(loss)")
            }
            try ModelFolder(path: models).write(model, "tags.\(language).bin")
            guard let chain = ChainModel(ModelData(keeping: model)) else { continue }
            let score = training.accuracy(try Treebanks.development(language, source), Tagger(habits: habits, model: chain))
            print("tags.\(language).bin: \(model.count) bytes; accuracy \(Double(score.right) / Double(score.all)) of \(score.all) words")
        }
    }
}
