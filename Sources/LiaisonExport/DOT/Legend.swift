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

    /// The sign of rumours and plans.
    static let dashes = "- - -"

    /// The size of its letters, as a multiple of the usual: large pictures are seen from further away.
    var scale = 1
    /// Whether the colours of relations are explained: needless where every line has its words.
    var namesRelations = true

    /// Writes `label=<…>`.
    func write(to out: ByteOutput) {
        out.text("label=<<TABLE BORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"1\">")
        // Air between the drawing and its caption.
        out.text("<TR><TD HEIGHT=\"12\"></TD></TR>")
        if !summary.title.isEmpty { line(out, size: 14, bold: true, summary.title) }
        if namesRelations { rows(out, relationMarks()) }
        rows(out, namesRelations ? kindMarks() : kindMarks() + stateMarks())
        if namesRelations { rows(out, stateMarks()) }
        line(out, size: 9, bold: false, source)
        out.text("</TABLE>>;")
    }

    /// A coloured sign and what it means.
    private struct Mark {
        var sign: String
        var color: String
        var meaning: String
    }

    private func relationMarks() -> [Mark] {
        let known = options.vocabulary.relations.filter { tally.relations.contains($0.id) }.map { relation in
            Mark(
                sign: relation.isSymmetric ? "—" : "→", color: relation.style.color,
                meaning: options.text(of: relation.labels, else: relation.id.text))
        }
        let unknown = tally.relations.filter { options.vocabulary[$0] == nil }.sorted()
        return known + unknown.map { Mark(sign: "→", color: RelationStyle().color, meaning: $0.text) }
    }

    private func kindMarks() -> [Mark] {
        EntityKind.allCases.filter { tally.kinds.contains($0) }.map { kind in
            let style = options.vocabulary.kinds[kind] ?? KindStyle()
            return Mark(sign: "■", color: style.line, meaning: options.text(of: style.labels, else: kind.rawValue))
        }
    }

    private func stateMarks() -> [Mark] {
        let isFrench = options.language == "fr"
        var marks: [Mark] = []
        if tally.hasDashed {
            marks.append(
                Mark(sign: Self.dashes, color: "#444444", meaning: isFrench ? "rumeur ou projet" : "rumour or plan"))
        }
        if tally.hasEnded {
            marks.append(Mark(sign: "—", color: EdgeLook.endedColor, meaning: isFrench ? "terminé" : "ended"))
        }
        if tally.hasDisputed {
            marks.append(
                Mark(
                    sign: "—", color: EdgeLook.disputedColor,
                    meaning: isFrench ? "contesté ou démenti" : "disputed or denied"))
        }
        marks.append(
            Mark(sign: "—", color: "#444444", meaning: isFrench ? "plus épais : plus sûr" : "the thicker, the surer"))
        return marks
    }

    /// Marks one after the other, at most seven in a row. Plain text: nested tables would be stretched to one width.
    private func rows(_ out: ByteOutput, _ marks: [Mark]) {
        for start in stride(from: 0, to: marks.count, by: 7) {
            out.text("<TR><TD ALIGN=\"LEFT\">")
            for mark in marks[start..<min(start + 7, marks.count)] {
                font(out, size: 14, color: mark.color)
                out.text("<B>")
                out.escaped(mark.sign, .xml)
                out.text("</B></FONT>")
                font(out, size: 10, color: "#333333")
                // No-break spaces: browsers take plain ones at the ends of a piece away.
                out.text("\u{A0}")
                out.escaped(mark.meaning, .xml)
                out.text("\u{A0}\u{A0}\u{A0} </FONT>")
            }
            out.text("</TD></TR>")
        }
    }

    private func font(_ out: ByteOutput, size: Int, color: String) {
        out.text("<FONT POINT-SIZE=\"")
        out.integer(size * scale)
        out.text("\" COLOR=\"")
        out.escaped(color, .xml)
        out.text("\">")
    }

    private func line(_ out: ByteOutput, size: Int, bold: Bool, _ text: String) {
        out.text("<TR><TD ALIGN=\"LEFT\">")
        font(out, size: size, color: "#333333")
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
        if let latest = summary.latest {
            // Of one article alone there is no latest.
            text +=
                isFrench
                ? (articles > 1 ? ", le dernier du " : ", du ") + Self.frenchDate(latest)
                : (articles == 1 ? ", of " : ", the latest of ") + latest
        }
        let hidden = summary.hiddenEdgeCount
        if hidden > 0 {
            text +=
                isFrench
                ? " ; \(hidden) de plus \(hidden > 1 ? "ne sont pas montrées" : "n'est pas montrée")"
                : "; \(hidden) more not shown"
        }
        return text + " · Liaison"
    }

    /// `2025-03-12` as `12/03/2025`.
    private static func frenchDate(_ date: String) -> String {
        date.split(separator: "-").reversed().joined(separator: "/")
    }
}
