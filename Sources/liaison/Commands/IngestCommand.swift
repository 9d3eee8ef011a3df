internal import ArgumentParser
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas
internal import LiaisonStore

/// `liaison ingest`: articles into the store.
struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Reads articles into the store, with what they state.",
        discussion: """
            The same article again changes nothing; a changed one replaces its own statements. Stopped at any moment, \
            the store holds whole articles only, and the same command goes on from there.
            """)

    @Argument(
        help: "Files, folders, patterns such as 'news/**/*.html', addresses of pages or feeds, or - for standard input."
    )
    var paths: [String] = []

    @Flag(help: "The inputs are statements that 'liaison extract' wrote, not articles.")
    var statements = false

    @Flag(help: "Read articles again that the store has already.")
    var again = false

    @Flag(help: "Only show what each input is taken for.")
    var dryRun = false

    @Flag(help: "Write the summary as JSON to standard output.")
    var json = false

    @OptionGroup var fetching: FetchArguments
    @OptionGroup var store: StoreOptions
    @OptionGroup var extraction: ExtractionOptions
    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if paths.isEmpty && fetching.list.isEmpty {
            throw ValidationError("name a file, a folder, an address or --list")
        }
        if statements && dryRun { throw ValidationError("--dry-run is for articles, not for --statements") }
    }

    func run() throws {
        Interruption.watch()
        if dryRun { return try runDry() }
        let summary = try statements ? ingestStatements() : ingestArticles()
        if Interruption.isRequested {
            Terminal.complain("stopped; the same command goes on from here")
            throw ExitCode(Interruption.exitCode)
        }
        if let code = summary.refused.exitCode(articles: summary.articles) { throw ExitCode(code.rawValue) }
    }

    private func runDry() throws {
        var reader = try extraction.reader(schemas)
        reader.fetching = fetching.options(store: store.path, isKeeping: false)
        var readings = reader.readings(of: paths, lists: fetching.list)
        var dry = DryRun(isJSON: json)
        try dry.run(&readings)
        if let code = dry.refused.exitCode(articles: dry.articles) { throw ExitCode(code.rawValue) }
    }

    private func ingestArticles() throws -> IngestSummary {
        var extraction = try extraction.extraction(schemas)
        let version = extraction.extractor.version
        let target = try target()
        extraction.reader.fetching = fetching.options(store: store.path)
        if !again { extraction.reader.fetching?.isKnown = { (try? target.store?.holds(address: $0)) == true } }
        var ingestion = Ingestion(target)
        var unread = UnreadLog()
        var pages: Set<Int> = []
        var readings = extraction.reader.readings(of: paths, lists: fetching.list)
        var progress = ProgressLine(total: readings.totalBytes)
        do {
            try target.openExisting()
            try extraction.run(
                &readings,
                isNeeded: { article, origin, bytes in
                    progress.update(bytes: bytes, articles: ingestion.summary.articles)
                    let store = target.store
                    if let address = article.url {
                        if origin.format == .html { pages.insert(address.hashValue) }
                        // A feed's summary must not take the place of the article that it sums up.
                        if origin.isSummary, try store?.contains(hash: article.contentHash) != true,
                            try pages.contains(address.hashValue) || store?.holds(address: address) == true
                        {
                            return false
                        }
                    }
                    return try again || store?.needs(article, version: version) ?? true
                },
                consume: { outcome in
                    switch outcome {
                    case .skipped: ingestion.skip()
                    case .refused(let refusal):
                        progress.clear()
                        ingestion.refuse(refusal)
                    case .unread(let article, let extraction, let origin):
                        progress.clear()
                        unread.add(origin)
                        try ingestion.add(Reading(article, extraction, version: version))
                    case .extracted(let article, let extraction):
                        try ingestion.add(Reading(article, extraction, version: version)) { progress.clear() }
                    }
                })
            try ingestion.flush { progress.clear() }
            progress.clear()
            unread.finish()
            try report(ingestion.summary, in: target.store, seconds: progress.seconds)
        } catch let error as StoreError {
            throw Failure(error)
        }
        return ingestion.summary
    }

    private func target() throws -> IngestTarget {
        do {
            return IngestTarget(path: store.path, vocabulary: try Vocabulary(schemas: try schemas.load()))
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }

    private func ingestStatements() throws -> IngestSummary {
        let target = try target()
        var ingestion = StatementIngestion(target)
        let files = StatementFiles(paths: paths)
        var progress = ProgressLine(total: files.totalBytes)
        do {
            try target.openExisting()
            try ingestion.run(files, &progress)
            progress.clear()
            try report(ingestion.summary, in: target.store, seconds: progress.seconds)
        } catch let error as StoreError {
            throw Failure(error)
        }
        return ingestion.summary
    }

    /// - Parameter store: nil when nothing was stored and there was no store before.
    private func report(_ summary: IngestSummary, in opened: Store?, seconds: Double) throws {
        let holds = try opened?.stats() ?? StoreStatistics()
        for line in summary.lines(path: store.path, store: holds, seconds: seconds) { Terminal.note(line) }
        guard json else { return }
        var writer = JSONWriter()
        summary.write(to: &writer, path: store.path, store: holds)
        try Terminal.put(writer.bytes)
    }
}
