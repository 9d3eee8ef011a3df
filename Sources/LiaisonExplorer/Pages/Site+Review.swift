internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Questions listed below the one in view.
    private static let waitingLength = 12

    /// What a person should look at, one question in view.
    func reviewPage(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let items = try await queue.items()
        if let format = try Download.asked(request) {
            let edges = items.compactMap { item in if case .edge(let edge, _) = item.question { edge } else { nil } }
            let graph = try await readers.read { store in
                try Download.snapshot(edges, in: store, title: frame.texts["review-title"], hidden: 0)
            }
            return try await format.response(graph, name: "review", options: presenter(frame).options, desk: desk)
        }
        let place = request.query["at"].flatMap { Int($0) } ?? 1
        if place < 1 { throw PageError.badField(name: "at", value: request.query["at"] ?? "") }
        let index = min(place - 1, max(items.count - 1, 0))
        let session = Session(request)
        let presenter = presenter(frame)
        let texts = frame.texts
        func target(_ index: Int) -> String { Route.review.path + "?at=\(index + 1)" }
        var fields: Fields = [
            "pageTitle": texts["review"], "heading": texts["review-title"], "isEmpty": items.isEmpty,
            "position": optional(
                items.isEmpty
                    ? nil
                    : texts.filled(
                        "question-of", ["n": texts.grouped(index + 1), "all": texts.grouped(items.count)])),
            "item": optional(nil),
        ]
        fields.merge(try await lastDecision(request, session, presenter, target: target(index))) { _, new in new }
        if items.indices.contains(index) {
            var item = try await question(items[index], session, presenter, target: target(index))
            item["previousHref"] = optional(index > 0 ? target(index - 1) : nil)
            item["nextHref"] = optional(index + 1 < items.count ? target(index + 1) : nil)
            item["canChange"] = !gate.isReadOnly
            fields["item"] = item
        }
        let waiting = items.indices.filter { $0 > index }.prefix(Self.waitingLength)
        fields["hasOthers"] = !waiting.isEmpty
        fields["waiting"] = waiting.map { place -> Fields in
            let (text, why) = line(items[place], presenter)
            return ["href": target(place), "text": text, "why": why]
        }
        fields.merge(frame.downloads()) { _, new in new }
        var response = render("review", frame, fields)
        session.keep(in: &response)
        return response
    }

    /// What was decided last in this session, and the form that takes it back.
    private func lastDecision(
        _ request: PageRequest, _ session: Session, _ presenter: Presenter, target: String
    ) async throws -> Fields {
        guard let number = request.query["done"].flatMap({ Int($0) }) else { return ["done": optional(nil)] }
        let (judgement, isOpen, names) = try await readers.read { store in
            let judgement = try store.judgements().first { $0.number == number }
            let isOpen = try store.judgements(inForce: true).contains { $0.number == number }
            return (judgement, isOpen, try judgement.map { try Self.names($0, in: store) } ?? [:])
        }
        guard let judgement else { return ["done": optional(nil)] }
        let form = formFields(session, [("undoes", String(number)), ("return", target)])
        return [
            "done": presenter.sentence(judgement, names: names),
            "undoForm": isOpen && !gate.isReadOnly ? ["form": form] as Fields : optional(nil),
        ]
    }

    /// The names of the entities that a judgement is about, by key.
    static func names(_ judgement: Judgement, in store: Store) throws -> [String: String] {
        var names: [String: String] = [:]
        for key in [judgement.subject, judgement.object].compactMap({ $0 }) where key.contains(":") {
            names[key] = try store.entity(EntityKey(key))?.name
        }
        return names
    }

    private func question(
        _ item: ReviewItem, _ session: Session, _ presenter: Presenter, target: String
    ) async throws -> Fields {
        let texts = presenter.texts
        func choice(_ verb: String, _ key: String, _ label: String, _ style: String = "") -> Fields {
            ["verb": verb, "key": key, "label": texts[label], "class": style]
        }
        func correct(_ entity: EntityReference, _ key: String) -> Fields {
            [
                "href": Route.edit(entity.key).path, "key": key,
                "label": texts.filled("edit-entity", ["name": presenter.name(entity.name)]),
            ]
        }
        switch item.question {
        case .sameEntity(let a, let b, let reason):
            let found = try await readers.read { store in
                try [a, b].map { ($0, try store.surroundings(of: $0.key, perGroup: 1)) }
            }
            let candidates = found.map { candidate($0.0, $0.1, presenter) }
            return [
                "why": texts["why-" + reason.rawValue], "edgeQuestion": optional(nil),
                "pairQuestion": ["candidates": candidates] as Fields,
                "form": formFields(
                    session, [("subject", a.key.text), ("object", b.key.text), ("return", target), ("queue", "1")]),
                "choices": [
                    choice("merge", "s", "same"), choice("split", "d", "keep-apart", "no"),
                ], "editHrefs": [correct(a, "e"), correct(b, "f")],
            ]
        case .edge(let edge, let reason):
            return [
                "why": texts["why-" + reason.rawValue], "pairQuestion": optional(nil),
                "edgeQuestion": presenter.edge(edge, quotes: 5),
                "form": formFields(
                    session,
                    [
                        ("subject", edge.subject.key.text), ("relation", edge.relation.text),
                        ("object", edge.object.key.text), ("return", target), ("queue", "1"),
                    ]),
                "choices": [choice("accept", "a", "accept"), choice("reject", "r", "reject", "no")],
                "editHrefs": [correct(edge.subject, "e"), correct(edge.object, "f")],
            ]
        }
    }

    private func candidate(_ entity: EntityReference, _ found: Surroundings?, _ presenter: Presenter) -> Fields {
        var fields = presenter.entity(entity)
        guard let found else { return fields }
        fields["names"] = found.entity.names.prefix(8).map { ["text": presenter.name($0.text)] as Fields }
        fields["articles"] = presenter.texts.count("articles", found.articleCount)
        fields["edges"] = presenter.texts.count("edges", found.edgeCount)
        let best = found.groups.flatMap(\.edges).sorted { a, b in
            a.belief != b.belief ? a.belief > b.belief : a.id < b.id
        }
        fields["quotes"] = best.prefix(2).compactMap(\.statements.first).map { presenter.quote($0) }
        return fields
    }

    private func line(_ item: ReviewItem, _ presenter: Presenter) -> (text: String, why: String) {
        switch item.question {
        case .sameEntity(let a, let b, let reason):
            ("\(presenter.name(a.name)) = \(presenter.name(b.name)) ?", presenter.texts["why-" + reason.rawValue])
        case .edge(let edge, let reason):
            (
                "\(presenter.name(edge.subject.name)) \(presenter.arrow(edge.relation)) \(presenter.label(edge.relation)) "
                    + "\(presenter.arrow(edge.relation)) \(presenter.name(edge.object.name))",
                presenter.texts["why-" + reason.rawValue]
            )
        }
    }
}

