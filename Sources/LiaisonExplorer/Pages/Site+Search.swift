internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Words that are longer say nothing more.
    private static let maximumWords = 200

    private static func words(_ request: PageRequest) -> String {
        let words = request.query["q"] ?? ""
        return String(String.UnicodeScalarView(words.unicodeScalars.prefix(maximumWords)))
    }

    /// Entities and articles that have the words.
    func searchPage(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let words = Self.words(request)
        let format = try Download.asked(request)
        let (found, articles) = try await readers.read { store in
            (
                words.isEmpty ? [] : try store.suggestions(for: words, limit: 20),
                words.isEmpty ? [] : try store.search(words, limit: 20)
            )
        }
        if let format {
            let graph = try await readers.read { store in
                let neighborhood = try store.neighborhood(of: found.map(\.entity.key), nodes: found.count)
                return try Download.snapshot(
                    neighborhood.edges, others: neighborhood.entities, in: store, title: words, hidden: 0)
            }
            return try await format.response(
                graph, name: "search", options: presenter(frame).options, desk: desk)
        }
        let presenter = presenter(frame)
        let texts = frame.texts
        var fields: Fields = [
            "pageTitle": texts.filled("search-title", ["words": words]),
            "heading": texts.filled("search-title", ["words": Presenter.clean(words)]), "searched": words,
            "isBlank": words.isEmpty, "entities": found.map { presenter.match($0) },
            "articles": articles.map { presenter.article($0) }, "pair": optional(nil),
        ]
        // Two names that are surely meant lead to what links them.
        if let pair = try await self.pair(in: words) {
            fields["pair"] =
                [
                    "href": Route.pair(pair.0.key, pair.1.key).path,
                    "text": texts.filled(
                        "what-links", ["a": presenter.name(pair.0.name), "b": presenter.name(pair.1.name)]),
                ] as Fields
        }
        if !words.isEmpty { fields.merge(frame.downloads()) { _, new in new } }
        return render("search", frame, fields)
    }

    /// The two entities that words name one after the other, where there is one way only to read them so.
    private func pair(in words: String) async throws -> (EntityReference, EntityReference)? {
        let parts = words.split(separator: " ")
        guard (2...6).contains(parts.count) else { return nil }
        return try await readers.read { store in
            var found: [(EntityReference, EntityReference)] = []
            for cut in 1..<parts.count {
                let first = try store.entities(matching: parts[..<cut].joined(separator: " "))
                guard first.count == 1 else { continue }
                let second = try store.entities(matching: parts[cut...].joined(separator: " "))
                if second.count == 1, first[0].entity.key != second[0].entity.key {
                    found.append((first[0].entity, second[0].entity))
                }
            }
            return found.count == 1 ? found[0] : nil
        }
    }

    /// Suggestions for the search field, as JSON.
    func suggestions(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        let words = Self.words(request)
        let found = try await readers.read { store in try store.suggestions(for: words, limit: 8) }
        let presenter = presenter(frame)
        var json = JSONWriter()
        json.beginArray()
        for match in found {
            json.beginObject()
            json.field("name", presenter.name(match.entity.name))
            json.field("href", Route.entity(match.entity.key).path)
            json.field("kind", presenter.kind(match.entity.kind))
            json.field("kindClass", palette.kindClass(match.entity.kind))
            if match.name != match.entity.name { json.field("alias", presenter.name(match.name)) }
            json.endObject()
        }
        json.endArray()
        return PageResponse(type: "application/json", body: json.bytes)
    }
}
