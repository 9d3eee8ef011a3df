internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Ten folds by document over the Wikipedia texts: organisations and persons, spans and types strict.
struct CrossValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cross-validate", abstract: "Measure names on Re-DocRED by folds of documents.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "How many folds.")
    var folds: Int = 10

    @Option(help: "How many of them to run.")
    var limit: Int = 10

    @Option(help: "A file for what was missed.")
    var misses: String?

    @Option(help: "Rounds over the data.")
    var rounds: Int = 7

    @Option(help: "Step size.")
    var rate: Float = 0.1

    @Option(help: "Share of features dropped.")
    var dropout: Float = 0.2

    @Option(help: "Bits of the number of a bucket of four rows.")
    var bits: Int = 15

    func run() throws {
        let corpora = NameCorpora(data: TrainingData(folder: data))
        var training = NameTraining(analyzer: try Analyzer(schemas: .embedded()))
        training.settings = ChainTrainer.Settings(
            rounds: rounds, rate: rate, dropout: dropout, averageFrom: rounds / 2)
        training.bucketBits = bits
        let documents = try corpora.redocred()
        var others = try corpora.columns(
            "wikigold.en.conllu", word: 1, label: 2, kinds: NameCorpora.wikigold, weight: 0.7)
        for domain in ["ai", "politics", "science"] {
            others += try corpora.columns(
                "crossner-\(domain).en.bio", word: 0, label: 1, kinds: NameCorpora.crossner, weight: 0.3)
        }
        let rest = training.examples(others) { $0 % 2 == 0 }
        var score = NameScore()
        var workspace = AnalyzerWorkspace()
        var text = AnnotatedText()
        let organisations: Set<EntityKind> = [.company, .fund, .government, .organisation]
        for fold in 0..<min(limit, folds) {
            let learned = documents.indices.filter { $0 % folds != fold }.map { documents[$0] }
            let model = training.fit(training.examples(learned) { $0 % 2 == 0 } + rest) { _, _ in }
            var analyzer = training.analyzer(with: model)
            // What is measured is the model: this lexicon has its own view of states as parties.
            analyzer.recognizer.usesLexicon = false
            for index in documents.indices where index % folds == fold {
                let document = NameDocument(documents[index], analyzer)
                analyzer.annotate(documents[index].article, into: &text, workspace: &workspace)
                for place in text.names.indices where organisations.contains(text.names[place].kind) {
                    text.names[place].kind = .company
                }
                score.add(document, text, counts: [.company, .person])
            }
            print("fold \(fold + 1): \(score.summary)")
        }
        if let misses {
            try score.misses.joined(separator: "\n").write(toFile: misses, atomically: true, encoding: .utf8)
        }
    }
}
