internal import LiaisonModel

/// Reads an input as a whole and hands on the articles in it.
struct WholeReader: DocumentReader {
    private var input: BufferedInput?
    private var found: [Reading] = []
    private let origin: Origin
    private let identifier: String?
    private let parser: any DocumentParser
    private let response: WebResponse?

    /// - Parameters:
    ///   - identifier: What identifies an article that has nothing else to.
    ///   - response: The answer of a server that the input is the content of.
    init(
        input: BufferedInput, origin: Origin, identifier: String?, parser: any DocumentParser,
        response: WebResponse? = nil
    ) {
        self.response = response
        self.input = input
        self.origin = origin
        self.identifier = identifier
        self.parser = parser
    }

    mutating func next() -> Reading? {
        if let input {
            self.input = nil
            do throws(ReadFailure) {
                found = readings(try parser.parse(input.all(), charset: response?.charset)).reversed()
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
            origin.encodingSign = document.encodingSign
            origin.isSummary = document.summaries.contains(index)
            if document.isCollection {
                origin.line = index + 1
            } else if let response {
                article.url = address(article.url, of: response)
            } else if article.id == nil, article.url == nil {
                article.id = identifier
            }
            return ArticleCheck.reading(article, origin: origin)
        }
    }

    /// The address of a page: what it says itself where that is of the same site, for no page may pass for another's.
    private func address(_ canonical: String?, of response: WebResponse) -> String {
        guard let canonical, let address = try? WebAddress(canonical, relativeTo: response.address),
            address.isSameSite(as: response.address)
        else { return response.address.text }
        return canonical
    }
}
