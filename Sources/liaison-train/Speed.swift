internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Measures how fast texts are annotated on one core, and how soon the models are ready.
struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", abstract: "Measure annotation, with tags and names, on one core.")

    @Argument(help: "JSON Lines files with \"text\" and perhaps \"language\".")
    var files: [String]

    @Option(help: "How often; the median counts.")
    var times: Int = 5

    func run() throws {
        var starts: [Double] = []
        for _ in 0..<times {
            let before = Self.userTime()
            _ = try Analyzer(schemas: .embedded())
            starts.append(Self.userTime() - before)
        }
        print("ready after \(median(starts) * 1000) ms of processor time")
        let analyzer = try Analyzer(schemas: .embedded())
        for file in files {
            let articles = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
                let object = try JSONValue(parsing: Array(line.utf8))
                return Article(language: object["language"]?.string, text: object["text"]?.string ?? "")
            }
            let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
            var workspace = AnalyzerWorkspace()
            var text = AnnotatedText()
            var all: [Double] = [], cut: [Double] = []
            var names = 0
            for _ in 0..<times {
                names = 0
                let before = Self.userTime()
                for article in articles {
                    analyzer.annotate(article, into: &text, workspace: &workspace)
                    names += text.names.count
                }
                all.append(Self.userTime() - before)
                let middle = Self.userTime()
                for article in articles { analyzer.text.annotate(article, words: analyzer.words, into: &text) }
                cut.append(Self.userTime() - middle)
            }
            func rate(_ times: [Double]) -> Double { Double(bytes) / 1e6 / median(times) }
            print(
                "\(file): \(bytes) bytes, \(names) names, \(rate(all)) MB/s with tags and names, \(rate(cut)) MB/s tokens and values"
            )
        }
    }

    /// Processor time of this program, in seconds.
    static func userTime() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
