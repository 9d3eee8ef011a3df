/// A linear-chain conditional random field over at most 32 labels (Lafferty, McCallum, Pereira, 2001) with hashed
/// features and weights of one byte, read where they lie.
///
/// The bytes are a header (magic, number of labels, bits of the row number, scale of a weight), the weights of starting
/// with, going from and to, and ending with a label as floats, and the rows of one signed byte per label.
package struct ChainModel: Sendable {
    package static let magic: UInt32 = 0x4D_48_43_4C
    package static let headerSize = 16
    /// The most labels a chain can have.
    package static let maximumLabels = 32

    package let labelCount: Int
    package let rowBits: Int
    /// The weights of beginning a sequence with a label, of ending it, and of each label (row) before each (lane).
    package let start: SIMD32<Float>
    package let end: SIMD32<Float>
    package let transitions: [SIMD32<Float>]
    /// The same as powers of e; 0 for what must not be.
    package let startFactors: SIMD32<Float>
    package let endFactors: SIMD32<Float>
    package let transitionFactors: [SIMD32<Float>]
    private let scale: Float
    private let rows: UnsafeRawPointerBox

    /// The weights' place; constant for the life of the program.
    private struct UnsafeRawPointerBox: @unchecked Sendable {
        let pointer: UnsafeRawPointer
    }

    /// Weights of what must not be.
    package static let impossible: Float = -10_000

    /// Nil where the bytes are not such a model.
    package init?(_ data: ModelData) {
        guard data.count > Self.headerSize, data.uint32(at: 0) == Self.magic else { return nil }
        let labels = Int(data.uint32(at: 4))
        let bits = Int(data.uint32(at: 8))
        guard (1...Self.maximumLabels).contains(labels), (4...24).contains(bits) else { return nil }
        let weights = Self.headerSize
        let table = weights + (labels * labels + 2 * labels) * 4
        // A row is read as 32 bytes: what follows the labels is the next row's, and is not looked at.
        guard data.count == table + labels << bits + 32 else { return nil }
        labelCount = labels
        rowBits = bits
        scale = data.float(at: 12)
        func vector(_ offset: Int) -> SIMD32<Float> {
            var vector = SIMD32<Float>(repeating: Self.impossible)
            for label in 0..<labels { vector[label] = data.float(at: offset + label * 4) }
            return vector
        }
        start = vector(weights)
        end = vector(weights + labels * 4)
        transitions = (0..<labels).map { vector(weights + (2 + $0) * labels * 4) }
        func factors(_ weights: SIMD32<Float>) -> SIMD32<Float> {
            var factors = SIMD32<Float>(repeating: 0)
            for label in 0..<labels { factors[label] = Exponential.of(weights[label]) }
            return factors
        }
        startFactors = factors(start)
        endFactors = factors(end)
        transitionFactors = transitions.map(factors)
        rows = UnsafeRawPointerBox(pointer: data.pointer(at: table))
    }

    /// The sums of the features' weights per label; lanes without a label are impossible.
    @inline(__always)
    package func emission(of features: FeatureList) -> SIMD32<Float> {
        // Two labels to a lane of 16 bits: the low byte and the high byte are widened by shifts, which every
        // processor does sixteen at a time, where a conversion from Int8 is done one by one.
        var even = SIMD16<Int16>(repeating: 0)
        var odd = SIMD16<Int16>(repeating: 0)
        // A list made for a larger table must not read beyond this one.
        let mask = (UInt32(1) << UInt32(rowBits)) - 1
        features.rows.withUnsafeBufferPointer { list in
            for row in list {
                let pair = rows.pointer.loadUnaligned(fromByteOffset: Int(row & mask) &* labelCount, as: SIMD16<Int16>.self)
                even &+= (pair &<< 8) &>> 8
                odd &+= pair &>> 8
            }
        }
        var result = SIMD32<Float>(repeating: Self.impossible)
        for label in 0..<labelCount {
            let sum = label & 1 == 0 ? even[label >> 1] : odd[label >> 1]
            result[label] = Float(sum) * scale
        }
        return result
    }
}
