public import LiaisonModel

/// Something the lexicon knows by name.
public struct LexiconEntry: Sendable, Hashable {
    public var entity: Entity
    /// Words that stand for it when the text is about it: "le géant de Redmond", "the iPhone maker", per language.
    public var epithets: [EntityName]
    /// What it may be called by its type: `chipmaker`, `search-engine`; words of `lexicon/types.yaml`.
    public var types: [String]
    /// ISO 3166 code, lower case.
    public var country: String?

    public init(entity: Entity, epithets: [EntityName] = [], types: [String] = [], country: String? = nil) {
        self.entity = entity
        self.epithets = epithets
        self.types = types
        self.country = country
    }
}
