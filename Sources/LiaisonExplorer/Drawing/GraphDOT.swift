internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

/// A neighbourhood as DOT for a page: names and links are given by identifiers only, colours by sentinels, so that
/// ``DrawingMarkup`` can put our own words and classes in their place.
struct GraphDOT {
    private let graph: Neighborhood
    private let presenter: Presenter
    private let query: GraphQuery
    /// What stands behind each identifier of the drawing.
    private(set) var marks: [String: DrawingMarkup.Mark] = [:]
    private(set) var text = ""
    /// The program that places the nodes.
    let engine: String

    /// Labels on lines can be read up to so many of them.
    private static let maximumLabels = 26
    /// So many entities and pairs are drawn in ranks.
    private static let ranked = (nodes: 14, pairs: 22)

    init(_ graph: Neighborhood, query: GraphQuery, presenter: Presenter) {
        self.graph = graph
        self.query = query
        self.presenter = presenter
        let bundles = Self.bundles(graph.edges)
        let isRanked = graph.entities.count <= Self.ranked.nodes && bundles.count <= Self.ranked.pairs
        engine = isRanked ? "dot" : graph.entities.count <= 150 ? "neato" : "sfdp"
        let isLabelled = bundles.count <= Self.maximumLabels
        text = "digraph g {\n  graph [charset=\"UTF-8\", bgcolor=transparent, pad=0.2, outputorder=edgesfirst, "
        text +=
            isRanked
            ? "rankdir=LR, nodesep=0.3, ranksep=0.8, splines=true];\n"
            : "overlap=prism, sep=\"+10\", splines=curved, len=\(isLabelled ? "2.6" : "1.9")];\n"
        text += "  node [fontname=Helvetica, fontsize=13, style=filled, height=0.32, margin=\"0.16,0.07\"];\n"
        text += "  edge [fontname=Helvetica, fontsize=10.5, arrowsize=0.7];\n"
        let open = Set(graph.open.map(\.key))
        for entity in graph.entities { write(entity, isOpen: open.contains(entity.key)) }
        for (number, bundle) in bundles.enumerated() { write(bundle, number: number, isLabelled: isLabelled) }
        text += "}\n"
    }

    /// Edges by pair of entities, in the order of the first of each pair.
    private static func bundles(_ edges: [Edge]) -> [[Edge]] {
        var places: [[EntityKey]: Int] = [:]
        var bundles: [[Edge]] = []
        for edge in edges {
            let pair = [edge.subject.key, edge.object.key].sorted()
            if let place = places[pair] {
                bundles[place].append(edge)
            } else {
                places[pair] = bundles.count
                bundles.append([edge])
            }
        }
        return bundles
    }

    private mutating func write(_ entity: EntityReference, isOpen: Bool) {
        let code = EntityCode(entity.key).text
        let style = presenter.vocabulary.kinds[entity.kind] ?? KindStyle()
        let hidden = graph.hiddenEdgeCounts[entity.key] ?? 0
        let lines = LabelWrapping.wrap(presenter.name(Self.clipped(entity.name))).split(separator: "\n")
        var label = lines.map { Self.escaped($0) }.joined(separator: "<BR/>")
        if hidden > 0, !isOpen {
            label += "<BR/><FONT POINT-SIZE=\"9\">+\(presenter.texts.grouped(hidden))</FONT>"
        }
        let classes = [presenter.palette.kindClass(entity.kind), isOpen ? "open" : ""].filter { !$0.isEmpty }
        let shape = Self.shapes.contains(style.shape) ? style.shape : "box"
        text += "  \(code) [id=\"\(code)\", class=\"\(classes.joined(separator: " "))\", shape=\(shape)"
        if shape == "box" { text += ", style=\"filled,rounded\"" }
        text += ", URL=\"#\", label=<\(label)>];\n"
        var title = "\(presenter.name(entity.name)) (\(presenter.kind(entity.kind)))"
        if hidden > 0, !isOpen { title += ", " + presenter.texts.count("more-relations", hidden) }
        marks[code] = DrawingMarkup.Mark(
            href: isOpen ? Route.entity(entity.key).path : query.opening(entity.key).target, title: title,
            data: ["page": Route.entity(entity.key).path, "name": presenter.name(entity.name)])
    }

