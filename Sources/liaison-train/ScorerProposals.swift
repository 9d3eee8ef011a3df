internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Measures what the scorer would add to what frames find.
struct ScorerProposals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorer-proposals",
        abstract: "List the statements that the scorer would add to those of frames, and whether each is right.")

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Option(help: "The least confidence of what is listed.")
    var least: Double = 0.15

    @Argument(help: "Gold files of articles.")
    var gold: [String]

    func run() throws {
        let schemas = try SchemaSet.embedded()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: models + "/scorer.bin")))
        guard let model = ScorerModel(ModelData(keeping: bytes)) else {
            throw ValidationError("scorer.bin is damaged; run \"liaison-train scorer\" first")
        }
        let extractor = try Extractor(schemas: schemas, scorer: model)
        let reader = GoldReader(vocabulary: extractor.vocabulary)
        let evaluator = Evaluator(
            terms: try EvaluationTerms(schemas: schemas, vocabulary: extractor.vocabulary),
            vocabulary: extractor.vocabulary, relations: extractor.vocabulary.relations.map(\.id))
        print("article\trelation\tconfidence\tboth named\tverdict\tsubject\tobject\tplace")
        var frames = (right: 0, said: 0, gold: 0)
        for file in gold {
            let list = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            for gold in try reader.articles(list, file: file, id: file) {
                guard let article = gold.article else { continue }
                let text = extractor.analyzer.annotate(article)
                let known = extractor.extract(article, from: text).statements
                let before = Self.counts(evaluator.score(gold, article: article, statements: known))
                frames = (frames.right + before.right, frames.said + before.said, frames.gold + before.gold)
                for statement in extractor.proposals(article, from: text, least: least)
                where statement.qualifiers.holds {
                    // What frames say of an edge counts before what the scorer says of it.
                    var last = statement
                    last.confidence = 0
                    let after = Self.counts(evaluator.score(gold, article: article, statements: known + [last]))
                    let verdict =
                        after.right > before.right ? "right" : after.said > before.said ? "wrong" : "nothing new"
                    let evidence = statement.evidence
                    print(
                        gold.id, statement.relation.text, statement.confidence, evidence.via.isEmpty, verdict,
                        statement.subject.key.text, statement.object.key.text,
                        "\(evidence.part.rawValue) \(evidence.range.start)", separator: "\t")
                }
            }
        }
        print("frames: \(frames.right) right of \(frames.said) said, \(frames.gold) in gold")
    }

    private static func counts(_ score: ArticleScore) -> (right: Int, said: Int, gold: Int) {
        score.tallies.values.reduce(into: (0, 0, 0)) {
            $0.0 += $1.right
            $0.1 += $1.said
            $0.2 += $1.gold
        }
    }
}
