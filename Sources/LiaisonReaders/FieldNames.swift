internal import LiaisonModel

/// The names that the fields of an article have in JSON and CSV, where they are not those of Liaison's own format.
public struct FieldNames: Hashable, Sendable {
    public var id = "id"
    public var url = "url"
    public var title = "title"
    public var publisher = "publisher"
    public var published = "published"
    public var language = "language"
    public var text = "text"

    public init() {}

    /// The article in an object. Unknown fields are ignored.
    /// - Throws: `JSONError` that names the field.
    func article(_ json: JSONValue) throws(JSONError) -> Article {
        if self == FieldNames() { return try Article(json: json) }
        guard case .object(let members) = json else { return try Article(json: json) }
        var renamed: [JSONValue.Member] = []
        for (theirs, ours) in pairs {
            for member in members where member.name == theirs && member.value != .null {
                renamed.append(JSONValue.Member(name: ours, value: member.value))
                break
            }
        }
        if !renamed.contains(where: { $0.name == "text" }) {
            throw JSONError(message: "the article has no \"\(text)\"")
        }
        return try Article(json: .object(renamed))
    }

    /// The names in use.
    var all: [String] { pairs.map(\.theirs) }

    private var pairs: [(theirs: String, ours: String)] {
        [
            (id, "id"), (url, "url"), (title, "title"), (publisher, "publisher"), (published, "published"),
            (language, "language"), (text, "text"),
        ]
    }
}
