internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// The neighbourhood of some entities, drawn.
    func graphPage(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let query = try GraphQuery(request.query, vocabulary: options.vocabulary)
        let presenter = presenter(frame)
        let texts = frame.texts
        if query.open.isEmpty {
            return render(
                "graph", frame, ["pageTitle": texts["graph"], "heading": texts["graph"], "isBlank": true])
        }
        let format = try Download.asked(request)
        let graph = try await readers.read { store in
            let graph = try store.neighborhood(
                of: query.open, view: query.filters.view, nodes: query.nodes, edges: query.nodes * 4)
            if graph.open.isEmpty { throw PageError.notFound }
            return graph
        }
        let names = graph.open.map { presenter.name($0.name) }
        let title = texts.filled("graph-of", ["names": Self.list(names, texts)])
        if let format {
            let snapshot = try await readers.read { store in
                try Download.snapshot(
                    graph.edges, others: graph.open, in: store, title: title, hidden: graph.hiddenEdgeCount)
            }
            return try await format.response(snapshot, name: "graph", options: presenter.options, desk: desk)
        }
        var fields: Fields = [
            "pageTitle": title, "heading": title, "isBlank": false, "notice": optional(nil), "drawing": optional(nil),
            "shown": texts.filled(
                "graph-shown",
                [
                    "entities": texts.count("entities-count", graph.entities.count),
                    "edges": texts.count("edges", graph.edges.count),
                ]),
            "hidden": optional(
                graph.hiddenEdgeCount > 0 ? texts.count("graph-hidden", graph.hiddenEdgeCount) : nil),
            "opened": graph.open.map { opened($0, query, presenter, canClose: graph.open.count > 1) },
            "edges": graph.edges.map { presenter.edge($0, quotes: 0) },
        ]
        var kept = FormFields()
        for key in query.open { kept.append("open", key.text) }
        fields.merge(presenter.filters(query.filters, path: Route.graph.path, kept: kept, nodes: query.nodes)) {
            _, new in new
        }
        fields.merge(legend(graph, presenter)) { _, new in new }
        fields.merge(frame.downloads()) { _, new in new }
        if graph.edges.isEmpty {
            fields["notice"] = texts["graph-empty"]
        } else {
            do {
                fields["drawing"] = try await drawing(graph, query, presenter, title: title)
            } catch PageError.cannotDraw(let reason) {
                // The list below says the same without a picture.
                fields["notice"] = texts["error-drawing"] + " " + reason
            }
        }
        return render("graph", frame, fields)
    }

    /// The neighbourhood as an element of a page.
    private func drawing(
        _ graph: Neighborhood, _ query: GraphQuery, _ presenter: Presenter, title: String
    ) async throws -> String {
        let dot = GraphDOT(graph, query: query, presenter: presenter)
        let svg = try await desk.svg(of: dot.text, engine: dot.engine)
        return try DrawingMarkup.inline(svg, marks: dot.marks, label: title)
    }

    private func opened(
        _ entity: EntityReference, _ query: GraphQuery, _ presenter: Presenter, canClose: Bool
    ) -> Fields {
        var fields = presenter.entity(entity)
        fields["closeHref"] = optional(canClose ? query.closing(entity.key).target : nil)
        fields["closeLabel"] = presenter.texts.filled("close-name", ["name": presenter.name(entity.name)])
        return fields
    }

    private func legend(_ graph: Neighborhood, _ presenter: Presenter) -> Fields {
        let relations = Set(graph.edges.map(\.relation))
        let known = presenter.vocabulary.relations.map(\.id).filter { relations.contains($0) }
        let unknown = relations.filter { presenter.vocabulary[$0] == nil }.sorted()
        var looks: [Fields] = []
        func add(_ look: String, _ occurs: Bool) {
            if occurs { looks.append(["class": look, "label": presenter.texts["look-" + look]]) }
        }
        add("doubtful", graph.edges.contains { $0.state == .planned || $0.isRumour })
        add("ended", graph.edges.contains { $0.state == .ended })
        add("disputed", graph.edges.contains { $0.state == .disputed })
        return [
            "legend": (known + unknown).map { relation -> Fields in
                ["label": presenter.label(relation), "relationClass": presenter.palette.relationClass(relation)]
            }, "looks": looks,
        ]
    }

    /// "A, B and C".
    private static func list(_ names: [String], _ texts: Texts) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " " + texts["and"] + " " + last
    }
}
