internal import LiaisonModel

extension DOTWriter {
    /// Writes several edges between the same two entities as one line with a stroke for each relation, for layouts that
    /// would draw them over one another. The line runs as the first of them does; the words say which run back.
    /// - Parameter opacity: two hexadecimal digits, or none for lines that cover what is below them.
    mutating func write(bundle: [EdgeRecord], opacity: String = "") {
        guard let first = bundle.first else { return }
        let lines = bundle.map { edge in
            Line(edge, relation: face(of: edge.relation), runsBack: edge.subject.digest != first.subject.digest)
        }
        for line in lines { count(line.edge, line.look) }
        out.text("  ")
        EntityCode(first.subject).write(to: out)
        out.text(" -> ")
        EntityCode(first.object).write(to: out)
        out.text(" [label=")
        writeLabel(of: lines)
        out.text(", color=\"")
        // More strokes than four are a blur; the label has them all.
        out.plain(lines.prefix(4).map { $0.look.color + opacity }.joined(separator: ":"))
        out.text("\", penwidth=")
        // Graphviz draws strokes two points apart: as wide as that they would be one band.
        let surest = min(lines.map(\.look.width).max() ?? 100, lines.count > 1 ? Self.widestStroke : .max)
        let width = detail.hasFaintEdges ? surest / 2 : surest
        out.integer(width / 100)
        out.byte(UInt8(ascii: "."))
        out.integer(width % 100 / 10)
        // A line has one style: where only some of its relations are rumours or plans, their words have the legend's sign.
        if lines.allSatisfy(\.look.isDashed) { out.text(", style=dashed") }
        out.text(", dir=")
        let directed = lines.filter { !$0.relation.type.isSymmetric }
        let (forth, back) = (directed.contains { !$0.runsBack }, directed.contains { $0.runsBack })
        out.text(forth && back ? "both" : forth ? "forward" : back ? "back" : "none")
        out.text(", tooltip=\"")
        for (index, line) in lines.prefix(8).enumerated() {
            if index > 0 { out.text("\\n") }
            out.escaped(text(of: line), .dotLabel)
            guard let best = line.edge.statements.first else { continue }
            out.text(": ")
            out.escaped(DisplayLabel.clipped(best.quote.string, to: 200), .dotLabel)
        }
        out.text("\", target=_blank")
        let links = lines.lazy.compactMap { WebAddress.link($0.edge.statements.first?.url?.string) }
        if let link = links.first(where: { $0.utf8.count < 4_000 }) {
            out.text(", ")
            out.label("URL", link)
        }
        out.text("];\n")
    }

    /// Hundredths of a point.
    private static let widestStroke = 160

    private struct Line {
        var edge: EdgeRecord
        var relation: RelationFace
        var look: EdgeLook
        var runsBack: Bool

        init(_ edge: EdgeRecord, relation: RelationFace, runsBack: Bool) {
            self.edge = edge
            self.relation = relation
            self.runsBack = runsBack
            look = EdgeLook(edge, color: relation.type.style.color, ink: relation.ink)
        }
    }

    private func writeLabel(of lines: [Line]) {
        if detail.edgeLabels == .none {
            out.text("\"\"")
            return
        }
        out.byte(UInt8(ascii: "<"))
        let isMixed = lines.contains(where: \.look.isDashed) && !lines.allSatisfy(\.look.isDashed)
        for (index, line) in lines.enumerated() {
            if index > 0 { out.text("<BR/>") }
            out.text("<FONT COLOR=\"")
            out.escaped(line.look.ink, .xml)
            out.text("\">")
            if isMixed && line.look.isDashed { out.plain(Legend.dashes + " ") }
            out.escaped(text(of: line), .xml)
            out.text("</FONT>")
        }
        out.byte(UInt8(ascii: ">"))
    }

    private func text(of line: Line) -> String {
        let text = DisplayLabel.text(caption.text(of: line.edge, relation: line.relation.label))
        return line.runsBack && !line.relation.type.isSymmetric ? "← " + text : text
    }
}
