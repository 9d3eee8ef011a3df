internal import LiaisonModel

/// The names of authors, as metadata and bylines give them.
enum AuthorNames {
    /// A longer text is no name.
    private static let longest = 60

    /// The names in some texts, each once: without a "by" before them, and never an address.
    static func names(_ texts: [String], words: DatelineWords) -> [String] {
        var found: [String] = []
        for name in texts.flatMap({ names(in: $0, words: words) }) where !found.contains(name) { found.append(name) }
        return found
    }

    /// The names in a text such as "Par Anne Roy et Marc Weiss"; a comma separates whole names, not a family name from a given one.
    static func names(in text: String?, words: DatelineWords) -> [String] {
        guard var rest = text.map({ withoutAddress($0.trimmed) })?[...], !rest.isEmpty else { return [] }
        if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
        let tokens = rest.split(whereSeparator: \.isWhitespace)
        if tokens.count > 1, words.languages.contains(where: { $0.by.contains(NameFolding.fold(String(tokens[0]))) }) {
            rest = rest[tokens[1].startIndex...]
        }
        var parts: [[Substring]] = [[]]
        for token in rest.split(whereSeparator: \.isWhitespace) {
            let isJoin = token == "&" || words.languages.contains { $0.joins.contains(NameFolding.fold(String(token))) }
            if isJoin {
                parts.append([])
                continue
            }
            let ends = token.hasSuffix(",") || token.hasSuffix(";")
            let bare = ends ? token.dropLast() : token
            if !bare.isEmpty { parts[parts.count - 1].append(bare) }
            if ends { parts.append([]) }
        }
        var names = parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
        // "Roy, Anne" is one person.
        if names.count > 1, !names.allSatisfy({ $0.contains(" ") }) { names = [rest.trimmed] }
        return names.map { unquoted($0) }.filter(isName)
    }

    /// The names in what is shown on a page, where other things stand too: only what looks like the names of people.
    static func names(inByline text: String, words: DatelineWords) -> [String] {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let names = names(in: line, words: words)
        let areNames = names.allSatisfy { name in
            let parts = name.split(separator: " ")
            return (2...4).contains(parts.count) && parts[0].first?.isUppercase == true
                && parts.last?.first?.isUppercase == true && !name.contains(where: \.isNumber)
        }
        return areNames ? names : []
    }

    private static func isName(_ name: String) -> Bool {
        (2...longest).contains(name.count) && !name.contains("://") && !name.contains("@") && !name.contains("<")
            && name.unicodeScalars.contains(where: \.properties.isAlphabetic)
    }

    private static func unquoted(_ name: String) -> String {
        name.trimmed.filter { $0 != "\"" }
    }

    /// RSS writes `desk@wire.example (Anne Roy)`.
    private static func withoutAddress(_ text: String) -> String {
        guard text.contains("@"), let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return text }
        return String(text[text.index(after: open)...].dropLast())
    }
}
