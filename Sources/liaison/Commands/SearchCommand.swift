internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison search WORDS`: articles that have the words.
struct SearchCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find articles by their words; case and accents do not count.")

    @Argument(help: "All of these words; the last may be the beginning of one.")
    var words: [String]
    @Option(help: "At most so many articles.")
    var limit: Int = 10
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let matches = try store.reading().search(words.joined(separator: " "), limit: limit)
        if json { return Terminal.writeJSON { Self.write(matches, to: &$0) } }
        if matches.isEmpty { return Terminal.note("no article has all of these words") }
        let width = min(Terminal.width, 100)
        var lines: [String] = []
        for match in matches {
            if !lines.isEmpty { lines.append("") }
            let article = match.article
            let title = article.title ?? article.url ?? article.id ?? String(article.sha256.prefix(12))
            lines += TextLayout.wrap(title, to: width).map(Paint.bold)
            let facts = [
                article.publisher, article.published, Count.of(match.statementCount, "statement"), article.url,
            ]
            lines += TextLayout.wrap(facts.compactMap { $0 }.joined(separator: " · "), to: width - 2).map {
                Paint.dim("  " + $0)
            }
            lines += TextLayout.wrap(Self.marked(match.excerpt), to: width - 2).map { "  " + Paint.showMarks($0) }
        }
        Terminal.write((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func marked(_ excerpt: String) -> String {
        let parts = excerpt.unicodeScalars.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == ArticleMatch.openMark })
        return parts.enumerated().map { place, part in
            guard place > 0, let end = part.firstIndex(of: ArticleMatch.closeMark) else { return String(part) }
            return Paint.mark(String(part[..<end])) + String(part[part.index(after: end)...])
        }.joined()
    }

    private static func write(_ matches: [ArticleMatch], to json: inout JSONWriter) {
        json.beginObject()
        json.key("articles")
        json.beginArray()
        for match in matches {
            json.beginObject()
            json.key("article")
            match.article.write(to: &json)
            let marks = [ArticleMatch.openMark, ArticleMatch.closeMark]
            json.field(
                "excerpt", String(String.UnicodeScalarView(match.excerpt.unicodeScalars.filter { !marks.contains($0) }))
            )
            json.key("statements")
            json.integer(match.statementCount)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }
}
