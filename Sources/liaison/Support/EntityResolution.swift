internal import LiaisonModel
internal import LiaisonStore

extension Store {
    /// The one entity that a person means by a name; never a guess.
    /// - Throws: `Failure` that lists the candidates, or what the name resembles.
    func entity(named name: String) throws -> EntityReference {
        let matches = try entities(matching: name)
        if let only = matches.first, matches.count == 1 { return only.entity }
        if matches.isEmpty {
            let near = try entities(resembling: name, limit: 5)
            if near.isEmpty { throw Failure(.notFound, "nothing in \(path) is called \"\(name)\"") }
            throw Failure(
                .notFound, "nothing in \(path) is called \"\(name)\"; did you mean one of these?\n" + Self.list(near))
        }
        throw Failure(
            .notFound, "\"\(name)\" may be any of these; say which by its key:\n" + Self.list(matches))
    }

    private static func list(_ matches: [EntityMatch]) -> String {
        let shown = matches.prefix(20)
        let keys = shown.map(\.entity.key.text)
        let width = min(keys.map(TextLayout.width).max() ?? 0, 40)
        var lines = shown.map { match in
            let key = TextLayout.pad(match.entity.key.text, to: width)
            let alias = match.name == match.entity.name ? "" : ", also called \(match.name)"
            return "  \(key)  \(match.entity.name)\(alias) (\(match.entity.kind.rawValue), "
                + "\(Count.of(match.articleCount, "article")))"
        }
        if matches.count > shown.count { lines.append("  and \(matches.count - shown.count) more") }
        return lines.joined(separator: "\n")
    }
}
