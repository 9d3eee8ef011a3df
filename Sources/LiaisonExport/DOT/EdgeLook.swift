internal import LiaisonModel

/// How an edge is drawn, from its state and belief.
struct EdgeLook {
    /// Red for disputed, grey for ended, else the colour of the relation.
    let color: String
    /// The same, dark enough for letters.
    let ink: String
    /// Rumours and plans.
    let isDashed: Bool
    /// Hundredths of a point: thin for what is hardly believed, strong for what is sure.
    let width: Int

    static let disputedColor = "#e01e1e"
    static let endedColor = "#9a9a9a"
    private static let disputedInk = InkColor.readable(disputedColor)
    private static let endedInk = InkColor.readable(endedColor)

    /// - Parameters:
    ///   - relationColor: of the line.
    ///   - relationInk: of the words.
    init(_ edge: EdgeRecord, color relationColor: String, ink relationInk: String) {
        let isRefused = !edge.statements.isEmpty && !edge.statements.contains { $0.holds }
        if edge.state == .disputed || isRefused {
            (color, ink) = (Self.disputedColor, Self.disputedInk)
        } else if edge.state == .ended {
            (color, ink) = (Self.endedColor, Self.endedInk)
        } else {
            (color, ink) = (relationColor, relationInk)
        }
        isDashed = edge.isRumour || edge.state == .planned
        width = 50 + ByteOutput.steps(of: edge.belief) * 150 / 10_000
    }

    func write(to out: ByteOutput) {
        out.attribute("color", word: color)
        out.attribute("fontcolor", word: ink)
        if isDashed { out.text(", style=dashed") }
        out.text(", penwidth=")
        out.integer(width / 100)
        out.byte(UInt8(ascii: "."))
        out.integer(width % 100 / 10)
        out.integer(width % 10)
    }
}
