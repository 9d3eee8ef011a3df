internal import ArgumentParser
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonSchemas

/// `liaison frames`: tools for those who write frames.
struct FramesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frames", abstract: "Check and explain how relations are found.",
        subcommands: [FramesCheckCommand.self, FramesExplainCommand.self, FramesCoverCommand.self])
}

/// `liaison frames check`: every example of every frame.
struct FramesCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load all frames and run their examples.")

    @OptionGroup var schemas: SchemaOptions

    mutating func run() async throws {
        let extractor = try Extractor.loaded(from: try schemas.load())
        let results = extractor.checkExamples()
        let failed = results.filter { $0.complaint != nil }
        for result in failed {
            print("\(result.file):\(result.line): \(result.frame) \(result.complaint ?? "")\n    \(result.text)")
        }
        print("\(results.count - failed.count) examples right, \(failed.count) wrong")
        if !failed.isEmpty { throw ExitCode(65) }
    }
}

/// `liaison frames explain`: how a sentence is read.
struct FramesExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how a sentence is read: tokens, names, groups, clauses, and which frames fired.")

    @Argument(help: "The sentence, or several.")
    var sentence: String

    @Option(help: "Its language; else it is detected.")
    var language: TextLanguage?

    @Option(help: "The publication date, YYYY-MM-DD, for relative dates.")
    var published: String?

    @OptionGroup var schemas: SchemaOptions

    func validate() throws {
        if sentence.allSatisfy(\.isWhitespace) { throw ValidationError("the sentence has no words") }
        if let published { try PartialDate.validate(published) }
    }

    mutating func run() async throws {
        let extractor = try Extractor.loaded(from: try schemas.load())
        print(extractor.explain(sentence, language: language?.rawValue, published: published))
    }
}

extension Extractor {
    /// Compiles schemas; what is wrong with them is bad data.
    static func loaded(from schemas: SchemaSet) throws -> Extractor {
        do {
            return try Extractor(schemas: schemas)
        } catch {
            throw Failure(.badData, error.description)
        }
    }
}
