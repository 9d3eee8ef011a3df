internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Edges of each relation and direction on the page of an entity.
    private static let perGroup = 4
    /// Edges on a page that lists one relation.
    private static let perPage = 40
    /// Entries of a timeline.
    private static let timelineLength = 24
    /// Names beside the preferred one.
    private static let nameCount = 12

    /// All about an entity.
    func entityPage(_ key: EntityKey, _ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let query = try ViewQuery(request.query, vocabulary: options.vocabulary)
        let view = query.view
        if let format = try Download.asked(request) {
            let graph = try await readers.read { store in
                guard let entity = try store.entity(key) else { throw PageError.notFound }
                return try Download.snapshot(
                    try store.edges(of: key, view: view), others: [entity.reference], in: store, title: entity.name,
                    hidden: 0)
            }
            return try await format.response(graph, name: key.text, options: presenter(frame).options, desk: desk)
        }
        // One relation asked for alone is listed whole, page by page.
        let direction = request.query["direction"].flatMap(Surroundings.Direction.init)
        let isListing = query.relations.count == 1 && direction != nil
        let from = request.query["from"].flatMap { Int($0) } ?? 0
        if from < 0 || from > 1_000_000 { throw PageError.badField(name: "from", value: String(from)) }
        let presenter = presenter(frame)
        return try await readers.read { store in
            guard
                let found = try store.surroundings(
                    of: key, view: view, perGroup: isListing ? from + Self.perPage : Self.perGroup)
            else { throw PageError.notFound }
            var fields = self.heading(found, query, presenter)
            fields.merge(frame.downloads()) { _, new in new }
            fields["pages"] = optional(nil)
            fields["notice"] = optional(nil)
            var groups = found.groups
            if isListing, let direction {
                groups = groups.filter { $0.direction == direction }
                fields.merge(Self.paging(groups.first?.count ?? 0, from, request, frame)) { _, new in new }
                groups = groups.map { group in
                    var group = group
                    group.edges = Array(group.edges.dropFirst(from).prefix(Self.perPage))
                    return group
                }
            } else if found.listedCount < found.edgeCount {
                fields["notice"] = frame.texts["partly-listed"]
            } else if found.edgeCount == 0 {
                fields["notice"] = frame.texts[query.isEmpty ? "no-relations" : "nothing-passes"]
            }
            let order = Dictionary(
                presenter.vocabulary.relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
            )
            groups.sort { a, b in
                let (x, y) = (order[a.relation] ?? .max, order[b.relation] ?? .max)
                return x != y ? x < y : a.direction.rawValue > b.direction.rawValue
            }
            fields["groups"] = groups.enumerated().map { number, group in
                self.group(group, number, found, query, presenter, isListing: isListing)
            }
            let edges = groups.flatMap(\.edges)
            fields.merge(self.timeline(edges, found.entity.key, presenter, isPart: found.listedCount < found.edgeCount))
            {
                _, new in new
            }
            fields["articleList"] = Self.articles(edges).prefix(12).map { presenter.article($0) }
            return self.render("entity", frame, fields)
        }
    }

    private func heading(_ found: Surroundings, _ query: ViewQuery, _ presenter: Presenter) -> Fields {
        let entity = found.entity
        let texts = presenter.texts
        var fields = presenter.entity(entity.reference)
        let name = presenter.name(entity.name)
        let names = entity.names.filter { $0.text != entity.name }
        fields["pageTitle"] = name
        fields["heading"] = name
        fields["hasNames"] = !names.isEmpty
        fields["names"] = names.prefix(Self.nameCount).map { name -> Fields in
            ["text": presenter.name(name.text), "lang": optional(Presenter.tag(name.language))]
        }
        fields["moreNames"] = optional(
            names.count > Self.nameCount ? texts.count("more-names", names.count - Self.nameCount) : nil)
        fields["articles"] = texts.count("named-in", found.articleCount)
        fields["edges"] = texts.count("edges", found.edgeCount)
        fields["wikidata"] = optional(nil)
        if let id = entity.reference.wikidata, WikidataItem.isIdentifier(id) {
            fields["wikidata"] = ["href": WikidataItem.page(id), "id": id] as Fields
        }
        let graph = GraphQuery(open: [entity.key], filters: query)
        var preview = graph
        preview.nodes = 8
        fields["graphHref"] = graph.target
        fields["previewHref"] = preview.target
        fields["editHref"] = Route.edit(entity.key).path
        fields.merge(presenter.filters(query, path: Route.entity(entity.key).path)) { _, new in new }
        return fields
    }

    private func group(
        _ group: Surroundings.Group, _ number: Int, _ found: Surroundings, _ query: ViewQuery, _ presenter: Presenter,
        isListing: Bool
    ) -> Fields {
        var all = query
        all.relations = [group.relation]
        var more = all.fields
        more.append("direction", group.direction.rawValue)
        let rest = group.count - group.edges.count
        return [
            "id": "g\(number)", "relationClass": presenter.palette.relationClass(group.relation),
            "label": presenter.label(group.relation), "self": presenter.name(found.entity.name),
            "isOutgoing": group.direction != .incoming, "isIncoming": group.direction == .incoming,
            "count": presenter.texts.count("edges", group.count),
            "edges": group.edges.map { presenter.edge($0, from: found.entity.key) },
            "moreHref": optional(
                rest > 0 && !isListing ? Route.entity(found.entity.key).path + "?" + more.encoded : nil),
            "moreText": presenter.texts.filled("all-of-group", ["n": presenter.texts.grouped(group.count)])
                + " (\(presenter.label(group.relation)))",
        ]
    }

    private static func paging(_ count: Int, _ from: Int, _ request: PageRequest, _ frame: PageFrame) -> Fields {
        func target(_ from: Int) -> String {
            var query = request.query.without("from", "lang")
            if from > 0 { query.append("from", String(from)) }
            return LocalTarget.safe(request.path) + "?" + query.encoded
        }
        let texts = frame.texts
        let text = texts.filled(
            "page-of",
            [
                "from": texts.grouped(min(from + 1, count)), "to": texts.grouped(min(from + perPage, count)),
                "n": texts.grouped(count),
            ])
        return [
            "pages": [
                "text": text, "previous": optional(from > 0 ? target(max(from - perPage, 0)) : nil),
                "next": optional(from + perPage < count ? target(from + perPage) : nil),
            ] as Fields
        ]
    }

    private func timeline(_ edges: [Edge], _ center: EntityKey, _ presenter: Presenter, isPart: Bool) -> Fields {
        let events = Event.story(of: edges).reversed()
        var entries: [Fields] = []
        for event in events.prefix(Self.timelineLength) {
            let isOutgoing = event.edge.subject.key == center
            let other = isOutgoing ? event.edge.object : event.edge.subject
            entries.append([
                "date": presenter.texts.date(event.date), "isPublication": event.isPublication,
                "href": Route.edge(event.edge).path, "label": presenter.label(event.edge.relation),
                "relationClass": presenter.palette.relationClass(event.edge.relation),
                "other": presenter.name(other.name),
                "isIncoming": !isOutgoing && !presenter.isSymmetric(event.edge.relation),
                "facts": presenter.qualifiers(event.statement).filter { $0["class"] as? String != "date" },
            ])
        }
        var notes: [String] = []
        if isPart { notes.append(presenter.texts["timeline-part"]) }
        if events.count > Self.timelineLength {
            notes.append(presenter.texts.filled("timeline-latest", ["n": String(Self.timelineLength)]))
        }
        return ["timeline": entries, "timelineNote": optional(notes.isEmpty ? nil : notes.joined(separator: " "))]
    }

    /// The articles that edges cite, the latest first.
    static func articles(_ edges: [Edge]) -> [ArticleHead] {
        var seen: Set<String> = []
        var heads: [ArticleHead] = []
        for edge in edges {
            for statement in edge.statements where seen.insert(statement.article.sha256).inserted {
                heads.append(statement.article)
            }
        }
        return heads.sorted { a, b in
            a.published != b.published ? (a.published ?? "") > (b.published ?? "") : a.sha256 < b.sha256
        }
    }
}
