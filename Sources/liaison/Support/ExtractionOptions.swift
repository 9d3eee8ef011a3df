internal import ArgumentParser
internal import Foundation
internal import LiaisonSchemas

/// Options of every command that extracts from articles.
struct ExtractionOptions: ParsableArguments {
    @Option(name: .long, help: "Threads that extract; all processors unless given.")
    var jobs: Int?

    mutating func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024") }
    }

    /// An extraction with the program's data and the user's over it.
    func extraction(_ schemas: SchemaOptions) throws -> ArticleExtraction {
        do {
            return try ArticleExtraction(
                schemas: try schemas.load(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }
}
