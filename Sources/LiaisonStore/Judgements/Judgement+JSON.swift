public import LiaisonModel

extension Judgement {
    /// Writes the judgement as one JSON object.
    /// - Parameter withTime: whether to say when it was made.
    public func write(to json: inout JSONWriter, withTime: Bool = true) {
        json.beginObject()
        json.key("number")
        json.integer(number)
        json.field("verb", verb.rawValue)
        json.field("subject", subject)
        json.field("relation", relation)
        json.field("object", object)
        json.field("value", value)
        if let undoes {
            json.key("undoes")
            json.integer(undoes)
        }
        json.field("author", author)
        json.field("reason", reason)
        if withTime { json.field("at", madeAt) }
        json.endObject()
    }

    /// Reads what ``write(to:withTime:)`` wrote.
    /// - Throws: `JSONError` that names what is missing.
    public init(json: JSONValue) throws(JSONError) {
        guard let word = json["verb"]?.string, let verb = Verb(rawValue: word) else {
            let known = Verb.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONError(message: "a judgement needs a \"verb\", one of \(known)")
        }
        guard let subject = json["subject"]?.string else { throw JSONError(message: "a judgement needs a \"subject\"") }
        self.init(
            number: json["number"]?.integer ?? 0, verb: verb, subject: subject, relation: json["relation"]?.string,
            object: json["object"]?.string, value: json["value"]?.string, undoes: json["undoes"]?.integer,
            author: json["author"]?.string, reason: json["reason"]?.string, madeAt: json["at"]?.string ?? "")
    }
}
