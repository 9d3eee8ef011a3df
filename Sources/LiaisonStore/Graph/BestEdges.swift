internal import Foundation

/// The best so many edges of a stream, in memory that does not grow with the stream.
///
/// Best are those that are well attested and lie between entities that are central themselves, so that what is left hangs
/// together: belief, times what further articles add, times the geometric mean of how strongly both ends are linked.
struct BestEdges<Key> {
    private let limit: Int
    private var kept: [(key: Key, weight: Double, number: Int)] = []
    private var number = 0

    init(limit: Int) {
        self.limit = max(limit, 0)
    }

    /// - Parameters:
    ///   - strengths: for both ends, the sum of the beliefs of their edges in view.
    mutating func insert(_ key: Key, belief: Double, articleCount: Int, strengths: (Double, Double)) {
        let attested = belief * (1 + log2(Double(max(articleCount, 1))))
        kept.append((key, attested * (strengths.0 * strengths.1).squareRoot(), number))
        number += 1
        if kept.count >= 2 * limit + 64 { cut() }
    }

    /// The edges that are left, in the order in which they came.
    mutating func keys() -> [Key] {
        cut()
        return kept.sorted { $0.number < $1.number }.map(\.key)
    }

    private mutating func cut() {
        // Of equals, the first that came stays.
        kept.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.number < $1.number }
        kept.removeLast(max(0, kept.count - limit))
    }
}
