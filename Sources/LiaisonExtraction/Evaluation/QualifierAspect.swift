public import LiaisonModel

/// One thing to get right about a statement beside its two ends and its relation.
public enum QualifierAspect: String, CaseIterable, Sendable {
    case factuality, time, negated
    case amount, currency, bound, scope
    case date, start, end, stake, round, role, count, source

    /// Whether what was found is right in this aspect; nil when gold does not say.
    ///
    /// Sums may differ by half a percent, as rounding does. Counts and sources are given as said, in the words of either
    /// language: it counts that there is one.
    public func isRight(_ found: Qualifiers, gold: Qualifiers) -> Bool? {
        switch self {
        case .factuality: found.factuality == gold.factuality
        case .time: found.time == gold.time
        case .negated: found.negated == gold.negated
        case .amount: gold.amount.map { Self.isNear(found.amount?.value, $0.value) }
        case .currency: gold.amount.map { found.amount?.currency == $0.currency }
        case .bound: gold.amount.map { found.amount?.bound == $0.bound }
        case .scope: gold.amount.map { found.amount?.scope == $0.scope }
        case .date: gold.date.map { found.date == $0 }
        case .start: gold.start.map { found.start == $0 }
        case .end: gold.end.map { found.end == $0 }
        case .stake: gold.stake.map { found.stake == $0 }
        case .round: gold.round.map { found.round == $0 }
        case .role: gold.role.map { found.role == $0 }
        case .count: gold.count.map { _ in found.count != nil }
        case .source: gold.source.map { _ in found.source != nil }
        }
    }

    /// What the qualifiers say in this aspect, for messages.
    public func text(_ qualifiers: Qualifiers) -> String? {
        switch self {
        case .factuality: qualifiers.factuality.rawValue
        case .time: qualifiers.time.rawValue
        case .negated: qualifiers.negated ? "negated" : "not negated"
        case .amount: qualifiers.amount?.value.description
        case .currency: qualifiers.amount?.currency
        case .bound: qualifiers.amount?.bound.rawValue
        case .scope: qualifiers.amount?.scope.rawValue
        case .date: qualifiers.date
        case .start: qualifiers.start
        case .end: qualifiers.end
        case .stake: qualifiers.stake?.description
        case .round: qualifiers.round
        case .role: qualifiers.role
        case .count: qualifiers.count
        case .source: qualifiers.source
        }
    }

    /// The aspects in which what was found is wrong.
    public static func wrong(_ found: Qualifiers, gold: Qualifiers) -> [QualifierAspect] {
        allCases.filter { $0.isRight(found, gold: gold) == false }
    }

    private static func isNear(_ found: ExactDecimal?, _ gold: ExactDecimal) -> Bool {
        let value = gold.approximate
        return abs((found?.approximate ?? 0) - value) < 0.005 * max(1, value)
    }
}
