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
            return Edge.listed(try reader.edges(between: a, and: b))
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
            return Edge.listed(try reader.edges(of: entity))
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
            var groups: Set<EdgeReader.Group> = []
            func add(_ subject: Int64, _ relation: Int64, _ object: Int64) throws {
                guard groups.count < 8,
                    let group = try reader.group(subject: subject, relation: relation, object: object)
                else { return }
                let id = Edge.identifier(
                    subject: try reader.reference(group.subject).key,
                    relation: try reader.statements.relation(group.relation),
                    object: try reader.reference(group.object).key)
                if id.hasPrefix(prefix) { groups.insert(group) }
            }
            for pair in try Self.candidates(db, prefix, overlay) {
                for relation in try Self.relations(db, pair) { try add(pair.subject, relation, pair.object) }
            }
            var edges: [Edge] = []
            for group in groups {
                if let derived = try reader.edge(group) { edges.append(derived.edge) }
            }
            return edges.sorted(by: Edge.isMoreBelieved)
        }
    }

    private struct Pair: Hashable {
        var subject: Int64
        var object: Int64
    }

    /// The rows of `entity` that an edge of that identifier may link.
    private static func candidates(_ db: Database, _ prefix: String, _ overlay: Overlay) throws -> Set<Pair> {
        var pairs: Set<Pair> = []
        func collect(_ sql: String, _ numbers: Int64...) throws {
            let query = try PreparedStatement(db, sql)
            for (place, number) in numbers.enumerated() { query.bind(place + 1, number) }
            while try query.next() { pairs.insert(Pair(subject: query.int64(0), object: query.int64(1))) }
        }
        let codes = EdgeCodes.range(of: prefix)
        try collect(
            "SELECT subject, object FROM edge_code WHERE code BETWEEN ? AND ? LIMIT 10000", codes.lowerBound,
            codes.upperBound)
        // Codes are those before judgements: edges of entities that stand for others are looked at one by one.
        for member in overlay.members.values.joined() {
            try collect("SELECT DISTINCT subject, object FROM statement WHERE subject = ?", member)
            try collect("SELECT DISTINCT subject, object FROM statement WHERE object = ?", member)
        }
        if let article = try NameCounts(db).firstUncounted() {
            try collect(
                "SELECT DISTINCT subject, object FROM statement WHERE id >= ?",
                article << Int64(StatementRow.articleShift))
        }
        return pairs
    }

    /// The relations that statements from one to the other have.
    private static func relations(_ db: Database, _ pair: Pair) throws -> [Int64] {
        let query = try PreparedStatement(
            db, "SELECT DISTINCT relation FROM statement WHERE subject = ? AND object = ?")
        query.bind(1, pair.subject)
        query.bind(2, pair.object)
        var relations: [Int64] = []
        while try query.next() { relations.append(query.int64(0)) }
        return relations
    }

    /// The edge of that identifier, or nil.
    public func edge(id: String, view: GraphView = GraphView()) throws(StoreError) -> Edge? {
        try edges(id: id, view: view).first { $0.id == id }
    }
}

extension Edge {
    /// Edges in the order of listings. Places are sorted rather than edges, which are large.
    fileprivate static func listed(_ edges: [DerivedEdge]) -> [Edge] {
        if edges.count < 2 { return edges.map(\.edge) }
        return edges.indices.sorted { isMoreBelieved(edges[$0].edge, edges[$1].edge) }.map { edges[$0].edge }
    }

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