    private mutating func write(_ bundle: [Edge], number: Int, isLabelled: Bool) {
        guard let first = bundle.first else { return }
        let id = "l\(number)"
        let captions = bundle.map { caption($0, runsBack: $0.subject.key != first.subject.key) }
        let directed = bundle.filter { !presenter.isSymmetric($0.relation) }
        let forth = directed.contains { $0.subject.key == first.subject.key }
        let back = directed.contains { $0.subject.key != first.subject.key }
        var classes: Set<String> = []
        // A line looks doubtful only where all that it stands for is.
        if bundle.allSatisfy({ $0.state == .ended }) { classes.insert("ended") }
        if bundle.contains(where: { $0.state == .disputed }) { classes.insert("disputed") }
        if bundle.allSatisfy({ $0.state == .planned || $0.isRumour }) { classes.insert("doubtful") }
        let (from, to) = (EntityCode(first.subject.key).text, EntityCode(first.object.key).text)
        text += "  \(from) -> \(to) [id=\(id), class=\"\(classes.sorted().joined(separator: " "))\""
        let colors = Set(bundle.map { presenter.palette.sentinel($0.relation) })
        text += ", color=\"\(colors.sorted().prefix(4).joined(separator: ":"))\""
        text += ", dir=\(forth && back ? "both" : forth ? "forward" : back ? "back" : "none")"
        let belief = bundle.map(\.belief).max() ?? 0
        text += ", penwidth=\(belief >= 0.9 ? "2.2" : belief >= 0.7 ? "1.6" : "1.1")"
        if classes.contains("doubtful") { text += ", style=dashed" }
        if isLabelled {
            let lines = zip(bundle, captions).map { edge, caption in
                "<FONT COLOR=\"\(presenter.palette.sentinel(edge.relation))\">\(Self.escaped(caption))</FONT>"
            }
            text += ", label=<\(lines.joined(separator: "<BR/>"))>"
        }
        text += ", URL=\"#\"];\n"
        let words = zip(bundle, captions).map { edge, _ in
            "\(presenter.name(edge.subject.name)) \(presenter.arrow(edge.relation)) \(presenter.label(edge.relation)) "
                + "\(presenter.arrow(edge.relation)) \(presenter.name(edge.object.name))"
        }
        marks[id] = DrawingMarkup.Mark(
            href: bundle.count == 1
                ? Route.edge(first).path : Route.pair(first.subject.key, first.object.key).path,
            title: words.joined(separator: "; "),
            data: ["from": from, "to": to])
    }

    private func caption(_ edge: Edge, runsBack: Bool) -> String {
        var parts = [presenter.label(edge.relation)]
        let held = edge.statements.filter(\.qualifiers.holds)
        if let amount = held.lazy.compactMap(\.qualifiers.amount).first { parts.append(presenter.sum(amount)) }
        if let date = held.lazy.compactMap({ $0.qualifiers.date ?? $0.qualifiers.start }).first, date.utf8.count >= 4,
            date.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) })
        {
            parts.append(String(date.prefix(4)))
        }
        if let badge = presenter.badge(edge)?["text"] as? String { parts.append(badge) }
        let text = parts.joined(separator: " · ")
        return runsBack && !presenter.isSymmetric(edge.relation) ? "← " + text : text
    }

    /// Shapes that a vocabulary may ask for; any other is drawn as a box, since a shape may name a file.
    private static let shapes: Set<String> = [
        "box", "ellipse", "hexagon", "house", "octagon", "component", "tab", "plain", "oval", "note", "folder", "egg",
        "diamond", "parallelogram", "trapezium", "cds", "box3d", "invhouse", "pentagon", "septagon", "circle",
    ]

    private static func clipped(_ name: String) -> String { DisplayLabel.clipped(name, to: 60) }

    /// Text as it stands in an HTML-like label.
    private static func escaped(_ text: some StringProtocol) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\n", "\r", "\t": out += " "
            // Graphviz replaces \N, \G and the like before and after it reads entities.
            case "\\": out += DrawingMarkup.backslash
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out.isEmpty ? " " : out
    }
}
