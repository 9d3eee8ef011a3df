internal import LiaisonLanguage

/// Fits a linear-chain conditional random field in two steps: weights for many features first, then those of the features
/// that turned out to say most, which are all that the model holds.
///
/// Everything is single-precision arithmetic in a fixed order: the same examples give the same bytes.
final class ChainTrainer {
    struct Settings {
        var rounds = 10
        var rate: Float = 0.15
        var dropout: Float = 0.1
        /// Each round multiplies the weights by one minus this.
        var decay: Float = 0.0
        /// The rounds from this one on are averaged.
        var averageFrom = 4
        /// Features that occur more seldom are never looked at.
        var leastCount: UInt32 = 2
        /// Rounds over the many features, and how many times as many rows these have, as a power of two.
        var choiceRounds = 3
        var choiceBits = 3
        var seed: UInt64 = 1
    }

    private let labels: Int
    private let bucketBits: Int
    private let mayFollow: (Int, Int) -> Bool
    private let mayStart: (Int) -> Bool
    private let mayEnd: (Int) -> Bool
    private var index: FeatureIndex
    private var weights: ChainWeights

    /// - Parameters:
    ///   - bucketBits: the model has four times two to the power of this many rows.
    ///   - mayFollow: whether a label may come right after another; the others likewise.
    init(
        labels: Int, bucketBits: Int, mayFollow: @escaping (Int, Int) -> Bool = { _, _ in true },
        mayStart: @escaping (Int) -> Bool = { _ in true }, mayEnd: @escaping (Int) -> Bool = { _ in true }
    ) {
        self.labels = labels
        self.bucketBits = bucketBits
        self.mayFollow = mayFollow
        self.mayStart = mayStart
        self.mayEnd = mayEnd
        index = FeatureIndex(bucketBits: bucketBits)
        weights = ChainWeights(
            labels: labels, rows: index.rowCount, mayFollow: mayFollow, mayStart: mayStart, mayEnd: mayEnd)
    }

    /// Fits the weights; `report` is told the mean loss of each round.
    func fit(_ examples: [ChainExample], _ settings: Settings, report: (Int, Float) -> Void = { _, _ in }) {
        var features = FeatureCounts(examples).features(atLeast: settings.leastCount)
        if features.count > ChainModel.bucketSize << bucketBits {
            let many = FeatureIndex(
                bucketBits: min(bucketBits + settings.choiceBits, ChainModel.bucketBitRange.upperBound),
                features: features)
            let trial = ChainWeights(
                labels: labels, rows: many.rowCount, mayFollow: mayFollow, mayStart: mayStart, mayEnd: mayEnd)
            var short = settings
            short.rounds = settings.choiceRounds
            trial.fit(many.rows(of: examples), short, report: report)
            let strengths = trial.strengths()
            let ranked = features.enumerated().compactMap { rank, feature in
                many.row(of: feature).map { (strength: strengths[$0], rank: rank, feature: feature) }
            }
            features = ranked.sorted { ($1.strength, $0.rank) < ($0.strength, $1.rank) }.map(\.feature)
        }
        index = FeatureIndex(bucketBits: bucketBits, features: features)
        weights = ChainWeights(
            labels: labels, rows: index.rowCount, mayFollow: mayFollow, mayStart: mayStart, mayEnd: mayEnd)
        weights.fit(index.rows(of: examples), settings, report: report)
    }

    /// The model's bytes; see ``ChainModel``.
    func encoded() -> [UInt8] { weights.encoded(index) }
}
