internal import ArgumentParser
internal import Foundation
internal import LiaisonLanguage

/// Counts how words are used: `habits.en.bin` and `habits.fr.bin`.
struct TrainHabits: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "habits", abstract: "Count how the words of each language are used.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    func run() throws {
        let source = TrainingData(folder: data)
        for language in ["en", "fr"] {
            var counter = HabitCounter()
            counter.addClusters(
                try String(contentsOfFile: models + "/source/clusters.\(language).tsv", encoding: .utf8))
            counter.add(try Treebanks.training(language, source))
            let plain =
                language == "en"
                ? ["text/wikipedia.en.jsonl", "relations/core.train.en.jsonl"]
                : ["text/fiches.fr.jsonl", "relations/core.train.fr.jsonl"]
            for name in plain { for text in try source.texts(name) { counter.addPlain(text) } }
            let bytes = counter.encoded()
            try ModelFolder(path: models).write(bytes, "habits.\(language).bin")
            print("habits.\(language).bin: \(bytes.count) bytes")
        }
    }
}

/// Which treebanks teach what.
enum Treebanks {
    static func training(_ language: String, _ data: TrainingData) throws -> [TreebankSentence] {
        if language == "en" {
            return try Treebank.read(data.path("syntax/en_ewt.train.conllu"), joinsContractions: false)
        }
        return try Treebank.read(data.path("syntax/fr_sequoia.train.conllu"), joinsContractions: true)
            + Treebank.read(data.path("syntax/fr_gsd.dev.conllu"), joinsContractions: true)
    }

    static func development(_ language: String, _ data: TrainingData) throws -> [TreebankSentence] {
        try Treebank.read(
            data.path(language == "en" ? "syntax/en_ewt.dev.conllu" : "syntax/fr_sequoia.dev.conllu"),
            joinsContractions: language == "fr")
    }
}
