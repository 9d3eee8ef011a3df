internal import ArgumentParser
internal import LiaisonModel

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
        for date in [since, asOf].compactMap({ $0 }) where !Self.isDate(date) {
            throw ValidationError("\"\(date)\" is not a date; write 2025-06-17, 2025-06 or 2025")
        }
        if !(0...1).contains(minBelief) { throw ValidationError("--min-belief is a number from 0 to 1") }
        for word in state where EdgeState(rawValue: word) == nil {
            throw ValidationError("\"\(word)\" is no state; there are current, planned, ended and disputed")
        }
    }

    /// The view that keeps these edges.
    var view: GraphView {
        var view = GraphView()
        view.relations = Set(relation.map { RelationID($0) })
        view.since = since
        view.asOf = asOf
        view.minimumBelief = minBelief
        view.states = Set(state.compactMap(EdgeState.init(rawValue:)))
        view.includesSuppressed = includesSuppressed
        return view
    }

    /// `2025`, `2025-06` or `2025-06-17`.
    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        return (1...3).contains(parts.count)
            && zip(parts, widths).allSatisfy { part, width in
                part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
    }
}
