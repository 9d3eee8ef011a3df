/// The program of Graphviz that places nodes.
public enum Layout: String, CaseIterable, Sendable {
    /// Chosen by size, so that nothing takes minutes: `dot` needs half a minute for 500 labelled nodes, `sfdp` a moment.
    case auto
    /// Ranks from left to right: best for a few entities with many relations.
    case dot
    /// Springs: best for the surroundings of one entity.
    case neato
    /// Springs on several scales: the only one for hundreds of nodes.
    case sfdp

    /// The program for a graph of that size.
    func engine(nodes: Int, edges: Int) -> String {
        switch self {
        case .auto: nodes <= 60 && edges <= 90 ? "dot" : nodes <= 150 && edges <= 300 ? "neato" : "sfdp"
        default: rawValue
        }
    }
}
