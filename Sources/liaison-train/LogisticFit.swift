internal import LiaisonExtraction
internal import LiaisonLanguage

/// A judged confidence: what was weighed, the relation's lane, and whether it was right.
struct JudgedInputs {
    var inputs: [Float]
    var lane: Int
    var isRight: Bool
    var fold: Int
    var language: Language
    /// Of a pair that people marked, not of an article.
    var isMarked = false

    /// Articles are what confidences are for, and there are fewer finds in them.
    var weight: Float { isMarked ? 1 : 2 }
}

/// Logistic regression with a shift per lane, both shrunk, by full gradient descent in a fixed order.
enum LogisticFit {
    /// Weights of the inputs, then the lanes' shifts.
    /// - Parameter start: What the weights are shrunk towards.
    static func fit(_ samples: [JudgedInputs], start: [Float]) -> [Float] {
        var values = start + [Float](repeating: 0, count: ScorerLanes.half)
        guard !samples.isEmpty else { return values }
        let anchor = values
        let count = start.count
        var squares = [Float](repeating: 1e-6, count: values.count)
        for _ in 0..<400 {
            var gradient = [Float](repeating: 0, count: values.count)
            for sample in samples {
                let error = sample.weight * (probability(sample.inputs, sample.lane, values) - (sample.isRight ? 1 : 0))
                for index in 0..<count { gradient[index] += error * sample.inputs[index] }
                gradient[count + sample.lane] += error
            }
            for index in values.indices {
                gradient[index] += (index < count ? 1 : 3) * (values[index] - anchor[index])
                squares[index] += gradient[index] * gradient[index]
                values[index] -= 0.5 * gradient[index] / squares[index].squareRoot()
            }
        }
        return values
    }

    static func probability(_ inputs: [Float], _ lane: Int, _ values: [Float]) -> Float {
        var sum = values[inputs.count + lane]
        for index in inputs.indices { sum += values[index] * inputs[index] }
        return 1 / (1 + Exponential.of(-sum))
    }

    /// Confidences of each sample by values fitted on the other folds.
    static func crossFitted(_ samples: [JudgedInputs], start: [Float], folds: Int) -> [Float] {
        var out = [Float](repeating: 0, count: samples.count)
        for fold in 0..<folds {
            let values = fit(samples.filter { $0.fold != fold }, start: start)
            for (index, sample) in samples.enumerated() where sample.fold == fold {
                out[index] = probability(sample.inputs, sample.lane, values)
            }
        }
        return out
    }
}
