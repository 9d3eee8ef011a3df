extension Article {
    /// Reads an article of `formats.md`. Unknown fields are ignored.
    /// - Throws: ``JSONError`` that names the field.
    public init(json: JSONValue) throws(JSONError) {
        guard case .object = json else {
            throw JSONError(message: "an article is an object with a \"text\", not \(json.kindName)")
        }
        guard let text = try json.text("text") else { throw JSONError(message: "the article has no \"text\"") }
        self.init(
            id: try json.text("id"), url: try json.text("url"), title: try json.text("title"),
            publisher: try json.text("publisher"), authors: Self.names(json["authors"] ?? json["author"]),
            published: try json.text("published"), language: try json.text("language"), text: text)
    }

    /// The names in a list of authors: one text, several, or objects with a `name`, as schema.org and JSON Feed have them.
    /// Anything else says nothing.
    public static func names(_ json: JSONValue?) -> [String] {
        switch json {
        case .string(let name): [name]
        case .array(let values): values.compactMap { $0.string ?? $0["name"]?.string }
        case .object: json?["name"]?.string.map { [$0] } ?? []
        default: []
        }
    }

    /// Writes the article as one JSON object; absent values are left out.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("id", id)
        json.field("url", url)
        json.field("title", title)
        json.field("publisher", publisher)
        if !authors.isEmpty {
            json.key("authors")
            json.beginArray()
            for author in authors { json.string(author) }
            json.endArray()
        }
        json.field("published", published)
        json.field("language", language)
        json.field("text", text)
        json.endObject()
    }
}

extension ArticleHead {
    /// Reads the `article` of a statement.
    public init(json: JSONValue) throws(JSONError) {
        guard let sha256 = try json.text("sha256") else { throw JSONError(message: "\"article\" has no \"sha256\"") }
        self.init(
            id: try json.text("id"), url: try json.text("url"), title: try json.text("title"),
            publisher: try json.text("publisher"), published: try json.text("published"),
            language: try json.text("language"), sha256: sha256)
    }

    /// Writes the head as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.field("id", id)
        json.field("url", url)
        json.field("title", title)
        json.field("publisher", publisher)
        json.field("published", published)
        json.field("language", language)
        json.field("sha256", sha256)
        json.endObject()
    }
}

extension JSONValue {
    /// The string of a member, nil when it is absent or null; a number counts as its text.
    /// - Throws: ``JSONError`` when it is anything else.
    func text(_ name: String) throws(JSONError) -> String? {
        switch self[name] {
        case nil: return nil
        case .string(let text): return text
        case .number(let text): return text
        case .some(let other): throw JSONError(message: "\"\(name)\" is \(other.kindName), expected a string")
        }
    }

    /// The value of a member as one of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ fallback: Word) throws(JSONError) -> Word
    where Word.RawValue == String {
        guard let text = try text(name) else { return fallback }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONError(message: "\"\(name)\" is \"\(text)\", expected one of \(known)")
        }
        return word
    }
}
