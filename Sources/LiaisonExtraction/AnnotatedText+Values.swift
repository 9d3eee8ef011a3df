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

    /// The value that ends where some words end.
    func valueEnding(_ tokens: Range<Int>) -> Int? {
        let values = values(in: tokens)
        return values.indices.first { values[$0].tokens.upperBound == tokens.upperBound }
    }

    /// Whether a group is a date.
    func isDate(_ group: NounGroup) -> Bool {
        guard let value = group.value, case .date = values[value].value else { return false }
        return true
    }

    /// Whether a group is a date or a length of time.
    func isTime(_ group: NounGroup) -> Bool {
        group.value.map { values[$0].value.isTime } ?? false
    }
}

extension Value {
    /// A date or a length of time.
    var isTime: Bool {
        switch self {
        case .date, .duration: true
        default: false
        }
    }

    /// A sum or a share.
    var isAmount: Bool {
        switch self {
        case .money, .percent: true
        default: false
        }
    }
}
