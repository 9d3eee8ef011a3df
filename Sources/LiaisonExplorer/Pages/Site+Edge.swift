internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Sentences on the page of an edge.
    private static let evidenceLength = 100

    /// One edge with every sentence behind it.
    func edgePage(
        _ subject: EntityKey, _ relation: RelationID, _ object: EntityKey, _ request: PageRequest, _ frame: PageFrame
    ) async throws -> PageResponse {
        let format = try Download.asked(request)
        let presenter = presenter(frame)
        let found = try await readers.read { store in
            var view = GraphView()
            view.relations = [relation]
            view.includesSuppressed = true
            let edges = try store.edges(between: subject, and: object, view: view)
            guard let first = try store.entity(subject)?.reference, let second = try store.entity(object)?.reference
            else {
                throw PageError.notFound
            }
            let decision = try store.judgements(inForce: true).last { judgement in
                judgement.relation == relation.text
                    && [judgement.subject, judgement.object ?? ""] == [first.key.text, second.key.text]
                    && (judgement.verb == .accept || judgement.verb == .reject)
            }
            let edge = edges.first { $0.subject.key == first.key } ?? edges.first
            let verdicts = try edge?.statements.prefix(Self.evidenceLength).map { try store.verify($0) } ?? []
            return (edge: edge, first: first, second: second, decision: decision, verdicts: verdicts)
        }
        // A rejected edge is no longer among the edges, but its page stays, so that it can be accepted again.
        guard found.edge != nil || found.decision != nil else { throw PageError.notFound }
        let edge =
            found.edge
            ?? Edge(
                id: Edge.identifier(subject: found.first.key, relation: relation, object: found.second.key),
                subject: found.first, relation: relation, object: found.second, belief: 0, articleCount: 0,
                publisherCount: 0, first: nil, last: nil, state: .disputed, isRumour: false, statements: [])
        if let format {
            let graph = try await readers.read { store in
                try Download.snapshot(
                    found.edge.map { [$0] } ?? [], others: [found.first, found.second], in: store,
                    title: "\(found.first.name) – \(found.second.name)", hidden: 0)
            }
            return try await format.response(graph, name: "edge", options: presenter.options, desk: desk)
        }
        let session = Session(request)
        let texts = frame.texts
        let canChange = !gate.isReadOnly
        let form = formFields(
            session,
            [
                ("subject", edge.subject.key.text), ("relation", edge.relation.text), ("object", edge.object.key.text),
                ("return", frame.target),
            ])
        var fields = presenter.edge(edge, quotes: 0)
        if found.edge == nil { fields["facts"] = [Fields]() }
        fields["pageTitle"] =
            "\(presenter.name(edge.subject.name)) \(presenter.label(relation)) \(presenter.name(edge.object.name))"
        fields["definition"] = optional(presenter.vocabulary[relation]?.definitions[texts.language])
        fields["decision"] = optional(
            found.decision.map { texts[$0.verb == .accept ? "accepted-by" : "rejected-by"] })
        fields["graphHref"] = GraphQuery(open: [edge.subject.key, edge.object.key]).target
        fields["canChange"] = canChange
        fields["form"] = form
        fields["qualifiers"] = QualifierEdit.Field.allCases.map { field -> Fields in
            ["value": field.rawValue, "label": texts["qualifier-" + field.rawValue]]
        }
        fields["statements"] = zip(edge.statements, found.verdicts).map { statement, verdict -> Fields in
            var fields: Fields = [
                "anchor": Presenter.anchor(statement), "quote": presenter.quote(statement, isWhole: true),
                "facts": presenter.qualifiers(statement), "confidence": texts.belief(statement.confidence),
                "rule": Presenter.clean(statement.rule), "place": presenter.placeWords(statement),
                "verdict": texts[verdict.word], "url": optional(WebAddress.link(statement.article.url)),
                "canChange": canChange,
            ]
            fields["form"] = formFields(session, [("statement", statement.id), ("return", frame.target)])
            return fields
        }
        fields.merge(frame.downloads()) { _, new in new }
        var response = render("edge", frame, fields)
        if canChange { session.keep(in: &response) }
        return response
    }

    /// The hidden fields of a form: what it is about, and the proof that it is ours.
    func formFields(_ session: Session, _ items: [(name: String, value: String)]) -> [Fields] {
        (items + [("csrf", gate.formToken(session: session.name))]).map { ["name": $0.name, "value": $0.value] }
    }
}

extension Presenter {
    /// "text 518–606".
    func placeWords(_ statement: Statement) -> String {
        let range = statement.evidence.range
        return texts.filled(
            "place-" + statement.evidence.part.rawValue,
            ["from": texts.grouped(range.start), "to": texts.grouped(range.end)])
    }
}

extension EvidenceVerdict {
    /// The key of what it is called in the texts.
    fileprivate var word: String {
        switch self {
        case .verified: "verified"
        case .textMissing: "text-missing"
        case .articleChanged: "article-changed"
        case .quoteDiffers: "quote-differs"
        }
    }
}
