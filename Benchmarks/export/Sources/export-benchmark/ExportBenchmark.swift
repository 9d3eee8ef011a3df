import Foundation
import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas

/// Writes graphs of statements and measures how fast.
///
///     export-benchmark write STATEMENTS.jsonl FORMAT OUT       a file of one format
@main
struct ExportBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let schemas = try SchemaSet.embedded()
        let options = ExportOptions(
            vocabulary: try Vocabulary(schemas: schemas), context: try schemas.file("graph.context.jsonld").text())
        switch arguments.first {
        case "write" where arguments.count >= 4:
            let graph = try StatementGraph.read(Array(try Data(contentsOf: URL(fileURLWithPath: arguments[1]))))
            for (name, path) in zip(arguments[2...], arguments[3...]).enumerated().filter({ $0.offset % 2 == 0 }).map(
                \.element)
            {
                guard let format = ExportFormat(rawValue: name) else { throw Usage() }
                try FileSink.replacing(path) { try format.write(graph, to: $0, options: options) }
            }
        default:
            throw Usage()
        }
    }

    struct Usage: Error {}
}
