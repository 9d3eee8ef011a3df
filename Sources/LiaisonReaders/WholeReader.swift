internal import LiaisonModel

/// Reads an input that is one article as a whole.
struct WholeReader: DocumentReader {
    private var input: BufferedInput?
    private let origin: Origin
    private let identifier: String?
    private let options: ReadingOptions

    init(input: BufferedInput, origin: Origin, identifier: String?, options: ReadingOptions) {
        self.input = input
        self.origin = origin
        self.identifier = identifier
        self.options = options
    }

    mutating func next() -> Reading? {
        guard let input else { return nil }
        self.input = nil
        do throws(ReadFailure) {
            return try article(input.all())
        } catch {
            return .refused(Refusal(path: origin.path, reason: error.reason))
        }
    }

    private func article(_ bytes: [UInt8]) throws(ReadFailure) -> Reading {
        let (text, encoding) = try TextDecoder.decode(bytes)
        var origin = origin
        origin.encoding = encoding
        let plain = PlainText(text, words: options.words)
        let article = Article(
            id: identifier, title: plain.title, publisher: plain.dateline.publisher,
            published: plain.dateline.published, text: plain.text)
        return ArticleCheck.reading(article, origin: origin)
    }
}
