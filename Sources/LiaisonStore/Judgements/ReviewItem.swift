public import LiaisonModel

/// Something that a person should look at.
public struct ReviewItem: Hashable, Sendable {
    /// What is doubtful.
    public enum Question: Hashable, Sendable {
        /// Whether two entities are one.
        case sameEntity(EntityReference, EntityReference, SameReason)
        /// Whether an edge holds.
        case edge(Edge, EdgeReason)
    }

    /// Why two entities may be one.
    public enum SameReason: String, Hashable, Sendable {
        /// One has a name that the other has too.
        case sharedName = "shared-name"
        /// One is the other's name with a word at the end that many names end with, such as a legal form.
        case commonEnding = "common-ending"
        /// One is made of the other's initials.
        case initials
    }

    /// Why an edge is doubtful.
    public enum EdgeReason: String, Hashable, Sendable {
        /// Some sources state it and others deny it.
        case disputed
        /// A large sum rests on one source.
        case singleSource = "single-source"
        /// It is little believed, between entities that many articles name.
        case lowBelief = "low-belief"
    }

    public var question: Question
    /// How much an answer is worth: the articles that it touches, weighed by how doubtful it is.
    public var priority: Double

    public init(question: Question, priority: Double) {
        self.question = question
        self.priority = priority
    }
}
