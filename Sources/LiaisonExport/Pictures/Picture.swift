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
        let graphviz = try Graphviz(engine: engine)
        let image = try graphviz.draw(try dot(for: format), as: format, timeLimit: timeLimit)
        return format == .svg ? SVGStyle.added(to: image) : image
    }

    /// What Graphviz is given.
    public func dot(for format: ImageFormat = .svg) throws -> [UInt8] {
        let sink = MemorySink()
        let out = ByteOutput(sink)
        var writer = DOTWriter(to: out, options: options, detail: size.detail)
        writer.begin(graph.view, attributes: size.attributes(engine: engine, format: format))
        let degrees = degrees()
        for entity in graph.entities {
            writer.write(entity, attributes: size.nodeAttributes(degree: degrees[entity.key] ?? 0))
        }
        for bundle in bundles() {
            if bundle.count == 1 || engine == "dot" {
                for edge in bundle { writer.write(edge, attributes: ", target=_blank") }
            } else {
                writer.write(bundle: bundle)
            }
        }
        writer.end(
            Legend(
                options: options, tally: writer.tally, summary: graph.view, publishers: publishers(),
                scale: size.legendScale))
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
