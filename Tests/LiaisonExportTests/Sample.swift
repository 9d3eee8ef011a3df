import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas

/// Small graphs and the program's own options, for tests.
enum Sample {
    static func options(language: String = "en", base: BaseIRI = .standard) throws -> ExportOptions {
        let schemas = try SchemaSet.embedded()
        return ExportOptions(
            vocabulary: try Vocabulary(schemas: schemas), language: language, base: base,
            context: try schemas.file("graph.context.jsonld").text())
    }

    static func text(_ format: ExportFormat, _ graph: GraphSnapshot, language: String = "en") throws -> String {
        let sink = MemorySink()
        try format.write(graph, to: sink, options: options(language: language))
        return sink.text
    }

    static let openAI = EntityReference(
        key: EntityKey("org:openai"), name: "OpenAI", kind: .company, wikidata: "Q21708200")
    static let lumenor = EntityReference(key: EntityKey("org:lumenor"), name: "Lumenor", kind: .company)

    /// One statement, plain but for what the caller changes.
    static func statement(
        _ subject: EntityReference = lumenor, _ relation: RelationID = "invests-in", _ object: EntityReference = openAI,
        quote: String = "Lumenor invests in OpenAI.", url: String? = "https://news.example/1",
        published: String = "2025-06-17", _ change: (inout Qualifiers) -> Void = { _ in }
    ) -> Statement {
        var qualifiers = Qualifiers()
        change(&qualifiers)
        return Statement(
            article: ArticleHead(
                url: url, title: "A title", publisher: "Le Quotidien", published: published,
                sha256: SHA256.hexadecimal(of: (url ?? "").utf8)),
            subject: subject, relation: relation, object: object, qualifiers: qualifiers, confidence: 0.93,
            evidence: Evidence(
                part: .text, range: CodePointRange(10, 36), quote: quote, subject: CodePointRange(10, 17),
                object: CodePointRange(29, 35)),
            rule: "en.invest")
    }

    static func edge(
        _ statements: [Statement], belief: Double = 0.93, state: EdgeState = .current, isRumour: Bool = false
    ) -> Edge {
        let first = statements[0]
        return Edge(
            id: Edge.identifier(subject: first.subject.key, relation: first.relation, object: first.object.key),
            subject: first.subject, relation: first.relation, object: first.object, belief: belief,
            articleCount: statements.count, publisherCount: 1, first: first.article.published,
            last: first.article.published, state: state, isRumour: isRumour, statements: statements)
    }

    static func graph(_ edges: [Edge], names: [EntityName] = [], title: String = "A view", hidden: Int = 0)
        -> GraphSnapshot
    {
        var entities: [EntityKey: Entity] = [:]
        var articles: [String: ArticleHead] = [:]
        for edge in edges {
            for end in [edge.subject, edge.object] { entities[end.key] = Entity(reference: end, names: names) }
            for statement in edge.statements { articles[statement.article.sha256] = statement.article }
        }
        return GraphSnapshot(
            view: GraphSummary(
                entityCount: 0, edgeCount: 0, statementCount: 0, articleCount: 0, hiddenEdgeCount: hidden,
                latest: "2025-06-17", title: title),
            entities: Array(entities.values), edges: edges, articles: Array(articles.values))
    }

    /// Names that have broken exporters.
    static let nastyNames = [
        "He said \"hi\"", "trailing backslash \\", "\\N", "\\G \\E", "a\nb", "ends with\n", "cr\rhere", "tab\there",
        "bell\u{7}",
        "del\u{7F}", "AT&T", "&amp;", "&#233;", "</script>", "<b>bold</b>", "]]>", "node", "graph", "{a|b}",
        "]; evil [x=\"",
        "cafe\u{301}", "שלום", "\u{202E}evil", "😀", "", " ", "=1+1", "@id", "http://example.org/a b", "_:b0",
        "\u{FFFE}",
        "ls\u{2028}sep", "nel\u{85}", "\u{FEFF}BOM", "\"x\"@en",
    ]

    /// A chain of entities with those names.
    static func nastyGraph() -> GraphSnapshot {
        let ends = nastyNames.enumerated().map { index, name in
            EntityReference(key: EntityKey("org:n\(index)"), name: name, kind: .company)
        }
        return graph(
            zip(ends, ends.dropFirst()).map { subject, object in
                edge([statement(subject, "rival-of", object, quote: "\(subject.name) – \(object.name)")])
            }, title: nastyNames.joined(separator: " "))
    }
}
