/// The words of one line of Markdown.
enum MarkdownLine {
    /// Links become their words, pictures, tags and footnote marks go, emphasis and code lose their marks.
    static func plain(_ line: Substring) -> String {
        var out = ""
        var rest = line
        // Brackets that nothing closes are looked at to the end of the line each: not more often than this.
        var attempts = 200
        while let character = rest.first {
            switch character {
            case "\\":
                rest.removeFirst()
                if let escaped = rest.popFirst() {
                    if !escaped.isPunctuation && !escaped.isSymbol { out.append("\\") }
                    out.append(escaped)
                }
            case "!" where rest.dropFirst().first == "[" && attempts > 0:
                attempts -= 1
                if let (_, after) = link(rest.dropFirst()) { rest = after } else { out.append(rest.removeFirst()) }
            case "[" where attempts > 0:
                attempts -= 1
                if let (words, after) = link(rest) {
                    out += plain(words)
                    rest = after
                } else {
                    out.append(rest.removeFirst())
                }
            case "<" where attempts > 0:
                attempts -= 1
                if let (words, after) = tag(rest) {
                    out += words
                    rest = after
                } else {
                    out.append(rest.removeFirst())
                }
            case "*", "`", "~":
                let run = rest.prefix { $0 == character }
                rest = rest.dropFirst(run.count)
                // A mark between spaces is a mark, not emphasis; a single tilde means "about".
                let isAlone = (out.last.map(\.isWhitespace) ?? true) && (rest.first.map(\.isWhitespace) ?? true)
                if isAlone || character == "~" && run.count == 1 { out += run }
            case "_":
                let run = rest.prefix { $0 == "_" }
                rest = rest.dropFirst(run.count)
                let isInside =
                    (out.last.map { $0.isLetter || $0.isNumber } ?? false)
                    && (rest.first.map { $0.isLetter || $0.isNumber } ?? false)
                if isInside { out += run }
            default:
                out.append(rest.removeFirst())
            }
        }
        return out
    }

    /// `[words](address)`, `[words][label]`, `[words]` with a definition elsewhere is left as it is; `[^1]` is a footnote.
    private static func link(_ text: Substring) -> (words: Substring, after: Substring)? {
        guard let close = closing("]", opening: "[", in: text) else { return nil }
        let words = text[text.index(after: text.startIndex)..<close]
        let after = text[text.index(after: close)...]
        if words.first == "^" { return ("", after) }
        if after.first == "(", let end = closing(")", opening: "(", in: after) {
            return (words, after[after.index(after: end)...])
        }
        if after.first == "[", let end = after.firstIndex(of: "]") { return (words, after[after.index(after: end)...]) }
        return nil
    }

    /// The index of the mark that closes the first character of a text, within a bounded distance.
    private static func closing(_ close: Character, opening: Character, in text: Substring) -> Substring.Index? {
        var depth = 0
        var index = text.startIndex
        var left = 2000
        while index < text.endIndex, left > 0 {
            if text[index] == opening { depth += 1 }
            if text[index] == close {
                depth -= 1
                if depth == 0 { return index }
            }
            index = text.index(after: index)
            left -= 1
        }
        return nil
    }

    /// A tag of HTML goes, an address in angle brackets stays.
    private static func tag(_ text: Substring) -> (words: String, after: Substring)? {
        let inside = text.dropFirst()
        guard let first = inside.first, first.isLetter || first == "/" || first == "!",
            let end = inside.prefix(500).firstIndex(of: ">")
        else { return nil }
        let content = inside[..<end]
        let after = inside[inside.index(after: end)...]
        if content.contains("://") && !content.contains(" ") { return (String(content), after) }
        return ("", after)
    }
}
