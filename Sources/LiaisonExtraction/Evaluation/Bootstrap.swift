/// Confidence intervals by drawing documents again and again (Efron's bootstrap, percentile method), the same on every run.
///
/// Documents are drawn, not edges: what is said in one article is not independent.
struct Bootstrap {
    /// Fewer documents say nothing about others.
    static let minimum = 5
    private static let rounds = 1000

    /// The indices of the documents of each draw.
    private let draws: [[Int]]

    init(documents: Int) {
        var random = SplitMix64(state: 0x11A1_5017)
        draws =
            documents < Self.minimum
            ? []
            : (0..<Self.rounds).map { _ in (0..<documents).map { _ in Int.random(in: 0..<documents, using: &random) } }
    }

    /// The middle 95 % of precision, recall and F1 over the draws; nil with too few documents.
    /// - Parameter tallies: of each document.
    func intervals(_ tallies: [Tally]) -> (
        precision: ClosedRange<Double>, recall: ClosedRange<Double>, f1: ClosedRange<Double>
    )? {
        guard !draws.isEmpty else { return nil }
        let sums = draws.map { draw in
            var sum = Tally()
            for document in draw { sum += tallies[document] }
            return sum
        }
        return (middle(sums.map(\.precision)), middle(sums.map(\.recall)), middle(sums.map(\.f1)))
    }

    private func middle(_ values: [Double]) -> ClosedRange<Double> {
        let sorted = values.sorted()
        let tail = sorted.count / 40
        return sorted[tail]...sorted[sorted.count - 1 - tail]
    }
}

/// Steele, Lea and Flood's generator: small, and the same numbers on every machine.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
