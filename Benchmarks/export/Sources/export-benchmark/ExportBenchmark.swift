import Foundation
import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas
import LiaisonStore

/// Writes graphs of statements and measures how fast.
///
///     export-benchmark write STATEMENTS.jsonl FORMAT OUT       files of any formats
///     export-benchmark many < GRAPHS > EXPORTS                 every format of many small graphs, for property tests
///     export-benchmark measure ENTITIES EDGES FORMAT           speed and memory on a synthetic stream
///     export-benchmark store STORE.sqlite FORMAT [OUT]         speed and memory from a store, or the file
///     export-benchmark landscape STORE.sqlite LIMIT OUT.svg|png|pdf      a picture of a store
///     export-benchmark focus STORE.sqlite OUT.svg|png|pdf KEY…  a picture of what is around one entity or between several
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
        case "focus" where arguments.count >= 4:
            var view = GraphView()
            view.focus = arguments[3...].map { EntityKey($0) }
            view.depth = arguments.count > 4 ? 0 : 1
            view.limit = 30
            let graph = try Store(path: arguments[1], mode: .readOnly).graph(view)
            guard let format = ImageFormat(rawValue: String(arguments[2].suffix(3))) else { throw Usage() }
            let picture = try Picture(of: graph, options: options)
            try Data(try picture.draw(as: format)).write(to: URL(fileURLWithPath: arguments[2]))
        case "draw" where arguments.count == 4:
            var graph = try StatementGraph.read(Array(try Data(contentsOf: URL(fileURLWithPath: arguments[1]))))
            graph.view.title = arguments[3].split(separator: "/").last.map(String.init) ?? ""
            guard let format = ImageFormat(rawValue: String(arguments[3].suffix(3))) else { throw Usage() }
            let picture = try Picture(of: graph, options: options, layout: Layout(rawValue: arguments[2]) ?? .auto)
            try Data(try picture.draw(as: format)).write(to: URL(fileURLWithPath: arguments[3]))
        case "many" where arguments.count == 1:
            // One graph a line on standard input, an array of statements; its exports as one object a line on standard output.
            while let line = readLine() {
                guard case .array(let statements) = try JSONValue(parsing: Array(line.utf8)) else { throw Usage() }
                let graph = StatementGraph.graph(of: try statements.map { (try Statement(json: $0), $0) })
                var json = JSONWriter()
                json.beginObject()
                for format in ExportFormat.allCases {
                    let sink = MemorySink()
                    try format.write(graph, to: sink, options: options)
                    json.field(format.rawValue, sink.text)
                }
                json.endObject()
                json.newline()
                FileHandle.standardOutput.write(Data(json.bytes))
            }
        case "measure" where arguments.count == 4:
            guard let entities = Int(arguments[1]), let edges = Int(arguments[2]),
                let format = ExportFormat(rawValue: arguments[3])
            else { throw Usage() }
            try measure(SyntheticGraph(entityCount: entities, edgeCount: edges), format, options)
        case "store" where arguments.count == 3 || arguments.count == 4:
            guard let format = ExportFormat(rawValue: arguments[2]) else { throw Usage() }
            let graph = try Store(path: arguments[1], mode: .readOnly).graph()
            if arguments.count == 3 {
                try measure(graph, format, options)
            } else {
                try FileSink.replacing(arguments[3]) { try format.write(graph, to: $0, options: options) }
            }
        case "landscape" where arguments.count == 4:
            guard let limit = Int(arguments[2]) else { throw Usage() }
            var view = GraphView()
            view.limit = limit
            let graph = try Store(path: arguments[1], mode: .readOnly).graph(view)
            guard let format = ImageFormat(rawValue: String(arguments[3].suffix(3))) else { throw Usage() }
            let picture = try Picture(of: graph, options: options)
            try Data(try picture.draw(as: format)).write(to: URL(fileURLWithPath: arguments[3]))
        default:
            throw Usage()
        }
    }

    /// Writes a store to nowhere, and prints bytes, processor time and the peak of memory.
    static func measure(_ graph: StoreGraph, _ format: ExportFormat, _ options: ExportOptions) throws {
        let start = processorTime()
        let sink = CountingSink()
        try format.write(graph, to: sink, options: options)
        let whole = processorTime() - start
        var usage = rusage()
        getrusage(thisProcess, &usage)
        print(
            String(
                format: "%@ %.1f MB, %.2f s CPU: %.0f MB/s, peak %.1f MB", format.rawValue as NSString,
                Double(sink.count) / 1e6, whole, Double(sink.count) / 1e6 / whole, Double(usage.ru_maxrss) / 1024))
    }

    /// Writes to nowhere, and prints bytes, processor time of the whole, of the source alone, and the peak of memory.
    static func measure(_ graph: SyntheticGraph, _ format: ExportFormat, _ options: ExportOptions) throws {
        let start = processorTime()
        try graph.forEachEntity { _ in }
        try graph.forEachArticle { _ in }
        try graph.forEachEdge { _ in }
        let source = processorTime() - start
        let sink = CountingSink()
        try format.write(graph, to: sink, options: options)
        let whole = processorTime() - start - source
        let megabytes = Double(sink.count) / 1e6
        var usage = rusage()
        getrusage(thisProcess, &usage)
        print(
            String(
                format:
                    "%@ %.1f MB, %.2f s CPU of which the source %.2f s: %.0f MB/s whole, %.0f MB/s the writer, peak %.1f MB",
                format.rawValue as NSString, megabytes, whole, source, megabytes / whole,
                megabytes / max(whole - source, 0.001),
                Double(usage.ru_maxrss) / 1024))
    }

    /// RUSAGE_SELF, which platforms type differently.
    private static let thisProcess: Int32 = 0

    private static func processorTime() -> Double {
        var usage = rusage()
        getrusage(thisProcess, &usage)
        return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
            + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
    }

    final class CountingSink: ByteSink {
        var count = 0
        func write(_ bytes: UnsafeRawBufferPointer) { count += bytes.count }
    }

    struct Usage: Error {}
}
