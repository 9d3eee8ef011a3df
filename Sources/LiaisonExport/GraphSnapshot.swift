public import LiaisonModel

/// A graph in memory: for pictures, which need all of a small graph at once, and for graphs that no store holds.
public struct GraphSnapshot: GraphSource, Sendable {
    public var view: GraphSummary
    /// By key.
    public var entities: [Entity]
    /// By subject key, relation and object key.
    public var edges: [Edge]
    /// By content hash.
    public var articles: [ArticleHead]

    /// Sorts what it is given; the counts of the summary are those of the parts, its other fields are kept.
    public init(view: GraphSummary, entities: [Entity], edges: [Edge], articles: [ArticleHead]) {
        self.entities = entities.sorted { $0.key < $1.key }
        self.edges = edges.sorted {
            if $0.subject.key != $1.subject.key { return $0.subject.key < $1.subject.key }
            if $0.relation != $1.relation { return $0.relation < $1.relation }
            return $0.object.key < $1.object.key
        }
        self.articles = articles.sorted { $0.sha256 < $1.sha256 }
        self.view = view
        self.view.entityCount = entities.count
        self.view.edgeCount = edges.count
        self.view.statementCount = edges.reduce(0) { $0 + $1.statements.count }
        self.view.articleCount = articles.count
    }

    /// Reads the whole of another graph.
    public init(_ source: some GraphSource) throws {
        var (entities, edges, articles): ([Entity], [Edge], [ArticleHead]) = ([], [], [])
        try source.forEachEntity { entities.append($0) }
        try source.forEachEdge { edges.append($0) }
        try source.forEachArticle { articles.append($0) }
        self.init(view: try source.summary(), entities: entities, edges: edges, articles: articles)
    }

    public func summary() -> GraphSummary { view }

    public func forEachEntity(_ visit: (Entity) throws -> Void) throws {
        for entity in entities { try visit(entity) }
    }

    public func forEachEdge(_ visit: (Edge) throws -> Void) throws {
        for edge in edges { try visit(edge) }
    }

    public func forEachArticle(_ visit: (ArticleHead) throws -> Void) throws {
        for article in articles { try visit(article) }
    }
}
