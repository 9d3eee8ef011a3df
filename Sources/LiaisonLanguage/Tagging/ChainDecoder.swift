/// The best sequence of labels, and how sure each is, by dynamic programming.
///
/// Rows of ``ChainModel/width`` floats lie one after the other and are kept from one sequence to the next. The loops run
/// over whole rows of plain floats, which the compiler turns into vector instructions.
package struct ChainDecoder: Sendable {
    /// The sums of weights, one row per element.
    private var emissions: [Float] = []
    private var scores: [Float] = []
    private var origins: [Int32] = []
    private var forward: [Float] = []
    private var backward: [Float] = []
    private var factors: [Float] = []
    /// One label per element of the sequence.
    package private(set) var best: [UInt8] = []

    package init() {}

    private static let width = ChainModel.width
    /// How far below the best a label may be and still be followed, as a natural logarithm.
    private static let beam: Float = 9
    private static let marginalBeam: Float = 12

    /// How many elements there are.
    package private(set) var count = 0

    /// The features of the elements whose sums are not there yet, one after the other.
    private var features: [UInt32] = []
    /// Those elements, and where the features of each end.
    private var waiting: [(element: Int, end: Int)] = []
    /// Where the rows of a few elements begin.
    private var places: [Int] = []
    /// Of how many elements rows are asked for at once; at most four.
    private static let depth = 3
    /// How many elements wait at most, so that what was asked for is still at hand when it is used.
    private static let batch = 12

    /// Begins a new sequence.
    package mutating func removeAll() {
        count = 0
        features.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Adds an element by its features.
    package mutating func append(_ features: FeatureList, _ model: ChainModel) {
        makeRoom()
        features.withHashes { hashes in
            // The table of rows is larger than the near caches: what is asked for now arrives while others are made.
            model.prefetch(hashes)
            self.features.append(contentsOf: hashes)
        }
        waiting.append((element: count, end: self.features.count))
        count += 1
        if waiting.count == Self.batch { addEmissions(model) }
    }

    /// Sums up the weights of the elements that wait. The rows of two are found, and asked for, before those of the
    /// one before them are added.
    private mutating func addEmissions(_ model: ChainModel) {
        let room = features.count + 1
        if places.count < Self.depth * room { places = Array(repeating: 0, count: 2 * Self.depth * room) }
        features.withUnsafeBufferPointer { features in
            emissions.withUnsafeMutableBufferPointer { emissions in
                places.withUnsafeMutableBufferPointer { places in
                    guard let emissions = emissions.baseAddress, let places = places.baseAddress else { return }
                    var rows = SIMD4<Int>.zero
                    var begin = 0
                    for turn in 0..<waiting.count + Self.depth - 1 {
                        if turn < waiting.count {
                            let end = waiting[turn].end
                            rows[turn % Self.depth] = model.findRows(
                                of: UnsafeBufferPointer(rebasing: features[begin..<end]),
                                places + turn % Self.depth * room)
                            begin = end
                        }
                        let before = turn - (Self.depth - 1)
                        if before >= 0 {
                            model.addRows(
                                at: places + before % Self.depth * room, count: rows[before % Self.depth],
                                to: emissions + waiting[before].element * Self.width)
                        }
                    }
                }
            }
        }
        features.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Adds an element whose label is known.
    package mutating func append(label: UInt8) {
        makeRoom()
        let start = count * Self.width
        for lane in 0..<Self.width { emissions[start + lane] = ChainModel.impossible }
        emissions[start + Int(label)] = 0
        count += 1
    }

    private mutating func makeRoom() {
        guard emissions.count < (count + 1) * Self.width else { return }
        let size = max(64, count * 2) * Self.width
        emissions.append(contentsOf: repeatElement(0, count: size - emissions.count))
    }

    /// Fills ``best`` (Viterbi, 1967).
    package mutating func decode(_ model: ChainModel) {
        best.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        addEmissions(model)
        Self.grow(&scores, to: count)
        if origins.count < count * Self.width {
            origins.append(contentsOf: repeatElement(0, count: count * Self.width - origins.count))
        }
        let length = count
        let width = Self.width
        best.append(contentsOf: repeatElement(0, count: length))
        emissions.withUnsafeBufferPointer { emissions in
            scores.withUnsafeMutableBufferPointer { scores in
                origins.withUnsafeMutableBufferPointer { origins in
                    model.transitions.withUnsafeBufferPointer { transitions in
                        model.edges.withUnsafeBufferPointer { edges in
                            Self.fill(
                                emissions.baseAddress.unsafelyUnwrapped, scores.baseAddress.unsafelyUnwrapped,
                                origins.baseAddress.unsafelyUnwrapped, transitions.baseAddress.unsafelyUnwrapped,
                                edges.baseAddress.unsafelyUnwrapped, length, model.labelCount)
                        }
                    }
                }
            }
        }
        let last = (length - 1) * width
        var label = 0
        for candidate in 1..<model.labelCount
        where scores[last + candidate] + model.edges[width + candidate] > scores[last + label]
            + model.edges[width + label]
        { label = candidate }
        for index in stride(from: length - 1, through: 0, by: -1) {
            best[index] = UInt8(label)
            label = Int(origins[index * width + label])
        }
    }

    private static func fill(
        _ emissions: UnsafePointer<Float>, _ scores: UnsafeMutablePointer<Float>,
        _ origins: UnsafeMutablePointer<Int32>, _ transitions: UnsafePointer<Float>, _ edges: UnsafePointer<Float>,
        _ length: Int, _ labels: Int
    ) {
        for lane in 0..<width { scores[lane] = emissions[lane] + edges[lane] }
        let chunks = (labels + 7) / 8
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: width) { followed in
            for index in 1..<max(1, length) {
                let before = scores + (index - 1) * width
                var top = before[0]
                for label in 1..<labels where before[label] > top { top = before[label] }
                // What is thousands of times unlikelier than the best so far does not come back.
                var count = 0
                for label in 0..<labels where before[label] > top - Self.beam {
                    followed[count] = Int32(label)
                    count += 1
                }
                // Eight labels at once: where each comes from at best stays in registers.
                for chunk in 0..<chunks {
                    var best = SIMD8<Float>(repeating: 4 * ChainModel.impossible)
                    var origin = SIMD8<Int32>.zero
                    for place in 0..<count {
                        let label = followed[place]
                        let candidate =
                            UnsafeRawPointer(transitions + Int(label) * width).loadUnaligned(
                                fromByteOffset: chunk * 32, as: SIMD8<Float>.self) + before[Int(label)]
                        let isBetter = candidate .> best
                        best.replace(with: candidate, where: isBetter)
                        origin.replace(with: label, where: isBetter)
                    }
                    let start = index * width + chunk * 8
                    best += UnsafeRawPointer(emissions + start).loadUnaligned(as: SIMD8<Float>.self)
                    UnsafeMutableRawPointer(scores + start).storeBytes(of: best, as: SIMD8<Float>.self)
                    UnsafeMutableRawPointer(origins + start).storeBytes(of: origin, as: SIMD8<Int32>.self)
                }
            }
        }
    }

    /// The probability of a label at an element, after ``computeMarginals(_:)``.
    package func marginal(_ index: Int, _ label: Int) -> Float { factors[index * Self.width + label] }

    /// Computes the probability of every label by forward and backward sums (Rabiner, 1989), after ``decode(_:)``.
    package mutating func computeMarginals(_ model: ChainModel) {
        guard count > 0 else { return }
        Self.grow(&forward, to: count)
        Self.grow(&backward, to: count)
        Self.grow(&factors, to: count)
        let (length, width, labels) = (count, Self.width, model.labelCount)
        emissions.withUnsafeBufferPointer { emissions in
            for index in 0..<length {
                let start = index * width
                var top = -Float.infinity
                for label in 0..<labels { top = max(top, emissions[start + label]) }
                for lane in 0..<width { factors[start + lane] = 0 }
                // What is a hundred thousand times unlikelier than the best is not followed, unless it was chosen.
                for lane in 0..<labels where emissions[start + lane] > top - Self.marginalBeam {
                    factors[start + lane] = Exponential.of(emissions[start + lane] - top)
                }
                let chosen = start + Int(best[index])
                if factors[chosen] == 0 { factors[chosen] = Exponential.of(emissions[chosen] - top) }
            }
        }
        factors.withUnsafeMutableBufferPointer { factors in
            forward.withUnsafeMutableBufferPointer { forward in
                backward.withUnsafeMutableBufferPointer { backward in
                    model.transitionFactors.withUnsafeBufferPointer { transitions in
                        model.edgeFactors.withUnsafeBufferPointer { edges in
                            Self.sum(
                                factors.baseAddress.unsafelyUnwrapped, forward.baseAddress.unsafelyUnwrapped,
                                backward.baseAddress.unsafelyUnwrapped, transitions.baseAddress.unsafelyUnwrapped,
                                edges.baseAddress.unsafelyUnwrapped, length, labels)
                        }
                    }
                }
            }
        }
    }

    private static func sum(
        _ factors: UnsafeMutablePointer<Float>, _ forward: UnsafeMutablePointer<Float>,
        _ backward: UnsafeMutablePointer<Float>, _ transitions: UnsafePointer<Float>, _ edges: UnsafePointer<Float>,
        _ length: Int, _ labels: Int
    ) {
        for index in 0..<length {
            let row = forward + index * width
            if index == 0 {
                for lane in 0..<width { row[lane] = edges[lane] }
            } else {
                for lane in 0..<width { row[lane] = 0 }
                let before = forward + (index - 1) * width
                for label in 0..<labels where before[label] > 0 {
                    let share = before[label]
                    let source = transitions + label * width
                    for lane in 0..<width { row[lane] += share * source[lane] }
                }
            }
            let factor = factors + index * width
            for lane in 0..<width { row[lane] *= factor[lane] }
            normalize(row)
        }
        let end = backward + (length - 1) * width
        for lane in 0..<width { end[lane] = edges[width + lane] }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { product in
            for index in stride(from: length - 2, through: 0, by: -1) {
                let row = backward + index * width
                for lane in 0..<width { product[lane] = row[width + lane] * factors[(index + 1) * width + lane] }
                for label in 0..<width { row[label] = 0 }
                let reached = forward + index * width
                // The sums of four chunks at once: one float after the other would be eight times as slow.
                let chunks = (labels + 7) / 8
                for label in 0..<labels where reached[label] > 0 {
                    var total = SIMD8<Float>.zero
                    let source = UnsafeRawPointer(transitions + label * width)
                    for chunk in 0..<chunks {
                        total +=
                            source.loadUnaligned(fromByteOffset: chunk * 32, as: SIMD8<Float>.self)
                            * UnsafeRawPointer(product.baseAddress.unsafelyUnwrapped).loadUnaligned(
                                fromByteOffset: chunk * 32, as: SIMD8<Float>.self)
                    }
                    row[label] = total.sum()
                }
                normalize(row)
            }
        }
        for index in 0..<length {
            let row = factors + index * width
            for lane in 0..<width { row[lane] = forward[index * width + lane] * backward[index * width + lane] }
            normalize(row)
        }
    }

    private static func normalize(_ row: UnsafeMutablePointer<Float>) {
        var total: Float = 0
        for lane in 0..<width { total += row[lane] }
        let factor = 1 / max(total, .leastNormalMagnitude)
        for lane in 0..<width { row[lane] *= factor }
    }

    private static func grow(_ rows: inout [Float], to count: Int) {
        if rows.count < count * width {
            rows.append(contentsOf: repeatElement(0, count: count * width - rows.count))
        }
    }
}
