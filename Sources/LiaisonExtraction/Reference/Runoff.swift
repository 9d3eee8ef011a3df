internal import Foundation

/// The best and the second best of the candidates that have been offered.
struct Runoff {
    private(set) var best: (item: Int, score: Double)?
    private var second = -Double.infinity
    private var scores: [Double] = []

    mutating func offer(_ item: Int, _ score: Double) {
        scores.append(score)
        guard let known = best else {
            best = (item, score)
            return
        }
        if score > known.score {
            second = known.score
            best = (item, score)
        } else {
            second = max(second, score)
        }
    }

    /// The best, where it is likely enough by a softmax over all of them and over there being none, which weighs a threshold.
    func winner(probability: Double, threshold: Double) -> (item: Int, score: Double)? {
        guard let best, best.score > second else { return nil }
        let top = max(best.score, threshold)
        // In order of size, so that the sum is the same however they were offered.
        let sum = scores.sorted().reduce(exp(threshold - top)) { $0 + exp($1 - top) }
        return exp(best.score - top) / sum >= probability ? best : nil
    }

    /// The best, where it is ahead of the second by a margin and not equal to it.
    func winner(margin: Double) -> (item: Int, score: Double)? {
        guard let best, best.score - second >= margin, best.score > second else { return nil }
        return best
    }
}
