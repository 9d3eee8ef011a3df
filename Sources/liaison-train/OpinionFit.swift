internal import LiaisonExtraction
internal import LiaisonLanguage

/// Fits how much each outcome's score of the softmax and of the word vectors counts in a marked pair, and a shift: the
/// likeliest smoothed labels, shrunk towards the plain sum, by full gradient descent with momentum in a fixed order.
struct OpinionFit {
    /// What the two say of one pair, and its outcome.
    struct Sample {
        var words: [Float]
        var vectors: [Float]
        var outcome: Int
    }

    struct Settings {
        var steps = 200
        var rate: Float = 0.1
        var momentum: Float = 0.9
        var smoothing: Float = 0.1
        var shrinkage: Float = 0.01
    }

    private let outcomeCount: Int
    private let settings: Settings

    init(outcomeCount: Int, settings: Settings = Settings()) {
        self.outcomeCount = outcomeCount
        self.settings = settings
    }

    /// The values of ``ScorerCalibration/markedOffset``. Those of outcomes that no sample has stay as they are.
    func fit(_ samples: [Sample]) -> [Float] {
        let width = ScorerLanes.width
        var present: SIMD32<Float> = .zero
        for sample in samples { present[sample.outcome] = 1 }
        let share = settings.smoothing / max(1, present.sum())
        var values = [SIMD32<Float>](repeating: SIMD32(repeating: 1), count: 2) + [.zero]
        let anchor = values
        var speeds = [SIMD32<Float>](repeating: .zero, count: 3)
        func vector(_ list: [Float], _ rest: Float) -> SIMD32<Float> {
            var out = SIMD32<Float>(repeating: rest)
            for index in list.indices where index < width { out[index] = list[index] }
            return out
        }
        let read = samples.map { (vector($0.words, 0), vector($0.vectors, 0), $0.outcome) }
        guard !read.isEmpty, outcomeCount <= width else { return Self.flat(values) }
        let unit = 1 / Float(read.count)
        for _ in 0..<settings.steps {
            var gradients = [SIMD32<Float>](repeating: .zero, count: 3)
            for (words, vectors, outcome) in read {
                let scores = values[0] * words + values[1] * vectors + values[2]
                var most = scores[0]
                for index in 1..<outcomeCount { most = max(most, scores[index]) }
                var errors = SIMD32<Float>.zero
                for index in 0..<outcomeCount { errors[index] = Exponential.of(scores[index] - most) }
                errors *= 1 / errors.sum()
                errors -= present * share
                errors[outcome] -= 1 - settings.smoothing
                gradients[0] += errors * words
                gradients[1] += errors * vectors
                gradients[2] += errors
            }
            for part in 0..<3 {
                let gradient = gradients[part] * unit + (values[part] - anchor[part]) * settings.shrinkage
                speeds[part] = (speeds[part] * settings.momentum - gradient * settings.rate) * present
                values[part] += speeds[part]
            }
        }
        return Self.flat(values)
    }

    private static func flat(_ values: [SIMD32<Float>]) -> [Float] {
        values.flatMap { value in (0..<ScorerLanes.width).map { value[$0] } }
    }
}
