internal import LiaisonModel
internal import LiaisonStore

extension Store {
    /// The one edge that a person means: by its identifier, a beginning of one, or "NAME RELATION NAME" in words.
    /// - Throws: `Failure` that says what there is instead.
    func edge(named words: [String]) throws -> Edge {
        var view = GraphView()
        view.includesSuppressed = true
        let text = words.joined(separator: " ")
        if words.count == 1 {
            let found = try edges(id: text, view: view)
            if let only = found.first, found.count == 1 { return only }
            if found.count > 1 {
                throw Failure(
                    .notFound, "\"\(text)\" begins several edges; give more digits:\n" + Self.list(found))
            }
        }
        guard let (first, relation, second) = try split(text) else {
            throw Failure(
                .notFound,
                "there is no edge \"\(text)\"; give an identifier, or: NAME RELATION NAME, as in"
                    + " \"Microsoft invests-in OpenAI\"")
        }
        let (a, b) = (try entity(named: first), try entity(named: second))
        let between = try edges(between: a.key, and: b.key, view: view)
        // The direction counts, unless only the other one exists.
        let named = between.filter { $0.relation == relation }
        if let edge = named.first(where: { $0.subject.key == a.key }) ?? named.first { return edge }
        if between.isEmpty { throw Failure(.notFound, "nothing links \(a.name) and \(b.name)") }
        throw Failure(
            .notFound, "\(a.name) and \(b.name) are not linked by \(relation), but by:\n" + Self.list(between))
    }

    /// Finds the relation among the words: the only word that is the name of one in this store.
    private func split(_ text: String) throws -> (String, RelationID, String)? {
        let known = Set(try stats().relations.map(\.relation.text))
        let words = text.split(separator: " ").map(String.init)
        guard let place = words.indices.dropFirst().dropLast().first(where: { known.contains(words[$0]) }) else {
            return nil
        }
        return (
            words[..<place].joined(separator: " "), RelationID(words[place]),
            words[(place + 1)...].joined(separator: " ")
        )
    }

    private static func list(_ edges: [Edge]) -> String {
        edges.prefix(20).map { "  \($0.id.prefix(12))  \($0.subject.name) \($0.relation) \($0.object.name)" }
            .joined(separator: "\n")
    }
}
