/// One relation of the vocabulary: what may stand at its ends, what it is called elsewhere, how it is drawn.
public struct RelationType: Hashable, Sendable {
    public var id: RelationID
    /// The name of the subject's role, such as `investor`.
    public var subjectRole: String
    public var objectRole: String
    public var subjectKinds: Set<EntityKind>
    public var objectKinds: Set<EntityKind>
    /// A symmetric relation is stored once, the smaller key first; evidence keeps the order of the text.
    public var isSymmetric: Bool
    /// What people read, per language tag: "invests in", "investit dans".
    public var labels: [String: String]
    /// One sentence per language tag: when it holds.
    public var definitions: [String: String]
    /// The property of our own vocabulary is always written; these say where else it has a true match.
    public var matches: [TermMatch]
    public var style: RelationStyle

    public init(
        id: RelationID, subjectRole: String, objectRole: String, subjectKinds: Set<EntityKind>,
        objectKinds: Set<EntityKind>, isSymmetric: Bool, labels: [String: String] = [:],
        definitions: [String: String] = [:], matches: [TermMatch] = [], style: RelationStyle = RelationStyle()
    ) {
        self.id = id
        self.subjectRole = subjectRole
        self.objectRole = objectRole
        self.subjectKinds = subjectKinds
        self.objectKinds = objectKinds
        self.isSymmetric = isSymmetric
        self.labels = labels
        self.definitions = definitions
        self.matches = matches
        self.style = style
    }
}

/// A term of another vocabulary that means the same, or the same from object to subject.
public struct TermMatch: Hashable, Sendable {
    /// An absolute IRI.
    public var iri: String
    /// The term runs from our object to our subject.
    public var isInverse: Bool

    public init(iri: String, isInverse: Bool) {
        self.iri = iri
        self.isInverse = isInverse
    }
}

/// How edges of a relation are drawn.
public struct RelationStyle: Hashable, Sendable {
    /// `#rrggbb`.
    public var color: String

    public init(color: String = "#555555") {
        self.color = color
    }
}

/// How nodes of a kind are drawn.
public struct KindStyle: Hashable, Sendable {
    /// A Graphviz shape.
    public var shape: String
    /// `#rrggbb`, the inside.
    public var fill: String
    /// `#rrggbb`, the outline.
    public var line: String
    /// What people read, per language tag.
    public var labels: [String: String]
    /// Classes of other vocabularies, as absolute IRIs, that everything of the kind belongs to.
    public var classes: [String]

    public init(
        shape: String = "box", fill: String = "#ffffff", line: String = "#555555", labels: [String: String] = [:],
        classes: [String] = []
    ) {
        self.shape = shape
        self.fill = fill
        self.line = line
        self.labels = labels
        self.classes = classes
    }
}

/// All relations and how kinds are drawn: the contents of `Schemas/relations.yaml`.
public struct Vocabulary: Sendable {
    /// In the order of the file, which is the order of legends and listings.
    public let relations: [RelationType]
    public let kinds: [EntityKind: KindStyle]
    /// How sums of a currency are written, per ISO 4217 code: `USD` as `$`.
    public let currencySymbols: [String: String]
    private let index: [RelationID: Int]

    /// The first of two relations with the same id counts.
    public init(
        relations: [RelationType], kinds: [EntityKind: KindStyle] = [:], currencySymbols: [String: String] = [:]
    ) {
        self.relations = relations
        self.kinds = kinds
        self.currencySymbols = currencySymbols
        index = Dictionary(relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The relation of that name, or nil.
    public subscript(id: RelationID) -> RelationType? {
        index[id].map { relations[$0] }
    }
}
