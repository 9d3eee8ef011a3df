/// What makes a drawing pleasant in a browser: it fits the window, and what the pointer is on stands out.
enum SVGStyle {
    private static let style = """
        <style>
        svg { max-width: 100%; height: auto }
        .edge:hover path { stroke-width: 3.5 }
        .edge:hover text { font-weight: bold }
        .node:hover polygon, .node:hover ellipse, .node:hover path { stroke-width: 2.5 }
        a { cursor: pointer }
        </style>

        """

    /// Puts the style behind the opening tag of the drawing.
    static func added(to svg: [UInt8]) -> [UInt8] {
        let opening = Array("<svg ".utf8)
        guard let start = svg.indices.first(where: { svg[$0...].starts(with: opening) }),
            let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return svg }
        return Array(svg[...end]) + Array("\n".utf8) + Array(style.utf8) + Array(svg[(end + 1)...])
    }
}
