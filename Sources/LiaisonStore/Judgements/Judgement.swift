/// One decision of a person. Never written by ingestion, never changed, only taken back by another.
public struct Judgement: Hashable, Sendable {
    /// What was decided.
    public enum Verb: String, CaseIterable, Sendable {
        /// The edge, or the statement, is right.
        case accept
        /// The edge, or the statement, is wrong: it is left out from now on.
        case reject
        /// A qualifier of the edge's statements, or of one statement, is what the value says; see ``QualifierEdit``.
        case edit
        /// The subject is the same entity as the object, which stands for both.
        case merge
        /// The subject and the object are two entities, whatever their names and identifiers say.
        case split
        /// The subject is to be called by the value.
        case rename
        /// An earlier judgement is taken back.
        case undo
    }

    /// Its number in the store, from 1 on.
    public var number: Int
    public var verb: Verb
    /// An entity's key; the identifier of a statement where there is no object.
    public var subject: String
    public var relation: String?
    public var object: String?
    public var value: String?
    /// The number of the judgement that an undo takes back.
    public var undoes: Int?
    public var author: String?
    public var reason: String?
    /// When it was made, as an RFC 3339 time in UTC.
    public var madeAt: String

    public init(
        number: Int, verb: Verb, subject: String, relation: String? = nil, object: String? = nil,
        value: String? = nil, undoes: Int? = nil, author: String? = nil, reason: String? = nil, madeAt: String
    ) {
        self.number = number
        self.verb = verb
        self.subject = subject
        self.relation = relation
        self.object = object
        self.value = value
        self.undoes = undoes
        self.author = author
        self.reason = reason
        self.madeAt = madeAt
    }
}
