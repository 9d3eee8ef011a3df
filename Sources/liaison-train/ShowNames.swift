internal import ArgumentParser
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Prints texts with their names in brackets.
struct ShowNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the names found in lines of text.")

    @Option(help: "The language of the lines.")
    var language: String?

    func run() throws {
        let analyzer = try Analyzer(schemas: .embedded())
        var workspace = AnalyzerWorkspace()
        var text = AnnotatedText()
        while let line = readLine() {
            analyzer.annotate(Article(language: language, text: line), into: &text, workspace: &workspace)
            print(text.bracketed)
        }
    }
}

extension AnnotatedText {
    /// The text with each name in brackets, its kind and score after it.
    var bracketed: String {
        var result = ""
        var position = 0
        for name in names {
            guard let first = name.tokens.first, let last = name.tokens.last else { continue }
            let start = Int(tokens[first].start), end = Int(tokens[last].end)
            result += String(decoding: bytes[position..<start], as: UTF8.self)
            let mark = name.origin == .lexicon ? "L" : name.origin == .document ? "D" : "M"
            result += "[" + String(decoding: bytes[start..<end], as: UTF8.self)
            result += "]\(name.kind.rawValue)/\(mark)\(Int(name.score * 100))"
            position = end
        }
        return result + String(decoding: bytes[position...], as: UTF8.self)
    }
}
