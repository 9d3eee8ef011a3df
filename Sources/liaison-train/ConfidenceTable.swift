internal import Foundation
internal import LiaisonExtraction

/// How often confidences are right: reliability in ten steps, and the lowest confidence of a wanted precision.
struct ConfidenceTable {
    /// Confidence and whether it was right.
    var samples: [(confidence: Float, isRight: Bool)]

    /// The mean distance of confidence and share of right ones over ten steps, weighed by their numbers (Guo et al., "On
    /// Calibration of Modern Neural Networks", 2017).
    var expectedError: Double {
        guard !samples.isEmpty else { return 0 }
        return steps.reduce(0) { $0 + abs($1.confidence - $1.right) * Double($1.count) } / Double(samples.count)
    }

    private var steps: [(confidence: Double, right: Double, count: Int)] {
        (0..<10).compactMap { step in
            let inside = samples.filter { min(9, Int($0.confidence * 10)) == step }
            guard !inside.isEmpty else { return nil }
            return (
                Double(inside.reduce(0) { $0 + $1.confidence }) / Double(inside.count),
                Double(inside.count { $0.isRight }) / Double(inside.count), inside.count
            )
        }
    }

    var lines: [String] {
        steps.map { String(format: "  said %.3f  right %.3f  n %d", $0.confidence, $0.right, $0.count) }
            + [String(format: "  expected calibration error %.4f of %d", expectedError, samples.count)]
    }

    /// The lowest confidence above which a share of at least `precision` is right, a few samples counted as `prior`;
    /// nil where there is none.
    func threshold(precision: Double, prior: Double, weight: Double = 3) -> Float? {
        let sorted = samples.sorted { ($1.confidence, $0.isRight ? 1 : 0) < ($0.confidence, $1.isRight ? 1 : 0) }
        var right = prior * weight
        var best: Float?
        for (index, sample) in sorted.enumerated() {
            if sample.isRight { right += 1 }
            let isLast = index + 1 == sorted.count || sorted[index + 1].confidence < sample.confidence
            if isLast, right / (Double(index + 1) + weight) >= precision { best = sample.confidence }
        }
        return best
    }

    /// The share of right ones from a confidence on, and their number.
    func precision(from threshold: Float) -> (share: Double, right: Int, count: Int) {
        let inside = samples.filter { $0.confidence >= threshold }
        let right = inside.count { $0.isRight }
        return (Double(right) / Double(max(1, inside.count)), right, inside.count)
    }
}
