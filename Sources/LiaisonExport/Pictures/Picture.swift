internal import Foundation
public import LiaisonModel

/// A drawing of a graph by Graphviz.
///
/// What it says depends on how much there is to say: a few entities get every relation as a line of its own with sum and
/// year; the surroundings of one entity get one line a pair with a label for each relation; a landscape gets lines only, and
/// the words are in the tooltips.
public struct Picture: Sendable {
    private let graph: GraphSnapshot
    private let options: ExportOptions
    private let size: PictureSize
    /// The program that draws it.
    public let engine: String

    /// Reads the whole graph; a view with a limit keeps it small.
    /// - Throws: what the source throws.
    public init(of source: some GraphSource, options: ExportOptions, layout: Layout = .auto) throws {
        graph = try GraphSnapshot(source)
        self.options = options
        size = PictureSize(nodes: graph.entities.count, edges: graph.edges.count)
        engine = layout.engine(nodes: graph.entities.count, edges: graph.edges.count)
    }

    /// Draws it.
    /// - Parameter timeLimit: in seconds; drawing that takes longer is stopped.
    /// - Returns: the bytes of the image.
    /// - Throws: ``ExportError``.
    public func draw(as format: ImageFormat, timeLimit: Double = 60) throws -> [UInt8] {
        let image =
            size == .landscape && engine == "sfdp"
            ? try drawLandscape(as: format, timeLimit: timeLimit)
            : try Graphviz(engine: engine).run(
                try dot(for: format), ["-T" + format.rawValue], timeLimit: timeLimit)
        return format == .svg ? SVGStyle.added(to: image) : image
    }

    /// Finds places first, then countries around them, then draws.
    private func drawLandscape(as format: ImageFormat, timeLimit: Double) throws -> [UInt8] {
        let start = ContinuousClock.now
        func rest() -> Double { max(0.1, timeLimit - Double((ContinuousClock.now - start).components.seconds)) }
        let landscape = Landscape(graph, options: options)
        let sketch = try Graphviz(engine: "sfdp").run(landscape.sketch(), ["-Tplain"], timeLimit: rest())
        guard let attributes = landscape.attributes(PlainLayout.places(sketch)) else {
            throw ExportError.drawingFailed(engine: "sfdp", message: "it gave no places for some nodes")
        }
        var placed = try dot(for: format, landscape: landscape, nodeAttributes: attributes)
        // Older and smaller installations lack it: the places alone still show what belongs together.
        if let map = try? Graphviz(engine: "gvmap") {
            let lines = ["-e", "-b", "1.5", "-z", "#ffffff"]
            if let mapped = try? map.run(placed, lines, timeLimit: rest()) { placed = Self.withoutSea(mapped) }
        }
        return try Graphviz(engine: "neato").run(placed, ["-n2", "-T" + format.rawValue], timeLimit: rest())
    }

    /// `gvmap` paints the ground blue, whatever it is told; paper is white.
    private static func withoutSea(_ dot: [UInt8]) -> [UInt8] {
        Array(String(decoding: dot, as: UTF8.self).replacing("bgcolor=\"#dae2ff\"", with: "bgcolor=white").utf8)
    }

    /// What Graphviz is given.
    public func dot(for format: ImageFormat = .svg) throws -> [UInt8] {
        let degrees = degrees()
        return try dot(
            for: format, landscape: nil,
            nodeAttributes: graph.entities.map { size.nodeAttributes(degree: degrees[$0.key] ?? 0) })
    }

    private func dot(
        for format: ImageFormat, landscape: Landscape?, nodeAttributes: [String]
    ) throws -> [UInt8] {
        let sink = MemorySink()
        let out = ByteOutput(sink)
        var writer = DOTWriter(to: out, options: options, detail: size.detail)
        writer.begin(graph.view, attributes: size.attributes(engine: engine, format: format))
        for (entity, attributes) in zip(graph.entities, nodeAttributes) {
            writer.write(entity, attributes: attributes)
        }
        let memory = RecordMemory()
        // Faint lines first, so that the others lie over them.
        let bundles = bundles()
        let far = bundles.filter { landscape?.isNear($0[0]) == false }
        let near = bundles.filter { landscape?.isNear($0[0]) != false }
        for (edges, isFar) in far.map({ ($0, true) }) + near.map({ ($0, false) }) {
            memory.empty()
            let bundle = edges.map { EdgeRecord($0, in: memory) }
            if landscape == nil && (bundle.count == 1 || engine == "dot") {
                for edge in bundle { writer.write(edge, attributes: ", target=_blank") }
            } else {
                writer.write(bundle: bundle, opacity: landscape == nil ? "" : isFar ? "38" : "c0")
            }
        }
        writer.end(
            Legend(
                options: options, tally: writer.tally, summary: graph.view, publishers: publishers(),
                scale: size.legendScale, namesRelations: size == .landscape))
        try out.finish()
        return sink.bytes
    }

    /// Edges by pair of entities, whatever their direction, in the order of the first of each pair.
    private func bundles() -> [[Edge]] {
        struct Pair: Hashable {
            var low: EntityKey
            var high: EntityKey
        }
        var positions: [Pair: Int] = [:]
        var bundles: [[Edge]] = []
        for edge in graph.edges {
            let (a, b) = (edge.subject.key, edge.object.key)
            let pair = a < b ? Pair(low: a, high: b) : Pair(low: b, high: a)
            if let position = positions[pair] {
                bundles[position].append(edge)
            } else {
                positions[pair] = bundles.count
                bundles.append([edge])
            }
        }
        return bundles
    }

    private func degrees() -> [EntityKey: Int] {
        var degrees: [EntityKey: Int] = [:]
        for edge in graph.edges {
            degrees[edge.subject.key, default: 0] += 1
            degrees[edge.object.key, default: 0] += 1
        }
        return degrees
    }

    /// Who published what the edges cite, most cited first.
    private func publishers() -> [String] {
        var counts: [String: Int] = [:]
        for article in graph.articles {
            if let publisher = article.publisher { counts[publisher, default: 0] += 1 }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    }
}
