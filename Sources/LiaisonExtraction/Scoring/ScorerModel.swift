package import LiaisonLanguage
internal import LiaisonModel

/// The weights of the scorer: a softmax over relations and directions with hashed features and weights of one byte, and a
/// linear regression on what the words are like that is added to it, all read where they lie; and how its probabilities are
/// calibrated.
///
/// The bytes are a header (magic, bits of the row number, number of directed and of symmetric relations, length of the
/// text, number of calibration values, scale of a weight), the relations' names separated by line feeds and padded to
/// four bytes, the calibration values as floats, the rows of 32 signed bytes, the word vectors of French and of English
/// (``ScorerVectors``), and for each of the two languages 32 floats for each number of ``PairVectors``.
package struct ScorerModel: Sendable {
    package static let magic: UInt32 = 0x44_53_43_4C
    package static let headerSize = 28

    package let lanes: ScorerLanes
    package let rowBits: Int
    /// See ``ScorerCalibration``.
    package let calibration: ScorerCalibration
    private let scale: Float
    private let rows: Rows
    private let french: ScorerVectors
    private let english: ScorerVectors
    private let frenchWeights: Rows
    private let englishWeights: Rows

    /// The weights' place; constant for the life of the program.
    private struct Rows: @unchecked Sendable {
        let pointer: UnsafeRawPointer
    }

    /// Nil where the bytes are not such a model.
    package init?(_ data: ModelData) {
        guard data.count > Self.headerSize, data.uint32(at: 0) == Self.magic else { return nil }
        let bits = Int(data.uint32(at: 4))
        let directed = Int(data.uint32(at: 8))
        let symmetric = Int(data.uint32(at: 12))
        let length = Int(data.uint32(at: 16))
        let values = Int(data.uint32(at: 20))
        guard (4...20).contains(bits), directed + symmetric < ScorerLanes.half, length % 4 == 0, length < 4096,
            values < 4096, data.count > Self.headerSize + length + values * 4 + ScorerLanes.width << bits
        else { return nil }
        let start = Self.headerSize + length + values * 4
        guard let french = ScorerVectors(data, at: start + ScorerLanes.width << bits),
            let english = ScorerVectors(data, at: french.end),
            data.count == english.end + 2 * Self.vectorWeights * 4
        else { return nil }
        let text = String(
            decoding: (0..<length).map { data.byte(at: Self.headerSize + $0) }.filter { $0 != 0 }, as: UTF8.self)
        let names = text.split(separator: "\n").map { RelationID(String($0)) }
        guard names.count == directed + symmetric,
            let lanes = ScorerLanes(
                directed: Array(names[..<directed]), symmetric: Array(names[directed...])),
            let calibration = ScorerCalibration(
                (0..<values).map { data.float(at: Self.headerSize + length + $0 * 4) }, lanes: lanes)
        else { return nil }
        self.lanes = lanes
        self.calibration = calibration
        rowBits = bits
        scale = data.float(at: 24)
        rows = Rows(pointer: data.pointer(at: start))
        self.french = french
        self.english = english
        frenchWeights = Rows(pointer: data.pointer(at: english.end))
        englishWeights = Rows(pointer: data.pointer(at: english.end + Self.vectorWeights * 4))
    }

    /// Floats that weigh the vectors of one language: ``ScorerLanes/width`` for each number of a pair.
    package static let vectorWeights = PairVectors.width * ScorerLanes.width

    /// The word vectors of a language; those of English where it is neither.
    func vectors(_ language: Language) -> ScorerVectors { language == .french ? french : english }

    /// Adds what a pair's words are like to the scores of the outcomes.
    package func addVectors(_ features: PairFeatureList, to scores: inout [Float]) {
        let weights = (features.language == .french ? frenchWeights : englishWeights).pointer
        var sums = SIMD32<Float>.zero
        for (index, value) in features.vectors.enumerated() where value != 0 {
            let row = weights.loadUnaligned(
                fromByteOffset: index &* ScorerLanes.width &* 4, as: SIMD32<Float>.self)
            sums += row * value
        }
        for outcome in scores.indices where outcome < ScorerLanes.width { scores[outcome] += sums[outcome] }
    }

    /// The bytes of a model.
    /// - Parameters:
    ///   - rows: 32 weights for each of `1 << rowBits` rows.
    ///   - vectors: The bytes of French and of English ``ScorerVectors``.
    ///   - weights: ``vectorWeights`` for each of them.
    package static func encoded(
        lanes: ScorerLanes, rowBits: Int, scale: Float, calibration: ScorerCalibration, rows: [Int8],
        vectors: [UInt8], weights: [Float]
    ) -> [UInt8] {
        var text = Array((lanes.directed + lanes.symmetric).map(\.text).joined(separator: "\n").utf8)
        while text.count % 4 != 0 { text.append(0) }
        let values = calibration.values
        var out: [UInt8] = []
        func put(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
        }
        for value in [
            magic, UInt32(rowBits), UInt32(lanes.directed.count), UInt32(lanes.symmetric.count), UInt32(text.count),
            UInt32(values.count), scale.bitPattern,
        ] { put(value) }
        out += text
        for value in values { put(value.bitPattern) }
        out += rows.map { UInt8(bitPattern: $0) }
        out += vectors
        for index in 0..<2 * vectorWeights { put((index < weights.count ? weights[index] : 0).bitPattern) }
        return out
    }

    /// The scores of the lanes: the sums of the features' weights by the root of their number.
    package func add(_ features: PairFeatureList, to lanes: UnsafeMutablePointer<Float>) {
        for lane in 0..<ScorerLanes.width { lanes[lane] = 0 }
        let elements = features.elements
        guard !elements.isEmpty else { return }
        let shift = UInt32(32 - rowBits)
        let unit = scale / Float(elements.count).squareRoot()
        var start = 0
        while start < elements.count {
            // Sums of two bytes hold 256 weights.
            let end = min(start + 200, elements.count)
            add(elements[start..<end], shift, unit, lanes)
            start = end
        }
    }

    private func add(
        _ elements: ArraySlice<PairFeatureList.Element>, _ shift: UInt32, _ unit: Float,
        _ lanes: UnsafeMutablePointer<Float>
    ) {
        // Two weights to a lane of 16 bits, widened by shifts, as in ``ChainModel``.
        var even = SIMD16<Int16>(repeating: 0)
        var odd = even
        var turnedEven = even
        var turnedOdd = even
        for element in elements {
            let pair = rows.pointer.loadUnaligned(
                fromByteOffset: Int(element.key >> shift) &* ScorerLanes.width, as: SIMD16<Int16>.self)
            let low = (pair &<< 8) &>> 8
            let high = pair &>> 8
            if element.reading != .turned {
                even &+= low
                odd &+= high
            }
            if element.reading != .plain {
                turnedEven &+= low
                turnedOdd &+= high
            }
        }
        even &+= SIMD16(lowHalf: turnedEven.highHalf, highHalf: turnedEven.lowHalf)
        odd &+= SIMD16(lowHalf: turnedOdd.highHalf, highHalf: turnedOdd.lowHalf)
        for lane in 0..<16 {
            lanes[2 * lane] += Float(even[lane]) * unit
            lanes[2 * lane + 1] += Float(odd[lane]) * unit
        }
    }

    /// The weight that one feature adds to an outcome, for explanations.
    func weight(_ element: PairFeatureList.Element, outcome: Int, count: Int) -> Float {
        let row = Int(element.key >> UInt32(32 - rowBits)) &* ScorerLanes.width
        var values = [Float](repeating: 0, count: ScorerLanes.width)
        for lane in 0..<ScorerLanes.width {
            let weight = Float(rows.pointer.load(fromByteOffset: row + lane, as: Int8.self))
            let turned = (lane + ScorerLanes.half) % ScorerLanes.width
            if element.reading != .turned { values[lane] += weight }
            if element.reading != .plain { values[turned] += weight }
        }
        var scores = [Float](repeating: 0, count: lanes.outcomeCount)
        lanes.outcomes(of: values, into: &scores)
        return scores[outcome] * scale / Float(count).squareRoot()
    }
}

extension ScorerModel {
    /// The softmax of scores.
    package static func probabilities(_ scores: [Float]) -> [Float] {
        let most = scores.max() ?? 0
        var out = scores.map { Exponential.of($0 - most) }
        let total = out.reduce(0, +)
        for index in out.indices { out[index] /= total }
        return out
    }

    /// The outcome to say of two given mentions: the likeliest, but none only where it is a third likelier than any other.
    /// Where recall counts as much as precision, a relation is worth saying from half of the F1 on that is reached.
    package static func choice(_ probabilities: [Float]) -> Int {
        let none = probabilities.count - 1
        var best = 0
        for outcome in 0..<max(none, 0) where probabilities[outcome] > probabilities[best] { best = outcome }
        return none > 0 && probabilities[none] > 1.35 * probabilities[best] ? none : best
    }

    /// The model inside the program; nil where it is missing or damaged.
    package static let linked = ScorerModel(Models.scorer)
}
