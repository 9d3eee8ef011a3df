/// Names of data files cut into words as the tokenizer cuts texts, by its French and by its English rules.
struct NameCuts {
    /// Those of every name in French, then those in English of the names that may be cut otherwise in it.
    private let tokens: [Token]
    /// Where the tokens of each name are, and where those in English.
    private let french: [Range<Int>]
    private let english: [Range<Int>]
    /// The words that the table did not have, and their ids once they are added.
    private let ownWords: [String]
    private var added: [WordID?]
    private let knownCount: Int

    /// Cuts names, all in one pass.
    init(_ names: [LexiconReader.Spelling], analyzer: TextAnalyzer, words: WordTable) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(names.count)
        for name in names {
            let start = bytes.count
            bytes.append(contentsOf: name.text.utf8)
            ranges.append(start..<bytes.count)
            bytes.append(0x0A)
        }
        (tokens, french, english, ownWords) = bytes.withUnsafeBufferPointer { text in
            // Both languages share the words that the table does not have, so that equal words have equal ids.
            var tokenizer = Tokenizer(text: text, words: words, lexicon: analyzer.lexicon)
            func cut(_ range: Range<Int>, _ language: Language) -> Range<Int> {
                let start = tokenizer.tokens.count
                tokenizer.tokenize(range, language: language)
                return start..<tokenizer.tokens.count
            }
            let french = ranges.map { cut($0, .french) }
            var english = french
            for (index, range) in ranges.enumerated() {
                // Letters and spaces are cut at the spaces in any language.
                if text[range].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x20 }) { continue }
                english[index] = cut(range, .english)
            }
            var own: [String] = []
            tokenizer.workspace.ownWords.append(to: &own)
            return (tokenizer.tokens, french, english, own)
        }
        knownCount = words.count
        added = Array(repeating: nil, count: ownWords.count)
    }

    /// The ways in which a name is cut, two where French and English differ.
    func cuts(of name: Int) -> [ArraySlice<Token>] {
        let first = tokens[french[name]], second = tokens[english[name]]
        let areEqual =
            french[name] == english[name]
            || first.count == second.count
                && zip(first, second).allSatisfy { $0.word == $1.word && $0.shape == $1.shape }
        return areEqual ? (first.isEmpty ? [] : [first]) : [first, second].filter { !$0.isEmpty }
    }

    /// The id of a word of a cut in the table, to which it is added where it is new.
    mutating func id(of word: WordID, in words: inout WordTable) -> WordID {
        guard word.index >= knownCount else { return word }
        let own = word.index - knownCount
        if let id = added[own] { return id }
        let id = words.add(ownWords[own])
        added[own] = id
        return id
    }
}
