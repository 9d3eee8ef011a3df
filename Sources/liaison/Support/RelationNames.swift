internal import LiaisonData
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

/// What relations may be called on the command line: by their identifier, `invests-in`, or as they are shown, `invests in`.
struct RelationNames {
    private let vocabulary: Vocabulary
    /// Those of the store, which may have relations that the vocabulary does not know.
    private let stored: [RelationID]

    /// - Parameter vocabulary: the user's, where there is one; else the program's own.
    init(in store: Store, vocabulary: Vocabulary? = nil) throws {
        self.vocabulary = try vocabulary ?? .embedded()
        stored = try store.relationNames()
    }

    /// The relation of that name, in any language, upper or lower case; nil when there is none.
    func relation(_ name: String) -> RelationID? {
        let id = RelationID(name)
        if vocabulary[id] != nil || stored.contains(id) { return id }
        let folded = NameFolding.fold(name)
        if folded.isEmpty { return nil }
        let known = vocabulary.relations.first { relation in
            NameFolding.fold(relation.id.text) == folded
                || relation.labels.values.contains { NameFolding.fold($0) == folded }
        }
        return known?.id ?? stored.first { NameFolding.fold($0.text) == folded }
    }

    /// The same, for an option.
    /// - Throws: `Failure` that lists the relations there are.
    func named(_ name: String) throws(Failure) -> RelationID {
        if let relation = relation(name) { return relation }
        let known = vocabulary.relations.map(\.id)
        let others = stored.filter { vocabulary[$0] == nil }
        throw Failure(
            .usage, "\"\(name)\" is no relation; there are \((known + others).map(\.text).joined(separator: ", "))")
    }
}

extension Vocabulary {
    /// The program's own.
    static func embedded() throws(Failure) -> Vocabulary {
        do {
            return try Vocabulary(schemas: SchemaSet.embedded())
        } catch {
            throw Failure(.ourFault, error.description)
        }
    }
}
