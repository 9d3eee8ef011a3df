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
            try Self.check(digits: text)
            let found = try edges(id: text, view: view)
            if let only = found.first, found.count == 1 { return only }
            if found.count > 1 {
                throw Failure(
                    .notFound, "\"\(text)\" begins several edges; give more digits:\n" + Self.list(found))
            }
        }
        guard let (first, relation, second) = try split(words) else {
            throw Failure(
                .notFound,
                "there is no edge \"\(text)\"; give an identifier, or: NAME RELATION NAME, as in"
                    + " \"Microsoft invests in OpenAI\"")
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

    /// Finds the relation among the words: the first that are the name of one, the more of them the better.
    /// - Parameter arguments: the three parts, or their words in any number of arguments.
    private func split(_ arguments: [String]) throws -> (String, RelationID, String)? {
        let names = try RelationNames(in: self)
        if arguments.count == 3, let relation = names.relation(arguments[1]) {
            return (arguments[0], relation, arguments[2])
        }
        let words = arguments.joined(separator: " ").split(separator: " ").map(String.init)
        for place in words.indices.dropFirst() {
            for end in stride(from: min(place + Self.longestRelation, words.count - 1), to: place, by: -1) {
                guard let relation = names.relation(words[place..<end].joined(separator: " ")) else { continue }
                return (words[..<place].joined(separator: " "), relation, words[end...].joined(separator: " "))
            }
        }
        return nil
    }

    /// No label has more words.
    private static let longestRelation = 5

    /// - Throws: `Failure` for the beginning of an identifier that is too short to look for.
    private static func check(digits text: String) throws(Failure) {
        if text.utf8.count < 4, text.utf8.allSatisfy(Hexadecimal.isDigit) {
            throw Failure(.usage, "\"\(text)\" is too short for an edge's identifier; give at least four digits of it")
        }
    }

    private static func list(_ edges: [Edge]) -> String {
        edges.prefix(20).map { "  \($0.id.prefix(12))  \($0.subject.name) \($0.relation) \($0.object.name)" }
            .joined(separator: "\n")
    }
}
