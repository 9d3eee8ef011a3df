internal import LiaisonModel

/// GraphML 1.0 for Gephi, yEd, Cytoscape and networkx.
///
/// All edges are written as directed, since few readers take both kinds in one graph; `symmetric` says which are not.
/// XML 1.0 cannot hold control characters: they are shown as their pictures.
struct GraphMLWriter {
    private let out: ByteOutput
    private let options: ExportOptions
    private let caption: EdgeCaption

    init(to out: ByteOutput, options: ExportOptions) {
        self.out = out
        self.options = options
        caption = EdgeCaption(options: options)
    }

    func write(_ source: some GraphSource) throws {
        out.text(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """)
        declare("node", ["label", "name", "kind", "key", "wikidata", "names", "color"], "string")
        declare(
            "edge",
            [
                "relation", "label", "state", "first", "last", "quote", "article", "publisher", "published", "amount",
                "currency", "date", "color",
            ], "string")
        declare("edge", ["weight", "belief"], "double")
        declare("edge", ["statements", "articles", "publishers"], "int")
        declare("edge", ["symmetric", "rumour"], "boolean")
        let summary = try source.summary()
        out.text("<key id=\"title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n")
        out.text("<key id=\"hidden\" for=\"graph\" attr.name=\"hidden_edges\" attr.type=\"int\"/>\n")
        out.text("<graph id=\"liaison\" edgedefault=\"directed\">\n")
        data("title", summary.title)
        count("hidden", summary.hiddenEdgeCount)
        out.byte(UInt8(ascii: "\n"))
        try source.forEachEntity { entity in
            write(entity)
            try out.checkpoint()
        }
        try source.forEachRecord { edge in
            write(edge)
            try out.checkpoint()
        }
        out.text("</graph>\n</graphml>\n")
    }

    private func write(_ entity: Entity) {
        out.text("<node id=\"")
        EntityCode(entity.key).write(to: out)
        out.text("\">")
        data("node-label", DisplayLabel.text(entity.name))
        data("node-name", entity.name)
        data("node-kind", entity.kind.rawValue)
        data("node-key", entity.key.text)
        data("node-wikidata", entity.reference.wikidata)
        if !entity.names.isEmpty { data("node-names", entity.names.map(\.text).joined(separator: "\n")) }
        data("node-color", options.vocabulary.kinds[entity.kind]?.line)
        out.text("</node>\n")
    }

    private func write(_ edge: EdgeRecord) {
        let relation = options.vocabulary[edge.relation]
        out.text("<edge id=\"")
        out.escaped(edge.id, .xml)
        out.text("\" source=\"")
        EntityCode(edge.subject).write(to: out)
        out.text("\" target=\"")
        EntityCode(edge.object).write(to: out)
        out.text("\">")
        data("edge-relation", edge.relation.text)
        let label = relation.map { options.text(of: $0.labels, else: edge.relation.text) }
        data("edge-label", caption.text(of: edge, relation: label ?? edge.relation.text))
        data("edge-state", edge.state.rawValue)
        data("edge-first", edge.first)
        data("edge-last", edge.last)
        let color = relation?.style.color ?? RelationStyle().color
        data("edge-color", EdgeLook(edge, color: color, ink: color).color)
        for key in ["edge-weight", "edge-belief"] as [StaticString] {
            open(key)
            out.probability(edge.belief)
            out.text("</data>")
        }
        count("edge-statements", edge.statements.count)
        count("edge-articles", edge.articleCount)
        count("edge-publishers", edge.publisherCount)
        data("edge-symmetric", relation?.isSymmetric == true ? "true" : "false")
        data("edge-rumour", edge.isRumour ? "true" : "false")
        if let best = edge.statements.first {
            data("edge-quote", best.quote)
            data("edge-article", best.url)
            data("edge-publisher", best.publisher)
            data("edge-published", best.published)
            data("edge-amount", best.amount?.value.description)
            data("edge-currency", best.amount?.currency)
            data("edge-date", best.date)
        }
        out.text("</edge>\n")
    }

    private func declare(_ part: String, _ names: [String], _ type: String) {
        for name in names {
            out.plain("<key id=\"\(part)-\(name)\" for=\"\(part)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
        }
    }

    private func open(_ key: StaticString) {
        out.text("<data key=\"")
        out.text(key)
        out.text("\">")
    }

    private func data(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        open(key)
        out.escaped(Self.withoutNoncharacters(value), .xml)
        out.text("</data>")
    }

    private func data(_ key: StaticString, _ value: BorrowedText?) {
        guard let value else { return }
        // U+FFFE and U+FFFF begin with a byte that little else begins with.
        if value.bytes.contains(0xEF) { return data(key, value.string) }
        open(key)
        out.escaped(value, .xml)
        out.text("</data>")
    }

    private func count(_ key: StaticString, _ value: Int) {
        open(key)
        out.integer(value)
        out.text("</data>")
    }

    /// U+FFFE and U+FFFF are the only characters beyond the controls that XML forbids.
    private static func withoutNoncharacters(_ text: String) -> String {
        var text = text
        let isClean = text.withUTF8 { bytes in
            for index in bytes.indices.dropLast(2) where bytes[index] == 0xEF && bytes[index + 1] == 0xBF {
                if bytes[index + 2] >= 0xBE { return false }
            }
            return true
        }
        if isClean { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            out.append(scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? "\u{FFFD}" : scalar)
        }
        return String(out)
    }
}
