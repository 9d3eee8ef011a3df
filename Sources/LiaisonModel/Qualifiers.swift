/// Who stands behind a statement, and how firmly.
public enum Factuality: String, CaseIterable, Sendable {
    /// The article itself says so, or a party announces its own deal.
    case asserted
    /// Another outlet or a quoted person says so.
    case reported
    /// Unnamed sources, the French press conditional, "reportedly".
    case rumoured
    case denied
    case hypothetical
}

/// When a statement holds.
public enum TimeState: String, CaseIterable, Sendable {
    /// Includes deals that are signed or agreed.
    case current
    /// Talks, plans, offers that are not closed.
    case planned
    case ended
}

/// A sum of money as it qualifies a statement.
public struct Amount: Hashable, Sendable {
    /// How the value bounds the sum.
    public enum Bound: String, CaseIterable, Sendable {
        case exact
        case atMost = "at-most"
        case atLeast = "at-least"
        case about
        /// From ``Amount/value`` to ``Amount/maximum``.
        case range
    }

    /// What the sum is the sum of.
    public enum Scope: String, CaseIterable, Sendable {
        /// This subject's and object's own.
        case edge
        /// The whole financing round.
        case round
        /// Several rounds added up.
        case total
        /// The upper limit of a contract.
        case ceiling
    }

    public var value: ExactDecimal
    /// The upper end when the bound is ``Bound/range``.
    public var maximum: ExactDecimal?
    /// An ISO 4217 code.
    public var currency: String
    public var bound: Bound
    public var scope: Scope
    /// The words of the article.
    public var text: String?

    public init(
        value: ExactDecimal, maximum: ExactDecimal? = nil, currency: String, bound: Bound = .exact,
        scope: Scope = .edge, text: String? = nil
    ) {
        self.value = value
        self.maximum = maximum
        self.currency = currency
        self.bound = bound
        self.scope = scope
        self.text = text
    }
}

/// Everything that qualifies a statement beyond subject, relation and object.
public struct Qualifiers: Hashable, Sendable {
    public var factuality: Factuality = .asserted
    public var time: TimeState = .current
    public var negated = false
    public var amount: Amount?
    /// When it happened, as an EDTF date: `2025-06-16`, `2025-06`, `XXXX-05`.
    public var date: String?
    /// EDTF, since when it holds.
    public var start: String?
    /// EDTF, until when it held.
    public var end: String?
    /// The share held or bought, from 0 to 1.
    public var stake: ExactDecimal?
    /// The financing round: `seed`, `series-a` …
    public var round: String?
    /// The part played: `lead`, `participant`, `principal`, `existing` …
    public var role: String?
    /// A number of contracts or the like, as said.
    public var count: String?
    /// Who said so, as written.
    public var source: String?

    public init() {}
}

extension Qualifiers: Claim {}
