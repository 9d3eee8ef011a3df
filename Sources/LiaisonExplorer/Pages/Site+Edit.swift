internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Renaming an entity, and saying what it is the same as.
    func editPage(_ key: EntityKey, _ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let words = String((request.query["q"] ?? "").prefix(200))
        let (found, candidates) = try await readers.read { store in
            guard let entity = try store.entity(key) else { throw PageError.notFound }
            let near = try store.suggestions(for: words.isEmpty ? entity.name : words, limit: 8)
            return (entity, near.filter { $0.entity.key != entity.key })
        }
        let session = Session(request)
        let presenter = presenter(frame)
        let target = Route.edit(found.key).path
        var fields = presenter.entity(found.reference)
        fields["pageTitle"] = frame.texts["correct"] + " " + presenter.name(found.name)
        fields["entityName"] = found.name
        fields["entityHref"] = Route.entity(found.key).path
        fields["editHref"] = target
        fields["canChange"] = !gate.isReadOnly
        fields["form"] = formFields(
            session, [("subject", found.key.text), ("return", Route.entity(found.key).path)])
        fields["searched"] = words
        fields["candidates"] = candidates.map { presenter.match($0) }
        fields["hasCandidates"] = !candidates.isEmpty
        fields["noCandidates"] = candidates.isEmpty && !words.isEmpty
        var response = render("edit", frame, fields)
        session.keep(in: &response)
        return response
    }
}
