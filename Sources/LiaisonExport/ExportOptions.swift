public import LiaisonModel

/// What every writer needs besides the graph.
public struct ExportOptions: Sendable {
    /// The relations and kinds: what they are called, how they are drawn, what they match elsewhere.
    public var vocabulary: Vocabulary
    /// The language of labels and captions that the program writes, a tag such as `en`; names stay as they are.
    public var language: String
    /// Where the IRIs of entities, claims, statements and articles begin.
    public var base: BaseIRI
    /// The text of `Schemas/graph.context.jsonld`; needed by the linked-data formats only.
    public var context: String

    public init(vocabulary: Vocabulary, language: String = "en", base: BaseIRI = .standard, context: String = "") {
        self.vocabulary = vocabulary
        self.language = language
        self.base = base
        self.context = context
    }

    /// A text in the language asked for, else in English, else the first there is.
    func text(of texts: [String: String], else fallback: String) -> String {
        texts[language] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? fallback
    }
}
