/// All that was read in one article.
public struct Extraction: Hashable, Sendable {
    /// In the order of ``Statement/precedes(_:_:)``.
    public var statements: [Statement]
    /// The entities of the statements with the names this article and the lexicon give them, by key.
    public var entities: [Entity]
    /// The languages of its paragraphs by share of the text, most first: `fr`, `en`, `other`.
    public var languages: [String]

    public init(statements: [Statement] = [], entities: [Entity] = [], languages: [String] = []) {
        self.statements = statements
        self.entities = entities
        self.languages = languages
    }
}
