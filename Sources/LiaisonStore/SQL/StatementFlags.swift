internal import LiaisonModel

/// The small enumerations of a statement in one integer.
///
/// The orders below are part of the file format: entries are only ever added at the end.
struct StatementFlags: Claim {
    var factuality: Factuality
    var time: TimeState
    var negated: Bool
    var part: ArticlePart
    var bound: Amount.Bound
    var scope: Amount.Scope

    private static let factualities: [Factuality] = [.asserted, .reported, .rumoured, .denied, .hypothetical]
    private static let times: [TimeState] = [.current, .planned, .ended]
    private static let bounds: [Amount.Bound] = [.exact, .atMost, .atLeast, .about, .range]
    private static let scopes: [Amount.Scope] = [.edge, .round, .total, .ceiling]

    /// SQL that is true of the flags of a statement that may stand as a plain edge; see `Qualifiers.holds`.
    static let holds = "(statement.flags & 7 < 3 AND statement.flags & 32 = 0)"

    init(_ statement: Statement) {
        self.init(statement.qualifiers, statement.evidence.part)
    }

    private init(
        factuality: Factuality, time: TimeState, negated: Bool, part: ArticlePart, bound: Amount.Bound,
        scope: Amount.Scope
    ) {
        (self.factuality, self.time, self.negated, self.part) = (factuality, time, negated, part)
        (self.bound, self.scope) = (bound, scope)
    }

    init(_ slices: borrowing StatementSlices) {
        if slices.isQualified {
            self.init(slices.qualifiers, slices.part)
        } else {
            self.init(
                factuality: slices.factuality, time: slices.time, negated: slices.negated, part: slices.part,
                bound: .exact, scope: .edge)
        }
    }

    init(_ qualifiers: Qualifiers, _ part: ArticlePart) {
        factuality = qualifiers.factuality
        time = qualifiers.time
        negated = qualifiers.negated
        self.part = part
        bound = qualifiers.amount?.bound ?? .exact
        scope = qualifiers.amount?.scope ?? .edge
    }

    /// Values that no version has written are read as the plainest.
    init(code: Int) {
        func pick<T>(_ values: [T], _ index: Int) -> T { values[index < values.count ? index : 0] }
        factuality = pick(Self.factualities, code & 7)
        time = pick(Self.times, code >> 3 & 3)
        negated = code & 32 != 0
        part = code & 64 != 0 ? .title : .text
        bound = pick(Self.bounds, code >> 7 & 7)
        scope = pick(Self.scopes, code >> 10 & 3)
    }

    /// How much a statement of so many ten-thousandths of confidence speaks for its edge.
    func strength(steps: Int) -> Double { Double(steps) / 10_000 * Belief.weight(factuality) }

    var code: Int {
        func place<T: Equatable>(_ value: T, _ values: [T]) -> Int {
            values[0] == value ? 0 : values.firstIndex(of: value) ?? 0
        }
        return place(factuality, Self.factualities) | place(time, Self.times) << 3 | (negated ? 32 : 0)
            | (part == .title ? 64 : 0) | place(bound, Self.bounds) << 7 | place(scope, Self.scopes) << 10
    }
}
