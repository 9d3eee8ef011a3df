/// Cuts names of data files into words as the tokenizer cuts texts.
struct NameCutter {
    /// A word of a name, folded, with its look.
    struct Piece: Hashable {
        var word: String
        var shape: Token.Shape
    }

    /// Cuts names, all in one pass; a name that French and English cut differently has two cuts.
    static func cut(_ names: [String], analyzer: TextAnalyzer, words: WordTable) -> [[[Piece]]] {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for name in names {
            let start = bytes.count
            bytes.append(contentsOf: name.utf8)
            ranges.append(start..<bytes.count)
            bytes.append(0x0A)
        }
        var cuts = [[[Piece]]](repeating: [], count: names.count)
        bytes.withUnsafeBufferPointer { text in
            for language in [Language.french, .english] {
                var tokenizer = Tokenizer(
                    text: text, words: words, lexicon: analyzer.lexicon)
                var ends: [Int] = []
                for range in ranges {
                    tokenizer.tokenize(range, language: language)
                    ends.append(tokenizer.tokens.count)
                }
                var own: [String] = []
                tokenizer.workspace.ownWords.append(to: &own)
                var start = 0
                for (index, end) in ends.enumerated() {
                    let pieces = tokenizer.tokens[start..<end].map { token in
                        Piece(
                            word: token.word.index < words.count
                                ? words.text(of: token.word) : own[token.word.index - words.count],
                            shape: token.shape)
                    }
                    start = end
                    if !pieces.isEmpty && cuts[index].first != pieces { cuts[index].append(pieces) }
                }
            }
        }
        return cuts
    }
}
