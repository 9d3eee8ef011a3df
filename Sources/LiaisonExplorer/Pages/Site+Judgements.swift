internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Decisions on the page, the latest.
    private static let logLength = 200

    /// What people decided, and how to take it back.
    func judgementsPage(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let (all, open, names) = try await readers.read { store in
            let all = Array(try store.judgements().suffix(Self.logLength).reversed())
            var names: [String: String] = [:]
            for judgement in all { names.merge(try Self.names(judgement, in: store)) { known, _ in known } }
            return (all, Set(try store.judgements(inForce: true).map(\.number)), names)
        }
        let session = Session(request)
        let presenter = presenter(frame)
        let texts = frame.texts
        let done = request.query["done"].flatMap { Int($0) }.flatMap { number in all.first { $0.number == number } }
        let fields: Fields = [
            "pageTitle": texts["judgements-title"], "heading": texts["judgements-title"],
            "done": optional(done.map { presenter.sentence($0, names: names) }),
            "judgements": all.map { judgement -> Fields in
                let relation = judgement.relation.map { RelationID($0) }
                return [
                    "number": String(judgement.number), "verb": judgement.verb.rawValue,
                    "verbLabel": texts["verb-" + judgement.verb.rawValue],
                    "subject": judgement.undoes.map { texts.filled("judgement-word", ["n": String($0)]) }
                        ?? presenter.subject(judgement, names: names),
                    "relation": optional(
                        relation.map { "\(presenter.arrow($0)) \(presenter.label($0)) \(presenter.arrow($0))" }),
                    "object": optional(judgement.object.map { names[$0].map(presenter.name) ?? Presenter.clean($0) }),
                    "value": optional(judgement.value.map(presenter.name)),
                    "author": optional(judgement.author.map(presenter.name)),
                    "reason": optional(judgement.reason.map(Presenter.clean)), "at": Presenter.clean(judgement.madeAt),
                    "canUndo": !gate.isReadOnly && open.contains(judgement.number),
                    "form": formFields(
                        session, [("undoes", String(judgement.number)), ("return", Route.judgements.path)]),
                ]
            },
        ]
        var response = render("judgements", frame, fields)
        session.keep(in: &response)
        return response
    }

    /// Notes a decision that a form brings, and leads back to where the form was.
    func judge(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        try gate.admitChange(request)
        let form = request.form
        let judgement = try Self.judgement(form, author: author)
        let stored: Judgement
        do {
            stored = try await writer.record([judgement]).first ?? judgement
        } catch let error as StoreError where error.category == .notFound {
            throw PageError.badField(name: "undoes", value: form["undoes"] ?? "")
        }
        queue.remove([stored])
        let back = LocalTarget.safe(form["return"] ?? "/")
        let cut = back.firstIndex(of: "?") ?? back.endIndex
        let path = String(back[..<cut])
        guard path == Route.review.path || path == Route.judgements.path else { return .redirect(to: back) }
        var query = FormFields(encoded: cut == back.endIndex ? "" : back[back.index(after: cut)...]).without("done")
        query.append("done", String(stored.number))
        return .redirect(to: path + "?" + query.encoded)
    }

    /// The judgement that a form asks for.
    /// - Throws: ``PageError/badField(name:value:)`` for what no form of ours sends.
    private static func judgement(_ form: FormFields, author: String?) throws(PageError) -> Judgement {
        let word = form["verb"] ?? ""
        guard let verb = Judgement.Verb(rawValue: word) else { throw .badField(name: "verb", value: word) }
        func field(_ name: String) throws(PageError) -> String {
            guard let value = form[name], value.utf8.count <= 1_000 else {
                throw .badField(name: name, value: form[name] ?? "")
            }
            return value
        }
        let reason = form["reason"].map { String($0.prefix(400)) }
        switch verb {
        case .undo:
            guard let number = Int(try field("undoes")) else {
                throw .badField(name: "undoes", value: form["undoes"] ?? "")
            }
            return Judgement(undo: number, author: author, reason: reason)
        case .rename:
            let name = try field("value").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !name.isEmpty, name.unicodeScalars.count <= 200 else { throw .badField(name: "value", value: name) }
            return Judgement(rename: EntityKey(try field("subject")), to: name, author: author, reason: reason)
        case .merge, .split:
            let (first, second) = (try field("subject"), try field("object"))
            if first == second { throw .badField(name: "object", value: second) }
            return Judgement(verb, EntityKey(first), EntityKey(second), author: author, reason: reason)
        case .edit:
            let text = try field("qualifier") + "=" + (form["to"] ?? "")
            guard let edit = try? QualifierEdit(text) else { throw .badField(name: "to", value: form["to"] ?? "") }
            if let statement = form["statement"] {
                return Judgement(edit: edit, statement: statement, author: author, reason: reason)
            }
            return Judgement(
                number: 0, verb: .edit, subject: try field("subject"), relation: try field("relation"),
                object: try field("object"), value: edit.text, author: author, reason: reason, madeAt: "")
        case .accept, .reject:
            if let statement = form["statement"] {
                guard statement.utf8.count == 20, statement.utf8.allSatisfy(Hexadecimal.isDigit) else {
                    throw .badField(name: "statement", value: statement)
                }
                return Judgement(verb, statement: statement, author: author, reason: reason)
            }
            return Judgement(
                number: 0, verb: verb, subject: try field("subject"), relation: try field("relation"),
                object: try field("object"), author: author, reason: reason, madeAt: "")
        }
    }
}
