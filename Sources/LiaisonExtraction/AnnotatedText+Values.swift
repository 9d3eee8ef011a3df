internal import LiaisonLanguage

extension AnnotatedText {
    /// The values that share a token with a range, found by bisection: a long article has many.
    func values(in range: Range<Int>) -> ArraySlice<ValueMention> {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle].tokens.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < values.count, values[end].tokens.lowerBound < range.upperBound { end += 1 }
        return values[low..<end]
    }
}
