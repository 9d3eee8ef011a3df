internal import ArgumentParser
internal import Foundation
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas

/// `liaison classify`: which relation a text states between two given mentions.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Says which relation a text states between two given mentions.",
        discussion: """
            Reads JSON Lines: {"id": …, "text": …, "language"?: "en", "a": {"start": 0, "end": 10}, "b": {"start": 74, "end": 98}}, \
            offsets in code points. Writes for each its relation, or null, and which of the two is the subject.
            """)

    @Argument(help: "A file of pairs, or - for standard input.")
    var path: String = "-"

    @Option(help: "Threads; all processors unless given.")
    var jobs: Int?

    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024") }
    }

    /// What became of a line.
    private enum Outcome: Sendable {
        case verdict(PairVerdict)
        case refused(Refusal)
    }

    func run() throws {
        let extractor: Extractor
        let data = try schemas.load()
        do throws(SchemaError) {
            extractor = try Extractor(schemas: data)
        } catch {
            throw Failure(.badData, error.description)
        }
        var refused = RefusalLog()
        var done = 0
        var json = JSONWriter()
        Interruption.watch()
        let workers = OrderedWorkers<(bytes: [UInt8], line: Int), Outcome>(
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, weight: { $0.bytes.count }
        ) { [path] input in
            do throws(JSONError) {
                return .verdict(extractor.classify(try MarkedPair(json: try JSONValue(parsing: input.bytes))))
            } catch {
                return .refused(Refusal(path: path, line: input.line, reason: .json(error.description)))
            }
        }
        do {
            var lines = try InputLines(path: path)
            try workers.run(
                next: { Interruption.isRequested ? nil : try lines.next().map { ($0, lines.number) } },
                consume: { outcome in
                    switch outcome {
                    case .refused(let refusal): refused.add(refusal)
                    case .verdict(let verdict):
                        done += 1
                        verdict.write(to: &json)
                        json.newline()
                        try Terminal.put(json.bytes)
                        json.reset()
                    }
                })
        } catch let refusal as Refusal {
            refused.add(refusal)
        }
        if Interruption.isRequested { throw ExitCode(Interruption.exitCode) }
        if let code = refused.exitCode(articles: done) { throw ExitCode(code.rawValue) }
    }
}
