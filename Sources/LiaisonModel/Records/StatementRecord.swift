/// A ``Statement`` as an export reads it: the same fields, in borrowed memory.
///
/// What it has in common with its edge, subject, relation and object, stands there only.
public struct StatementRecord {
    /// The content hash of the article.
    public var sha256: BorrowedText
    public var url: BorrowedText?
    public var title: BorrowedText?
    public var publisher: BorrowedText?
    public var published: BorrowedText?

    public var factuality = Factuality.asserted
    public var time = TimeState.current
    public var negated = false
    public var amount: AmountRecord?
    public var date: BorrowedText?
    public var start: BorrowedText?
    public var end: BorrowedText?
    public var stake: ExactDecimal?
    public var round: BorrowedText?
    public var role: BorrowedText?
    public var count: BorrowedText?
    public var source: BorrowedText?

    public var confidence: Double
    public var rule: BorrowedText

    public var part = ArticlePart.text
    public var range: CodePointRange
    public var subjectRange: CodePointRange
    public var objectRange: CodePointRange
    public var via: UnsafeBufferPointer<CodePointRange>
    public var quote: BorrowedText

    public init(
        sha256: BorrowedText, quote: BorrowedText, rule: BorrowedText, confidence: Double, range: CodePointRange,
        subjectRange: CodePointRange, objectRange: CodePointRange,
        via: UnsafeBufferPointer<CodePointRange> = UnsafeBufferPointer(start: nil, count: 0)
    ) {
        self.sha256 = sha256
        self.quote = quote
        self.rule = rule
        self.confidence = confidence
        self.range = range
        self.subjectRange = subjectRange
        self.objectRange = objectRange
        self.via = via
    }
}

extension StatementRecord: Claim {}

/// An ``Amount`` in borrowed memory.
public struct AmountRecord {
    public var value: ExactDecimal
    public var maximum: ExactDecimal?
    public var currency: BorrowedText
    public var bound: Amount.Bound
    public var scope: Amount.Scope
    public var text: BorrowedText?

    public init(
        value: ExactDecimal, maximum: ExactDecimal?, currency: BorrowedText, bound: Amount.Bound,
        scope: Amount.Scope, text: BorrowedText?
    ) {
        self.value = value
        self.maximum = maximum
        self.currency = currency
        self.bound = bound
        self.scope = scope
        self.text = text
    }
}
