internal import LiaisonModel

/// The caption and legend of a picture, as one HTML-like label of the graph: it adds no nodes that are not in the graph.
struct Legend {
    let options: ExportOptions
    let tally: GraphTally
    let summary: GraphSummary
    /// The publishers to name as sources, most cited first; empty when they were not counted.
    var publishers: [String] = []
    /// The names of this many publishers are given.
    static let namedPublishers = 5

    /// Writes `label=<…>`.
    func write(to out: ByteOutput) {
        out.text("label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"1\">")
        if !summary.title.isEmpty { line(out, size: "13", bold: true, summary.title) }
        row(out, relationCells())
        row(out, kindCells())
        row(out, markCells())
        line(out, size: "9", bold: false, source)
        out.text("</TABLE>>;")
    }

    /// One swatch: its look as table attributes, the sign in it, and what it means.
    private struct Cell {
        var sign: String
        var color: String
        var fill: String?
        var meaning: String
    }

    private func relationCells() -> [Cell] {
        let known = options.vocabulary.relations.filter { tally.relations.contains($0.id) }.map { relation in
            Cell(
                sign: relation.isSymmetric ? "—" : "→", color: relation.style.color,
                meaning: options.text(of: relation.labels, else: relation.id.text))
        }
        let unknown = tally.relations.filter { options.vocabulary[$0] == nil }.sorted()
        return known + unknown.map { Cell(sign: "→", color: RelationStyle().color, meaning: $0.text) }
    }

    private func kindCells() -> [Cell] {
        EntityKind.allCases.filter { tally.kinds.contains($0) }.map { kind in
            let style = options.vocabulary.kinds[kind] ?? KindStyle()
            return Cell(
                sign: "  ", color: style.line, fill: style.fill,
                meaning: options.text(of: style.labels, else: kind.rawValue))
        }
    }

    private func markCells() -> [Cell] {
        let isFrench = options.language == "fr"
        var cells: [Cell] = []
        if tally.hasDashed {
            cells.append(
                Cell(sign: "- - -", color: "#444444", meaning: isFrench ? "rumeur ou projet" : "rumour or plan"))
        }
        if tally.hasEnded {
            cells.append(Cell(sign: "——", color: EdgeLook.endedColor, meaning: isFrench ? "terminé" : "ended"))
        }
        if tally.hasDisputed {
            cells.append(
                Cell(
                    sign: "——", color: EdgeLook.disputedColor,
                    meaning: isFrench ? "contesté ou démenti" : "disputed or denied"))
        }
        cells.append(
            Cell(sign: "━", color: "#444444", meaning: isFrench ? "plus épais : plus sûr" : "thicker: surer"))
        return cells
    }

    /// Cells side by side, at most seven in a row.
    private func row(_ out: ByteOutput, _ cells: [Cell]) {
        for start in stride(from: 0, to: cells.count, by: 7) {
            out.text("<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"1\"><TR>")
            for cell in cells[start..<min(start + 7, cells.count)] {
                if let fill = cell.fill {
                    out.text("<TD BORDER=\"1\" COLOR=\"")
                    out.escaped(cell.color, .xml)
                    out.text("\" BGCOLOR=\"")
                    out.escaped(fill, .xml)
                    out.text("\" WIDTH=\"22\" HEIGHT=\"12\" FIXEDSIZE=\"TRUE\"></TD>")
                } else {
                    out.text("<TD BORDER=\"0\"><FONT POINT-SIZE=\"11\" COLOR=\"")
                    out.escaped(cell.color, .xml)
                    out.text("\">")
                    out.escaped(cell.sign, .xml)
                    out.text("</FONT></TD>")
                }
                out.text("<TD BORDER=\"0\" ALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\" COLOR=\"#333333\">")
                out.escaped(cell.meaning, .xml)
                out.text("  </FONT></TD>")
            }
            out.text("</TR></TABLE></TD></TR>")
        }
    }

    private func line(_ out: ByteOutput, size: StaticString, bold: Bool, _ text: String) {
        out.text("<TR><TD ALIGN=\"LEFT\"><FONT COLOR=\"#333333\" POINT-SIZE=\"")
        out.text(size)
        out.text("\">")
        if bold { out.text("<B>") }
        let shown = DisplayLabel.text(text)
        out.escaped(String(shown.map { $0 == "\n" ? " " : $0 }), .xml)
        if bold { out.text("</B>") }
        out.text("</FONT></TD></TR>")
    }

    /// "34 relations from 12 articles (Le Monde, …), the latest of 2025-06-17; 15 more are not shown".
    private var source: String {
        let isFrench = options.language == "fr"
        let edges = summary.edgeCount
        let articles = summary.articleCount
        var text =
            isFrench
            ? "\(edges) relation\(edges > 1 ? "s" : "") d'après \(articles) article\(articles > 1 ? "s" : "")"
            : "\(edges) relation\(edges == 1 ? "" : "s") from \(articles) article\(articles == 1 ? "" : "s")"
        if !publishers.isEmpty {
            let named = publishers.prefix(Self.namedPublishers).joined(separator: ", ")
            text += " (\(named)\(publishers.count > Self.namedPublishers ? ", …" : ""))"
        }
        if let latest = summary.latest { text += isFrench ? ", le dernier du \(latest)" : ", the latest of \(latest)" }
        if summary.hiddenEdgeCount > 0 {
            text +=
                isFrench
                ? " ; \(summary.hiddenEdgeCount) de plus ne sont pas montrées"
                : "; \(summary.hiddenEdgeCount) more not shown"
        }
        return text + " · Liaison"
    }
}
