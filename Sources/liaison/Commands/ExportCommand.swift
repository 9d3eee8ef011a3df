public import ArgumentParser
public import LiaisonExport
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

extension ExportFormat: ExpressibleByArgument {}

/// `liaison export --format jsonld`: the graph as a file that other tools read.
struct ExportCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the graph, or a part of it, for other tools.",
        discussion: """
            dot is for Graphviz; jsonld, nquads and turtle say the same triples; graphml is for Gephi, yEd and Cytoscape; \
            csv and csv-nodes are for spreadsheets, neo4j-edges and neo4j-nodes for neo4j-admin database import.
            """)

    @Option(help: "One of: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportFormat

    @Option(name: .shortAndLong, help: "The file to write; standard output where there is none.")
    var output: String?

    @OptionGroup(title: "What is written") var view: ViewOptions

    @Option(help: "Where IRIs begin.")
    var base: String = BaseIRI.standard.text

    @Option(help: "The language of labels and captions.")
    var language: TextLanguage = .english

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        do {
            let schemas = try schemas.load()
            let vocabulary = try Vocabulary(schemas: schemas)
            let options = ExportOptions(
                vocabulary: vocabulary, language: language.rawValue, base: try BaseIRI(base),
                context: try schemas.file("graph.context.jsonld").text())
            let store = try store.reading()
            let graph = try store.graph(try view.view(in: store, vocabulary: vocabulary, language: language.rawValue))
            guard let output, output != "-" else {
                return try format.write(graph, to: FileSink(descriptor: 1, path: "standard output"), options: options)
            }
            try FileSink.replacing(output) { try format.write(graph, to: $0, options: options) }
        } catch let error as ExportError {
            throw Failure(error)
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }
}
