/// How much a picture can say and still be read.
enum PictureSize {
    /// A few entities: everything is said.
    case closeUp
    /// Up to about eighty entities: labels on the lines, smaller.
    case surroundings
    /// Hundreds of entities: names by importance, no labels on the lines.
    case landscape

    init(nodes: Int, edges: Int) {
        self =
            nodes <= 12 && edges <= 30 ? .closeUp : nodes <= 80 && edges <= 160 ? .surroundings : .landscape
    }

    var detail: DOTWriter.Detail {
        switch self {
        case .closeUp:
            DOTWriter.Detail(wrapsNames: true, edgeLabels: .full, nodeFontSize: 14, edgeFontSize: 11)
        case .surroundings:
            DOTWriter.Detail(wrapsNames: true, edgeLabels: .full, nodeFontSize: 13, edgeFontSize: 10)
        case .landscape:
            DOTWriter.Detail(
                wrapsNames: true, edgeLabels: .none, nodeFontSize: 10, edgeFontSize: 8, hasFaintEdges: true)
        }
    }

    /// See ``Legend/scale``.
    var legendScale: Int { self == .landscape ? 2 : 1 }

    /// Attributes of the whole graph.
    func attributes(engine: String, format: ImageFormat) -> String {
        // Screens show 96 dots an inch; twice that is sharp on all of them, and on paper at half the size.
        let resolution = format == .png ? ", dpi=\(self == .landscape ? 96 : 192)" : ""
        let placing =
            switch (engine, self) {
            case ("dot", .closeUp): "rankdir=LR, nodesep=0.35, ranksep=\"0.9\", splines=true"
            case ("dot", _): "rankdir=LR, nodesep=0.16, ranksep=\"0.6\", splines=true"
            case ("neato", _): "overlap=false, sep=\"+14\", esep=\"+6\", splines=true, len=2"
            case (_, .landscape):
                "overlap=prism, overlap_scaling=-3, sep=\"+4\", K=0.9, repulsiveforce=1.6, splines=line"
            default: "overlap=prism, sep=\"+8\", splines=line"
            }
        return placing + resolution
    }

    /// Attributes of a node with that many edges: in a landscape, what has more of them has a larger name.
    func nodeAttributes(degree: Int) -> String {
        guard self == .landscape else { return ", target=_blank" }
        let size = degree >= 20 ? 22 : degree >= 10 ? 17 : degree >= 5 ? 13 : degree >= 3 ? 11 : 9
        return ", target=_blank, fontsize=\(size)"
    }
}
