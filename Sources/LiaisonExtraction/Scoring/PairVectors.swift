internal import LiaisonLanguage

/// What the words of stretches of a sentence are like: means of their vectors, each of length one. The two mentions count
/// here, because what Hulu or Bluetooth is decides what can be said of it; single companies are not told apart by fifty
/// numbers a word.
package enum PairVectors {
    /// Stretches: before the first, after it, between the two, before the second, after it, the sentence, each mention and
    /// its last word.
    static let stretches = 10
    /// Numbers of a pair.
    package static let width = stretches * ScorerVectors.width

    /// Writes the numbers of a pair; `a` begins before `b`.
    static func write(
        _ a: Range<Int>, _ b: Range<Int>, _ document: ScorerDocument, _ vectors: ScorerVectors,
        into values: inout [Float]
    ) {
        let sentences = document.text.sentences
        let (low, high) = (document.sentence(of: a.lowerBound), document.sentence(of: b.lowerBound))
        for index in values.indices { values[index] = 0 }
        guard values.count == width, low < sentences.count, high < sentences.count, low <= high else { return }
        let begin = max(sentences[low].tokens.lowerBound, a.lowerBound - PairFeatures.reach)
        let end = min(sentences[high].tokens.upperBound, b.upperBound + PairFeatures.reach)
        let tokens = document.tokens
        values.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            func fill(_ stretch: Int, _ from: Int, _ to: Int, isPlain: Bool = false) {
                guard from < to else { return }
                let sum = base + stretch * ScorerVectors.width
                for token in from..<to where isPlain || !a.contains(token) && !b.contains(token) {
                    vectors.add(tokens[token].vector, isPlain: isPlain, to: sum)
                }
                var square: Float = 0
                for part in 0..<ScorerVectors.width { square += sum[part] * sum[part] }
                guard square > 0 else { return }
                let unit = 1 / square.squareRoot()
                for part in 0..<ScorerVectors.width { sum[part] *= unit }
            }
            fill(0, max(begin, a.lowerBound - 4), a.lowerBound)
            fill(1, a.upperBound, min(b.lowerBound, a.upperBound + 3))
            fill(2, a.upperBound, min(b.lowerBound, a.upperBound + 4 * PairFeatures.reach))
            fill(3, max(a.upperBound, b.lowerBound - 3), b.lowerBound)
            fill(4, b.upperBound, min(end, b.upperBound + 4))
            fill(5, begin, min(end, begin + 6 * PairFeatures.reach))
            fill(6, a.lowerBound, min(a.upperBound, a.lowerBound + 8), isPlain: true)
            fill(7, b.lowerBound, min(b.upperBound, b.lowerBound + 8), isPlain: true)
            fill(8, a.upperBound - 1, a.upperBound, isPlain: true)
            fill(9, b.upperBound - 1, b.upperBound, isPlain: true)
        }
    }
}
