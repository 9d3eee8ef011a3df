public import LiaisonModel

/// An article with everything that it states, as people marked it.
public struct GoldArticle: Hashable, Sendable {
    /// An entity under every name it may be found by.
    public struct Entity: Hashable, Sendable {
        public var name: String
        /// Other names.
        public var names: [String]
    }

    public var id: String
    /// The article; nil when the gold file has no text, and the article stands in a file beside it.
    public var article: Article?
    /// Its language as the gold says, else that of the article.
    public var language: String
    public var entities: [Entity]
    /// Everything that is to be found, also what is denied, negated or hypothetical.
    public var statements: [GoldStatement]
    /// May be found or not.
    public var optional: [GoldStatement]
    /// One construction on its own, which is right or wrong as a whole.
    public var isCase: Bool
    /// Where it was read.
    public var file: String
    public var line: Int?
}

extension GoldArticle {
    /// Reads an article of a gold file.
    /// - Parameter id: the identifier of one that names none.
    /// - Throws: `JSONError` that names the field.
    init(json: JSONValue, id: String, file: String, line: Int?, vocabulary: Vocabulary) throws(JSONError) {
        guard case .object = json else { throw JSONError(message: "a gold article is an object, not \(json.kindName)") }
        self.file = file
        self.line = line
        self.id = json["id"]?.string ?? id
        language = json["language"]?.string ?? "?"
        article = json["text"] == nil ? nil : try Article(json: json)
        isCase = json["construction"] != nil || json["suppressed"] != nil
        guard let marked = json["statements"] ?? json["edges"] else {
            throw JSONError(message: "the gold article has no \"statements\"")
        }
        func list(_ value: JSONValue?, _ name: String) throws(JSONError) -> [GoldStatement] {
            guard let value else { return [] }
            guard let elements = value.array else {
                throw JSONError(message: "\"\(name)\" is \(value.kindName), expected an array")
            }
            var out: [GoldStatement] = []
            for element in elements {
                let statement = try GoldStatement(json: element)
                guard vocabulary[statement.relation] != nil else {
                    throw JSONError(message: "unknown relation \"\(statement.relation)\" in \"\(name)\"")
                }
                out.append(statement)
            }
            return out
        }
        statements = try list(marked, "statements") + list(json["suppressed"], "suppressed")
        optional = try list(json["optional"], "optional")
        entities = []
        for value in json["entities"]?.array ?? [] {
            guard let name = value["name"]?.string else { throw JSONError(message: "an entity has no \"name\"") }
            let others = value["aliases"] ?? value["names"]
            entities.append(
                Entity(name: name, names: others?.array?.compactMap(\.string) ?? others?.string.map { [$0] } ?? []))
        }
        try addEntities(aliases: json["aliases"], isClosed: json["entities"] != nil)
    }

    /// The ends of statements must be entities; a case has no list of them, its statements make it.
    private mutating func addEntities(aliases: JSONValue?, isClosed: Bool) throws(JSONError) {
        var known = Set(entities.map(\.name))
        for statement in statements + optional {
            for name in [statement.subject, statement.object] where known.insert(name).inserted {
                if isClosed { throw JSONError(message: "\"\(name)\" of a statement is not among the \"entities\"") }
                let others = aliases?[name]
                entities.append(
                    Entity(name: name, names: others?.array?.compactMap(\.string) ?? others?.string.map { [$0] } ?? []))
            }
        }
    }
}
