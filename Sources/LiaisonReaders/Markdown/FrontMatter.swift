/// The metadata before the text of a Markdown file: between lines of `---` (YAML) or `+++` (TOML).
///
/// Only plain values at the outermost level are read; lists and tables say nothing about an article's head.
struct FrontMatter {
    private var values: [String: String] = [:]

    /// Takes the front matter off a text.
    /// - Returns: the metadata and the text after it; the whole text where there is none.
    static func split(_ text: String) -> (FrontMatter, body: Substring) {
        var matter = FrontMatter()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let fence = lines.first.map({ $0.trimmed }), fence == "---" || fence == "+++",
            let end = lines.dropFirst().firstIndex(where: {
                $0.trimmed == fence || $0.trimmed == "..." && fence == "---"
            })
        else { return (matter, text[...]) }
        let separator: Character = fence == "---" ? ":" : "="
        for line in lines[1..<end] {
            // Indented lines belong to a list or a table.
            guard let first = line.first, first.isLetter, let sign = line.firstIndex(of: separator) else { continue }
            let key = line[..<sign].trimmed.lowercased()
            let value = unquoted(line[line.index(after: sign)...].trimmed)
            if !value.isEmpty, matter.values[key] == nil { matter.values[key] = value }
        }
        return (matter, text[(lines[end].endIndex)...].dropFirst())
    }

    /// The value of the first of these keys that has one.
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { values[$0] }.first }

    private static func unquoted(_ value: String) -> String {
        guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1 else {
            // A comment ends a plain value.
            return value.split(separator: " #", maxSplits: 1).first.map { Substring($0).trimmed } ?? ""
        }
        let inside = value.dropFirst()
        guard let end = inside.lastIndex(of: quote) else { return value }
        return String(inside[..<end]).replacing("\\\"", with: "\"").replacing("''", with: "'")
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: String {
        var view = Substring(self).unicodeScalars
        while let scalar = view.first, scalar.properties.isWhitespace { view.removeFirst() }
        while let scalar = view.last, scalar.properties.isWhitespace { view.removeLast() }
        return String(Substring(view))
    }
}
