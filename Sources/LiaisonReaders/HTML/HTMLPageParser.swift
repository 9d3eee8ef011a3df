internal import LiaisonModel

/// Reads a web page as one article.
struct HTMLPageParser: DocumentParser {
    let options: ReadingOptions

    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument {
        let decoded = try TextDecoder.decode(bytes, charset: charset, isMarkup: true)
        guard let article = try article(decoded.text) else { throw ReadFailure(reason: .noArticles(.file)) }
        return ParsedDocument(articles: [article], decoded: decoded)
    }

    /// The article of a page, nil where there is none: a list of articles, or a page that only scripts would fill.
    /// - Throws: `ReadFailure` for a page with a few words of text.
    func article(_ page: String) throws(ReadFailure) -> Article? {
        let parts = options.pageParts
        let words = PartWords(parts)
        let read = MarkupTree.html(page) { (PageMetadata($0, parts: parts), PageOutline($0, words: words)) }
        guard let (metadata, outline) = read else { return nil }
        let title = metadata.title(under: outline.heading)
        let found = PageText(outline, title: title, parts: parts, words: words, dates: options.words)
        var text = found.text
        // Where scripts would lay the text out, JSON-LD may still have it.
        if let body = metadata.body?.trimmed, text.utf8.count * 2 < body.utf8.count { text = body }
        // A page that says it is no article, or does not say, and shows several, is a list of them.
        if text.isEmpty, found.tooShort > 0 { throw ReadFailure(reason: .shortPage(characters: found.tooShort)) }
        if text.isEmpty || metadata.isArticle != true && outline.articles > 2 && !found.isMost { return nil }
        // Beside the article only what says so is the date of publication: a masthead shows today's.
        let shown = found.lines.filter { !$0.isAside || Dateline.isSaid(Substring($0.text), words: options.words) }
        let lines = EdgeLines(shown.map(\.text).joined(separator: "\n"), top: 24, bottom: Dateline.bottomLines)
        let dateline = Dateline(lines: lines, words: options.words)
        let publisher = metadata.publisher ?? dateline.publisher
        var authors = AuthorNames.names(metadata.authors, words: options.words).filter { $0 != publisher }
        if authors.isEmpty, let byline = outline.byline {
            authors = AuthorNames.names(inByline: byline, words: options.words)
        }
        return Article(
            url: metadata.url, title: title, publisher: publisher, authors: authors,
            published: metadata.published.flatMap { PublicationDate.read($0, words: options.words) }
                ?? dateline.published,
            language: metadata.language, text: text)
    }
}
