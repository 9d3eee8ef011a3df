import Foundation
import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas

/// Writes graphs of statements and measures how fast.
///
///     export-benchmark write STATEMENTS.jsonl FORMAT OUT       files of any formats
///     export-benchmark draw STATEMENTS.jsonl LAYOUT OUT.svg|png|pdf      a picture
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
        case "draw" where arguments.count == 4:
            var graph = try StatementGraph.read(Array(try Data(contentsOf: URL(fileURLWithPath: arguments[1]))))
            graph.view.title = arguments[3].split(separator: "/").last.map(String.init) ?? ""
            guard let format = ImageFormat(rawValue: String(arguments[3].suffix(3))) else { throw Usage() }
            let picture = try Picture(of: graph, options: options, layout: Layout(rawValue: arguments[2]) ?? .auto)
            try Data(try picture.draw(as: format)).write(to: URL(fileURLWithPath: arguments[3]))
        default:
            throw Usage()
        }
    }

    struct Usage: Error {}
}
