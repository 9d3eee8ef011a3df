/// What one place in one article says: the only thing that extraction writes.
public struct Statement: Hashable, Sendable {
    public var article: ArticleHead
    public var subject: EntityReference
    public var relation: RelationID
    public var object: EntityReference
    public var qualifiers: Qualifiers
    /// The probability that the article states this, from 0 to 1, in steps of 0.0001.
    public var confidence: Double
    public var evidence: Evidence
    /// The rule that found it, such as `fr.award.passive`.
    public var rule: String

    public init(
        article: ArticleHead, subject: EntityReference, relation: RelationID, object: EntityReference,
        qualifiers: Qualifiers = Qualifiers(), confidence: Double, evidence: Evidence, rule: String
    ) {
        self.article = article
        self.subject = subject
        self.relation = relation
        self.object = object
        self.qualifiers = qualifiers
        self.confidence = confidence
        self.evidence = evidence
        self.rule = rule
    }

    /// Twenty hexadecimal digits that depend on the article, the place and what is stated, and on nothing else.
    public var id: String {
        var hash = SHA256()
        let e = evidence
        let fields: [String] = [
            article.sha256, subject.key.text, relation.text, object.key.text, e.part.rawValue,
            "\(e.range.start) \(e.range.end) \(e.subject.start) \(e.subject.end) \(e.object.start) \(e.object.end)",
            qualifiers.factuality.rawValue, qualifiers.time.rawValue, qualifiers.negated ? "negated" : "",
        ]
        for field in fields {
            hash.update(field.utf8)
            hash.update(CollectionOfOne(0))
        }
        return Hexadecimal.text(hash.finalize().prefix(10))
    }

    /// The order in which an article's statements are written: by evidence, then by what is said.
    public static func precedes(_ a: Statement, _ b: Statement) -> Bool {
        if a.evidence.part != b.evidence.part { return a.evidence.part < b.evidence.part }
        if a.evidence.range != b.evidence.range { return a.evidence.range < b.evidence.range }
        if a.relation != b.relation { return a.relation < b.relation }
        if a.subject.key != b.subject.key { return a.subject.key < b.subject.key }
        if a.object.key != b.object.key { return a.object.key < b.object.key }
        return a.rule < b.rule
    }
}
