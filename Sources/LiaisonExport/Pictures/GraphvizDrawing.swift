/// Drawings of DOT that is at hand, for pages that write their own.
package enum GraphvizDrawing {
    /// Draws DOT as SVG, just as Graphviz writes it.
    /// - Parameters:
    ///   - engine: the program of Graphviz that places the nodes.
    ///   - timeLimit: in seconds; drawing that takes longer is stopped.
    /// - Throws: ``ExportError``.
    package static func svg(of dot: [UInt8], engine: String, timeLimit: Double) throws -> [UInt8] {
        try Graphviz(engine: engine).run(dot, ["-Tsvg"], timeLimit: timeLimit)
    }
}
