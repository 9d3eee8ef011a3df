internal import LiaisonLanguage

/// Forward and backward sums over one sequence, scaled per element, with the gradient they give.
struct Lattice: ~Copyable {
    private static let width = 32
    private let labels: Int
    private var capacity = 0
    private(set) var emissions: UnsafeMutablePointer<Float>
    private var potentials: UnsafeMutablePointer<Float>
    private var forward: UnsafeMutablePointer<Float>
    private var backward: UnsafeMutablePointer<Float>
    /// Expected counts with the sign of each run, per element and label.
    private(set) var gradient: UnsafeMutablePointer<Float>
    let transitionGradient: UnsafeMutablePointer<Float>
    private let exponentials: UnsafeMutablePointer<Float>
    private let transitionCount: Int

    init(labels: Int) {
        self.labels = labels
        emissions = .allocate(capacity: 1)
        potentials = .allocate(capacity: 1)
        forward = .allocate(capacity: 1)
        backward = .allocate(capacity: 1)
        gradient = .allocate(capacity: 1)
        transitionCount = (labels + 2) * Self.width
        transitionGradient = .allocate(capacity: transitionCount)
        exponentials = .allocate(capacity: transitionCount)
        transitionGradient.initialize(repeating: 0, count: transitionCount)
        exponentials.initialize(repeating: 0, count: transitionCount)
    }

    deinit {
        emissions.deallocate()
        potentials.deallocate()
        forward.deallocate()
        backward.deallocate()
        gradient.deallocate()
        transitionGradient.deallocate()
        exponentials.deallocate()
    }

    mutating func prepare(length: Int) {
        if length > capacity {
            capacity = length * 2
            let count = capacity * Self.width
            emissions.deallocate()
            potentials.deallocate()
            forward.deallocate()
            backward.deallocate()
            gradient.deallocate()
            emissions = .allocate(capacity: count)
            potentials = .allocate(capacity: count)
            forward = .allocate(capacity: count)
            backward = .allocate(capacity: count)
            gradient = .allocate(capacity: count)
            emissions.initialize(repeating: 0, count: count)
            potentials.initialize(repeating: 0, count: count)
            forward.initialize(repeating: 0, count: count)
            backward.initialize(repeating: 0, count: count)
            gradient.initialize(repeating: 0, count: count)
        }
        for index in 0..<(length * Self.width) { gradient[index] = 0 }
        for index in 0..<transitionCount { transitionGradient[index] = 0 }
    }

    mutating func load(
        transitions: [Float], mayFollow: (Int, Int) -> Bool, mayStart: (Int) -> Bool, mayEnd: (Int) -> Bool
    ) {
        for from in 0..<labels {
            for to in 0..<labels {
                let index = from * Self.width + to
                exponentials[index] = mayFollow(from, to) ? Exponential.of(transitions[index]) : 0
            }
        }
        for label in 0..<labels {
            let start = labels * Self.width + label
            exponentials[start] = mayStart(label) ? Exponential.of(transitions[start]) : 0
            let end = (labels + 1) * Self.width + label
            exponentials[end] = mayEnd(label) ? Exponential.of(transitions[end]) : 0
        }
    }

    /// Adds the expected counts, times the sign, to the gradients and gives the logarithm of the sum over all sequences
    /// that the masks allow; not finite where none is.
    mutating func run(length: Int, masks: [UInt32]?, full: UInt32, sign: Float) -> Float {
        let width = Self.width
        var logarithm: Float = 0
        let table = exponentials
        for element in 0..<length {
            let emission = emissions + element * width
            let potential = potentials + element * width
            var top = -Float.infinity
            for label in 0..<labels { top = max(top, emission[label]) }
            logarithm += top
            let mask = masks?[element] ?? full
            for label in 0..<width {
                potential[label] =
                    label < labels && mask >> UInt32(label) & 1 == 1 ? Exponential.of(emission[label] - top) : 0
            }
            let row = forward + element * width
            if element == 0 {
                let start = table + labels * width
                for label in 0..<width { row[label] = start[label] * potential[label] }
            } else {
                let before = forward + (element - 1) * width
                for label in 0..<width { row[label] = 0 }
                for from in 0..<labels where before[from] > 0 {
                    let factor = before[from]
                    let source = table + from * width
                    for label in 0..<width { row[label] += factor * source[label] }
                }
                for label in 0..<width { row[label] *= potential[label] }
            }
            var sum: Float = 0
            for label in 0..<labels { sum += row[label] }
            guard sum > 0 else { return .nan }
            for label in 0..<width { row[label] /= sum }
            logarithm += Exponential.logarithm(sum)
        }
        let last = forward + (length - 1) * width
        let end = table + (labels + 1) * width
        var sum: Float = 0
        for label in 0..<labels { sum += last[label] * end[label] }
        guard sum > 0 else { return .nan }
        logarithm += Exponential.logarithm(sum)
        let tail = backward + (length - 1) * width
        for label in 0..<width { tail[label] = label < labels ? end[label] : 0 }
        for element in stride(from: length - 2, through: 0, by: -1) {
            let row = backward + element * width
            let after = backward + (element + 1) * width
            let potential = potentials + (element + 1) * width
            withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { product in
                var scale: Float = 0
                for label in 0..<width { product[label] = after[label] * potential[label] }
                for from in 0..<labels {
                    let source = table + from * width
                    var total: SIMD8<Float> = .zero
                    for chunk in 0..<4 {
                        let a = UnsafeRawPointer(source + chunk * 8).loadUnaligned(as: SIMD8<Float>.self)
                        let b = UnsafeRawPointer(product.baseAddress.unsafelyUnwrapped + chunk * 8)
                            .loadUnaligned(as: SIMD8<Float>.self)
                        total += a * b
                    }
                    row[from] = total.sum()
                    scale += row[from]
                }
                for label in labels..<width { row[label] = 0 }
                for label in 0..<labels { row[label] /= max(scale, 1e-30) }
            }
        }
        for element in 0..<length {
            let a = forward + element * width, b = backward + element * width
            let target = gradient + element * width
            var norm: Float = 0
            for label in 0..<labels { norm += a[label] * b[label] }
            guard norm > 0 else { return .nan }
            let factor = sign / norm
            for label in 0..<labels { target[label] += a[label] * b[label] * factor }
            if element == 0 {
                for label in 0..<labels {
                    transitionGradient[labels * width + label] += a[label] * b[label] * factor
                }
            }
            if element == length - 1 {
                for label in 0..<labels {
                    transitionGradient[(labels + 1) * width + label] += a[label] * b[label] * factor
                }
            }
            guard element > 0 else { continue }
            let before = forward + (element - 1) * width
            let potential = potentials + element * width
            withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { product in
                for label in 0..<width { product[label] = b[label] * potential[label] }
                var norm: Float = 0
                for from in 0..<labels where before[from] > 0 {
                    let source = table + from * width
                    var part: Float = 0
                    for label in 0..<labels { part += source[label] * product[label] }
                    norm += before[from] * part
                }
                guard norm > 0 else { return }
                for from in 0..<labels where before[from] > 0 {
                    let factor = sign * before[from] / norm
                    let source = table + from * width
                    let counts = transitionGradient + from * width
                    for label in 0..<labels { counts[label] += factor * source[label] * product[label] }
                }
            }
        }
        return logarithm
    }
}
