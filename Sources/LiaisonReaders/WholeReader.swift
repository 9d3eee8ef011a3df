internal import LiaisonModel

/// Reads an input as a whole and hands on the articles in it.
struct WholeReader: DocumentReader {
    private var input: BufferedInput?
    private var found: [Reading] = []
    private let origin: Origin
    private let identifier: String?
    private let parser: any DocumentParser

    /// - Parameter identifier: What identifies an article that has nothing else to.
    init(input: BufferedInput, origin: Origin, identifier: String?, parser: any DocumentParser) {
        self.input = input
        self.origin = origin
        self.identifier = identifier
        self.parser = parser
    }

    mutating func next() -> Reading? {
        if let input {
            self.input = nil
            do throws(ReadFailure) {
                found = readings(try parser.parse(input.all())).reversed()
            } catch {
                return .refused(Refusal(path: origin.path, reason: error.reason))
            }
        }
        return found.popLast()
    }

    private func readings(_ document: ParsedDocument) -> [Reading] {
        if document.articles.isEmpty { return [.refused(Refusal(path: origin.path, reason: .noArticles(.file)))] }
        return document.articles.enumerated().map { index, article in
            var origin = origin
            var article = article
            origin.encoding = document.encoding
            if document.isCollection {
                origin.line = index + 1
            } else if article.id == nil, article.url == nil {
                article.id = identifier
            }
            return ArticleCheck.reading(article, origin: origin)
        }
    }
}
