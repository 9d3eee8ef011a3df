internal import LiaisonExtraction
internal import LiaisonLanguage

/// Fits the scorer's softmax by stochastic gradient with one step size per weight (AdaGrad: Duchi, Hazan, Singer, 2011),
/// features dropped at random, labels smoothed (people disagree on one pair in nine), and the weights of the last rounds
/// averaged.
///
/// Everything is single-precision arithmetic in a fixed order: the same examples give the same bytes.
final class ScorerTrainer {
    struct Settings {
        var rounds = 12
        /// How many times all is fitted anew, in other orders; the mean is taken.
        var runs = 1
        var rate: Float = 0.3
        var dropout: Float = 0.2
        var smoothing: Float = 0.2
        var averageFrom = 4
        var seed: UInt64 = 1
    }

    let lanes: ScorerLanes
    let rowBits: Int
    private let count: Int
    private let weights: UnsafeMutablePointer<SIMD16<Float>>
    private let squares: UnsafeMutablePointer<SIMD16<Float>>
    private let sums: UnsafeMutablePointer<SIMD16<Float>>
    /// What a unit of a weight's byte is worth.
    private var scale: Float = 1

    init(lanes: ScorerLanes, rowBits: Int) {
        self.lanes = lanes
        self.rowBits = rowBits
        count = 2 << rowBits
        weights = .allocate(capacity: count)
        squares = .allocate(capacity: count)
        sums = .allocate(capacity: count)
        weights.initialize(repeating: .zero, count: count)
        squares.initialize(repeating: SIMD16(repeating: 0.01), count: count)
        sums.initialize(repeating: .zero, count: count)
    }

    deinit {
        weights.deallocate()
        squares.deallocate()
        sums.deallocate()
    }

    /// Fits the weights; afterwards they are the averaged ones, rounded to a byte each.
    func fit(_ examples: [ScorerExample], _ settings: Settings) {
        var random = RandomSource(seed: settings.seed)
        var averaged: Float = 0
        for _ in 0..<settings.runs {
            // What remains of a run is the order of its examples and what was dropped: the mean of several has less of it.
            weights.update(repeating: .zero, count: count)
            squares.update(repeating: SIMD16(repeating: 0.01), count: count)
            var order = Array(examples.indices)
            for round in 0..<settings.rounds {
                order.shuffle(using: &random)
                for index in order where examples[index].weight > 0 { step(examples[index], settings, &random) }
                if round >= settings.averageFrom || round == settings.rounds - 1 {
                    for index in 0..<count { sums[index] += weights[index] }
                    averaged += 1
                }
            }
        }
        for index in 0..<count { weights[index] = sums[index] / max(1, averaged) }
        quantise()
    }

    private var kept: [Int] = []

    private func step(_ example: ScorerExample, _ settings: Settings, _ random: inout RandomSource) {
        kept.removeAll(keepingCapacity: true)
        for index in example.keys.indices where random.unit() >= settings.dropout { kept.append(index) }
        let unit = 1 / Float(max(1, example.keys.count)).squareRoot()
        var scores = ScorerModel.probabilities(scores(example, kept, unit))
        let share = settings.smoothing / Float(scores.count)
        for outcome in scores.indices {
            scores[outcome] -= share + (outcome == example.outcome ? 1 - settings.smoothing : 0)
            scores[outcome] *= example.weight * unit
        }
        var (low, high) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
        let directed = lanes.directed.count
        for lane in 0..<directed {
            low[lane] = scores[lane]
            high[lane] = scores[directed + lane]
        }
        for lane in directed...lanes.none {
            low[lane] = scores[directed + lane]
            high[lane] = scores[directed + lane]
        }
        let shift = UInt32(32 - rowBits)
        for index in kept {
            let row = Int(example.keys[index] >> shift) * 2
            switch example.readings[index] {
            case 0: move(row, low, high, settings.rate)
            case 1: move(row, high, low, settings.rate)
            default: move(row, low + high, low + high, settings.rate)
            }
        }
    }

    private func move(_ row: Int, _ low: SIMD16<Float>, _ high: SIMD16<Float>, _ rate: Float) {
        squares[row] += low * low
        squares[row + 1] += high * high
        weights[row] -= rate * low / squares[row].squareRoot()
        weights[row + 1] -= rate * high / squares[row + 1].squareRoot()
    }

    /// The scores of the outcomes, from some of an example's features.
    private func scores(_ example: ScorerExample, _ features: [Int], _ unit: Float) -> [Float] {
        var (low, high) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
        let shift = UInt32(32 - rowBits)
        for index in features {
            let row = Int(example.keys[index] >> shift) * 2
            let reading = example.readings[index]
            if reading != 1 {
                low += weights[row]
                high += weights[row + 1]
            }
            if reading != 0 {
                low += weights[row + 1]
                high += weights[row]
            }
        }
        let directed = lanes.directed.count
        var scores = [Float](repeating: 0, count: lanes.outcomeCount)
        for lane in 0..<directed {
            scores[lane] = low[lane] * unit
            scores[directed + lane] = high[lane] * unit
        }
        for lane in directed...lanes.none { scores[directed + lane] = (low[lane] + high[lane]) * unit }
        return scores
    }

    /// The scores of the outcomes of an example.
    func scores(_ example: ScorerExample) -> [Float] {
        scores(example, Array(example.keys.indices), 1 / Float(max(1, example.keys.count)).squareRoot())
    }

    /// The probabilities of the outcomes of an example.
    func probabilities(_ example: ScorerExample) -> [Float] { ScorerModel.probabilities(scores(example)) }

    /// Rounds the weights to what a byte of each holds, so that what is measured is what is shipped.
    ///
    /// The largest sets the unit: the few large weights are those of the commonest features, and where they were cut to
    /// spare the small ones their shades, a hundredth of F1 was lost.
    private func quantise() {
        var largest: Float = 0
        for index in 0..<count { largest = max(largest, weights[index].max(), -weights[index].min()) }
        scale = max(largest, 1e-6) / 127
        for index in 0..<count { weights[index] = (weights[index] / scale).rounded(.toNearestOrAwayFromZero) * scale }
    }

    /// The weights in one byte each.
    private func rows() -> [Int8] {
        var rows: [Int8] = []
        rows.reserveCapacity(count * 16)
        for index in 0..<count {
            for lane in 0..<16 {
                rows.append(Int8(max(-127, min(127, (weights[index][lane] / scale).rounded()))))
            }
        }
        return rows
    }

    /// A model that can be asked.
    func model(calibration: ScorerCalibration, vectors: [UInt8], weights: [Float]) -> [UInt8] {
        ScorerModel.encoded(
            lanes: lanes, rowBits: rowBits, scale: scale, calibration: calibration, rows: rows(), vectors: vectors,
            weights: weights)
    }
}
