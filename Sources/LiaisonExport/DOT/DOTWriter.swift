internal import LiaisonModel

/// Writes a graph as Graphviz DOT, one line for each node and edge, in constant memory.
///
/// The file is both a picture and data: Graphviz, pydot and networkx read the same nodes and edges from it, and each edge
/// carries its relation, belief, state and best quote as attributes. Values undo as backslash escapes first, then entities.
struct DOTWriter {
    /// How much is said on the picture; data attributes are always there.
    struct Detail {
        /// Long names break into lines. Off where the label is data, since a break is not part of the name.
        var wrapsNames = false
        var edgeLabels = EdgeLabels.full
        var nodeFontSize = 11
        var edgeFontSize = 9
        /// Lines are pale and thin where there are very many.
        var hasFaintEdges = false

        enum EdgeLabels {
            case none
            case relation
            case full
        }
    }

    /// In code points. Graphviz 2.43 refuses strings over 16,381 bytes, and one code point takes six at most.
    static let maximumValueLength = 2_000
    /// Families that exist on every machine; the first two have the same widths everywhere (Liberation Sans stands in).
    static let fonts: StaticString = "Helvetica,Arial,DejaVu Sans,sans-serif"

    let out: ByteOutput
    let options: ExportOptions
    let detail: Detail
    let caption: EdgeCaption
    private var relations: [RelationID: RelationType] = [:]
    private(set) var tally = GraphTally()

    init(to out: ByteOutput, options: ExportOptions, detail: Detail = Detail()) {
        self.out = out
        self.options = options
        self.detail = detail
        caption = EdgeCaption(options: options)
    }

    /// Writes the whole graph.
    mutating func write(_ source: some GraphSource) throws {
        let summary = try source.summary()
        begin(summary, attributes: "rankdir=LR, nodesep=0.35, ranksep=\"1.1\", overlap=prism, splines=true")
        try source.forEachEntity { entity in
            write(entity)
            try out.checkpoint()
        }
        try source.forEachEdge { edge in
            write(edge)
            try out.checkpoint()
        }
        end(Legend(options: options, tally: tally, summary: summary))
    }

    func begin(_ summary: GraphSummary, attributes: String) {
        out.text("digraph liaison {\n  graph [charset=\"UTF-8\", fontname=\"")
        out.text(Self.fonts)
        out.text("\", bgcolor=white, labelloc=b, labeljust=l, pad=0.3, outputorder=edgesfirst, ")
        out.plain(attributes)
        out.text(", ")
        out.label("tooltip", summary.title.isEmpty ? "Liaison" : DisplayLabel.text(summary.title))
        out.attribute("edges", summary.edgeCount)
        out.attribute("hidden_edges", summary.hiddenEdgeCount)
        out.attribute("latest", summary.latest)
        out.text("];\n  node [fontname=\"")
        out.text(Self.fonts)
        out.text("\", fontsize=")
        out.integer(detail.nodeFontSize)
        out.text(", style=filled, penwidth=1.2, margin=\"0.14,0.07\", height=0.3];\n  edge [fontname=\"")
        out.text(Self.fonts)
        out.text("\", fontsize=")
        out.integer(detail.edgeFontSize)
        out.text(detail.hasFaintEdges ? ", arrowsize=0.5];\n" : ", arrowsize=0.7];\n")
    }

    mutating func write(_ entity: Entity, attributes: String = "") {
        let style = options.vocabulary.kinds[entity.kind] ?? KindStyle()
        tally.count(entity.kind)
        out.text("  ")
        EntityCode(entity.key).write(to: out)
        out.text(" [")
        let label = DisplayLabel.text(entity.name)
        out.label("label", detail.wrapsNames ? LabelWrapping.wrap(label) : label)
        if label != entity.name { out.attribute("fullname", entity.name) }
        out.attribute("kind", word: entity.kind.rawValue)
        out.attribute("key", entity.key.text)
        out.attribute("shape", style.shape)
        out.attribute("fillcolor", style.fill)
        out.attribute("color", style.line)
        if let wikidata = entity.reference.wikidata {
            out.attribute("wikidata", wikidata)
            if WikidataItem.isIdentifier(wikidata) {
                out.attribute("URL", word: WikidataItem.page(wikidata))
            }
        }
        out.text(", ")
        out.label("tooltip", tooltip(of: entity, style))
        out.plain(attributes)
        out.text("];\n")
    }

