internal import ArgumentParser
internal import Foundation
internal import LiaisonReaders
internal import LiaisonSchemas

/// Options of every command that extracts from articles.
struct ExtractionOptions: ParsableArguments {
    @Option(name: .long, help: "Threads that extract; all processors unless given.")
    var jobs: Int?

    @Option(name: .long, help: "The language of articles that do not say theirs and are too short to tell.")
    var language: TextLanguage?

    @Option(name: .long, help: "The name of the text in JSON and CSV, where it is not \"text\".")
    var textField: String?

    @Option(name: .long, help: "The name of the title, where it is not \"title\".")
    var titleField: String?

    @Option(name: .long, help: "The name of the date of publication, where it is not \"published\".")
    var publishedField: String?

    @Option(name: .long, help: "The name of the address, where it is not \"url\".")
    var urlField: String?

    @Option(name: .long, help: "The name of the publisher, where it is not \"publisher\".")
    var publisherField: String?

    @Option(name: .long, help: "The name of the authors, where it is not \"authors\".")
    var authorField: String?

    @Option(name: .long, help: "The name of the identifier, where it is not \"id\".")
    var idField: String?

    @Option(name: .long, help: "The name of the language, where it is not \"language\".")
    var languageField: String?

    mutating func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024") }
    }

    private var fields: FieldNames {
        var fields = FieldNames()
        if let textField { fields.text = textField }
        if let titleField { fields.title = titleField }
        if let publishedField { fields.published = publishedField }
        if let urlField { fields.url = urlField }
        if let publisherField { fields.publisher = publisherField }
        if let authorField { fields.authors = authorField }
        if let idField { fields.id = idField }
        if let languageField { fields.language = languageField }
        return fields
    }

    /// What reads the inputs, for commands that do not extract.
    func reader(_ schemas: SchemaOptions) throws -> ArticleReader {
        do {
            return try ArticleExtraction.reader(schemas: try schemas.load(), fields: fields)
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }

    /// An extraction with the program's data and the user's over it.
    func extraction(_ schemas: SchemaOptions, minimumConfidence: Double? = nil) throws -> ArticleExtraction {
        do {
            var extraction = try ArticleExtraction(
                schemas: try schemas.load(), fields: fields,
                jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
            extraction.minimumConfidence = minimumConfidence
            extraction.language = language?.rawValue
            return extraction
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }
}
