/// The best and the second best of the candidates that have been offered.
struct Runoff {
    private(set) var best: (item: Int, score: Double)?
    private var second = -Double.infinity

    mutating func offer(_ item: Int, _ score: Double) {
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

    /// The best, where it is ahead of the second by a margin and not equal to it.
    func winner(margin: Double) -> (item: Int, score: Double)? {
        guard let best, best.score - second >= margin, best.score > second else { return nil }
        return best
    }
}