    mutating func write(_ edge: Edge, attributes: String = "") {
        let relation = relation(of: edge)
        let look = EdgeLook(edge, color: relation.style.color)
        tally.count(edge, look)
        out.text("  ")
        EntityCode(edge.subject.key).write(to: out)
        out.text(" -> ")
        EntityCode(edge.object.key).write(to: out)
        out.text(" [relation=\"")
        out.escaped(edge.relation.text, .dotData)
        out.text("\", ")
        let label = options.text(of: relation.labels, else: edge.relation.text)
        switch detail.edgeLabels {
        case .none: out.text("label=\"\"")
        case .relation: out.label("label", label)
        case .full: out.label("label", caption.text(of: edge, relation: label))
        }
        look.write(to: out, isFaint: detail.hasFaintEdges)
        if relation.isSymmetric { out.text(", dir=none") }
        data(of: edge)
        proof(of: edge, label: label)
        out.plain(attributes)
        out.text("];\n")
    }

    func end(_ legend: Legend) {
        out.text("  ")
        legend.write(to: out)
        out.text("\n}\n")
    }

    /// Notes for the legend what is drawn.
    mutating func count(_ edge: Edge, _ look: EdgeLook) {
        tally.count(edge, look)
    }

    /// The relation's entry, or one made up for a relation that the vocabulary does not know.
    mutating func relation(of edge: Edge) -> RelationType {
        if let known = relations[edge.relation] { return known }
        let type =
            options.vocabulary[edge.relation]
            ?? RelationType(
                id: edge.relation, subjectRole: "subject", objectRole: "object", subjectKinds: [], objectKinds: [],
                isSymmetric: false)
        relations[edge.relation] = type
        return type
    }

    private func data(of edge: Edge) {
        out.attribute("key", edge.id)
        out.text(", belief=\"")
        out.probability(edge.belief)
        out.text("\", state=\"")
        out.plain(edge.state.rawValue)
        out.byte(UInt8(ascii: "\""))
        if edge.isRumour { out.text(", rumour=true") }
        out.attribute("statements", edge.statements.count)
        out.attribute("articles", edge.articleCount)
        out.attribute("publishers", edge.publisherCount)
        out.attribute("first", edge.first)
        out.attribute("last", edge.last)
    }

    /// The best quote, its publisher, date and link.
    private func proof(of edge: Edge, label: String) {
        guard let best = edge.statements.first else {
            out.text(", ")
            out.label("tooltip", label)
            return
        }
        out.attribute("quote", best.evidence.quote)
        out.attribute("article", best.article.url)
        out.attribute("publisher", best.article.publisher)
        out.attribute("published", best.article.published)
        out.text(", tooltip=\"")
        out.escaped(DisplayLabel.clipped(best.evidence.quote, to: 600), .dotLabel)
        let source = [best.article.publisher ?? best.article.title, best.article.published].compactMap { $0 }
        if !source.isEmpty {
            out.text("\\n— ")
            out.escaped(DisplayLabel.clipped(source.joined(separator: ", "), to: 300), .dotLabel)
        }
        out.byte(UInt8(ascii: "\""))
        if let link = WebAddress.link(best.article.url), link.utf8.count < 4_000 {
            out.text(", ")
            out.label("URL", link)
        }
    }

    private func tooltip(of entity: Entity, _ style: KindStyle) -> String {
        let kind = options.text(of: style.labels, else: entity.kind.rawValue)
        let others = entity.names.prefix(6).map { DisplayLabel.text($0.text) }
        let name = DisplayLabel.text(entity.name)
        return "\(name) (\(kind))" + (others.isEmpty ? "" : "\n" + others.joined(separator: ", "))
    }
}
