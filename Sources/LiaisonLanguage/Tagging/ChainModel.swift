/// A linear-chain conditional random field over at most 32 labels (Lafferty, McCallum, Pereira, 2001) with hashed
/// features and weights of one byte, read where they lie.
///
/// The bytes are a header (magic, number of labels, bits of the row number, scale of a weight), the weights of starting
/// with, going from and to, and ending with a label as floats, and the rows of one signed byte per label.
package struct ChainModel: Sendable {
    package static let magic: UInt32 = 0x4D_48_43_4C
    package static let headerSize = 16
    /// The most labels a chain can have.
    package static let maximumLabels = width
    /// Floats in a row of scores; lanes beyond the labels are impossible.
    package static let width = 32

    package let labelCount: Int
    package let rowBits: Int
    /// A row of the weights of beginning a sequence with a label, and one of ending it.
    let edges: [Float]
    /// Per label a row of the weights of each label after it.
    let transitions: [Float]
    /// The same as powers of e; 0 for what must not be.
    let edgeFactors: [Float]
    let transitionFactors: [Float]
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
        let table = Self.headerSize + (labels * labels + 2 * labels) * 4
        // A row is read as 32 bytes: what follows the labels is the next row's, and is not looked at.
        guard data.count == table + labels << bits + 32 else { return nil }
        labelCount = labels
        rowBits = bits
        scale = data.float(at: 12)
        func read(_ first: Int, _ count: Int) -> [Float] {
            var weights: [Float] = []
            for row in first..<first + count {
                for lane in 0..<Self.width {
                    weights.append(
                        lane < labels
                            ? data.float(at: table - (labels + 2 - row) * labels * 4 + lane * 4) : Self.impossible)
                }
            }
            return weights
        }
        edges = read(0, 2)
        transitions = read(2, labels)
        func factors(_ weights: [Float]) -> [Float] { weights.map(Exponential.of) }
        edgeFactors = factors(edges)
        transitionFactors = factors(transitions)
        rows = UnsafeRawPointerBox(pointer: data.pointer(at: table))
    }

    /// Writes the sums of the features' weights, one per label; lanes without a label are impossible.
    func addEmission(of features: FeatureList, to row: UnsafeMutablePointer<Float>) {
        // Two labels to a lane of 16 bits: the low byte and the high byte are widened by shifts, which every
        // processor does sixteen at a time, where a conversion from Int8 is done one by one.
        var even = SIMD16<Int16>(repeating: 0)
        var odd = SIMD16<Int16>(repeating: 0)
        // A list made for a larger table must not read beyond this one.
        let mask = (UInt32(1) << UInt32(rowBits)) - 1
        features.rows.withUnsafeBufferPointer { list in
            for number in list {
                let pair = rows.pointer.loadUnaligned(
                    fromByteOffset: Int(number & mask) &* labelCount, as: SIMD16<Int16>.self)
                even &+= (pair &<< 8) &>> 8
                odd &+= pair &>> 8
            }
        }
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: Self.width) { sums in
            guard let base = sums.baseAddress else { return }
            UnsafeMutableRawPointer(base).storeBytes(of: even, as: SIMD16<Int16>.self)
            UnsafeMutableRawPointer(base + 16).storeBytes(of: odd, as: SIMD16<Int16>.self)
            for lane in 0..<16 {
                row[2 * lane] = Float(base[lane]) * scale
                row[2 * lane + 1] = Float(base[16 + lane]) * scale
            }
            for lane in labelCount..<Self.width { row[lane] = Self.impossible }
        }
    }
}
