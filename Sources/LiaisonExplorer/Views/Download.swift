internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

/// The formats that any view can be downloaded in.
enum Download: String, CaseIterable, Sendable {
    case svg
    case dot
    case jsonld
    case csv

    var label: String {
        switch self {
        case .svg: "SVG"
        case .dot: "DOT"
        case .jsonld: "JSON-LD"
        case .csv: "CSV"
        }
    }

    /// The format that a request asks for, nil for a page.
    /// - Throws: ``PageError/badField(name:value:)``.
    static func asked(_ request: PageRequest) throws(PageError) -> Download? {
        guard let word = request.query["format"] else { return nil }
        guard let format = Download(rawValue: word) else { throw .badField(name: "format", value: word) }
        return format
    }

    /// Edges drawn in a picture at most.
    static let drawnEdges = 150

    private var type: String {
        switch self {
        case .svg: "image/svg+xml"
        case .dot: "text/vnd.graphviz; charset=utf-8"
        case .jsonld: "application/ld+json"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    /// Some edges with their ends and articles, as a graph of its own.
    /// - Parameters:
    ///   - title: the view in words.
    ///   - hidden: edges of the view that are not among these.
    static func snapshot(
        _ edges: [Edge], others: [EntityReference] = [], in store: Store, title: String, hidden: Int
    ) throws -> GraphSnapshot {
        var entities: [EntityKey: Entity] = [:]
        for reference in edges.flatMap({ [$0.subject, $0.object] }) + others where entities[reference.key] == nil {
            entities[reference.key] = try store.entity(reference.key) ?? Entity(reference: reference)
        }
        var articles: [String: ArticleHead] = [:]
        for edge in edges {
            for statement in edge.statements { articles[statement.article.sha256] = statement.article }
        }
        var summary = GraphSummary(
            entityCount: 0, edgeCount: 0, statementCount: 0, articleCount: 0, hiddenEdgeCount: hidden, title: title)
        summary.latest = edges.compactMap(\.last).max()
        return GraphSnapshot(
            view: summary, entities: Array(entities.values), edges: edges, articles: Array(articles.values))
    }

    /// The answer with the file.
    func response(_ graph: GraphSnapshot, name: String, options: ExportOptions, desk: DrawingDesk) async throws
        -> PageResponse
    {
        let bytes: [UInt8]
        switch self {
        case .svg: bytes = try await desk.svg(of: try Picture(of: Self.drawn(graph), options: options))
        case .dot: bytes = try Self.written(graph, .dot, options)
        case .jsonld: bytes = try Self.written(graph, .jsonld, options)
        case .csv: bytes = try Self.written(graph, .csv, options)
        }
        var response = PageResponse(type: type, body: bytes)
        let ending = rawValue
        let plain = name.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        let file = String(String.UnicodeScalarView(plain.prefix(60)))
        response.headers.append(
            ("Content-Disposition", "attachment; filename=\"liaison-\(file.isEmpty ? "view" : file).\(ending)\""))
        return response
    }

    private static func written(_ graph: GraphSnapshot, _ format: ExportFormat, _ options: ExportOptions) throws
        -> [UInt8]
    {
        let sink = MemorySink()
        try format.write(graph, to: sink, options: options)
        return sink.bytes
    }

    /// What can be drawn of it: the most believed edges, the rest counted.
    private static func drawn(_ graph: GraphSnapshot) -> GraphSnapshot {
        guard graph.edges.count > drawnEdges else { return graph }
        let best = graph.edges.sorted { a, b in
            a.belief != b.belief ? a.belief > b.belief : a.id < b.id
        }.prefix(drawnEdges)
        let keys = Set(best.flatMap { [$0.subject.key, $0.object.key] })
        let articles = Set(best.flatMap { $0.statements.map(\.article.sha256) })
        var view = graph.view
        view.hiddenEdgeCount += graph.edges.count - best.count
        return GraphSnapshot(
            view: view, entities: graph.entities.filter { keys.contains($0.key) }, edges: Array(best),
            articles: graph.articles.filter { articles.contains($0.sha256) })
    }
}
