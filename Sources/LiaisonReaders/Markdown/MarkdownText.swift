/// The words of a Markdown text (CommonMark with tables), without its marks, pictures and code blocks.
///
/// It does not lay the text out, so it needs no tree: lines lose the marks of their block, then those inside the line.
struct MarkdownText {
    /// The first heading of the first level, where nothing but empty lines stand before it.
    private(set) var title: String?
    private(set) var text = ""

    init(_ body: Substring) {
        var paragraphs: [String] = []
        var current: [String] = []
        var fence: Character?
        var isInComment = false
        func close() {
            if !current.isEmpty { paragraphs.append(current.joined(separator: "\n")) }
            current = []
        }
        for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var rest = line.drop(while: \.isWhitespace)
            if let open = fence {
                if rest.hasPrefix(String(repeating: open, count: 3)) { fence = nil }
                continue
            }
            if rest.hasPrefix("```") || rest.hasPrefix("~~~") {
                close()
                fence = rest.first
                continue
            }
            if isInComment || rest.hasPrefix("<!--") {
                isInComment = !rest.contains("-->")
                continue
            }
            while rest.first == ">" { rest = rest.dropFirst().drop(while: \.isWhitespace) }
            if rest.isEmpty || Self.isRule(rest) {
                // A line of equals signs or dashes under a line makes that a heading.
                if !rest.isEmpty, current.count == 1, paragraphs.isEmpty, title == nil, rest.first == "=" {
                    title = current.removeFirst()
                }
                close()
                continue
            }
            if let (level, heading) = Self.heading(rest) {
                close()
                let words = MarkdownLine.plain(heading)
                if level == 1, title == nil, paragraphs.isEmpty { title = words } else { paragraphs.append(words) }
                continue
            }
            if let item = Self.item(rest) {
                close()
                rest = item
            }
            // A row of a table is a line of its own: what it says does not go on in the next one.
            if rest.first == "|" { close() }
            let words = MarkdownLine.plain(Self.withoutTable(rest)).trimmed
            if !words.isEmpty { current.append(words) }
            if rest.first == "|" { close() }
        }
        close()
        text = paragraphs.joined(separator: "\n\n")
    }

    /// A line that is a rule, the underline of a heading or that of a table's head.
    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { !$0.isWhitespace }
        guard marks.count >= 2, let first = marks.first else { return false }
        if "*-_=".contains(first), marks.allSatisfy({ $0 == first }) { return marks.count >= 3 || first == "=" }
        return marks.contains("|") && marks.allSatisfy { "|-:".contains($0) }
    }

    private static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
        let level = line.prefix { $0 == "#" }.count
        let rest = line.dropFirst(level)
        guard (1...6).contains(level), rest.first?.isWhitespace == true else { return nil }
        var text = rest.drop(while: \.isWhitespace)
        while let last = text.last, last == "#" || last.isWhitespace { text.removeLast() }
        return (level, text)
    }

    private static func item(_ line: Substring) -> Substring? {
        if let first = line.first, "-*+".contains(first), line.dropFirst().first?.isWhitespace == true {
            return line.dropFirst(2)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...4).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first?.isWhitespace == true
        else { return nil }
        return rest.dropFirst(2)
    }

    private static func withoutTable(_ line: Substring) -> Substring {
        guard line.first == "|" else { return line }
        let cells = line.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty }
        return Substring(cells.joined(separator: " ; "))
    }
}
