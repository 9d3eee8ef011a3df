internal import LiaisonModel

/// Reads a file of plain text as one article.
struct PlainTextParser: DocumentParser {
    let words: DatelineWords

    func parse(_ bytes: [UInt8]) throws(ReadFailure) -> ParsedDocument {
        let (text, encoding) = try TextDecoder.decode(bytes)
        let plain = PlainText(text, words: words)
        let article = Article(
            title: plain.title, publisher: plain.dateline.publisher, published: plain.dateline.published,
            text: plain.text)
        return ParsedDocument(articles: [article], encoding: encoding)
    }
}
