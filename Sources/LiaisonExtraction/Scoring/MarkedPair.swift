public import LiaisonModel

/// A text with two marked mentions: the input of `classify`.
public struct MarkedPair: Hashable, Sendable {
    public var id: String?
    public var text: String
    public var language: String?
    /// Code points of ``text``.
    public var a: CodePointRange
    public var b: CodePointRange

    public init(id: String? = nil, text: String, language: String? = nil, a: CodePointRange, b: CodePointRange) {
        self.id = id
        self.text = text
        self.language = language
        self.a = a
        self.b = b
    }

    /// Reads a pair of `formats.md`. Unknown fields are ignored.
    /// - Throws: `JSONError` that names the field.
    public init(json: JSONValue) throws(JSONError) {
        guard case .object = json else { throw JSONError(message: "a pair is an object, not \(json.kindName)") }
        guard let text = json["text"]?.string else { throw JSONError(message: "the pair has no \"text\"") }
        let count = text.unicodeScalars.count
        func range(_ name: String) throws(JSONError) -> CodePointRange {
            guard let start = json[name]?["start"]?.integer, let end = json[name]?["end"]?.integer else {
                throw JSONError(message: "the pair has no \"\(name)\" with \"start\" and \"end\"")
            }
            guard 0 <= start, start < end, end <= count else {
                throw JSONError(message: "\"\(name)\" is not inside the \(count) code points of the text")
            }
            return CodePointRange(start, end)
        }
        self.init(
            id: json["id"]?.string ?? json["id"]?.integer.map { String($0) }, text: text,
            language: json["language"]?.string, a: try range("a"), b: try range("b"))
    }
}

/// What a text states between two mentions: the output of `classify`.
public struct PairVerdict: Hashable, Sendable {
    public var id: String?
    /// Nil where the text states nothing between the two.
    public var relation: RelationID?
    /// Whether ``MarkedPair/b`` is the subject.
    public var isTurned: Bool
    /// How likely it is that this is right, from 0 to 1, in steps of 0.0001.
    public var confidence: Double
    public var rule: String

    /// Writes the verdict as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("id", id)
        json.key("relation")
        if let relation { json.string(relation.text) } else { json.null() }
        if relation != nil { json.field("subject", isTurned ? "b" : "a") }
        json.key("confidence")
        json.probability(confidence)
        json.field("rule", rule)
        json.endObject()
    }
}
