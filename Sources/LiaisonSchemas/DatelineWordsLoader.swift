public import LiaisonModel

extension DatelineWords {
    /// Reads `readers/datelines.yaml` of every layer; a language of a later layer replaces that of an earlier one.
    /// - Throws: ``SchemaError`` for an unknown key or when a language has not twelve months.
    public init(schemas: SchemaSet) throws(SchemaError) {
        var languages: [(name: String, words: Language)] = []
        for file in schemas.files(in: "readers/datelines.yaml") {
            for member in try file.root().members {
                let words = try Self.language(member, file: file.displayPath)
                if let known = languages.firstIndex(where: { $0.name == member.key }) {
                    languages[known].words = words
                } else {
                    languages.append((member.key, words))
                }
            }
        }
        self.init(languages: languages.map(\.words))
    }

    private static func language(_ entry: SchemaNode.Member, file: String) throws(SchemaError) -> Language {
        let keys = [
            "months", "weekdays", "published", "updated", "before", "at", "zones", "ordinals", "by", "joins",
            "day-first", "headers",
        ]
        for member in entry.value.members where !keys.contains(member.key) {
            throw SchemaError(
                file: file, line: member.line,
                message: "unknown key \"\(member.key)\"; expected one of \(keys.joined(separator: ", "))")
        }
        var months: [String: Int] = [:]
        let rows = entry.value["months"]?.elements ?? []
        guard rows.count == 12 else {
            throw SchemaError(
                file: file, line: entry.line, message: "\(entry.key) needs twelve months, \(rows.count) are given")
        }
        for (number, row) in rows.enumerated() {
            for name in row.strings { months[NameFolding.fold(name)] = number + 1 }
        }
        func words(_ key: String) -> Set<String> { Set((entry.value[key]?.strings ?? []).map(NameFolding.fold)) }
        func phrases(_ key: String) -> [[String]] {
            (entry.value[key]?.strings ?? []).map { NameFolding.fold($0).split(separator: " ").map(String.init) }
        }
        var headers: [String: ArticleHeader] = [:]
        for member in entry.value["headers"]?.members ?? [] {
            guard let header = ArticleHeader(rawValue: member.key) else {
                let known = ArticleHeader.allCases.map(\.rawValue).joined(separator: ", ")
                throw SchemaError(
                    file: file, line: member.line, message: "unknown header \"\(member.key)\"; expected one of \(known)"
                )
            }
            for name in member.value.strings { headers[NameFolding.fold(name)] = header }
        }
        return Language(
            months: months, weekdays: words("weekdays"), published: phrases("published"),
            updated: phrases("updated"), before: words("before"), at: words("at"), zones: words("zones"),
            ordinals: words("ordinals"), by: words("by"), joins: words("joins"),
            isDayFirst: entry.value["day-first"]?.scalar.map { $0 == "true" }, headers: headers)
    }
}
