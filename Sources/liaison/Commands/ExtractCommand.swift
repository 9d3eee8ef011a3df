internal import ArgumentParser
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonReaders

/// `liaison extract`: statements as JSON Lines, without a store.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Writes what articles state as JSON Lines, without a store.",
        discussion: """
            Statements come in the order of the articles, then of their evidence, the same on any number of threads. \
            Denied, negated and hypothetical ones are left out.
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String] = ["-"]

    @Flag(help: "Also denied, negated and hypothetical statements.")
    var all = false

    @Option(
        name: .long,
        help: """
            Only statements at least this sure, from 0 to 1; \(Extractor.leastConfidence) unless given, below which \
            most are wrong.
            """
    )
    var minConfidence: Double?

    @OptionGroup var extraction: ExtractionOptions
    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if let minConfidence, !(0...1).contains(minConfidence) {
            throw ValidationError("--min-confidence is a number from 0 to 1")
        }
    }

    func run() throws {
        let extraction = try extraction.extraction(schemas, minimumConfidence: minConfidence)
        var readings = extraction.reader.readings(of: paths)
        var refused = RefusalLog()
        var unread = UnreadLog()
        var articles = 0
        var json = JSONWriter()
        Interruption.watch()
        try extraction.run(&readings) { outcome in
            switch outcome {
            case .refused(let refusal): refused.add(refusal)
            case .skipped: break
            case .unread(_, _, let origin):
                articles += 1
                unread.add(origin)
            case .extracted(_, let extraction):
                articles += 1
                for statement in extraction.statements where isWanted(statement) {
                    statement.write(to: &json)
                    json.newline()
                }
            }
            // What a pipe reads should not wait for the next article.
            if !json.bytes.isEmpty {
                try Terminal.put(json.bytes)
                json.reset()
            }
        }
        unread.finish()
        if Interruption.isRequested { throw ExitCode(Interruption.exitCode) }
        if let code = refused.exitCode(articles: articles) { throw ExitCode(code.rawValue) }
    }

    private func isWanted(_ statement: Statement) -> Bool {
        all || statement.qualifiers.holds
    }
}
