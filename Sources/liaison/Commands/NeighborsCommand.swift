internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison neighbors A`: what is around an entity, one line per edge.
struct NeighborsCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbors", abstract: "List what is linked to an entity, one line per edge.")

    @Argument(help: "A name as people write it, or a key such as org:openai.")
    var name: String
    @Option(help: "How many edges away a neighbour may be.")
    var depth: Int = 1
    @Option(help: ArgumentHelp("Only neighbours of this kind, such as company; may be repeated.", valueName: "kind"))
    var kind: [String] = []
    @Option(help: "At most so many edges, the most believed first.")
    var limit: Int = 40
    @OptionGroup var filter: EdgeFilterOptions
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func validate() throws {
        for word in kind where EntityKind(rawValue: word) == nil {
            let known = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(word)\" is no kind; there are \(known)")
        }
        if limit < 1 { throw ValidationError("--limit is a number of edges, 1 or more") }
        if depth < 1 || depth > 6 { throw ValidationError("--depth is a number from 1 to 6") }
    }

    func answer() throws {
        let store = try store.reading()
        let entity = try store.entity(named: name)
        var view = try filter.view(in: store)
        view.kinds = Set(kind.compactMap(EntityKind.init(rawValue:)))
        var edges: [Edge]
        var total: Int
        if depth == 1 {
            edges = try store.edges(of: entity.key, view: view)
            total = edges.count
            edges = Array(edges.prefix(limit))
        } else {
            view.focus = [entity.key]
            view.depth = depth
            view.limit = limit
            let graph = try store.graph(view)
            edges = []
            try graph.forEachEdge { edges.append($0) }
            total = try graph.summary().edgeCount + graph.summary().hiddenEdgeCount
            edges.sort { $0.belief != $1.belief ? $0.belief > $1.belief : $0.articleCount > $1.articleCount }
        }
        if json { return Terminal.writeJSON { $0.graph(edges) } }
        if edges.isEmpty {
            let filters = filter.isFiltering || !kind.isEmpty ? ", as far as the filters go" : ""
            return Terminal.note("nothing is linked to \(entity.name)\(filters)")
        }
        var table = Table(["belief", "from", "relation", "to", "state", "articles", "last"], right: [0, 5])
        for edge in edges {
            table.append([
                EdgePrinter.twoDecimals(edge.belief), edge.subject.name, edge.relation.text, edge.object.name,
                EdgePrinter.standing(edge), Count.grouped(edge.articleCount), edge.last ?? "",
            ])
        }
        table.print()
        if total > edges.count { Terminal.note("\(Count.of(total - edges.count, "more edge")); see --limit") }
    }
}
