import LiaisonExport
import LiaisonModel

/// A graph made of a file of statements, for feeding the writers without a store.
///
/// Belief is simply one minus the product of the doubts; the store's own belief counts independent sources.
enum StatementGraph {
    static func read(_ bytes: [UInt8]) throws -> GraphSnapshot {
        graph(
            of: try bytes.split(separator: UInt8(ascii: "\n")).map { line in
                let json = try JSONValue(parsing: Array(line))
                return (try Statement(json: json), json)
            })
    }

    static func graph(of statements: [(Statement, JSONValue)]) -> GraphSnapshot {
        var edges: [String: Edge] = [:]
        var entities: [EntityKey: Entity] = [:]
        var articles: [String: ArticleHead] = [:]
        for (statement, json) in statements {
            for (end, name) in [(statement.subject, "subject"), (statement.object, "object")] {
                var names: [EntityName] = []
                for other in json[name]?["names"]?.array ?? [] {
                    names.append(EntityName(text: other["text"]?.string ?? "", language: other["language"]?.string))
                }
                if entities[end.key] == nil || !names.isEmpty {
                    entities[end.key] = Entity(reference: end, names: names.sorted())
                }
            }
            articles[statement.article.sha256] = statement.article
            let id = Edge.identifier(
                subject: statement.subject.key, relation: statement.relation, object: statement.object.key)
            edges[
                id,
                default: Edge(
                    id: id, subject: statement.subject, relation: statement.relation, object: statement.object,
                    belief: 0, articleCount: 0, publisherCount: 0, first: nil, last: nil, state: .current,
                    isRumour: false, statements: [])
            ].statements.append(statement)
        }
        for id in edges.keys { edges[id].map { edges[id] = summed($0) } }
        let latest = articles.values.compactMap(\.published).max()
        return GraphSnapshot(
            view: GraphSummary(
                entityCount: 0, edgeCount: 0, statementCount: 0, articleCount: 0, latest: latest, title: "All relations"
            ),
            entities: Array(entities.values), edges: Array(edges.values), articles: Array(articles.values))
    }

    private static func summed(_ edge: Edge) -> Edge {
        var edge = edge
        let order: (Statement, Statement) -> Bool = {
            $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.id < $1.id
        }
        let holding = edge.statements.filter(\.qualifiers.holds)
        let others = edge.statements.filter { !$0.qualifiers.holds }
        edge.statements = holding.sorted(by: order) + others.sorted(by: order)
        edge.belief = 1 - holding.reduce(1) { $0 * (1 - $1.confidence) }
        edge.articleCount = Set(edge.statements.map(\.article.sha256)).count
        edge.publisherCount = Set(edge.statements.compactMap(\.article.publisher)).count
        edge.first = edge.statements.compactMap(\.article.published).min()
        edge.last = edge.statements.compactMap(\.article.published).max()
        edge.isRumour = !holding.isEmpty && holding.allSatisfy { $0.qualifiers.factuality == .rumoured }
        if !holding.isEmpty && !others.isEmpty {
            edge.state = .disputed
        } else if !holding.isEmpty && holding.allSatisfy({ $0.qualifiers.time == .planned }) {
            edge.state = .planned
        } else if holding.contains(where: { $0.qualifiers.time == .ended }) {
            edge.state = .ended
        }
        return edge
    }
}
