internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Writes what pronouns, possessives and descriptions of articles were weighed for, as JSON Lines: an article, then its questions.
struct ShowAntecedents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "antecedents", abstract: "Write what words that take up others were weighed for.")

    @Argument(help: "Gold files of articles.")
    var gold: [String] = []

    func run() throws {
        let extractor = try Extractor(schemas: try SchemaSet.embedded(), scorer: nil)
        let reader = GoldReader(vocabulary: extractor.vocabulary)
        for file in gold {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            for gold in try reader.articles(bytes, file: file, id: file) {
                guard let article = gold.article else { continue }
                let (text, questions) = extractor.antecedents(of: article)
                try write([
                    "article": article.id ?? "", "text": String(decoding: text.bytes, as: UTF8.self),
                    "sentences": text.sentences.map { sentence in
                        [
                            Int(text.tokens[sentence.tokens.lowerBound].start),
                            Int(text.tokens[sentence.tokens.upperBound - 1].end),
                        ]
                    },
                ])
                for question in questions {
                    var line: [String: Any] = [
                        "mention": question.mention,
                        "span": [
                            Int(text.tokens[question.tokens.lowerBound].start),
                            Int(text.tokens[question.tokens.upperBound - 1].end),
                        ],
                        "candidates": question.candidates.map { candidate in
                            [
                                "name": candidate.entity.name, "kind": candidate.entity.kind.rawValue,
                                "values": Dictionary(
                                    uniqueKeysWithValues: zip(AntecedentLog.features, candidate.values).filter {
                                        $0.1 != 0
                                    }),
                            ] as [String: Any]
                        },
                    ]
                    line["role"] = question.role
                    line["chosen"] = question.chosen?.name
                    try write(line)
                }
            }
        }
    }

    private func write(_ object: [String: Any]) throws {
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        print(String(decoding: data, as: UTF8.self))
    }
}
