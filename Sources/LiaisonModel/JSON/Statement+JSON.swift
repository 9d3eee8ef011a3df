extension Statement {
    /// Reads a statement of `formats.md`. Unknown fields, the id among them, are ignored: the id follows from the rest.
    /// - Throws: ``JSONError`` that names the field.
    public init(json: JSONValue) throws(JSONError) {
        guard case .object = json else { throw JSONError(message: "a statement is an object, not \(json.kindName)") }
        guard let head = json["article"] else { throw JSONError(message: "the statement has no \"article\"") }
        guard let relation = try json.text("relation") else {
            throw JSONError(message: "the statement has no \"relation\"")
        }
        guard let evidence = json["evidence"] else { throw JSONError(message: "the statement has no \"evidence\"") }
        self.init(
            article: try ArticleHead(json: head),
            subject: try EntityReference(json: json["subject"], end: "subject"),
            relation: RelationID(relation),
            object: try EntityReference(json: json["object"], end: "object"),
            qualifiers: try Qualifiers(json: json),
            confidence: json["confidence"]?.double ?? 1,
            evidence: try Evidence(json: evidence),
            rule: try json.text("rule") ?? "")
    }

    /// Writes the statement as one JSON object, fields always in the same order.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("id", id)
        json.key("article")
        article.write(to: &json)
        json.key("subject")
        subject.write(to: &json)
        json.field("relation", relation.text)
        json.key("object")
        object.write(to: &json)
        qualifiers.write(to: &json)
        json.key("confidence")
        json.probability(confidence)
        json.key("evidence")
        evidence.write(to: &json)
        json.field("rule", rule)
        json.endObject()
    }
}

extension EntityReference {
    /// Reads one end of a statement; without a key it follows from name and kind.
    public init(json: JSONValue?, end: String) throws(JSONError) {
        guard let json, let name = try json.text("name") else {
            throw JSONError(message: "the statement has no \"\(end)\" with a \"name\"")
        }
        let kind: EntityKind = try json.word("kind", .organisation)
        let key = try json.text("key").map { EntityKey($0) } ?? EntityKey(name: name, kind: kind)
        self.init(key: key, name: name, kind: kind, wikidata: try json.text("wikidata"))
    }

    /// Writes the end as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("key", key.text)
        json.field("name", name)
        json.field("kind", kind.rawValue)
        json.field("wikidata", wikidata)
        json.endObject()
    }
}

extension Qualifiers {
    /// Reads the qualifiers among the fields of a statement.
    public init(json: JSONValue) throws(JSONError) {
        self.init()
        factuality = try json.word("factuality", .asserted)
        time = try json.word("time", .current)
        negated = json["negated"]?.bool ?? false
        if let value = json["amount"] { amount = try Amount(json: value) }
        date = try json.text("date")
        start = try json.text("start")
        end = try json.text("end")
        stake = json["stake"]?.decimal
        round = try json.text("round")
        role = try json.text("role")
        count = try json.text("count")
        source = try json.text("source")
    }

    /// Writes the qualifiers as fields of the object being written.
    public func write(to json: inout JSONWriter) {
        json.field("factuality", factuality.rawValue)
        json.field("time", time.rawValue)
        json.key("negated")
        json.bool(negated)
        if let amount {
            json.key("amount")
            amount.write(to: &json)
        }
        json.field("date", date)
        json.field("start", start)
        json.field("end", end)
        if let stake {
            json.key("stake")
            json.decimal(stake)
        }
        json.field("round", round)
        json.field("role", role)
        json.field("count", count)
        json.field("source", source)
    }
}

extension Amount {
    /// Reads an amount; the value may not be missing.
    public init(json: JSONValue) throws(JSONError) {
        guard let value = json["value"]?.decimal else { throw JSONError(message: "\"amount\" has no exact \"value\"") }
        self.init(
            value: value, maximum: json["maximum"]?.decimal, currency: try json.text("currency") ?? "XXX",
            bound: try json.word("bound", .exact), scope: try json.word("scope", .edge), text: try json.text("text"))
    }

    /// Writes the amount as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("value")
        json.decimal(value)
        if let maximum {
            json.key("maximum")
            json.decimal(maximum)
        }
        json.field("currency", currency)
        json.field("bound", bound.rawValue)
        json.field("scope", scope.rawValue)
        json.field("text", text)
        json.endObject()
    }
}

extension Evidence {
    /// Reads evidence; ranges must be in order and not negative.
    public init(json: JSONValue) throws(JSONError) {
        guard let start = json["start"]?.integer, let end = json["end"]?.integer, 0 <= start, start <= end else {
            throw JSONError(message: "\"evidence\" needs \"start\" and \"end\", in order")
        }
        let range = CodePointRange(start, end)
        var via: [CodePointRange] = []
        for value in json["via"]?.array ?? [] {
            if let step = try CodePointRange(json: value) { via.append(step) }
        }
        self.init(
            part: try json.word("part", .text), range: range, quote: try json.text("quote") ?? "",
            subject: try CodePointRange(json: json["subject"]) ?? range,
            object: try CodePointRange(json: json["object"]) ?? range,
            via: via)
    }

    /// Writes the evidence as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("part", part.rawValue)
        json.key("start")
        json.integer(range.start)
        json.key("end")
        json.integer(range.end)
        json.field("quote", quote)
        json.field("subject", subject)
        json.field("object", object)
        if !via.isEmpty {
            json.key("via")
            json.beginArray()
            for range in via { json.pair(range) }
            json.endArray()
        }
        json.endObject()
    }
}

extension CodePointRange {
    /// Reads `[start, end]`; nil when there is nothing to read.
    init?(json: JSONValue?) throws(JSONError) {
        guard let json else { return nil }
        guard let pair = json.array, pair.count == 2, let start = pair[0].integer, let end = pair[1].integer,
            0 <= start, start <= end
        else { throw JSONError(message: "a range is [start, end], in order") }
        self.init(start, end)
    }
}
