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

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String]

    @Flag(help: "The inputs are statements that 'liaison extract' wrote, not articles.")
    var statements = false

    @Flag(help: "Read articles again that the store has already.")
    var again = false

    @Flag(help: "Only show what each input is taken for.")
    var dryRun = false

    @Flag(help: "Write the summary as JSON to standard output.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var extraction: ExtractionOptions
    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
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
        let reader = try extraction.extraction(schemas).reader
        var readings = reader.readings(of: paths)
        var dry = DryRun(isJSON: json)
        try dry.run(&readings)
        if let code = dry.refused.exitCode(articles: dry.articles) { throw ExitCode(code.rawValue) }
    }

    private func ingestArticles() throws -> IngestSummary {
        let extraction = try extraction.extraction(schemas)
        let version = extraction.extractor.version
        let target = IngestTarget(path: store.path, schemas: schemas)
        var ingestion = Ingestion(target)
        var readings = extraction.reader.readings(of: paths)
        var progress = ProgressLine(total: readings.totalBytes)
        do {
            try target.openExisting()
            try extraction.run(
                &readings,
                isNeeded: { article, bytes in
                    progress.update(bytes: bytes, articles: ingestion.summary.articles)
                    return try again || target.store?.needs(article, version: version) ?? true
                },
                consume: { outcome in
                    switch outcome {
                    case .skipped: ingestion.skip()
                    case .refused(let refusal):
                        progress.clear()
                        ingestion.refuse(refusal)
                    case .extracted(let article, let extraction):
                        try ingestion.add(Reading(article, extraction, version: version)) { progress.clear() }
                    }
                })
            try ingestion.flush { progress.clear() }
            progress.clear()
            try report(ingestion.summary, in: target.store, seconds: progress.seconds)
        } catch let error as StoreError {
            throw Failure(error)
        }
        return ingestion.summary
    }

    private func ingestStatements() throws -> IngestSummary {
        let target = IngestTarget(path: store.path, schemas: schemas)
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
