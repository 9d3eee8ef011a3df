internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas

/// Reads inputs and extracts what they state, on several threads and in the order of the inputs.
struct ArticleExtraction {
    /// What became of one input.
    enum Outcome: Sendable {
        case extracted(Article, Extraction)
        /// Nothing tells its language, so that nothing was found in it.
        case unread(Article, Extraction, Origin)
        /// There was no need to read it again.
        case skipped(Article)
        case refused(Refusal)
    }

    private enum Step: Sendable {
        /// The last: whether the article itself says its language.
        case extract(Article, Origin, Bool)
        case done(Outcome)
    }

    let extractor: Extractor
    var reader: ArticleReader
    var jobs: Int
    /// The least confidence of what is said; nil for that of each relation.
    var minimumConfidence: Double?
    /// The language of articles that do not say theirs, where their words do not tell.
    var language: String?

    /// - Throws: `SchemaError` when the data of `Schemas` cannot be used.
    init(schemas: SchemaSet, fields: FieldNames, jobs: Int) throws(SchemaError) {
        extractor = try Extractor(schemas: schemas)
        reader = try Self.reader(schemas: schemas, fields: fields)
        self.jobs = jobs
    }

    /// What reads the inputs, without anything that extracts.
    /// - Throws: `SchemaError` when the data of `Schemas` cannot be used.
    static func reader(schemas: SchemaSet, fields: FieldNames) throws(SchemaError) -> ArticleReader {
        ArticleReader(
            options: ReadingOptions(
                words: try DatelineWords(schemas: schemas), pageParts: try PageParts(schemas: schemas), fields: fields))
    }

    /// Goes through inputs until there are no more or somebody asks to stop.
    /// - Parameters:
    ///   - isNeeded: Whether an article is to be extracted at all; given too where it was read and how many bytes of files are.
    ///   - consume: Takes what became of each, in order.
    func run(
        _ readings: inout Readings, isNeeded: (Article, Origin, Int) throws -> Bool = { _, _, _ in true },
        consume: (Outcome) throws -> Void
    ) throws {
        let workers = OrderedWorkers<Step, Outcome>(jobs: jobs, weight: Self.weight) {
            [extractor, minimumConfidence] step in
            switch step {
            case .done(let outcome): outcome
            case .extract(let article, let origin, let saysLanguage):
                Self.extract(article, origin, saysLanguage, with: extractor, minimumConfidence)
            }
        }
        try workers.run(
            next: {
                if Interruption.isRequested { return nil }
                switch readings.next() {
                case nil: return nil
                case .refused(let refusal): return .done(.refused(refusal))
                case .article(var article, let origin):
                    let saysLanguage = article.language != nil
                    if !saysLanguage { article.language = language }
                    return try isNeeded(article, origin, readings.bytesRead)
                        ? .extract(article, origin, saysLanguage) : .done(.skipped(article))
                }
            }, consume: consume)
    }

    private static func weight(_ step: Step) -> Int {
        if case .extract(let article, _, _) = step { article.text.utf8.count } else { 0 }
    }

    private static func extract(
        _ article: Article, _ origin: Origin, _ saysLanguage: Bool, with extractor: Extractor,
        _ minimumConfidence: Double?
    ) -> Outcome {
        if let language = article.language, !isKnown(language) {
            return .refused(Refusal(path: origin.path, line: origin.line, reason: .language([language])))
        }
        let extraction = extractor.extract(article, minimumConfidence: minimumConfidence)
        if saysLanguage || extraction.languages.isEmpty || extraction.languages.contains(where: isKnown) {
            return .extracted(article, extraction)
        }
        // A few words and names may be of any language: only a text that is long enough to tell is refused.
        guard article.text.utf8.count >= shortestTelling else { return .unread(article, extraction, origin) }
        let named = extraction.languages.filter { $0 != "other" }
        return .refused(Refusal(path: origin.path, line: origin.line, reason: .language(named)))
    }

    /// Bytes of text from which on its language is certain.
    private static let shortestTelling = 160

    private static func isKnown(_ tag: String) -> Bool { Language(code: tag) != .other }
}
