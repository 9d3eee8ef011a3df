internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Statements that a story tells at most.
    private static let storyLength = 120

    /// All between two entities, in both directions, as a story in time.
    func pairPage(_ a: EntityKey, _ b: EntityKey, _ request: PageRequest, _ frame: PageFrame) async throws
        -> PageResponse
    {
        let query = try ViewQuery(request.query, vocabulary: options.vocabulary)
        var view = query.view
        // The other end of a pair is named: its kind is no filter, and a denial belongs to the story.
        view.kinds = []
        view.includesSuppressed = true
        let chosen = view
        let format = try Download.asked(request)
        let presenter = presenter(frame)
        let found = try await readers.read { store in
            guard let first = try store.entity(a)?.reference, let second = try store.entity(b)?.reference else {
                throw PageError.notFound
            }
            let edges = try store.edges(between: a, and: b, view: chosen)
            let paths =
                edges.isEmpty && first.key != second.key ? try store.paths(from: a, to: b, length: 4, limit: 1) : []
            return (first: first, second: second, edges: edges, paths: paths)
        }
        if let format {
            let graph = try await readers.read { store in
                try Download.snapshot(
                    found.edges, others: [found.first, found.second], in: store,
                    title: "\(found.first.name) – \(found.second.name)", hidden: 0)
            }
            return try await format.response(graph, name: "pair", options: presenter.options, desk: desk)
        }
        let texts = frame.texts
        var graph = GraphQuery(open: [found.first.key, found.second.key], filters: query)
        graph.filters.kinds = []
        var preview = graph
        preview.nodes = 2
        let statements = found.edges.reduce(0) { $0 + $1.statements.count }
        var fields: Fields = [
            "pageTitle": presenter.name(found.first.name) + " – " + presenter.name(found.second.name),
            "first": presenter.entity(found.first), "second": presenter.entity(found.second),
            "summary": texts.count("edges", found.edges.count) + ", " + texts.count("statements", statements),
            "graphHref": graph.target, "previewHref": preview.target,
            "edges": found.edges.map { presenter.edge($0, quotes: 0) },
            "hasEdges": !found.edges.isEmpty, "paths": found.paths.map { path(of: $0, presenter) },
        ]
        fields.merge(presenter.filters(query, path: Route.pair(found.first.key, found.second.key).path)) { _, new in new
        }
        fields.merge(story(found.edges, statements, presenter)) { _, new in new }
        if !found.edges.isEmpty { fields.merge(frame.downloads()) { _, new in new } }
        return render("pair", frame, fields)
    }

    private func story(_ edges: [Edge], _ count: Int, _ presenter: Presenter) -> Fields {
        var years: [(year: String, events: [Fields])] = []
        for event in Event.story(of: edges, isWhole: true).prefix(Self.storyLength) {
            let year = event.date.isEmpty ? presenter.texts["undated"] : String(event.date.prefix(4))
            let fields: Fields = [
                "date": event.date.isEmpty ? presenter.texts["undated"] : presenter.texts.date(event.date),
                "isPublication": event.isPublication && !event.date.isEmpty,
                "relationClass": presenter.palette.relationClass(event.edge.relation),
                "subject": presenter.name(event.edge.subject.name), "object": presenter.name(event.edge.object.name),
                "relation": presenter.label(event.edge.relation), "arrow": presenter.arrow(event.edge.relation),
                "facts": presenter.qualifiers(event.statement).filter { $0["class"] as? String != "date" },
                "quote": presenter.quote(event.statement),
            ]
            if years.last?.year == year {
                years[years.count - 1].events.append(fields)
            } else {
                years.append((year, [fields]))
            }
        }
        let values = ["n": presenter.texts.grouped(Self.storyLength), "all": presenter.texts.grouped(count)]
        return [
            "years": years.map { ["year": $0.year, "events": $0.events] as Fields },
            "storyNote": optional(count > Self.storyLength ? presenter.texts.filled("story-part", values) : nil),
        ]
    }

    private func path(of path: Path, _ presenter: Presenter) -> Fields {
        ["steps": path.steps.compactMap { $0.first }.map { presenter.edge($0, quotes: 0) }]
    }
}
