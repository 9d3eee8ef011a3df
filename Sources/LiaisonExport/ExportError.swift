/// What can go wrong while exporting or drawing.
public enum ExportError: Error, Hashable, Sendable {
    /// The reason is the system's: a full disk, a folder that does not exist or may not be written.
    case cannotWrite(path: String, reason: String)
    /// The base IRI of an export is not one.
    case badBase(iri: String, reason: String)
    /// The JSON-LD context lacks a term that the writers use, or cannot be read.
    case badContext(reason: String)
    /// A program that draws is not on the machine.
    case missingProgram(name: String)
    /// A picture took longer than allowed, in seconds.
    case tooSlow(engine: String, seconds: Double)
    /// Graphviz refused what it was given.
    case drawingFailed(engine: String, message: String)
}

extension ExportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
        case .badBase(let iri, let reason): "--base \(iri): \(reason)"
        case .badContext(let reason): "graph.context.jsonld: \(reason)"
        case .missingProgram(let name):
            "Graphviz is not installed: there is no \"\(name)\" on the PATH; install it with \"apt install graphviz\" "
                + "or \"brew install graphviz\""
        case .tooSlow(let engine, let seconds):
            "\(engine) did not finish within \(Int(seconds)) s; draw less (--depth, --limit, --min-belief), "
                + "try --layout sfdp, or allow more with --time-limit"
        case .drawingFailed(let engine, let message): "\(engine) could not draw the graph: \(message)"
        }
    }
}
