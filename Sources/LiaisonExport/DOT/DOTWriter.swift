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
        /// Lines are thin and their heads small where there are very many.
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
    private var relations: [RelationID: RelationFace] = [:]
    private var last: RelationFace?
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
        try source.forEachRecord { edge in
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
        out.text(detail.hasFaintEdges ? ", arrowsize=0.4];\n" : ", arrowsize=0.7];\n")
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

    mutating func write(_ edge: EdgeRecord, attributes: String = "") {
        let relation = face(of: edge.relation)
        let look = EdgeLook(edge, color: relation.type.style.color, ink: relation.ink)
        tally.count(edge, look)
        out.text("  ")
        EntityCode(edge.subject).write(to: out)
        out.text(" -> ")
        EntityCode(edge.object).write(to: out)
        out.text(" [relation=\"")
        out.bytes(relation.escapedName)
        out.text("\", label=\"")
        if detail.edgeLabels != .none { out.bytes(relation.escapedLabel) }
        if detail.edgeLabels == .full, let remarks = caption.remarks(on: edge) { out.escaped(remarks, .dotLabel) }
        out.byte(UInt8(ascii: "\""))
        look.write(to: out)
        if relation.type.isSymmetric { out.text(", dir=none") }
        data(of: edge)
        proof(of: edge, label: relation.label)
        out.plain(attributes)
        out.text("];\n")
    }

    func end(_ legend: Legend) {
        out.text("  ")
        legend.write(to: out)
        out.text("\n}\n")
    }

    /// Notes for the legend what is drawn.
    mutating func count(_ edge: EdgeRecord, _ look: EdgeLook) {
        tally.count(edge, look)
    }

    /// How a relation shows, one that the vocabulary does not know too.
    mutating func face(of relation: RelationID) -> RelationFace {
        if let last, last.type.id == relation { return last }
        let face = relations[relation] ?? RelationFace(relation, options)
        relations[relation] = face
        last = face
        return face
    }

    private func data(of edge: EdgeRecord) {
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
    private func proof(of edge: EdgeRecord, label: String) {
        guard let best = edge.statements.first else {
            out.text(", ")
            out.label("tooltip", label)
            return
        }
        out.attribute("quote", best.quote)
        out.attribute("article", best.url)
        out.attribute("publisher", best.publisher)
        out.attribute("published", best.published)
        out.text(", tooltip=\"")
        tooltip(best.quote, to: 600)
        if let source = best.publisher ?? best.title {
            out.text("\\n— ")
            tooltip(source, to: 240)
            if best.published != nil { out.text(", ") }
        } else if best.published != nil {
            out.text("\\n— ")
        }
        if let published = best.published { tooltip(published, to: 60) }
        out.byte(UInt8(ascii: "\""))
        guard let url = best.url, url.count < 4_000 else { return }
        if WebAddress.isPlainLink(url) {
            out.text(", URL=\"")
            out.escaped(url, .dotLabel)
            out.byte(UInt8(ascii: "\""))
        } else if let link = WebAddress.link(url.string), link.utf8.count < 4_000 {
            out.text(", ")
            out.label("URL", link)
        }
    }

    private func tooltip(_ text: BorrowedText, to length: Int) {
        if text.count <= length {
            out.escaped(text, .dotLabel)
        } else {
            out.escaped(DisplayLabel.clipped(text.string, to: length), .dotLabel)
        }
    }

    private func tooltip(of entity: Entity, _ style: KindStyle) -> String {
        let kind = options.text(of: style.labels, else: entity.kind.rawValue)
        let others = entity.names.prefix(6).map { DisplayLabel.text($0.text) }
        let name = DisplayLabel.text(entity.name)
        return "\(name) (\(kind))" + (others.isEmpty ? "" : "\n" + others.joined(separator: ", "))
    }
}
