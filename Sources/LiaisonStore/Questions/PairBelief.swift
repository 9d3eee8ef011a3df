/// The belief of the most believed edge between two entities, as far as it is known, in two bytes.
struct PairBelief: Equatable {
    private var code: UInt16

    private static let bound: UInt16 = 0x8000

    /// Nothing is known: the statements have to be read.
    static let unknown = PairBelief(code: 0xFFFF)
    /// There is no edge.
    static let none = PairBelief(code: 0x7FFF)

    private init(code: UInt16) { self.code = code }

    /// - Parameters:
    ///   - belief: in steps of 0.0001, as ``Belief/value(_:isDisputed:)`` gives it.
    ///   - isBound: whether the words of the statements have to be compared, which can only make it less.
    init(_ belief: Double, isBound: Bool) {
        code = UInt16(min(max(belief, 0), 1) * 10_000 + 0.5) | (isBound ? Self.bound : 0)
    }

    private var isNone: Bool { self == .none }

    /// Whether ``value`` is all there is to know.
    var isExact: Bool { code & Self.bound == 0 }

    /// The belief, nil where there is no edge; where it is not exact, no belief is greater.
    var value: Double? {
        if isNone { return nil }
        return self == .unknown ? 1 : Double(code & ~Self.bound) / 10_000
    }

    /// That of the better of several edges between the same two.
    func best(_ other: PairBelief) -> PairBelief {
        if isNone || other == .unknown { return other }
        if other.isNone || self == .unknown { return self }
        let (mine, others) = (code & ~Self.bound, other.code & ~Self.bound)
        if mine != others { return mine > others ? self : other }
        return isExact ? self : other
    }
}
