internal import LiaisonLanguage

/// Phrases of one or more words, each with a value, matched longest first over canonical word ids.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Edge: Hashable {
        var node: UInt32
        var word: WordID
    }

    /// The nodes of first words, where nearly every look-up ends.
    private var roots = WordMap<UInt32>()
    private var edges: [Edge: UInt32] = [:]
    private var values: [Value?] = [nil]

    /// Adds a phrase; of two values for one phrase the later counts.
    mutating func add(_ phrase: [WordID], _ value: Value) {
        guard !phrase.isEmpty else { return }
        var node: UInt32 = 0
        for word in phrase {
            if let next = next(node, word) {
                node = next
            } else {
                values.append(nil)
                let made = UInt32(values.count - 1)
                if node == 0 { roots[word] = made } else { edges[Edge(node: node, word: word)] = made }
                node = made
            }
        }
        values[Int(node)] = value
    }

    private func next(_ node: UInt32, _ word: WordID) -> UInt32? {
        node == 0 ? roots[word] : edges[Edge(node: node, word: word)]
    }

    /// The value of the phrase of one word.
    func value(of word: WordID) -> Value? {
        guard let node = roots[word] else { return nil }
        return values[Int(node)]
    }

    /// The longest phrase that begins at an index of `words`, and how many words it takes.
    func longest(in words: ArraySlice<WordID>) -> (value: Value, length: Int)? {
        longest(words.indices) { words[$0] }
    }

    /// The longest phrase that begins a range, and how many words it takes; `word` gives the word at an index.
    @inline(__always)
    func longest(_ range: Range<Int>, _ word: (Int) -> WordID) -> (value: Value, length: Int)? {
        guard let first = range.first, var node = roots[word(first)] else { return nil }
        var best = values[Int(node)].map { (value: $0, length: 1) }
        for index in range.dropFirst() {
            guard let next = edges[Edge(node: node, word: word(index))] else { break }
            node = next
            if let value = values[Int(node)] { best = (value, index - first + 1) }
        }
        return best
    }
}
