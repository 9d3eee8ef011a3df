internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Measures the text layers of `LiaisonLanguage` on labelled files, and shows what they make of an article.
@main
enum LanguageBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let command = arguments.first else { return usage() }
        let files = Array(arguments.dropFirst())
        var words = WordTable()
        let clock = ContinuousClock()
        var loaded: TextAnalyzer?
        let loading = try clock.measure {
            loaded = try TextAnalyzer(schemas: SchemaSet.embedded(), words: &words)
        }
        guard let analyzer = loaded else { return }
        switch command {
        case "show": try Show(analyzer: analyzer, words: words).run(files)
        case "sentences": try SentenceScore(analyzer: analyzer, words: words).run(files)
        case "values": try ValueScore(analyzer: analyzer, words: words).run(files)
        case "languages": try LanguageScore(analyzer: analyzer, words: words).run(files)
        case "hostile": HostileGrowth(analyzer: try Analyzer(schemas: .embedded())).run(files)
        case "everything": try Everything().run(files)
        case "speed":
            print("ready after \(loading)")
            try Speed(analyzer: analyzer, words: words).run(files)
        default: usage()
        }
    }

    static func usage() {
        print(
            "usage: language-bench show|sentences|values|languages|speed|everything FILE… | hostile [BYTES [PATTERN]]")
    }

    /// The articles of JSON Lines or of one plain text file.
    static func articles(_ path: String) throws -> [(article: Article, json: JSONValue?)] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard path.hasSuffix(".jsonl") else {
            return [(Article(text: String(decoding: data, as: UTF8.self)), nil)]
        }
        return try data.split(separator: 0x0A).map { line in
            let json = try JSONValue(parsing: Array(line))
            return (try Article(json: json), json)
        }
    }
}
