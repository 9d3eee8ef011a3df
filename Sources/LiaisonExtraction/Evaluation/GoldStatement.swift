public import LiaisonModel

/// A statement that people marked in an article.
public struct GoldStatement: Hashable, Sendable {
    /// The names of two entities of the article.
    public var subject: String
    public var relation: RelationID
    public var object: String
    /// What is nil here was not marked, and is not compared.
    public var qualifiers: Qualifiers
    /// Code points of the text; nil for the title or where it was not marked.
    public var evidence: CodePointRange?
    /// How hard it is to find: `explicit-one-sentence`, `needs-reference` … Nil where it was not marked.
    public var difficulty: String?

    public init(
        subject: String, relation: RelationID, object: String, qualifiers: Qualifiers = Qualifiers(),
        evidence: CodePointRange? = nil, difficulty: String? = nil
    ) {
        self.subject = subject
        self.relation = relation
        self.object = object
        self.qualifiers = qualifiers
        self.evidence = evidence
        self.difficulty = difficulty
    }
}

extension GoldStatement {
    /// Reads a statement of a gold file, in the words of statements or in the short ones (`s`, `r`, `o`).
    /// - Throws: `JSONError` that names the field.
    init(json: JSONValue) throws(JSONError) {
        func text(_ long: String, _ short: String) throws(JSONError) -> String {
            guard let text = json[long]?.string ?? json[short]?.string else {
                throw JSONError(message: "a statement has no \"\(long)\"")
            }
            return text
        }
        self.init(
            subject: try text("subject", "s"), relation: RelationID(try text("relation", "r")),
            object: try text("object", "o"), qualifiers: try Qualifiers(json: json),
            difficulty: json["difficulty"]?.string)
        // A range below zero stands for the title.
        if let range = json["evidence"] {
            guard let pair = range.array, pair.count == 2, let start = pair[0].integer, let end = pair[1].integer else {
                throw JSONError(message: "\"evidence\" is [start, end]")
            }
            if 0 <= start, start <= end { evidence = CodePointRange(start, end) }
        }
    }
}