extension Presenter {
    /// "Rejected: A → invests in → B".
    func sentence(_ judgement: Judgement, names: [String: String]) -> String {
        texts.filled("done-" + judgement.verb.rawValue, ["what": what(judgement, names: names)])
    }

    /// What a judgement is about.
    func what(_ judgement: Judgement, names: [String: String]) -> String {
        var parts: [String] = []
        if let number = judgement.undoes {
            parts.append(texts.filled("judgement-word", ["n": String(number)]))
        } else {
            parts.append(subject(judgement, names: names))
        }
        if let relation = judgement.relation {
            parts.append("\(arrow(RelationID(relation))) \(label(RelationID(relation))) \(arrow(RelationID(relation)))")
        }
        if let object = judgement.object {
            if judgement.relation == nil { parts.append("–") }
            parts.append(names[object].map { name($0) } ?? Self.clean(object))
        }
        if let value = judgement.value { parts.append("→ " + name(value)) }
        return parts.joined(separator: " ")
    }

    /// The entity or statement that a judgement names first.
    func subject(_ judgement: Judgement, names: [String: String]) -> String {
        if let known = names[judgement.subject] { return name(known) }
        if judgement.object == nil, judgement.verb != .rename {
            return texts.filled("statement-word", ["id": String(judgement.subject.prefix(8))])
        }
        return Self.clean(judgement.subject)
    }
}
