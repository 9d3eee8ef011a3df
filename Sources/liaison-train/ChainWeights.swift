internal import LiaisonLanguage

/// The weights of a linear-chain conditional random field while they are fitted, by stochastic gradient with one step
/// size per weight (AdaGrad: Duchi, Hazan, Singer, 2011), features dropped at random, and the weights of the last rounds
/// averaged.
final class ChainWeights {
    typealias Settings = ChainTrainer.Settings

    let labels: Int
    /// Which label may follow which, begin and end.
    private let mayFollow: (Int, Int) -> Bool
    private let mayStart: (Int) -> Bool
    private let mayEnd: (Int) -> Bool
    private static let width = 32

    private let weights: UnsafeMutablePointer<Float>
    private let squares: UnsafeMutablePointer<Float>
    private let sums: UnsafeMutablePointer<Float>
    private let rowCount: Int
    /// Rows of transitions: from each label, then start, then end.
    private var transitions: [Float]
    private var transitionSquares: [Float]
    private var transitionSums: [Float]
    private var averaged: Float = 0

    init(
        labels: Int, rows: Int, mayFollow: @escaping (Int, Int) -> Bool = { _, _ in true },
        mayStart: @escaping (Int) -> Bool = { _ in true }, mayEnd: @escaping (Int) -> Bool = { _ in true }
    ) {
        self.labels = labels
        self.mayFollow = mayFollow
        self.mayStart = mayStart
        self.mayEnd = mayEnd
        rowCount = rows
        let count = rowCount * Self.width
        weights = .allocate(capacity: count)
        squares = .allocate(capacity: count)
        sums = .allocate(capacity: count)
        weights.initialize(repeating: 0, count: count)
        squares.initialize(repeating: 0.01, count: count)
        sums.initialize(repeating: 0, count: count)
        transitions = Array(repeating: 0, count: (labels + 2) * Self.width)
        transitionSquares = Array(repeating: 0.01, count: (labels + 2) * Self.width)
        transitionSums = transitions
    }

    deinit {
        weights.deallocate()
        squares.deallocate()
        sums.deallocate()
    }

    /// Fits the weights; `report` is told the mean loss of each round.
    func fit(_ examples: [ChainExample], _ settings: Settings, report: (Int, Float) -> Void = { _, _ in }) {
        var random = RandomSource(seed: settings.seed)
        var order = Array(examples.indices)
        var lattice = Lattice(labels: labels)
        for round in 0..<settings.rounds {
            order.shuffle(using: &random)
            var loss: Double = 0
            for index in order {
                loss += Double(step(examples[index], settings, &random, &lattice))
            }
            if settings.decay > 0 {
                for index in 0..<(rowCount * Self.width) { weights[index] *= 1 - settings.decay }
            }
            if round >= settings.averageFrom || round == settings.rounds - 1 {
                for index in 0..<(rowCount * Self.width) { sums[index] += weights[index] }
                for index in transitions.indices { transitionSums[index] += transitions[index] }
                averaged += 1
            }
            report(round + 1, Float(loss / Double(max(1, examples.count))))
        }
    }

    private var kept: [UInt32] = []

    private func step(
        _ example: ChainExample, _ settings: Settings, _ random: inout RandomSource, _ lattice: inout Lattice
    ) -> Float {
        let length = example.ends.count
        guard length > 0 else { return 0 }
        // Dropping features keeps the model from leaning on the names that it has seen.
        kept.removeAll(keepingCapacity: true)
        var keptEnds: [Int] = []
        keptEnds.reserveCapacity(length)
        var begin = 0
        for end in example.ends {
            for row in example.features[begin..<end] where settings.dropout == 0 || random.unit() >= settings.dropout {
                kept.append(row)
            }
            keptEnds.append(kept.count)
            begin = end
        }
        lattice.prepare(length: length)
        begin = 0
        for (element, end) in keptEnds.enumerated() {
            let target = lattice.emissions + element * Self.width
            for lane in 0..<Self.width { target[lane] = 0 }
            for row in kept[begin..<end] {
                let source = weights + Int(row) * Self.width
                for lane in 0..<Self.width { target[lane] += source[lane] }
            }
            begin = end
        }
        let full: UInt32 = labels == 32 ? .max : (1 << UInt32(labels)) - 1
        lattice.load(transitions: transitions, mayFollow: mayFollow, mayStart: mayStart, mayEnd: mayEnd)
        let all = lattice.run(length: length, masks: nil, full: full, sign: -1)
        let gold = lattice.run(length: length, masks: example.allowed, full: full, sign: 1)
        guard all.isFinite, gold.isFinite else { return 0 }
        begin = 0
        let rate = settings.rate
        for (element, end) in keptEnds.enumerated() {
            let gradient = lattice.gradient + element * Self.width
            for lane in 0..<Self.width { gradient[lane] *= example.weight }
            for row in kept[begin..<end] {
                let weight = weights + Int(row) * Self.width
                let square = squares + Int(row) * Self.width
                for lane in 0..<Self.width {
                    let g = gradient[lane]
                    square[lane] += g * g
                    weight[lane] += rate * g / square[lane].squareRoot()
                }
            }
            begin = end
        }
        for index in transitions.indices {
            let g = lattice.transitionGradient[index] * example.weight
            transitionSquares[index] += g * g
            transitions[index] += rate * g / transitionSquares[index].squareRoot()
        }
        return all - gold
    }

    /// How much each row says: the length of its weights as they are now.
    func strengths() -> [Float] {
        (0..<rowCount).map { row in
            var total: Float = 0
            for label in 0..<labels { total += weights[row * Self.width + label] * weights[row * Self.width + label] }
            return total
        }
    }

    /// The model's bytes, weights rounded to one byte each; see ``ChainModel``.
    func encoded(_ index: FeatureIndex) -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(value >> UInt32(shift) & 0xFF)) }
        }
        let share = 1 / max(1, averaged)
        // The few largest weights are cut, so that the others keep their precision.
        var histogram = [Int](repeating: 0, count: 4096)
        for row in 0..<rowCount {
            for label in 0..<labels {
                let size = abs(sums[row * Self.width + label] * share)
                histogram[min(4095, Int(size * 256))] += 1
            }
        }
        var rest = max(1, (rowCount * labels) / 20_000)
        var top = 4095
        while top > 16, rest - histogram[top] > 0 {
            rest -= histogram[top]
            top -= 1
        }
        let scale = Float(top + 1) / 256 / 127
        put(ChainModel.magic)
        put(UInt32(labels))
        put(UInt32(index.bucketBits))
        put(scale.bitPattern)
        func transition(_ row: Int, _ label: Int, _ allowed: Bool) {
            put((allowed ? transitionSums[row * Self.width + label] * share : ChainModel.impossible).bitPattern)
        }
        for label in 0..<labels { transition(labels, label, mayStart(label)) }
        for label in 0..<labels { transition(labels + 1, label, mayEnd(label)) }
        for from in 0..<labels { for to in 0..<labels { transition(from, to, mayFollow(from, to)) } }
        bytes.reserveCapacity(bytes.count + rowCount * (labels + 1) + 32)
        bytes.append(contentsOf: index.checks)
        for row in 0..<rowCount {
            for label in 0..<labels {
                let value = (sums[row * Self.width + label] * share / scale).rounded()
                bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
            }
        }
        bytes.append(contentsOf: repeatElement(0, count: 32))
        return bytes
    }
}
