internal import LiaisonLanguage

/// Phrases of one or more words, each with a value, matched longest first over canonical word ids.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Edge: Hashable {
        var node: UInt32
        var word: WordID
    }

    private var edges: [Edge: UInt32] = [:]
    private var values: [Value?] = [nil]

    /// Adds a phrase; of two values for one phrase the later counts.
    mutating func add(_ phrase: [WordID], _ value: Value) {
        guard !phrase.isEmpty else { return }
        var node: UInt32 = 0
        for word in phrase {
            let edge = Edge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                values.append(nil)
                node = UInt32(values.count - 1)
                edges[edge] = node
            }
        }
        values[Int(node)] = value
    }

    /// The value of exactly this phrase.
    func value(of phrase: [WordID]) -> Value? {
        var node: UInt32 = 0
        for word in phrase {
            guard let next = edges[Edge(node: node, word: word)] else { return nil }
            node = next
        }
        return values[Int(node)]
    }

    /// The longest phrase that begins at an index of `words`, and how many words it takes.
    func longest(in words: ArraySlice<WordID>) -> (value: Value, length: Int)? {
        var node: UInt32 = 0
        var best: (Value, Int)?
        var length = 0
        for word in words {
            guard let next = edges[Edge(node: node, word: word)] else { break }
            node = next
            length += 1
            if let value = values[Int(node)] { best = (value, length) }
        }
        return best
    }
}
