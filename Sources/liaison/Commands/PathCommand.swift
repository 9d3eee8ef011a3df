internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison path A B`: the shortest ways from one entity to another.
struct PathCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Find the shortest ways from one entity to another.")

    @Argument(help: "Where the path begins.")
    var first: String
    @Argument(help: "Where it ends.")
    var second: String
    @Option(help: "The most edges a path may have.")
    var length: Int = 6
    @Option(help: "At most so many paths.")
    var limit: Int = 3
    @OptionGroup var filter: EdgeFilterOptions
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.reading()
        let (a, b) = (try store.entity(named: first), try store.entity(named: second))
        if a.key == b.key {
            throw Failure(.usage, "\(TextLayout.clean(a.name)) is both ends; name two entities")
        }
        let view = try filter.view(in: store)
        let paths = try store.paths(from: a.key, to: b.key, length: length, limit: limit, view: view)
        if json { return Terminal.writeJSON { Self.write(paths, to: &$0) } }
        if paths.isEmpty {
            return Terminal.note("no path of at most \(Count.of(length, "edge")) links \(a.name) and \(b.name)")
        }
        let printer = try EdgePrinter()
        var lines: [String] = []
        for path in paths {
            if !lines.isEmpty { lines.append("") }
            lines.append(
                Paint.dim("\(Count.of(path.steps.count, "step")), belief \(EdgePrinter.twoDecimals(path.belief))"))
            for edges in path.steps {
                guard let edge = edges.first else { continue }
                lines.append("  " + printer.headline(edge))
                if let best = edge.statements.first {
                    lines += printer.wrapped(best.quotation(columns: 150), indent: 6)
                    lines += printer.wrapped(EdgePrinter.origin(best), indent: 6).map(Paint.dim)
                }
            }
        }
        Terminal.write((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func write(_ paths: [Path], to json: inout JSONWriter) {
        var seen: Set<String> = []
        let edges = paths.flatMap { $0.steps.joined() }.filter { seen.insert($0.id).inserted }
        json.graph(edges) { json in
            json.key("paths")
            json.beginArray()
            for path in paths {
                json.beginObject()
                json.key("belief")
                json.probability(path.belief)
                json.key("entities")
                json.beginArray()
                for entity in path.entities { json.string(entity.key.text) }
                json.endArray()
                json.key("edges")
                json.beginArray()
                for step in path.steps { json.string(step.first?.id ?? "") }
                json.endArray()
                json.endObject()
            }
            json.endArray()
        }
    }
}
