internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Megabytes a second on one core, by processor time: the median of several runs.
struct Speed {
    let analyzer: TextAnalyzer
    let words: WordTable

    func run(_ files: [String]) throws {
        for file in files {
            let articles = try LanguageBench.articles(file).map(\.article)
            let bytes = articles.reduce(0) { $0 + $1.text.utf8.count + ($1.title?.utf8.count ?? 0) }
            var text = AnnotatedText()
            var workspace = TextWorkspace()
            var rates: [Double] = []
            var cutRates: [Double] = []
            var counts = (tokens: 0, sentences: 0, values: 0)
            let repeats = max(1, 4_000_000 / max(1, bytes))
            for _ in 0..<9 {
                counts = (0, 0, 0)
                let start = clock()
                for _ in 0..<repeats {
                    for article in articles {
                        analyzer.annotate(article, words: words, into: &text, workspace: &workspace)
                        counts.tokens += text.tokens.count
                        counts.sentences += text.sentences.count
                        counts.values += text.values.count
                    }
                }
                let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
                rates.append(Double(bytes * repeats) / 1e6 / seconds)
                let cutStart = clock()
                for _ in 0..<repeats {
                    for article in articles {
                        analyzer.cut(article, words: words, into: &text, workspace: &workspace)
                    }
                }
                cutRates.append(Double(bytes * repeats) / 1e6 / (Double(clock() - cutStart) / Double(CLOCKS_PER_SEC)))
            }
            rates.sort()
            cutRates.sort()
            let cutRate = String(format: "%.1f", cutRates[cutRates.count / 2])
            let rate = String(format: "%.1f", rates[rates.count / 2])
            print(
                "\(file.split(separator: "/").last ?? ""): \(cutRate) MB/s tokens and sentences, \(rate) MB/s with values, "
                    + "\(counts.tokens / repeats) tokens, "
                    + "\(counts.sentences / repeats) sentences, \(counts.values / repeats) values")
        }
    }
}
