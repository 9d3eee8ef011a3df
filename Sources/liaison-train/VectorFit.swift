internal import LiaisonExtraction
internal import LiaisonLanguage

/// Fits what word vectors say of a pair: for each outcome the least squares of its indicator, with a ridge (Hoerl, Kennard,
/// 1970), in closed form. Beside the softmax on words it is a second opinion that overfits otherwise: what it says is added
/// to the scores.
///
/// Sums of products are kept for each fold, so that the weights without a fold cost one solution of a linear system.
struct VectorFit {
    struct Settings {
        /// Added to the squares of each number.
        var ridge = 12.0
        /// What a sure answer adds to the score of an outcome.
        var scale: Float = 3
        /// Weight of pairs that are not of CORE.
        var others: Float = 0.1
    }

    /// Sums of one fold of one language.
    private struct Sums {
        var squares = [Double](repeating: 0, count: VectorFit.size * (VectorFit.size + 1) / 2)
        var products: [Double]
        /// By source of pairs: how many, their outcomes, their numbers. Sources differ in how often something is said.
        var counts = [Double](repeating: 0, count: VectorFit.sources)
        var outcomes: [Double]
        var numbers = [Double](repeating: 0, count: VectorFit.sources * VectorFit.size)

        init(outcomeCount: Int) {
            products = Array(repeating: 0, count: VectorFit.size * outcomeCount)
            outcomes = Array(repeating: 0, count: VectorFit.sources * outcomeCount)
        }
    }

    private static let size = PairVectors.width
    private static let sources = 8
    private let outcomeCount: Int
    private let settings: Settings
    private let folds: Int
    /// French first, each with its folds.
    private var sums: [Sums]

    init(_ examples: [ScorerExample], folds list: [Int], count: Int, outcomeCount: Int, settings: Settings) {
        self.outcomeCount = outcomeCount
        self.settings = settings
        folds = count
        sums = Array(repeating: Sums(outcomeCount: outcomeCount), count: 2 * count)
        for (example, fold) in zip(examples, list) { add(example, fold) }
    }

    private mutating func add(_ example: ScorerExample, _ fold: Int) {
        let isCore = example.corpus.hasPrefix("core")
        let weight = Double(example.weight * (isCore ? 1 : settings.others))
        guard weight > 0, example.vectors.count == Self.size else { return }
        let place = (example.language == .french ? 0 : folds) + fold
        let numbers = example.vectors.map { Double($0) }
        let source = Int(example.source.rawValue) % Self.sources
        let (size, outcomeCount) = (Self.size, outcomeCount)
        sums[place].counts[source] += weight
        sums[place].outcomes[source * outcomeCount + example.outcome] += weight
        sums[place].squares.withUnsafeMutableBufferPointer { squares in
            var start = 0
            for row in 0..<size {
                let value = numbers[row] * weight
                if value != 0 { for column in 0...row { squares[start + column] += value * numbers[column] } }
                start += row + 1
            }
        }
        for row in 0..<size {
            sums[place].products[row * outcomeCount + example.outcome] += weight * numbers[row]
            sums[place].numbers[source * size + row] += weight * numbers[row]
        }
    }

    /// The weights of ``ScorerModel``, French first, from all folds but one.
    func weights(without fold: Int?) -> [Float] {
        weights(first: 0, without: fold) + weights(first: folds, without: fold)
    }

    /// What weights of ``weights(without:)`` say of an example: the scores of the outcomes.
    func scores(_ example: ScorerExample, _ weights: [Float]) -> [Float] {
        var scores = [Float](repeating: 0, count: outcomeCount)
        let start = example.language == .french ? 0 : ScorerModel.vectorWeights
        for (index, value) in example.vectors.enumerated() where value != 0 {
            let row = start + index * ScorerLanes.width
            for outcome in scores.indices { scores[outcome] += value * weights[row + outcome] }
        }
        return scores
    }

    private func weights(first: Int, without fold: Int?) -> [Float] {
        var all = Sums(outcomeCount: outcomeCount)
        for other in 0..<folds where other != fold {
            let sums = sums[first + other]
            for index in all.squares.indices { all.squares[index] += sums.squares[index] }
            for index in all.products.indices { all.products[index] += sums.products[index] }
            for index in all.counts.indices { all.counts[index] += sums.counts[index] }
            for index in all.outcomes.indices { all.outcomes[index] += sums.outcomes[index] }
            for index in all.numbers.indices { all.numbers[index] += sums.numbers[index] }
        }
        for source in 0..<Self.sources where all.counts[source] > 0 {
            for outcome in 0..<outcomeCount {
                let mean = all.outcomes[source * outcomeCount + outcome] / all.counts[source]
                if mean == 0 { continue }
                for row in 0..<Self.size {
                    all.products[row * outcomeCount + outcome] -= mean * all.numbers[source * Self.size + row]
                }
            }
        }
        let solved = solve(all.squares, all.products)
        var out = [Float](repeating: 0, count: ScorerModel.vectorWeights)
        for row in 0..<Self.size {
            for outcome in 0..<outcomeCount {
                out[row * ScorerLanes.width + outcome] =
                    Float(solved[row * outcomeCount + outcome]) * settings.scale
            }
        }
        return out
    }

    /// Solves the normal equations by Cholesky's decomposition.
    private func solve(_ squares: [Double], _ products: [Double]) -> [Double] {
        let size = Self.size
        var lower = squares
        var out = products
        func start(_ row: Int) -> Int { row * (row + 1) / 2 }
        for row in 0..<size {
            lower[start(row) + row] += settings.ridge
            for column in 0...row {
                var sum = lower[start(row) + column]
                let (left, right) = (start(row), start(column))
                for index in 0..<column { sum -= lower[left + index] * lower[right + index] }
                lower[left + column] = row == column ? max(sum, 1e-9).squareRoot() : sum / lower[right + column]
            }
        }
        for outcome in 0..<outcomeCount {
            for row in 0..<size {
                var sum = out[row * outcomeCount + outcome]
                for index in 0..<row { sum -= lower[start(row) + index] * out[index * outcomeCount + outcome] }
                out[row * outcomeCount + outcome] = sum / lower[start(row) + row]
            }
            for row in (0..<size).reversed() {
                var sum = out[row * outcomeCount + outcome]
                for index in row + 1..<size { sum -= lower[start(index) + row] * out[index * outcomeCount + outcome] }
                out[row * outcomeCount + outcome] = sum / lower[start(row) + row]
            }
        }
        return out
    }
}
