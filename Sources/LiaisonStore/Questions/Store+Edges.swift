internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// Every edge between two entities, in both directions.
    /// - Parameter view: filters; its focus, depth and limit are not looked at.
    /// - Returns: by belief, then support, then relation.
    public func edges(
        between a: EntityKey, and b: EntityKey, view: GraphView = GraphView()
    ) throws(StoreError) -> [Edge] {
        try read { db in
            let overlay = try overlay(db)
            let entities = EntityReader(db, overlay)
            guard let a = try entities.identifier(of: a), let b = try entities.identifier(of: b) else { return [] }
            var reader = EdgeReader(db, overlay, view)
            return try reader.edges(between: a, and: b).map(\.edge).sorted(by: Edge.isMoreBelieved)
        }
    }

    /// Every edge that begins or ends at an entity.
    /// - Parameter view: filters; its focus, depth and limit are not looked at, its kinds apply to the other end.
    /// - Returns: by belief, then support, then relation.
    public func edges(of entity: EntityKey, view: GraphView = GraphView()) throws(StoreError) -> [Edge] {
        try read { db in
            let overlay = try overlay(db)
            guard let entity = try EntityReader(db, overlay).identifier(of: entity) else { return [] }
            var reader = EdgeReader(db, overlay, view)
            return try reader.edges(of: entity).map(\.edge).sorted(by: Edge.isMoreBelieved)
        }
    }

    /// The edges whose identifier begins with these digits; at least four are needed.
    /// - Parameter view: filters; `includesSuppressed` lets denied edges be found too.
    /// - Returns: at most eight.
    public func edges(id prefix: String, view: GraphView = GraphView()) throws(StoreError) -> [Edge] {
        let prefix = prefix.lowercased()
        guard prefix.utf8.count >= 4, prefix.utf8.allSatisfy(Hexadecimal.isDigit) else { return [] }
        return try read { db in
            let overlay = try overlay(db)
            var reader = EdgeReader(db, overlay, view)
            // The identifier is a digest of the ends, so finding one is a walk over the index of pairs.
            let query = try PreparedStatement(
                db, "SELECT DISTINCT subject, object, relation FROM statement INDEXED BY statement_by_subject")
            var groups: Set<EdgeReader.Group> = []
            while try query.next(), groups.count < 8 {
                let relation = try reader.statements.relation(query.int64(2))
                guard
                    let group = try reader.group(
                        subject: query.int64(0), relation: query.int64(2), object: query.int64(1))
                else { continue }
                let id = Edge.identifier(
                    subject: try reader.reference(group.subject).key, relation: relation,
                    object: try reader.reference(group.object).key)
                if id.hasPrefix(prefix) { groups.insert(group) }
            }
            query.reset()
            var edges: [Edge] = []
            for group in groups {
                if let derived = try reader.edge(group) { edges.append(derived.edge) }
            }
            return edges.sorted(by: Edge.isMoreBelieved)
        }
    }

    /// The edge of that identifier, or nil.
    public func edge(id: String, view: GraphView = GraphView()) throws(StoreError) -> Edge? {
        try edges(id: id, view: view).first { $0.id == id }
    }
}

extension Edge {
    /// The order of listings: by belief, then by how many sources, then by what it says.
    static func isMoreBelieved(_ a: Edge, _ b: Edge) -> Bool {
        if a.belief != b.belief { return a.belief > b.belief }
        if a.articleCount != b.articleCount { return a.articleCount > b.articleCount }
        return precedes(a, b)
    }

    /// The order of exports: by subject, relation and object.
    static func precedes(_ a: Edge, _ b: Edge) -> Bool {
        if a.subject.key != b.subject.key { return a.subject.key < b.subject.key }
        if a.relation != b.relation { return a.relation < b.relation }
        return a.object.key < b.object.key
    }
}
