internal import LiaisonModel

/// What a drawing shows: the entities that are opened, the filters, and how many entities at most.
struct GraphQuery: Hashable, Sendable {
    var open: [EntityKey]
    var filters = ViewQuery()
    var nodes = GraphQuery.defaultNodes

    static let defaultNodes = 30
    static let sizes = [15, 30, 60, 120]
    /// More opened entities than this would leave no place for their neighbours.
    static let maximumOpen = 20

    init(open: [EntityKey], filters: ViewQuery = ViewQuery()) {
        self.open = open
        self.filters = filters
    }

    /// - Throws: ``PageError/badField(name:value:)``.
    init(_ fields: FormFields, vocabulary: Vocabulary) throws(PageError) {
        var open: [EntityKey] = []
        // "focus" is what the command line calls them.
        for key in (fields.all("open") + fields.all("focus")).map({ EntityKey($0) }) where !open.contains(key) {
            open.append(key)
        }
        if open.count > Self.maximumOpen { throw .badField(name: "open", value: String(open.count)) }
        self.open = open
        filters = try ViewQuery(fields, vocabulary: vocabulary)
        if let word = fields["nodes"] {
            guard let number = Int(word), (2...200).contains(number) else {
                throw .badField(name: "nodes", value: word)
            }
            nodes = number
        }
    }

    var fields: FormFields {
        var fields = FormFields()
        for key in open { fields.append("open", key.text) }
        for item in filters.fields.items { fields.append(item.name, item.value) }
        if nodes != Self.defaultNodes { fields.append("nodes", String(nodes)) }
        return fields
    }

    /// The address of the drawing.
    var target: String { Route.graph.path + (open.isEmpty ? "" : "?" + fields.encoded) }

    /// The same with one more entity opened.
    func opening(_ key: EntityKey) -> GraphQuery {
        var query = self
        if !query.open.contains(key), query.open.count < Self.maximumOpen { query.open.append(key) }
        return query
    }

    /// The same with an entity closed again.
    func closing(_ key: EntityKey) -> GraphQuery {
        var query = self
        query.open.removeAll { $0 == key }
        return query
    }
}
