public import LiaisonModel

/// An entity that a person may mean by a name.
public struct EntityMatch: Hashable, Sendable {
    /// How the name that was asked for stands to the entity's names, best first.
    public enum Quality: Int, Comparable, Sendable {
        /// It is the entity's key.
        case key
        /// It is what the entity is called, but for case and accents.
        case preferred
        /// It is another of its names.
        case alias
        /// One of its names begins with it, or has it as a word.
        case partial
        /// One of its names is within a typing error or two.
        case similar

        public static func < (a: Quality, b: Quality) -> Bool { a.rawValue < b.rawValue }
    }

    public var entity: EntityReference
    /// The name that matched.
    public var name: String
    public var quality: Quality
    /// How many articles name the entity.
    public var articleCount: Int

    public init(entity: EntityReference, name: String, quality: Quality, articleCount: Int) {
        self.entity = entity
        self.name = name
        self.quality = quality
        self.articleCount = articleCount
    }
}
