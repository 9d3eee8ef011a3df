public import LiaisonModel

/// The formats that a graph can be written in. The raw value is the word of the command line.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Graphviz.
    case dot
    /// JSON-LD 1.1 with its context inline.
    case jsonld
    case nquads
    case turtle
    /// For Gephi, yEd, Cytoscape.
    case graphml
    /// The edges, for spreadsheets.
    case csv
    /// The nodes, for spreadsheets.
    case csvNodes = "csv-nodes"
    /// The edges for `neo4j-admin database import`.
    case neo4jEdges = "neo4j-edges"
    /// The nodes for `neo4j-admin database import`.
    case neo4jNodes = "neo4j-nodes"

    /// Writes a graph in constant memory: the same graph and options give the same bytes.
    ///
    /// For example: `try ExportFormat.turtle.write(graph, to: MemorySink(), options: options)`.
    /// - Throws: ``ExportError``, what the source throws, and what the sink throws.
    public func write(_ source: some GraphSource, to sink: some ByteSink, options: ExportOptions) throws {
        let out = ByteOutput(sink)
        switch self {
        case .dot:
            var writer = DOTWriter(to: out, options: options)
            try writer.write(source)
        case .graphml: try GraphMLWriter(to: out, options: options).write(source)
        case .csv: try CSVWriter(to: out, for: .spreadsheet).writeEdges(source)
        case .csvNodes: try CSVWriter(to: out, for: .spreadsheet).writeNodes(source)
        case .neo4jEdges: try CSVWriter(to: out, for: .neo4j).writeEdges(source)
        case .neo4jNodes: try CSVWriter(to: out, for: .neo4j).writeNodes(source)
        case .jsonld, .nquads, .turtle:
            try writeLinkedData(source, to: out, options: options)
        }
        try out.finish()
    }

    private func writeLinkedData(_ source: some GraphSource, to out: ByteOutput, options: ExportOptions) throws {
        let context = try LinkedDataContext(options.context, base: options.base)
        func describe(_ writer: some NodeWriter) throws {
            var describer = try LinkedDataDescriber(
                writer, to: out, context: context, vocabulary: options.vocabulary)
            try describer.write(source)
        }
        switch self {
        case .nquads: try describe(NQuadsWriter(to: out, context: context))
        case .turtle: try describe(TurtleWriter(to: out, context: context))
        default: try describe(JSONLDWriter(to: out, context: context))
        }
    }
}
