internal import LiaisonLanguage
internal import LiaisonModel

/// Prints paragraphs, sentences, tokens and values, one sentence a line.
struct Show {
    let analyzer: TextAnalyzer
    let words: WordTable

    func run(_ files: [String]) throws {
        var text = AnnotatedText()
        for file in files {
            for (article, _) in try LanguageBench.articles(file) {
                analyzer.annotate(article, words: words, into: &text)
                show(text)
            }
        }
    }

    private func show(_ text: AnnotatedText) {
        print("== \(text.published ?? "no date")")
        for sentence in text.sentences {
            let paragraph = text.paragraphs[sentence.paragraph]
            let tokens = sentence.tokens.map { text.text($0..<$0 + 1) }.joined(separator: "·")
            print("\(paragraph.language.code) \(paragraph.role): \(tokens)")
            for mention in text.values where sentence.tokens.contains(mention.tokens.lowerBound) {
                print("    \(text.text(mention.tokens)) → \(mention.value)")
            }
        }
    }
}
