internal import LiaisonLanguage

extension AnnotatedText {
    /// The sentence that a token stands in, found by bisection; nil for one between sentences.
    func sentence(of token: Int) -> Int? {
        // The last sentence that begins at or before it.
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sentences[low - 1].tokens.contains(token) else { return nil }
        return low - 1
    }
}
