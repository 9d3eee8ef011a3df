internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// The surroundings of some entities, as many of them as a picture can show.
    ///
    /// Each opened entity brings its neighbours in turn, those with the most support first, until there are enough nodes.
    /// - Parameters:
    ///   - open: the entities whose neighbours are looked for; those that do not exist are left out.
    ///   - view: filters; its focus, depth and limit are not looked at, its kinds apply to the neighbours.
    ///   - nodes: at most so many entities, and at least those that were opened.
    ///   - edges: at most so many edges, those of opened entities first, then the most believed.
    public func neighborhood(
        of open: [EntityKey], view: GraphView = GraphView(), nodes: Int = 30, edges limit: Int = 120
    ) throws(StoreError) -> Neighborhood {
        try read { db in
            let overlay = try overlay(db)
            let entities = EntityReader(db, overlay)
            var reader = EdgeReader(db, overlay, view)
            let survey = try PairSurvey(db, overlay, view)
            var opened: [Int64] = []
            for key in open {
                if let row = try entities.identifier(of: key), !opened.contains(row) { opened.append(row) }
            }
            var all: Set<DerivedEdge.Group> = []
            var ranked: [[Int64]] = []
            for row in opened {
                let pairs = try Self.weighted(row, survey, &reader)
                all.formUnion(pairs.map(\.group))
                ranked.append(Self.neighbors(of: row, pairs))
            }
            let chosen = Self.take(opened, ranked, nodes)
            var groups = try survey.pairs(among: Array(chosen), &reader)
            if !PairSurvey.decides(view) {
                // What the filters drop of the opened entities' edges is known already.
                let center = Set(opened)
                groups = groups.filter {
                    !center.contains($0.subject) && !center.contains($0.object) || all.contains($0)
                }
            }
            var derived = try groups.compactMap { try reader.edge($0) }
            if !view.kinds.isEmpty {
                let center = Set(opened)
                derived = derived.filter { edge in
                    (view.kinds.contains(edge.edge.subject.kind) || center.contains(edge.group.subject))
                        && (view.kinds.contains(edge.edge.object.kind) || center.contains(edge.group.object))
                }
            }
            derived = Self.first(limit, of: derived, around: Set(opened))
            let shown = Set(derived.map(\.group))
            var hidden: [EntityKey: Int] = [:]
            for row in chosen where !opened.contains(row) {
                let pairs = try survey.pairs(of: row, &reader)
                let count = pairs.reduce(0) { $0 + (shown.contains($1.group) ? 0 : 1) }
                if count > 0 { hidden[try reader.reference(row).key] = count }
            }
            return Neighborhood(
                open: try opened.map { try reader.reference($0) },
                entities: try chosen.map { try reader.reference($0) }.sorted { $0.key < $1.key },
                edges: derived.map(\.edge).sorted(by: Edge.precedes),
                hiddenEdgeCount: all.subtracting(shown).count, hiddenEdgeCounts: hidden)
        }
    }

    /// The edges of an entity that the view keeps, with a weight each.
    private static func weighted(
        _ entity: Int64, _ survey: PairSurvey, _ reader: inout EdgeReader
    ) throws -> [(group: DerivedEdge.Group, weight: Double)] {
        if PairSurvey.decides(reader.view) {
            return try survey.pairs(of: entity, &reader).map { ($0.group, Double($0.support)) }
        }
        return try reader.edges(of: entity).map { ($0.group, $0.edge.belief * Double($0.edge.articleCount)) }
    }

    /// The other ends, the heaviest first.
    private static func neighbors(
        of entity: Int64, _ pairs: [(group: DerivedEdge.Group, weight: Double)]
    ) -> [Int64] {
        var weights: [Int64: Double] = [:]
        for (group, weight) in pairs {
            weights[group.subject == entity ? group.object : group.subject, default: 0] += weight
        }
        return weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    }

    /// The opened entities and, in turn, the next neighbour of each.
    private static func take(_ opened: [Int64], _ ranked: [[Int64]], _ nodes: Int) -> Set<Int64> {
        var chosen = Set(opened)
        var place = 0
        let longest = ranked.map(\.count).max() ?? 0
        while place < longest, chosen.count < nodes {
            for list in ranked where place < list.count && chosen.count < nodes { chosen.insert(list[place]) }
            place += 1
        }
        return chosen
    }

    private static func first(_ limit: Int, of edges: [DerivedEdge], around center: Set<Int64>) -> [DerivedEdge] {
        if edges.count <= limit { return edges }
        return Array(
            edges.sorted { a, b in
                let isNear = (
                    center.contains(a.group.subject) || center.contains(a.group.object),
                    center.contains(b.group.subject) || center.contains(b.group.object)
                )
                return isNear.0 != isNear.1 ? isNear.0 : Edge.isMoreBelieved(a.edge, b.edge)
            }.prefix(max(limit, 0)))
    }
}
