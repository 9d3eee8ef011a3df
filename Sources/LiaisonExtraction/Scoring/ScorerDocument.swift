internal import LiaisonLanguage
internal import LiaisonModel

/// A text made ready for scoring pairs of mentions in it.
struct ScorerDocument: Sendable {
    let text: AnnotatedText
    /// By token of the text.
    let tokens: [ScorerToken]
    /// By sentence, for those that were parsed.
    var graphs: [SentenceGraph?]
    var hits: [FrameHit] = []
    /// The name that each token belongs to, -1 for none.
    let names: [Int32]

    private let scorer: Scorer

    /// - Parameter sentences: Those whose words are read; nil for all.
    init(text: AnnotatedText, scorer: Scorer, sentences: Set<Int>? = nil) {
        self.text = text
        self.scorer = scorer
        var tokens: [ScorerToken] = []
        tokens.reserveCapacity(text.tokens.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            for (number, sentence) in text.sentences.enumerated() {
                if sentences?.contains(number) == false {
                    tokens.append(contentsOf: repeatElement(.unread, count: sentence.tokens.count))
                    continue
                }
                let words = scorer.words(text.language(of: sentence))
                for index in sentence.tokens { tokens.append(words.read(text.tokens[index], bytes)) }
            }
        }
        self.tokens = tokens
        graphs = Array(repeating: nil, count: text.sentences.count)
        var names = [Int32](repeating: -1, count: text.tokens.count)
        for (index, name) in text.names.enumerated() {
            for token in name.tokens { names[token] = Int32(index) }
        }
        self.names = names
    }

    /// The language that a token stands in.
    func language(of token: Int) -> Language {
        let index = sentence(of: token)
        return index < text.sentences.count ? text.language(of: text.sentences[index]) : .other
    }

    /// The vectors that the words of a language have.
    func vectors(_ language: Language) -> ScorerVectors? { scorer.words(language).vectors }

    /// The sentence of a token, found by bisection.
    func sentence(of token: Int) -> Int {
        var (low, high) = (0, text.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return min(low, max(0, text.sentences.count - 1))
    }
}
