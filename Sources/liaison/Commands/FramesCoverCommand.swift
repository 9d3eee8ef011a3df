internal import ArgumentParser
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonReaders

/// `liaison frames cover`: what the frames make of articles.
struct FramesCoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover",
        abstract: "Show frames that never fire on articles, and sentences that ought to have given something.",
        discussion: """
            A sentence is listed when it has two names, a word that wakes a frame for names of their kinds, and no frame fired. \
            The most promising come first.
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String]

    @Option(help: "At most so many sentences.")
    var limit: Int = 50

    @Flag(help: "Write JSON.")
    var json = false

    @OptionGroup var extraction: ExtractionOptions
    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit is not negative") }
    }

    func run() throws {
        let extraction = try extraction.extraction(schemas)
        let extractor = extraction.extractor
        var coverage = Coverage(frames: extractor.frameList)
        var refused = RefusalLog()
        var readings = extraction.reader.readings(of: paths)
        let workers = OrderedWorkers<Article, CoverageArticle>(jobs: extraction.jobs, weight: { $0.text.utf8.count }) {
            article in
            extractor.coverage(of: article)
        }
        Interruption.watch()
        try workers.run(
            next: {
                while !Interruption.isRequested, let reading = readings.next() {
                    switch reading {
                    case .article(let article, _): return article
                    case .refused(let refusal): refused.add(refusal)
                    }
                }
                return nil
            }, consume: { coverage.add($0) })
        if Interruption.isRequested { throw ExitCode(Interruption.exitCode) }
        if json {
            Terminal.writeJSON { write(coverage, to: &$0) }
        } else {
            try Terminal.put(Array((lines(coverage).joined(separator: "\n") + "\n").utf8))
        }
        if let code = refused.exitCode(articles: coverage.articles) { throw ExitCode(code.rawValue) }
    }

    private func lines(_ coverage: Coverage) -> [String] {
        let idle = coverage.frames.filter { $0.fired == 0 }
        let queue = coverage.queue(limit: limit)
        var out = [
            "\(Count.of(idle.count, "frame")) of \(coverage.frames.count) never fired in \(Count.of(coverage.articles, "article"))"
        ]
        out += idle.map { "    \($0.id)" + ($0.woken > 0 ? "  (woken \($0.woken) times)" : "") }
        out += [
            "",
            "\(Count.of(coverage.silenceCount, "sentence")) with two names and a trigger gave nothing; the most promising:",
        ]
        for silence in queue {
            out.append(
                "\(EvaluationReport.three(silence.promise))  \(silence.frame)  \(TextLayout.clean(silence.trigger)): "
                    + silence.names.map(TextLayout.clean).joined(separator: ", ")
                    + (silence.article.map { "  \($0)" } ?? ""))
            out.append("       " + TextLayout.clean(silence.sentence))
        }
        return out
    }

    private func write(_ coverage: Coverage, to json: inout JSONWriter) {
        json.beginObject()
        json.key("articles")
        json.integer(coverage.articles)
        json.key("frames")
        json.beginArray()
        for frame in coverage.frames {
            json.beginObject()
            json.field("id", frame.id)
            json.key("woken")
            json.integer(frame.woken)
            json.key("fired")
            json.integer(frame.fired)
            json.endObject()
        }
        json.endArray()
        json.key("silent")
        json.integer(coverage.silenceCount)
        json.key("queue")
        json.beginArray()
        for silence in coverage.queue(limit: limit) {
            json.beginObject()
            json.field("article", silence.article)
            json.field("sentence", silence.sentence)
            json.key("names")
            json.beginArray()
            for name in silence.names { json.string(name) }
            json.endArray()
            json.field("trigger", silence.trigger)
            json.field("frame", silence.frame)
            json.key("promise")
            json.probability(silence.promise)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }
}
