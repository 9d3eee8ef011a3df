internal import LiaisonModel

/// Reads a file of Markdown as one article: its head from front matter, else from its own lines.
struct MarkdownParser: DocumentParser {
    let words: DatelineWords

    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument {
        let decoded = try TextDecoder.decode(bytes, charset: charset)
        let (matter, body) = FrontMatter.split(decoded.text)
        let markdown = MarkdownText(body)
        let edges = EdgeLines(markdown.text, top: Dateline.topLines, bottom: Dateline.bottomLines)
        let dateline = Dateline(lines: edges, words: words)
        let given = matter.first("date", "published", "published_at", "publishdate", "pubdate", "datepublished")
        let article = Article(
            id: matter.first("id"),
            url: matter.first("url", "canonical", "canonical_url", "canonicalurl", "link", "source_url")
                .flatMap { $0.contains("://") ? $0 : nil },
            title: matter.first("title") ?? markdown.title,
            publisher: matter.first("publisher", "site", "site_name", "publication") ?? dateline.publisher,
            authors: AuthorNames.names(in: matter.first("author", "authors", "by"), words: words),
            published: given.flatMap { PublicationDate.read($0, words: words) } ?? dateline.published,
            language: matter.first("lang", "language", "locale"), text: markdown.text)
        return ParsedDocument(articles: [article], decoded: decoded)
    }
}
