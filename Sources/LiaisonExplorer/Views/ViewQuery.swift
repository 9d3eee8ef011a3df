internal import LiaisonModel

/// Which edges a page is about: the filters of its address.
struct ViewQuery: Hashable, Sendable {
    var relations: Set<RelationID> = []
    var kinds: Set<EntityKind> = []
    var states: Set<EdgeState> = []
    var since: String?
    var until: String?
    var belief = 0.0

    init() {}

    /// - Throws: ``PageError/badField(name:value:)`` for what cannot be understood: a filter that is ignored would show
    ///   more than was asked for.
    init(_ fields: FormFields, vocabulary: Vocabulary) throws(PageError) {
        for word in fields.all("relation") {
            guard vocabulary[RelationID(word)] != nil else { throw .badField(name: "relation", value: word) }
            relations.insert(RelationID(word))
        }
        for word in fields.all("kind") {
            guard let kind = EntityKind(rawValue: word) else { throw .badField(name: "kind", value: word) }
            kinds.insert(kind)
        }
        for word in fields.all("state") {
            guard let state = EdgeState(rawValue: word) else { throw .badField(name: "state", value: word) }
            states.insert(state)
        }
        since = try Self.date("since", fields)
        until = try Self.date("until", fields)
        if let word = fields["belief"] {
            guard let value = Double(word), (0...1).contains(value) else {
                throw .badField(name: "belief", value: word)
            }
            belief = value
        }
    }

    /// What the store is asked.
    var view: GraphView {
        var view = GraphView()
        view.relations = relations
        view.kinds = kinds
        view.states = states
        view.since = since
        view.asOf = until
        view.minimumBelief = belief
        return view
    }

    var isEmpty: Bool { self == ViewQuery() }

    /// The filters as fields of an address, always in the same order.
    var fields: FormFields {
        var fields = FormFields()
        for relation in relations.sorted() { fields.append("relation", relation.text) }
        for kind in EntityKind.allCases where kinds.contains(kind) { fields.append("kind", kind.rawValue) }
        for state in EdgeState.allCases where states.contains(state) { fields.append("state", state.rawValue) }
        fields.append("since", since ?? "")
        fields.append("until", until ?? "")
        if belief > 0 { fields.append("belief", Self.plain(belief)) }
        return fields
    }

    /// `0.7`, without a tail of zeros.
    static func plain(_ belief: Double) -> String { belief == 1 ? "1" : String(belief) }

    private static func date(_ name: String, _ fields: FormFields) throws(PageError) -> String? {
        guard let text = fields[name] else { return nil }
        guard PartialDate(text)?.isCalendar == true else { throw .badField(name: name, value: text) }
        return text
    }
}
