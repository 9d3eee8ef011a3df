public import LiaisonModel
public import LiaisonSchemas

/// Turns articles into annotated text: sentences, tokens, tags, names and values. Loaded once, used from any number of threads.
///
/// For example:
///
///     let analyzer = try Analyzer(schemas: .embedded())
///     let text = analyzer.annotate(Article(text: "Arvor Capital a investi 80 millions d'euros dans Lumenor."))
///     text.names.map { text.text($0.tokens) }  // ["Arvor Capital", "Lumenor"]
public struct Analyzer: Sendable {
    /// Every word that the data knows.
    public let words: WordTable
    public let lexicon: Lexicon
    /// Cuts text; data files with phrases are cut by it too.
    public let text: TextAnalyzer
    package var reader: DocumentReader
    package var recognizer: NameRecognizer

    /// Loads the data of `Schemas` and the models inside the program.
    /// - Throws: `SchemaError` with file and line.
    public init(schemas: SchemaSet) throws(SchemaError) {
        try self.init(schemas: schemas, words: WordTable())
    }

    /// Loads the data on top of a table that holds the words of others.
    /// - Throws: `SchemaError` with file and line.
    public init(schemas: SchemaSet, words: WordTable) throws(SchemaError) {
        try self.init(schemas: schemas, words: words) { (_: inout WordTable, _: TextAnalyzer) throws(SchemaError) in }
    }

    /// Loads the data, and lets others add the words of theirs before the table is frozen.
    /// - Parameter adding: is given the table and the analyzer that cuts phrases.
    /// - Throws: `SchemaError` with file and line, and what `adding` throws.
    public init(
        schemas: SchemaSet, words: WordTable = WordTable(),
        adding: (inout WordTable, TextAnalyzer) throws(SchemaError) -> Void
    ) throws(SchemaError) {
        try self.init(schemas: schemas, models: .linked, words: words, adding: adding)
    }

    package init(
        schemas: SchemaSet, models: Models, words: WordTable = WordTable(),
        adding: (inout WordTable, TextAnalyzer) throws(SchemaError) -> Void = { (_, _) throws(SchemaError) in }
    ) throws(SchemaError) {
        var words = words
        text = try TextAnalyzer(schemas: schemas, words: &words)
        lexicon = try Lexicon(schemas: schemas, analyzer: text, words: &words)
        let cues = try NameCues(schemas: schemas, words: &words)
        try adding(&words, text)
        self.words = words
        reader = DocumentReader(lexicon: lexicon, cues: cues, french: models.french, english: models.english)
        recognizer = NameRecognizer(
            lexicon: lexicon,
            chain: models.names.map(NameChain.init(model:)))
    }

    /// Everything but relations. Never fails: what cannot be read has no sentences.
    public func annotate(_ article: Article) -> AnnotatedText {
        var workspace = AnalyzerWorkspace()
        var result = AnnotatedText()
        annotate(article, into: &result, workspace: &workspace)
        return result
    }

    /// Like ``annotate(_:)``, with memory that is used again for the next article.
    public func annotate(
        _ article: Article, into result: inout AnnotatedText, workspace: inout AnalyzerWorkspace
    ) {
        text.annotate(article, words: words, into: &result, workspace: &workspace.text)
        reader.read(&result, &workspace.names)
        recognizer.recognize(in: &result, &workspace.names)
    }
}
