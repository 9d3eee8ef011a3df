internal import LiaisonModel

/// Finds the articles in an input that is read as a whole.
protocol DocumentParser {
    /// The articles, and how the bytes were encoded.
    /// - Parameter charset: The label of the encoding that a server gave.
    /// - Throws: ``ReadFailure`` when the input is refused as a whole.
    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument
}

/// What a parser found in an input.
struct ParsedDocument {
    var articles: [Article]
    var encoding: TextEncoding
    var encodingSign: EncodingSign
    /// Whether the input may hold several articles, which are then told apart by number.
    var isCollection = false
    /// The places in ``articles`` of those that are no more than a summary.
    var summaries: Set<Int> = []

    init(articles: [Article], decoded: DecodedText) {
        self.articles = articles
        encoding = decoded.encoding
        encodingSign = decoded.sign
    }
}
