internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// Which edges a question is about.
struct EdgeFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only this relation, such as invests-in; may be repeated.", valueName: "relation"))
    var relation: [String] = []

    @Option(help: ArgumentHelp("Only articles published from this date on.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: ArgumentHelp("As was known on this date.", valueName: "yyyy-mm-dd"))
    var asOf: String?

    @Option(help: ArgumentHelp("Only edges believed at least so much, 0 to 1.", valueName: "belief"))
    var minBelief: Double = 0

    @Option(help: ArgumentHelp("Only edges that are current, planned, ended or disputed.", valueName: "state"))
    var state: [String] = []

    @Flag(name: .customLong("all"), help: "Denied, negated and hypothetical statements too.")
    var includesSuppressed = false

    func validate() throws {
        for date in [since, asOf].compactMap({ $0 }) { try PartialDate.validate(date) }
        if !(0...1).contains(minBelief) { throw ValidationError("--min-belief is a number from 0 to 1") }
        for word in state where EdgeState(rawValue: word) == nil {
            throw ValidationError("\"\(word)\" is no state; there are current, planned, ended and disputed")
        }
    }

    /// Whether some edges are left out.
    var isFiltering: Bool {
        !relation.isEmpty || since != nil || asOf != nil || minBelief > 0 || !state.isEmpty
    }

    /// The view that keeps these edges.
    /// - Parameter vocabulary: whose relations may be named besides the store's; nil for the program's own.
    /// - Throws: `Failure` for a relation that there is not.
    func view(in store: Store, vocabulary: Vocabulary? = nil) throws -> GraphView {
        var view = GraphView()
        if !relation.isEmpty {
            let names = try RelationNames(in: store, vocabulary: vocabulary)
            view.relations = Set(try relation.map { try names.named($0) })
        }
        view.since = since
        view.asOf = asOf
        view.minimumBelief = minBelief
        view.states = Set(state.compactMap(EdgeState.init(rawValue:)))
        view.includesSuppressed = includesSuppressed
        return view
    }
}
