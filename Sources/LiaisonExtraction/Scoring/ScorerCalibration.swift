package import LiaisonModel

/// How the scorer's probabilities become confidences: a temperature and a shift per relation and language, fitted on folds
/// that the weights were not (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
package struct ScorerCalibration: Sendable, Hashable {
    /// The values as they are kept.
    package var values: [Float]

    /// Nil where the number of values is not that of the lanes.
    package init?(_ values: [Float], lanes: ScorerLanes) {
        self.values = values
    }
}
