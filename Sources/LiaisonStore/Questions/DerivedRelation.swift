public import LiaisonModel

/// What follows from two edges, though no article says it: shown as derived, with the edges that it follows from.
///
/// Only what is sound is derived: two entities that are now subsidiaries of one parent have the same parent. Nothing is
/// derived from what has ended, is planned or disputed, and nothing is stored.
public struct DerivedRelation: Hashable, Sendable {
    /// What is derived; not a relation of the vocabulary, so that nobody takes it for stated.
    public static let name = "same-parent"
    /// The relation that it follows from.
    public static let source: RelationID = "subsidiary-of"

    /// The entity that was asked about.
    public var subject: EntityReference
    public var object: EntityReference
    /// What both are subsidiaries of.
    public var parent: EntityReference
    /// The subject's and the object's edge to the parent.
    public var edges: [Edge]

    /// Both edges must hold: the product of their beliefs, in steps of 0.0001.
    public var belief: Double {
        (edges.reduce(1) { $0 * $1.belief } * 10_000).rounded() / 10_000
    }

    init(subject: EntityReference, object: EntityReference, parent: EntityReference, edges: [Edge]) {
        self.subject = subject
        self.object = object
        self.parent = parent
        self.edges = edges
    }
}

extension Store {
    /// What follows for an entity from what articles say about others.
    /// - Parameters:
    ///   - other: only what follows about these two; nil means everything.
    ///   - view: filters of the edges that it follows from; focus, depth, limit, relations and states are not looked at.
    /// - Returns: the most believed first.
    public func derived(
        of entity: EntityKey, and other: EntityKey? = nil, view: GraphView = GraphView()
    ) throws(StoreError) -> [DerivedRelation] {
        try read { db in
            let overlay = try overlay(db)
            let entities = EntityReader(db, overlay)
            guard let start = try entities.identifier(of: entity) else { return [] }
            let end = try other.map { try entities.identifier(of: $0) }
            if let end, end == nil || end == start { return [] }
            var view = view
            view.relations = [DerivedRelation.source]
            view.states = [.current]
            view.kinds = []
            view.includesSuppressed = false
            var reader = EdgeReader(db, overlay, view)
            var found: [DerivedRelation] = []
            for own in try reader.edges(from: start) where own.edge.object.key != own.edge.subject.key {
                let parent = own.group.object
                let siblings =
                    try end.flatMap { $0 }.map { try reader.edges(between: $0, and: parent) }
                    ?? reader.edges(of: parent)
                for sibling in siblings where sibling.group.object == parent && sibling.group.subject != start {
                    found.append(
                        DerivedRelation(
                            subject: own.edge.subject, object: sibling.edge.subject, parent: own.edge.object,
                            edges: [own.edge, sibling.edge]))
                }
            }
            return found.sorted { a, b in
                if a.belief != b.belief { return a.belief > b.belief }
                return (a.object.key, a.parent.key) < (b.object.key, b.parent.key)
            }
        }
    }
}
