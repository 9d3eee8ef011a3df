internal import CLiaisonModels

/// A linear-chain conditional random field over at most 32 labels (Lafferty, McCallum, Pereira, 2001) with chosen
/// features and weights of one byte, read where they lie.
///
/// A feature is a hash of 32 bits. Its first bits are the number of a bucket of four rows, its last eight tell the row's
/// own feature from others: what was not chosen when the model was fitted has no row, and costs no more than a look.
///
/// The bytes are a header (magic, number of labels, bits of the bucket number, scale of a weight), the weights of
/// starting with, going from and to, and ending with a label as floats, the last eight bits of each row's feature (0 for
/// none), and the rows of one signed byte per label.
package struct ChainModel: Sendable {
    package static let magic: UInt32 = 0x32_48_43_4C
    package static let headerSize = 16
    /// The most labels a chain can have.
    package static let maximumLabels = width
    /// Floats in a row of scores; lanes beyond the labels are impossible.
    package static let width = 32

    package let labelCount: Int
    package let bucketBits: Int
    /// A row of the weights of beginning a sequence with a label, and one of ending it.
    let edges: [Float]
    /// Per label a row of the weights of each label after it.
    let transitions: [Float]
    /// The same as powers of e; 0 for what must not be.
    let edgeFactors: [Float]
    let transitionFactors: [Float]
    private let scale: Float
    private let checks: UnsafeRawPointerBox
    private let rows: UnsafeRawPointerBox

    /// Rows in a bucket.
    package static let bucketSize = 4
    package static let bucketBitRange = 2...22

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
        guard (1...Self.maximumLabels).contains(labels), Self.bucketBitRange.contains(bits) else { return nil }
        let table = Self.headerSize + (labels * labels + 2 * labels) * 4
        // A row is read as 32 bytes: what follows the labels is the next row's, and is not looked at.
        let rowCount = Self.bucketSize << bits
        guard data.count == table + rowCount * (labels + 1) + 32 else { return nil }
        labelCount = labels
        bucketBits = bits
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
        checks = UnsafeRawPointerBox(pointer: data.pointer(at: table))
        rows = UnsafeRawPointerBox(pointer: data.pointer(at: table + rowCount))
    }

    /// The bucket of a feature.
    @inline(__always)
    package static func bucket(of feature: UInt32, bits: Int) -> Int { Int(feature >> UInt32(32 - bits)) }

    /// What tells a feature from others of its bucket; never 0.
    @inline(__always)
    package static func check(of feature: UInt32) -> UInt8 { max(1, UInt8(truncatingIfNeeded: feature)) }

    /// Asks for the memory in which the rows of features are looked up.
    @inline(__always)
    func prefetch(_ features: UnsafeBufferPointer<UInt32>) {
        for feature in features {
            liaison_prefetch(checks.pointer + Self.bucket(of: feature, bits: bucketBits) &* Self.bucketSize)
        }
    }

    /// Writes where the rows of those features begin that have one, asks for their memory, and says how many there are.
    /// - Parameter found: has room for all features and one more.
    @inline(__always)
    func findRows(of features: UnsafeBufferPointer<UInt32>, _ found: UnsafeMutablePointer<Int>) -> Int {
        var count = 0
        for feature in features {
            let bucket = Self.bucket(of: feature, bits: bucketBits)
            // The four bytes of a bucket are compared at once: the lowest marked one is zero for sure
            // ("Determine if a word has a zero byte", Anderson, Bit Twiddling Hacks).
            let other =
                checks.pointer.loadUnaligned(fromByteOffset: bucket &* Self.bucketSize, as: UInt32.self)
                .littleEndian ^ UInt32(Self.check(of: feature)) &* 0x0101_0101
            let zeros = (other &- 0x0101_0101) & ~other & 0x8080_8080
            // A bit beyond the four bytes, so that there always is one and nothing is asked: whether a feature has a row
            // is as good as random, and no processor guesses it.
            let place = (UInt64(zeros) | 1 << 32).trailingZeroBitCount &>> 3
            found[count] = (bucket &* Self.bucketSize &+ place) &* labelCount
            count &+= 1 &- place &>> 2
        }
        for place in 0..<count {
            // A row may lie across two lines.
            liaison_prefetch(rows.pointer + found[place])
            liaison_prefetch(rows.pointer + (found[place] &+ 31))
        }
        return count
    }

    /// Writes the sums of rows, one per label; lanes without a label are impossible.
    @inline(__always)
    func addRows(at places: UnsafeMutablePointer<Int>, count: Int, to row: UnsafeMutablePointer<Float>) {
        // Two labels to a lane of 16 bits: the low byte and the high byte are widened by shifts, which every
        // processor does sixteen at a time, where a conversion from Int8 is done one by one.
        var even = SIMD16<Int16>(repeating: 0)
        var odd = SIMD16<Int16>(repeating: 0)
        for index in 0..<count {
            let pair = rows.pointer.loadUnaligned(fromByteOffset: places[index], as: SIMD16<Int16>.self)
            even &+= (pair &<< 8) &>> 8
            odd &+= pair &>> 8
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
