internal import Foundation
internal import LiaisonExtraction

/// Scores of outcomes against gold, as `score_pairs.py` counts: direction strict, no relation counted neither way.
struct PairScore {
    var right = 0, said = 0, gold = 0

    mutating func add(_ outcome: Int, gold label: Int, none: Int) {
        if label != none { gold += 1 }
        if outcome != none { said += 1 }
        if label != none, outcome == label { right += 1 }
    }

    var precision: Double { Double(right) / Double(max(1, said)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f1: Double { 2 * Double(right) / Double(max(1, said + gold)) }

    /// The score of some pairs with a 95 % interval by resampling them.
    static func line(_ pairs: [(outcome: Int, label: Int)], none: Int) -> String {
        func score(_ list: [(outcome: Int, label: Int)]) -> PairScore {
            var score = PairScore()
            for pair in list { score.add(pair.outcome, gold: pair.label, none: none) }
            return score
        }
        var random = RandomSource(seed: 1)
        var samples: [Double] = []
        for _ in 0..<300 {
            samples.append(
                score((0..<pairs.count).map { _ in pairs[Int.random(in: 0..<pairs.count, using: &random)] }).f1)
        }
        samples.sort()
        let all = score(pairs)
        return String(
            format: "F1 %.4f [%.3f, %.3f]  P %.3f R %.3f  n %d", all.f1, samples[7], samples[292], all.precision,
            all.recall, pairs.count)
    }
}
