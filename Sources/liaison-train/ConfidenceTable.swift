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
}
