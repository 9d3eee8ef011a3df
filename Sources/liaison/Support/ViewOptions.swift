internal import ArgumentParser
internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

/// Which part of the graph is written or drawn.
struct ViewOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Only what is around these entities, by name or key.", valueName: "name"))
    var focus: [String] = []

    @Option(help: "How many edges away from the focus; 1, or 0 with several in focus: only what links them.")
    var depth: Int?

    @Option(help: ArgumentHelp("Only entities of this kind, such as company; may be repeated.", valueName: "kind"))
    var kind: [String] = []

    @Option(
        help: ArgumentHelp(
            "At most so many edges: the best attested between the most central entities.", valueName: "edges"))
    var limit: Int?

    @OptionGroup var filter: EdgeFilterOptions

    func validate() throws {
        for word in kind where EntityKind(rawValue: word) == nil {
            let known = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(word)\" is no kind; there are \(known)")
        }
        if let depth, !(0...6).contains(depth) { throw ValidationError("--depth is a number from 0 to 6") }
        if depth != nil && focus.isEmpty { throw ValidationError("--depth needs a --focus to count from") }
        if depth == 0 && focus.count == 1 { throw ValidationError("--depth 0 needs two entities in --focus") }
        if let limit, limit < 1 { throw ValidationError("--limit is a number of edges, 1 or more") }
    }

    /// The view, with names looked up in the store.
    /// - Throws: `Failure` for a name that is unknown or ambiguous, or a relation that the vocabulary does not have.
    func view(in store: Store, vocabulary: Vocabulary, language: String) throws -> GraphView {
        var view = try filter.view(in: store, vocabulary: vocabulary)
        let entities = try focus.map { try store.entity(named: $0) }
        view.focus = entities.map(\.key)
        view.depth = depth ?? (entities.count > 1 ? 0 : 1)
        view.kinds = Set(kind.compactMap(EntityKind.init(rawValue:)))
        view.limit = limit
        view.title = title(entities.map(\.name), depth: view.depth, language: language)
        return view
    }

    private func title(_ names: [String], depth: Int, language: String) -> String {
        let isFrench = language == "fr"
        var parts: [String] = []
        if let last = names.last {
            let and = isFrench ? " et " : " and "
            parts.append(names.count == 1 ? last : names.dropLast().joined(separator: ", ") + and + last)
            if depth > 1 { parts.append(isFrench ? "distance \(depth)" : "depth \(depth)") }
        }
        if !filter.relation.isEmpty { parts.append(filter.relation.joined(separator: ", ")) }
        if !kind.isEmpty { parts.append(kind.joined(separator: ", ")) }
        if !filter.state.isEmpty { parts.append(filter.state.joined(separator: ", ")) }
        if let since = filter.since { parts.append((isFrench ? "depuis " : "since ") + since) }
        if let date = filter.asOf { parts.append((isFrench ? "au " : "as of ") + date) }
        return parts.joined(separator: " · ")
    }
}

extension Failure {
    /// What went wrong while writing or drawing a graph, with the exit code that fits.
    init(_ error: ExportError) {
        let code: Code =
            switch error {
            case .cannotWrite: .inputOutput
            case .badBase: .usage
            case .badContext: .badData
            case .missingProgram: .notFound
            case .tooSlow, .drawingFailed: .ourFault
            }
        self.init(code, error.description)
    }
}
