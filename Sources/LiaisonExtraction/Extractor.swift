public import LiaisonLanguage
public import LiaisonModel
public import LiaisonSchemas

/// Turns articles into statements. Loaded once, used from any number of threads.
///
/// For example:
///
///     let extractor = try Extractor(schemas: .embedded())
///     extractor.extract(Article(text: "Orvane a investi 80 millions d'euros dans Lumenor.")).statements
public struct Extractor: Sendable {
    /// The version of rules and models: statements made by another version are worth making again.
    public let version: String
    public let vocabulary: Vocabulary
    public let analyzer: Analyzer
    let french: LanguageKnowledge
    let english: LanguageKnowledge
    let names: NameKnowledge
    let reference: ReferenceKnowledge
    let scorer: Scorer
    /// The last words of the names of known persons, as headlines call them.
    let lastNames: Set<WordID>

    /// Compiles the data of `Schemas`.
    /// - Throws: `SchemaError` with file and line.
    public init(schemas: SchemaSet) throws(SchemaError) {
        try self.init(schemas: schemas, scorer: .linked)
    }

    /// The same with another model of the scorer, or none.
    package init(schemas: SchemaSet, scorer model: ScorerModel?) throws(SchemaError) {
        vocabulary = try Vocabulary(schemas: schemas)
        names = try NameKnowledge(schemas: schemas)
        var words = WordTable()
        let french = try LanguageKnowledge(schemas: schemas, language: .french, vocabulary: vocabulary, words: &words)
        let english = try LanguageKnowledge(schemas: schemas, language: .english, vocabulary: vocabulary, words: &words)
        reference = try ReferenceKnowledge(schemas: schemas, words: &words)
        analyzer = try Analyzer(schemas: schemas, words: words)
        let known = analyzer.words
        var lastNames: Set<WordID> = []
        for entry in analyzer.lexicon.entries where entry.entity.kind == .person {
            guard var last = entry.entity.name.split(separator: " ").last?.lowercased() else { continue }
            if let word = last.withUTF8({ known.id(of: $0) }) { lastNames.insert(word) }
        }
        self.lastNames = lastNames
        var all = analyzer.words
        self.french = LanguageKnowledge(french, lexicon: analyzer.lexicon, words: &all)
        self.english = LanguageKnowledge(english, lexicon: analyzer.lexicon, words: &all)
        guard
            let lanes = model?.lanes ?? ScorerLanes(vocabulary: vocabulary) ?? ScorerLanes(directed: [], symmetric: [])
        else { throw SchemaError(file: "relations.yaml", line: nil, message: "there are too many relations") }
        scorer = Scorer(
            model: model, lanes: lanes, analyzer: analyzer, french: self.french, english: self.english,
            vocabulary: vocabulary)
        version = "1-" + schemas.fingerprint
    }

    /// The languages that can be read.
    func knowledge(_ language: Language) -> LanguageKnowledge? {
        switch language {
        case .french: french
        case .english: english
        case .other: nil
        }
    }

    /// What is said with less is more often wrong than right.
    public static var leastConfidence: Double { 0.25 }

    /// Everything the article states. Never fails: a text that cannot be read gives no statement.
    /// - Parameter minimumConfidence: The least confidence of what is said, from 0 to 1; nil for ``leastConfidence``.
    public func extract(_ article: Article, minimumConfidence: Double? = nil) -> Extraction {
        let text = analyzer.annotate(article)
        return extract(article, from: text, minimumConfidence: minimumConfidence)
    }

    /// The same from text that is annotated already.
    public func extract(
        _ article: Article, from text: AnnotatedText, minimumConfidence: Double? = nil
    ) -> Extraction {
        var reading = ArticleReading(extractor: self, text: text)
        reading.read()
        reading.score(proposes: false)
        return reading.extraction(of: article, minimum: minimumConfidence ?? Self.leastConfidence)
    }

    /// What the scorer would add to what frames find, however unsure.
    /// - Parameter least: The least confidence of what is added.
    package func proposals(_ article: Article, from text: AnnotatedText, least: Double) -> [Statement] {
        var reading = ArticleReading(extractor: self, text: text, keepsMentions: true)
        reading.read()
        reading.score(proposes: true, least: least)
        return reading.extraction(of: article, minimum: 0).statements.filter { $0.rule.hasSuffix(".scored") }
    }

    /// The same with the pairs that the scorer adds.
    /// - Parameter minimumConfidence: nil for that at which nine in ten statements of a relation were right on articles that
    ///   nothing was fitted to.
    package func extractScored(
        _ article: Article, from text: AnnotatedText, minimumConfidence: Double? = nil
    ) -> Extraction {
        var reading = ArticleReading(extractor: self, text: text, keepsMentions: true)
        reading.read()
        reading.score(proposes: true)
        return reading.extraction(of: article, minimum: minimumConfidence)
    }
}
