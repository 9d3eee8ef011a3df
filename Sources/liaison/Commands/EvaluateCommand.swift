internal import ArgumentParser
internal import Foundation
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas

/// `liaison evaluate`: extraction against what people marked.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score extraction on articles whose statements people marked.",
        discussion: """
            A gold file is JSON Lines, one article a line with its entities, statements and optional statements; or one such \
            object in X.gold.json, whose article is X.txt beside it; or single sentences with a "construction", which are right \
            or wrong as a whole. Direction counts. Intervals are of 95 %, from drawing articles again and again.
            """)

    @Argument(help: "Gold files.")
    var gold: [String]

    @Flag(help: "Score every relation of the vocabulary, not only those that gold articles mark without gaps.")
    var allRelations = false

    @Option(help: "Score these relations, with commas between them.")
    var relations: String?

    @Flag(help: "List every miss and every false edge with its sentence.")
    var misses = false

    @Option(
        help: """
            Only statements at least this sure, from 0 to 1; \(Extractor.leastConfidence) unless given, below which \
            most are wrong.
            """
    )
    var minConfidence: Double?

    @Flag(help: "Write JSON.")
    var json = false

    @Option(help: "Threads that extract; all processors unless given.")
    var jobs: Int?

    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024") }
        if allRelations, relations != nil {
            throw ValidationError("--all-relations and --relations exclude each other")
        }
    }

    func run() throws {
        let set = try schemas.load()
        let (extraction, terms) = try load(set)
        let vocabulary = extraction.extractor.vocabulary
        let reader = GoldReader(vocabulary: vocabulary)
        var pairs: [(gold: GoldArticle, article: Article)] = []
        for path in gold {
            for gold in try read(path, with: reader) {
                pairs.append((gold, try article(of: gold, extraction.reader)))
            }
        }
        let scored = try scored(terms, vocabulary)
        let evaluator = Evaluator(terms: terms, vocabulary: vocabulary, relations: scored)
        // A case marks every relation.
        let caseEvaluator = Evaluator(
            terms: terms, vocabulary: vocabulary, relations: relations == nil ? vocabulary.relations.map(\.id) : scored)

        var report = EvaluationReport(evaluation: Evaluation(evaluator: evaluator), showsMisses: misses)
        let extractor = extraction.extractor
        let workers = OrderedWorkers<(GoldArticle, Article), (GoldArticle, Article, [Statement])>(
            jobs: extraction.jobs, weight: { $0.1.text.utf8.count }
        ) { [minConfidence] input in
            (input.0, input.1, extractor.extract(input.1, minimumConfidence: minConfidence).statements)
        }
        var next = pairs.makeIterator()
        try workers.run(next: { next.next().map { ($0.gold, $0.article) } }) { gold, article, statements in
            if gold.isCase {
                let complaints = caseEvaluator.complaints(about: gold, article: article, statements: statements)
                report.add(gold, article, complaints)
            } else {
                report.add(evaluator.score(gold, article: article, statements: statements))
            }
        }
        if json { return Terminal.writeJSON { report.write(to: &$0) } }
        try Terminal.put(Array((report.lines().joined(separator: "\n") + "\n").utf8))
    }

    private func load(_ schemas: SchemaSet) throws -> (ArticleExtraction, EvaluationTerms) {
        do throws(SchemaError) {
            let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
            let extraction = try ArticleExtraction(schemas: schemas, fields: FieldNames(), jobs: jobs)
            return (extraction, try EvaluationTerms(schemas: schemas, vocabulary: extraction.extractor.vocabulary))
        } catch {
            throw Failure(.badData, error.description)
        }
    }

    private func scored(_ terms: EvaluationTerms, _ vocabulary: Vocabulary) throws -> [RelationID] {
        if allRelations { return vocabulary.relations.map(\.id) }
        guard let relations else { return terms.groups[0].relations }
        return try relations.split(separator: ",").map { word in
            let id = RelationID(word.trimmingCharacters(in: .whitespaces))
            guard vocabulary[id] != nil else {
                let known = vocabulary.relations.map(\.id.text).joined(separator: ", ")
                throw Failure(.usage, "there is no relation \"\(id)\"; those of the vocabulary are \(known)")
            }
            return id
        }
    }

    private func read(_ path: String, with reader: GoldReader) throws -> [GoldArticle] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileManager.default.fileExists(atPath: path)
                ? Failure(.inputOutput, "\(path): cannot be read")
                : Failure(.notFound, "\(path): there is no such file")
        }
        do {
            return try reader.articles(Array(data), file: path, id: Self.identifier(path))
        } catch {
            throw Failure(.badData, error.description)
        }
    }

    /// The article itself or, where gold has no text, the one in the text file beside it.
    private func article(of gold: GoldArticle, _ reader: ArticleReader) throws -> Article {
        if let article = gold.article { return article }
        let beside = Self.stem(gold.file) + ".txt"
        var readings = reader.readings(of: [beside])
        switch readings.next() {
        case .article(let article, _): return article
        case .refused(let refusal):
            let place = gold.line.map { "\(gold.file):\($0)" } ?? gold.file
            throw Failure(.badData, "\(place): \(gold.id) has no \"text\", and its article cannot be read: \(refusal)")
        case nil: throw Failure(.badData, "\(beside): the file holds no article")
        }
    }

    /// The path without `.gold.json`.
    private static func stem(_ path: String) -> String {
        for ending in [".gold.json", ".gold.jsonl", ".jsonl", ".json"] where path.hasSuffix(ending) {
            return String(path.dropLast(ending.count))
        }
        return path
    }

    private static func identifier(_ path: String) -> String {
        String(stem(path).split(separator: "/").last ?? "")
    }
}
