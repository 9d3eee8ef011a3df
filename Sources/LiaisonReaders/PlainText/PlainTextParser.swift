internal import LiaisonModel

/// Reads a file of plain text as one article.
struct PlainTextParser: DocumentParser {
    let words: DatelineWords

    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument {
        let decoded = try TextDecoder.decode(bytes, charset: charset)
        let plain = PlainText(decoded.text, words: words)
        let article = Article(
            title: plain.title, publisher: plain.dateline.publisher, published: plain.dateline.published,
            text: plain.text)
        return ParsedDocument(articles: [article], decoded: decoded)
    }
}
