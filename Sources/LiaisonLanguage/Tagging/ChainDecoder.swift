/// The best sequence of labels, and how sure each is, by dynamic programming; its rows are kept from one sequence to the next.
package struct ChainDecoder: Sendable {
    private var scores: [SIMD32<Float>] = []
    private var origins: [SIMD32<UInt8>] = []
    private var forward: [SIMD32<Float>] = []
    private var backward: [SIMD32<Float>] = []
    /// One label per element of the sequence.
    package private(set) var best: [UInt8] = []
    /// Per element the probability of each label, after ``marginals(_:_:)``.
    package private(set) var marginal: [SIMD32<Float>] = []

    package init() {}

    /// Fills ``best`` (Viterbi, 1967).
    package mutating func decode(_ emissions: [SIMD32<Float>], _ model: ChainModel) {
        best.removeAll(keepingCapacity: true)
        guard let first = emissions.first else { return }
        scores.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        scores.append(first + model.start)
        origins.append(SIMD32(repeating: 0))
        for index in 1..<max(1, emissions.count) {
            let before = scores[index - 1]
            var top = SIMD32<Float>(repeating: 2 * ChainModel.impossible)
            var origin = SIMD32<Float>(repeating: 0)
            for label in 0..<model.labelCount where before[label] > ChainModel.impossible / 2 {
                let candidate = model.transitions[label] + before[label]
                let better = candidate .> top
                top.replace(with: candidate, where: better)
                origin.replace(with: Float(label), where: better)
            }
            scores.append(top + emissions[index])
            var bytes = SIMD32<UInt8>(repeating: 0)
            for label in 0..<model.labelCount { bytes[label] = UInt8(origin[label]) }
            origins.append(bytes)
        }
        let last = scores[emissions.count - 1] + model.end
        var label = 0
        for candidate in 1..<model.labelCount where last[candidate] > last[label] { label = candidate }
        best.append(contentsOf: repeatElement(0, count: emissions.count))
        for index in stride(from: emissions.count - 1, through: 0, by: -1) {
            best[index] = UInt8(label)
            label = Int(origins[index][label])
        }
    }

    /// Fills ``marginal`` by forward and backward sums (Rabiner, 1989).
    package mutating func computeMarginals(_ emissions: [SIMD32<Float>], _ model: ChainModel) {
        forward.removeAll(keepingCapacity: true)
        backward.removeAll(keepingCapacity: true)
        marginal.removeAll(keepingCapacity: true)
        let count = model.labelCount
        let transitions = model.transitionFactors
        for emission in emissions {
            var factor = SIMD32<Float>(repeating: 0)
            let top = emission.max()
            for label in 0..<count { factor[label] = Exponential.of(emission[label] - top) }
            marginal.append(factor)
        }
        for index in emissions.indices {
            var row = SIMD32<Float>(repeating: 0)
            if index == 0 {
                row = model.startFactors
            } else {
                let before = forward[index - 1]
                for label in 0..<count where before[label] > 0 { row += transitions[label] * before[label] }
            }
            row *= marginal[index]
            forward.append(row / Swift.max(row.sum(), .leastNormalMagnitude))
            backward.append(model.endFactors)
        }
        for index in stride(from: emissions.count - 2, through: 0, by: -1) {
            let product = backward[index + 1] * marginal[index + 1]
            var row = SIMD32<Float>(repeating: 0)
            for label in 0..<count { row[label] = (transitions[label] * product).sum() }
            backward[index] = row / Swift.max(row.sum(), .leastNormalMagnitude)
        }
        for index in emissions.indices {
            let product = forward[index] * backward[index]
            marginal[index] = product / Swift.max(product.sum(), .leastNormalMagnitude)
        }
    }
}
