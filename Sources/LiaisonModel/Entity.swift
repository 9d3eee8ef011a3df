/// What a statement says about one of its two ends: enough to draw a node, without the rest of what is known.
public struct EntityReference: Hashable, Sendable {
    public var key: EntityKey
    /// The preferred name.
    public var name: String
    public var kind: EntityKind
    /// The Wikidata identifier, such as `Q2283`, where it is certain.
    public var wikidata: String?

    public init(key: EntityKey, name: String, kind: EntityKind, wikidata: String? = nil) {
        self.key = key
        self.name = name
        self.kind = kind
        self.wikidata = wikidata
    }

    /// An entity known by its name alone.
    public init(name: String, kind: EntityKind) {
        self.init(key: EntityKey(name: name, kind: kind), name: name, kind: kind)
    }
}

/// A node: an entity with every name it is known by.
public struct Entity: Hashable, Sendable {
    public var reference: EntityReference
    /// Other names with their language where known, sorted; the preferred name is not repeated.
    public var names: [EntityName]

    public init(reference: EntityReference, names: [EntityName] = []) {
        self.reference = reference
        self.names = names
    }

    public var key: EntityKey { reference.key }
    public var name: String { reference.name }
    public var kind: EntityKind { reference.kind }
}

/// One name of an entity.
public struct EntityName: Hashable, Sendable, Comparable {
    public var text: String
    /// A BCP 47 tag, where the name belongs to one language.
    public var language: String?

    public init(text: String, language: String? = nil) {
        self.text = text
        self.language = language
    }

    public static func < (a: EntityName, b: EntityName) -> Bool {
        (a.text, a.language ?? "") < (b.text, b.language ?? "")
    }
}
