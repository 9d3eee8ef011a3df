internal import LiaisonModel

/// Reads a web page as one article.
struct HTMLPageParser: DocumentParser {
    let options: ReadingOptions

    func parse(_ bytes: [UInt8]) throws(ReadFailure) -> ParsedDocument {
        let (text, encoding) = try TextDecoder.decodePage(bytes)
        guard let article = article(text) else { throw ReadFailure(reason: .noArticles(.file)) }
        return ParsedDocument(articles: [article], encoding: encoding)
    }

    /// The article of a page, nil where there is none: a list of articles, or a page that only scripts would fill.
    func article(_ page: String) -> Article? {
        let parts = options.pageParts
        let read = MarkupTree.html(page) { (PageMetadata($0, parts: parts), PageOutline($0, parts: parts)) }
        guard let (metadata, outline) = read else { return nil }
        let title = metadata.title ?? outline.heading
        let found = PageText(outline, title: title, parts: parts)
        var text = found.text
        // Where scripts would lay the text out, JSON-LD may still have it.
        if let body = metadata.body?.trimmed, text.utf8.count * 2 < body.utf8.count { text = body }
        // A page that says it is no article, or does not say, and shows several, is a list of them.
        if text.isEmpty || metadata.isArticle != true && outline.articles > 2 { return nil }
        // Beside the article only what says so is the date of publication: a masthead shows today's.
        let shown = found.lines.filter { !$0.isAside || Dateline.isSaid(Substring($0.text), words: options.words) }
        let lines = EdgeLines(shown.map(\.text).joined(separator: "\n"), top: 24, bottom: Dateline.bottomLines)
        let dateline = Dateline(lines: lines, words: options.words)
        return Article(
            url: metadata.url, title: title, publisher: metadata.publisher ?? dateline.publisher,
            published: metadata.published.flatMap { PublicationDate.read($0, words: options.words) }
                ?? dateline.published,
            language: metadata.language, text: text)
    }
}

extension TextDecoder {
    /// The text of a page, decoded as browsers do where ``decode(_:)`` refuses: by what the page declares.
    static func decodePage(_ bytes: [UInt8]) throws(ReadFailure) -> (text: String, encoding: TextEncoding) {
        do throws(ReadFailure) {
            return try decode(bytes)
        } catch {
            guard case .encoding = error.reason else { throw error }
            let head = String(decoding: bytes.prefix(2048).lowercasedASCII, as: UTF8.self)
            for name in ["iso-8859-1", "windows-1252", "iso-8859-15", "latin1"]
            where head.contains("charset=\(name)")
                || head.contains("charset=\"\(name)")
            {
                return (Windows1252.decode(bytes), .windows1252)
            }
            // One broken byte in an advertisement should not cost the article: it becomes U+FFFD.
            if head.contains("charset=utf-8") || head.contains("charset=\"utf-8") {
                return (String(decoding: bytes, as: UTF8.self), .utf8)
            }
            throw error
        }
    }
}
