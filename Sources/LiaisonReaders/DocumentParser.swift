internal import LiaisonModel

/// Finds the articles in an input that is read as a whole.
protocol DocumentParser {
    /// The articles, and how the bytes were encoded.
    /// - Throws: ``ReadFailure`` when the input is refused as a whole.
    func parse(_ bytes: [UInt8]) throws(ReadFailure) -> ParsedDocument
}

/// What a parser found in an input.
struct ParsedDocument {
    var articles: [Article]
    var encoding: TextEncoding
    /// Whether the input may hold several articles, which are then told apart by number.
    var isCollection = false
}
