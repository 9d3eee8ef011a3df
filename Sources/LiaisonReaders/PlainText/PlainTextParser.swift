internal import LiaisonModel

/// Reads a file of plain text as one article.
struct PlainTextParser: DocumentParser {
    let words: DatelineWords

    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument {
        let decoded = try TextDecoder.decode(bytes, charset: charset)
        let plain = PlainText(decoded.text, words: words)
        let header = plain.header
        let article = Article(
            url: header[.url].flatMap { $0.contains("://") ? $0 : nil }, title: plain.title,
            publisher: header[.publisher] ?? plain.dateline.publisher,
            authors: AuthorNames.names(in: header[.author], words: words),
            published: header[.published].flatMap { PublicationDate.read($0, words: words) }
                ?? plain.dateline.published,
            language: header.language, text: plain.text)
        return ParsedDocument(articles: [article], decoded: decoded)
    }
}
