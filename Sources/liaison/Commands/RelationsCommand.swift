internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison relations A [B]`: everything known between two entities, or of one, with the quotes.
struct RelationsCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations", abstract: "Show what links two entities, or all links of one, with the quotes.",
        discussion: "For example: liaison relations Microsoft OpenAI")

    @Argument(help: "A name as people write it, or a key such as org:openai.")
    var first: String
    @Argument(help: "The other end; without it, every link of the first.")
    var second: String?
    @OptionGroup var filter: EdgeFilterOptions
    @Option(help: "At most so many edges.")
    var limit: Int = 50
    @Option(help: "Quotes shown under each edge.")
    var quotes: Int = 2
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number of edges, 1 or more") }
    }

    /// What follows from edges to others; of one entity alone, a few.
    private func derived(
        _ a: EntityReference, _ b: EntityReference?, _ view: GraphView, _ store: Store
    ) throws -> [DerivedRelation] {
        // Who asks for one relation or for what has ended asks for what is stated.
        guard filter.relation.isEmpty, filter.state.isEmpty || filter.state.contains(EdgeState.current.rawValue) else {
            return []
        }
        let found = try store.derived(of: a.key, and: b?.key, view: view)
        return Array(found.prefix(b == nil ? 5 : limit))
    }

    private static func write(_ edges: [Edge], _ derived: [DerivedRelation], to json: inout JSONWriter) {
        json.graph(edges) { json in
            if derived.isEmpty { return }
            json.key("derived")
            json.beginArray()
            for relation in derived { json.derived(relation) }
            json.endArray()
        }
    }

    func answer() throws {
        let store = try store.reading()
        let a = try store.entity(named: first)
        let b = try second.map { try store.entity(named: $0) }
        if let b, a.key == b.key {
            throw Failure(.usage, "\(TextLayout.clean(a.name)) is both ends; name two entities, or one alone")
        }
        let asked = try filter.view(in: store)
        // Denials are read along, so that a dispute is shown with both sides.
        var view = asked
        view.includesSuppressed = true
        let found =
            try b.map { try store.edges(between: a.key, and: $0.key, view: view) } ?? store.edges(of: a.key, view: view)
        let edges = found.compactMap { $0.forListing(withSuppressed: filter.includesSuppressed) }
        let shown = Array(edges.prefix(limit))
        let derived = try derived(a, b, asked, store)
        if json { return Terminal.writeJSON { Self.write(shown, derived, to: &$0) } }
        let printer = try EdgePrinter(quotes: max(quotes, 0))
        printer.print(shown)
        printer.print(derived, after: !shown.isEmpty)
        if shown.count < edges.count {
            Terminal.note("\n\(Count.of(edges.count - shown.count, "more edge")); see --limit and --min-belief")
        }
        let refused = found.count - edges.count
        if edges.isEmpty && derived.isEmpty {
            Terminal.note(nothing(a, b, hides: refused))
        } else if refused > 0 {
            Terminal.note("\n\(Self.refused(refused, isMore: true)); see --all")
        }
    }

    /// What is said where no edge is shown.
    private func nothing(_ a: EntityReference, _ b: EntityReference?, hides refused: Int) -> String {
        let names = [a, b].compactMap { $0.map { TextLayout.clean($0.name) } }
        let filters = filter.isFiltering ? ", as far as the filters go" : ""
        if refused > 0 {
            let place = b == nil ? "of \(names[0])" : "between \(names.joined(separator: " and "))"
            return "nothing \(place) is said to hold\(filters), but \(Self.refused(refused)); see --all"
        }
        guard let second else { return "nothing links \(names[0]) to anything\(filters)" }
        return "nothing links \(names[0]) and \(names[1]) directly\(filters); "
            + "try: liaison path \"\(first)\" \"\(second)\""
    }

    private static func refused(_ number: Int, isMore: Bool = false) -> String {
        "\(Count.of(number, isMore ? "more edge" : "edge")) \(number == 1 ? "is" : "are") denied or only supposed"
    }
}

extension Edge {
    /// What a listing shows of an edge that was read with its denials: they belong to a dispute, or were asked for.
    func forListing(withSuppressed: Bool) -> Edge? {
        if withSuppressed { return self }
        let held = statements.filter(\.qualifiers.holds)
        if held.isEmpty { return nil }
        var edge = self
        if state != .disputed { edge.statements = held }
        return edge
    }
}
