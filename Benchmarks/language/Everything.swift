internal import Foundation
internal import LiaisonData
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Annotation with tags and names: when it is ready, how fast it is on one core, and the most memory it had. Processor
/// time, medians.
struct Everything {
    private static let runs = 5

    func run(_ files: [String]) throws {
        var starts: [Double] = []
        // The first start reads the models' pages; what a program waits for is that one.
        let before = Self.processorTime()
        let analyzer = try Analyzer(schemas: .embedded())
        let first = Self.processorTime() - before
        for _ in 0..<Self.runs {
            let before = Self.processorTime()
            _ = try Analyzer(schemas: .embedded())
            starts.append(Self.processorTime() - before)
        }
        print(
            "ready after \(Self.show(first * 1000)) ms the first time, \(Self.show(Self.median(starts) * 1000)) ms again"
        )
        print("memory when ready: \(Self.peakMegabytes()) MB at most")
        for file in files {
            let articles = try LanguageBench.articles(file).map(\.article)
            let bytes = articles.reduce(0) { $0 + $1.text.utf8.count + ($1.title?.utf8.count ?? 0) }
            var text = AnnotatedText()
            var workspace = AnalyzerWorkspace()
            var seconds: [Double] = []
            var names = 0
            for _ in 0..<Self.runs {
                names = 0
                let before = Self.processorTime()
                for article in articles {
                    analyzer.annotate(article, into: &text, workspace: &workspace)
                    names += text.names.count
                }
                seconds.append(Self.processorTime() - before)
            }
            print(
                "\(file.split(separator: "/").last ?? ""): \(Self.show(Double(bytes) / 1e6 / Self.median(seconds))) MB/s "
                    + "with tags and names, \(bytes) bytes, \(names) names")
        }
        print("memory at the end: \(Self.peakMegabytes()) MB at most, files included")
    }

    private static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func show(_ value: Double) -> String { String(format: "%.1f", value) }

    /// The most memory that the program has had.
    private static func peakMegabytes() -> Int {
        var usage = rusage()
        // Kilobytes on Linux, bytes on macOS.
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Int(usage.ru_maxrss) / 1000
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Int(usage.ru_maxrss) / 1_000_000
        #endif
    }
}
