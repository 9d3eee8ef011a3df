internal import class GRDB.Database
internal import LiaisonModel

/// How many edges of each relation judgements add or take away, by a look at the entities that they are about.
struct EdgeCorrection {
    private let db: Database
    private let overlay: Overlay
    private var reader: EdgeReader
    /// What to add to the number of pairs that statements of a relation link.
    private(set) var changes: [RelationID: Int] = [:]

    /// - Parameter overlay: without judgements of single statements: these do not say what edge they are about.
    init(_ db: Database, _ overlay: Overlay) throws {
        self.db = db
        self.overlay = overlay
        reader = EdgeReader(db, overlay, GraphView())
        let triples = overlay.rejected.union(overlay.edgeEdits.keys)
        var touched: Set<Int64> = []
        for (entity, members) in overlay.members { touched.formUnion(members + [entity]) }
        for triple in triples { if let entity = try entity(triple.subject) { touched.insert(entity) } }
        if touched.isEmpty { return }
        try takeAway(touched)
        try add(touched)
    }

    /// Takes away the pairs with an end among these rows that some statement links.
    private mutating func takeAway(_ touched: Set<Int64>) throws {
        var seen: Set<EdgeReader.Group> = []
        for entity in touched {
            let rows = try reader.statements.rows(from: entity) + reader.statements.rows(to: entity)
            for row in rows where row.qualifiers.holds {
                let pair = EdgeReader.Group(subject: row.subject, relation: row.relation, object: row.object)
                guard seen.insert(pair).inserted else { continue }
                changes[try reader.statements.relation(row.relation), default: 0] -= 1
            }
        }
    }

    /// Adds the edges that entities have with the judgements laid over them.
    private mutating func add(_ touched: Set<Int64>) throws {
        var seen: Set<EdgeReader.Group> = []
        for entity in Set(touched.map { overlay.representative(of: $0) }) {
            for derived in try reader.edges(of: entity) where seen.insert(derived.group).inserted {
                changes[derived.edge.relation, default: 0] += 1
            }
        }
    }

    private func entity(_ key: String) throws -> Int64? {
        let query = try PreparedStatement(db, "SELECT id FROM entity WHERE key = ?")
        query.bind(1, key)
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }
}
