internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Fits `names.bin`.
struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Fit the name recogniser of both languages.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Option(help: "Rounds over the data.")
    var rounds: Int = 8

    @Option(help: "Step size.")
    var rate: Float = 0.1

    @Option(help: "Share of features dropped.")
    var dropout: Float = 0.2

    @Option(help: "Bits of the number of a bucket of four rows.")
    var bits: Int = 15

    @Option(help: "Round from which weights are averaged, from 0.")
    var average: Int = 3

    @Option(help: "Copies of the articles with other names.")
    var copies: Int = 4

    @Option(help: "Weight of what is not an article.")
    var otherWeight: Float = 0.5

    @Option(help: "Weight of the places and persons that another recogniser saw.")
    var silver: Float = 0.15

    @Flag(inversion: .prefixedNo, help: "Label French translations by their English originals.")
    var projects: Bool = true

    @Option(help: "Hold out this part of the training articles, 1 to 3, measure on it, and write no model.")
    var holdOut: Int?

    @Option(
        help: "Hide these groups of features, separated by commas; nothing is written.", transform: ViewGroups.listed)
    var without: ViewGroups = []

    @Option(help: "A file for what was missed on the articles measured on.")
    var misses: String?

    func run() throws {
        let corpora = NameCorpora(data: TrainingData(folder: data))
        // The habits and taggers are those of the folder, whether the program was built with them or not.
        let folder = ModelFolder(path: models)
        var analyzer = try Analyzer(
            schemas: .embedded(),
            models: Models(french: try folder.language("fr"), english: try folder.language("en"), names: nil))
        analyzer.reader.hidden = without
        var training = NameTraining(analyzer: analyzer, bucketBits: bits)
        training.settings = ChainTrainer.Settings(
            rounds: rounds, rate: rate, dropout: dropout, averageFrom: average)
        var articles: [LabelledText] = []
        for language in ["en", "fr"] {
            for part in 1...3 where part != holdOut {
                articles += try corpora.articles("training.\(language).\(part)", weight: 1)
            }
        }
        var others = try corpora.redocred() + corpora.popcorn()
        others += try corpora.columns(
            "wikigold.en.conllu", word: 1, label: 2, kinds: NameCorpora.wikigold, weight: 0.5)
        for domain in ["ai", "politics", "science"] {
            others += try corpora.columns(
                "crossner-\(domain).en.bio", word: 0, label: 1, kinds: NameCorpora.crossner, weight: 0.3)
        }
        for (name, language) in [
            ("core.train.en", "en"), ("core.train.fr", "fr"), ("fire.train.en", "en"), ("knowledgenet.train.en", "en"),
        ] { others += try corpora.pairs(name, language: language, weight: 0.5) }
        for index in others.indices { others[index].weight *= otherWeight }
        var learnedElsewhere: [LabelledText] = []
        if silver > 0 {
            let list = try String(contentsOfFile: models + "/source/silver.fr.tsv", encoding: .utf8)
            learnedElsewhere = try corpora.silver(list, language: "fr", weight: silver)
        }
        // Each article is read with the lexicon and without, so that names of both sorts are learned.
        var examples = training.examples(articles) { _ in true }
        examples += training.examples(articles) { _ in false }
        examples += training.examples(others) { $0 % 2 == 0 }
        examples += training.examples(learnedElsewhere) { $0 % 2 == 0 }
        let swap = NameSwap(
            articles: articles, pairs: others.filter { $0.unmarked == .unknown },
            treebank: try Treebanks.training("en", corpora.data) + Treebanks.training("fr", corpora.data),
            lexicon: training.analyzer.lexicon)
        var random = RandomSource(seed: 5)
        for _ in 0..<copies {
            let swapped = articles.compactMap { swap.swapped($0, &random) }
            examples += training.examples(swapped) { _ in true }
        }
        if projects {
            // English is learned first; what it finds in English originals labels the French translations.
            var first = training
            first.settings.rounds = 4
            first.settings.averageFrom = 2
            let analyzer = training.analyzer(with: first.fit(examples) { _, _ in })
            examples += training.examples(
                try NameProjection(analyzer: analyzer).texts(corpora.data, weight: 0.5)
            ) { $0 % 2 == 0 }
        }
        print("\(examples.count) examples")
        let bytes = training.fit(examples) { print("round \($0): loss \($1)") }
        if holdOut == nil && without.isEmpty { try ModelFolder(path: models).write(bytes, "names.bin") }
        var lines: [String] = []
        for language in ["en", "fr"] {
            var score = NameScore()
            try NameEvaluation.articles(
                corpora.articles(holdOut.map { "training.\(language).\($0)" } ?? "development.\(language)"),
                training.analyzer(with: bytes), &score)
            print("\(holdOut.map { "training.\(language).\($0)" } ?? "development.\(language)"): \(score.summary)")
            lines += score.misses.map { language + " " + $0 }
        }
        if let misses { try lines.joined(separator: "\n").write(toFile: misses, atomically: true, encoding: .utf8) }
    }
}

/// Measures names on labelled texts.
enum NameEvaluation {
    static let articleKinds: Set<EntityKind> = [.company, .fund, .government, .organisation, .person, .product]

    static func articles(_ labelled: [LabelledText], _ analyzer: Analyzer, _ score: inout NameScore) throws {
        var workspace = AnalyzerWorkspace()
        var text = AnnotatedText()
        for source in labelled {
            let document = NameDocument(source, analyzer)
            analyzer.annotate(source.article, into: &text, workspace: &workspace)
            score.add(document, text, counts: articleKinds)
        }
    }
}
