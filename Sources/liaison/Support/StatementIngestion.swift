internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonStore

/// Loads files of statements into a store, article by article.
struct StatementIngestion {
    private let target: IngestTarget
    private var refused = RefusalLog()
    private var load = StatementLoad()

    init(_ target: IngestTarget) {
        self.target = target
    }

    /// Somebody asked to stop while a file was read.
    private struct Stopped: Error {}

    /// Reads all files; what cannot be read is refused and the rest goes on.
    mutating func run(_ files: StatementFiles, _ progress: inout ProgressLine) throws {
        var loader = StatementLoader { [target] () throws(StoreError) in try target.open() }
        var bytesBefore = 0
        do {
            for stop in files {
                switch stop {
                case .refused(let refusal):
                    progress.clear()
                    refused.add(refusal)
                case .file(let file):
                    let bytes = bytesBefore
                    let lines = try read(file, &loader) { progress.update(bytes: bytes + file.bytesRead, articles: $0) }
                    bytesBefore += file.bytesRead
                    progress.clear()
                    if lines == 0 { refused.add(file.withoutLines) }
                }
            }
        } catch is Stopped {
        } catch {
            // What was committed is brought in order.
            _ = try? loader.finish()
            throw error
        }
        load = try loader.finish()
    }

    /// Reads one file; returns how many lines it has, and more than none where it could not be read to its end.
    private mutating func read(
        _ file: StatementFile, _ loader: inout StatementLoader, _ progress: (Int) -> Void
    ) throws -> Int {
        var articles = loader.summary.articles
        do {
            return try loader.read(
                chunk: {
                    if Interruption.isRequested { throw Stopped() }
                    progress(articles)
                    return try file.next()
                },
                refuse: { line, error in refused.add(file.refusal(line: line, error)) },
                changed: { Terminal.note(DifferenceText($0).text) },
                progress: { articles = $0.articles })
        } catch let refusal as Refusal {
            refused.add(refusal)
            return 1
        }
    }

    /// What the run changed.
    var summary: IngestSummary {
        var summary = IngestSummary()
        summary.added = load.articlesAdded
        summary.unchanged = load.articlesUnchanged
        summary.replaced = load.articlesReplaced
        summary.statements = load.statementsAdded
        summary.removedStatements = load.statementsRemoved
        summary.refused = refused
        return summary
    }
}

extension StatementLoad {
    /// Articles that were stored or found unchanged.
    fileprivate var articles: Int { articlesAdded + articlesReplaced + articlesUnchanged }
}
