internal import Foundation
internal import LiaisonModel

/// Hundreds of entities as a map (Gansner, Hu, Kobourov, "GMap: Visualizing Graphs and Clusters as Maps", 2010): those that
/// have much to do with one another lie together in a country of their own; names are larger where more lines end, and lines
/// from country to country are faint.
struct Landscape {
    private let graph: GraphSnapshot
    private let options: ExportOptions
    private let communities: Communities
    private let degrees: [Int]
    private let numbers: [EntityKey: Int]

    /// Pale, so that names of any colour can be read on them.
    private static let countries = [
        "#fbe3e0", "#e3eefb", "#e5f4e6", "#fcf1d8", "#efe6f7", "#dff2f1", "#fbe8d3", "#eceef2", "#f7e3ef", "#e9f1d5",
    ]

    init(_ graph: GraphSnapshot, options: ExportOptions) {
        self.graph = graph
        self.options = options
        numbers = Dictionary(
            graph.entities.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        var degrees = [Int](repeating: 0, count: graph.entities.count)
        var links: [(a: Int, b: Int, weight: Double)] = []
        for edge in graph.edges {
            guard let a = numbers[edge.subject.key], let b = numbers[edge.object.key] else { continue }
            degrees[a] += 1
            degrees[b] += 1
            links.append((a, b, max(edge.belief, 0.05)))
        }
        self.degrees = degrees
        communities = Communities(nodes: graph.entities.count, links: links)
    }

    /// What `sfdp` is given to find places: a point in the middle of each country holds its entities together.
    func sketch() -> [UInt8] {
        let sink = MemorySink()
        let out = ByteOutput(sink)
        out.text("graph sketch {\n  graph [charset=\"UTF-8\", overlap=prism, overlap_scaling=-3, sep=\"+4\", K=0.6, ")
        out.text("repulsiveforce=1.3];\n  node [shape=plaintext, margin=\"0.04,0.03\", width=0.1, height=0.1, ")
        out.text("fontname=\"")
        out.text(DOTWriter.fonts)
        out.text("\"];\n")
        for (number, entity) in graph.entities.enumerated() {
            out.plain("  n\(number) [")
            out.label("label", LabelWrapping.wrap(DisplayLabel.text(entity.name)))
            out.plain(", fontsize=\(fontSize(number))];\n")
        }
        var sizes = [Int](repeating: 0, count: communities.count)
        for community in communities.numbers { sizes[community] += 1 }
        for (number, community) in communities.numbers.enumerated() where sizes[community] > 3 {
            out.plain("  m\(community) [label=\"\", width=0.01, height=0.01];\n")
            out.plain("  m\(community) -- n\(number) [weight=2];\n")
        }
        for edge in graph.edges {
            guard let a = numbers[edge.subject.key], let b = numbers[edge.object.key] else { continue }
            out.plain("  n\(a) -- n\(b) [weight=\(isNear(edge) ? "2" : "0.2")];\n")
        }
        out.text("}\n")
        // Memory takes everything.
        try? out.finish()
        return sink.bytes
    }

    /// Attributes of each entity at the places of a sketch, in the order of the graph; nil when one has none.
    func attributes(_ places: [Int: PlainLayout.Place]) -> [String]? {
        var middles = [(x: Double, y: Double, count: Double)](repeating: (0, 0, 0), count: communities.count)
        for (number, community) in communities.numbers.enumerated() {
            guard let place = places[number] else { return nil }
            middles[community].x += place.x
            middles[community].y += place.y
            middles[community].count += 1
        }
        let colors = Self.colors(middles.map { ($0.x / max($0.count, 1), $0.y / max($0.count, 1), $0.count) })
        return graph.entities.indices.map { number in
            guard let place = places[number] else { return "" }
            let kind = options.vocabulary.kinds[graph.entities[number].kind] ?? KindStyle()
            let community = communities.numbers[number]
            return ", target=_blank, shape=plaintext, style=\"\", margin=\"0.04,0.03\", height=0.1"
                + ", fontsize=\(fontSize(number)), fontcolor=\"\(InkColor.readable(kind.line))\""
                + ", pos=\"\(Self.points(place.x)),\(Self.points(place.y))\", width=\"\(place.width)\""
                + ", cluster=\(community + 1), clustercolor=\"\(colors[community])\""
        }
    }

    /// Whether both ends are in one country.
    func isNear(_ edge: Edge) -> Bool {
        guard let a = numbers[edge.subject.key], let b = numbers[edge.object.key] else { return false }
        return communities.numbers[a] == communities.numbers[b]
    }

    /// In points: three more for each doubling of the lines that end there.
    private func fontSize(_ number: Int) -> Int {
        Int((7.5 + 3.2 * log2(Double(1 + degrees[number]))).rounded())
    }

    private static func points(_ inches: Double) -> Int { Int((inches * 72).rounded()) }

    /// A colour for each country: where they are few, each has its own; else those of one colour lie far apart.
    private static func colors(_ middles: [(x: Double, y: Double, size: Double)]) -> [String] {
        var chosen = [Int?](repeating: nil, count: middles.count)
        let order = middles.indices.sorted {
            middles[$0].size != middles[$1].size ? middles[$0].size > middles[$1].size : $0 < $1
        }
        for community in order {
            var best = (color: 0, distance: -1.0)
            for color in countries.indices {
                var nearest = Double.infinity
                for other in middles.indices where chosen[other] == color {
                    let (dx, dy) = (
                        middles[other].x - middles[community].x, middles[other].y - middles[community].y
                    )
                    nearest = min(nearest, dx * dx + dy * dy)
                }
                if nearest > best.distance { best = (color, nearest) }
            }
            chosen[community] = best.color
        }
        return chosen.map { countries[$0 ?? 0] }
    }
}
