internal import LiaisonModel

/// What every article must be, whatever it was read from.
enum ArticleCheck {
    /// The most bytes of text of one article: several books. What reads an article holds all of it, fifty times its length.
    static let maximumText = 8 << 20

    /// The article with its date brought into form, or the refusal of one that holds no text or more than any article.
    static func reading(_ article: Article, origin: Origin) -> Reading {
        if article.text.utf8.count > maximumText {
            return .refused(
                Refusal(path: origin.path, line: origin.line, reason: .tooLong(limit: maximumText)))
        }
        if article.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
            return .refused(Refusal(path: origin.path, line: origin.line, reason: .empty))
        }
        if let offset = Array(article.text.utf8).firstIndex(of: 0) {
            return .refused(Refusal(path: origin.path, line: origin.line, reason: .nul(offset: offset)))
        }
        var article = article
        article.title = filled(article.title)
        article.publisher = filled(article.publisher)
        article.authors = article.authors.compactMap(filled)
        article.url = filled(article.url)
        article.id = filled(article.id)
        article.published = article.published.flatMap(PublicationDate.normalised)
        return .article(article, origin)
    }

    /// The text without NULs, nil where nothing else is in it.
    private static func filled(_ text: String?) -> String? {
        guard let text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\0" }) else {
            return nil
        }
        return text.utf8.contains(0)
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" })) : text
    }
}
