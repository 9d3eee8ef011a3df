internal import LiaisonModel

/// The names that the fields of an article have in JSON and CSV, where they are not those of Liaison's own format.
public struct FieldNames: Hashable, Sendable {
    public var id = "id"
    public var url = "url"
    public var title = "title"
    public var publisher = "publisher"
    public var authors = "authors"
    public var published = "published"
    public var language = "language"
    public var text = "text"

    public init() {}

    /// The article in an object. Unknown fields are ignored.
    /// - Throws: `JSONError` that names the field.
    func article(_ json: JSONValue) throws(JSONError) -> Article {
        if self == FieldNames() { return try Article(json: json) }
        guard case .object = json else { return try Article(json: json) }
        var renamed: [JSONValue.Member] = []
        for (theirs, ours) in pairs {
            if let value = Self.value(theirs, in: json) ?? Self.usual(ours, theirs, in: json) {
                renamed.append(JSONValue.Member(name: ours, value: value))
            }
        }
        if !renamed.contains(where: { $0.name == "text" }) {
            throw JSONError(message: "the article has no \"\(text)\"")
        }
        return try Article(json: .object(renamed))
    }

    /// The value of a member, or of one inside another: `content.body`.
    private static func value(_ name: String, in json: JSONValue) -> JSONValue? {
        if let value = json[name] { return value }
        guard let dot = name.firstIndex(of: "."), let inner = json[String(name[..<dot])] else { return nil }
        return value(String(name[name.index(after: dot)...]), in: inner)
    }

    /// A single author has the name of one.
    private static func usual(_ ours: String, _ theirs: String, in json: JSONValue) -> JSONValue? {
        ours == "authors" && theirs == "authors" ? json["author"] : nil
    }

    /// The names in use.
    var all: [String] { pairs.map(\.theirs) }

    private var pairs: [(theirs: String, ours: String)] {
        [
            (id, "id"), (url, "url"), (title, "title"), (publisher, "publisher"), (authors, "authors"),
            (published, "published"),
            (language, "language"), (text, "text"),
        ]
    }
}
