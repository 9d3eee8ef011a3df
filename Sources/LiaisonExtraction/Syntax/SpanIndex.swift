/// Where the names or the values of a text begin and end in one sentence.
struct SpanIndex {
    private let range: Range<Int>
    /// By token of the sentence: one more than the number of the span that begins there, or 0.
    private var starts: [UInt32]
    /// By token of the sentence: whether a span ends with it.
    private var lasts: [Bool]

    /// - Parameters:
    ///   - spans: in order, without overlap.
    ///   - tokens: the tokens of a span.
    init<Span>(_ spans: [Span], of tokens: (Span) -> Range<Int>, in range: Range<Int>) {
        self.range = range
        starts = Array(repeating: 0, count: range.count)
        lasts = Array(repeating: false, count: range.count)
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if tokens(spans[middle]).lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < spans.count {
            let span = tokens(spans[low])
            guard span.lowerBound < range.upperBound else { break }
            if span.upperBound <= range.upperBound {
                starts[span.lowerBound - range.lowerBound] = UInt32(low + 1)
                if span.upperBound > range.lowerBound { lasts[span.upperBound - 1 - range.lowerBound] = true }
            }
            low += 1
        }
    }

    /// The number of the span that begins at a token, nil where none does.
    subscript(token: Int) -> Int? {
        guard range.contains(token) else { return nil }
        let number = Int(starts[token - range.lowerBound])
        return number == 0 ? nil : number - 1
    }

    /// Whether a span ends before a token.
    func ends(_ token: Int) -> Bool {
        range.contains(token - 1) && lasts[token - 1 - range.lowerBound]
    }
}
