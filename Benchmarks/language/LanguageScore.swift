internal import LiaisonLanguage
internal import LiaisonModel

/// Paragraph languages against those the files give, read without that hint.
struct LanguageScore {
    let analyzer: TextAnalyzer
    let words: WordTable

    func run(_ files: [String]) throws {
        for file in files {
            var counts: [String: Int] = [:]
            var text = AnnotatedText()
            for (article, _) in try LanguageBench.articles(file) {
                var blind = article
                blind.language = nil
                analyzer.annotate(blind, words: words, into: &text)
                for paragraph in text.paragraphs {
                    counts["\(article.language ?? "?") read as \(paragraph.language.code)", default: 0] += 1
                }
            }
            let line = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            print("\(file.split(separator: "/").last ?? ""): \(line)")
        }
    }
}
