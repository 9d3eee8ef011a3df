internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Measures the models inside the program.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure the taggers and the name recogniser that the program ships.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "A file for what was missed on the development articles.")
    var misses: String?

    @Option(
        help: "Hide these groups of features, separated by commas: how much the models lean on them.",
        transform: ViewGroups.listed)
    var without: ViewGroups = []

    func run() throws {
        let source = TrainingData(folder: data)
        for (language, models) in [("en", Models.linked.english), ("fr", Models.linked.french)] {
            guard let habits = models.habits, let tagger = models.tagger else { continue }
            let score = TaggerTraining(habits: habits, hidden: without).accuracy(
                try Treebanks.development(language, source), tagger)
            print("tags \(language): accuracy \(Double(score.right) / Double(score.all)) of \(score.all) words")
        }
        var analyzer = try Analyzer(schemas: .embedded())
        analyzer.reader.hidden = without
        var lines: [String] = []
        for language in ["en", "fr"] {
            var score = NameScore()
            try NameEvaluation.articles(
                NameCorpora(data: source).articles("development.\(language)"), analyzer, &score)
            print("names development.\(language): \(score.summary)")
            lines += score.misses.map { language + " " + $0 }
        }
        if let misses { try lines.joined(separator: "\n").write(toFile: misses, atomically: true, encoding: .utf8) }
    }
}
