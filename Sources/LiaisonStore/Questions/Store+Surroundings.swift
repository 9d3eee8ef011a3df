internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// What is nearest around an entity, for a page that shows the most important of it and how much more there is.
    ///
    /// Of a node with few edges, and of any node where the view asks for more than relations, all edges are derived and the
    /// most believed come first. Of a node with many edges only those that are listed are derived, chosen by the number
    /// of statements that support them; then an edge whose statements were all rejected one by one still counts.
    /// - Parameters:
    ///   - view: filters; its focus, depth and limit are not looked at, its kinds apply to the other end.
    ///   - perGroup: list at most so many edges of each relation and direction.
    /// - Returns: nil when there is no such entity.
    public func surroundings(
        of entity: EntityKey, view: GraphView = GraphView(), perGroup: Int = 6
    ) throws(StoreError) -> Surroundings? {
        try read { db in
            let overlay = try overlay(db)
            var entities = EntityReader(db, overlay)
            guard let row = try entities.identifier(of: entity) else { return nil }
            var reader = EdgeReader(db, overlay, view)
            let survey = try PairSurvey(db, overlay, view)
            let groups =
                try Self.groups(of: row, survey, perGroup, &reader)
            return Surroundings(
                entity: try entities.entity(row),
                articleCount: try entities.match(row, name: nil, quality: .key).articleCount, groups: groups)
        }
    }

    /// Nodes with at most so many edges are derived whole.
    private static let fewEdges = 150

    /// A relation and a direction.
    private struct Bundle: Hashable {
        var relation: Int64
        var direction: Surroundings.Direction

        init(_ group: DerivedEdge.Group, of entity: Int64, _ overlay: Overlay) {
            relation = group.relation
            direction =
                overlay.symmetric.contains(group.relation)
                ? .mutual : group.subject == entity ? .outgoing : .incoming
        }
    }

    private static func groups(
        of entity: Int64, _ survey: PairSurvey, _ perGroup: Int, _ reader: inout EdgeReader
    ) throws -> [Surroundings.Group] {
        var counts: [Bundle: Int] = [:]
        var listed: [Bundle: [Edge]] = [:]
        let limit = max(perGroup, 0)
        let pairs = PairSurvey.decides(reader.view) ? try survey.pairs(of: entity, &reader) : []
        if pairs.count > fewEdges {
            var bundles: [Bundle: [PairSurvey.Pair]] = [:]
            for pair in pairs { bundles[Bundle(pair.group, of: entity, reader.overlay), default: []].append(pair) }
            for (bundle, pairs) in bundles {
                counts[bundle] = pairs.count
                var edges: [Edge] = []
                // Edges that turn out not to hold are made up for by those after them.
                var (wanted, looked) = (limit, 0)
                while edges.count < limit, looked < pairs.count {
                    let best = PairSurvey.best(wanted, of: pairs)
                    for pair in best.dropFirst(looked) where edges.count < limit {
                        if let derived = try reader.edge(pair.group) { edges.append(derived.edge) }
                    }
                    (wanted, looked) = (max(wanted * 2, best.count + 1), best.count)
                }
                listed[bundle] = edges
            }
        } else {
            for derived in try reader.edges(of: entity) {
                let bundle = Bundle(derived.group, of: entity, reader.overlay)
                counts[bundle, default: 0] += 1
                listed[bundle, default: []].append(derived.edge)
            }
        }
        return try listed.map { bundle, edges in
            Surroundings.Group(
                relation: try reader.statements.relation(bundle.relation), direction: bundle.direction,
                count: counts[bundle] ?? edges.count,
                edges: Array(edges.sorted(by: Edge.isMoreBelieved).prefix(limit)))
        }.sorted { a, b in
            a.relation != b.relation ? a.relation < b.relation : a.direction.rawValue < b.direction.rawValue
        }
    }
}
