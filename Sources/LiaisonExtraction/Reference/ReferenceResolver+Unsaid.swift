internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// The organisation that the text is about where a clause leaves one unsaid.
    func unsaid(at place: Place, role: RelationEnd, excluding: Set<Int>, kinds: Set<EntityKind>) -> Reference? {
        func fits(_ item: Int) -> Bool {
            let kind = entities.items[item].reference.kind
            return kind.family == .organisation && kinds.contains(kind) && !excluding.contains(item)
        }
        let found = antecedent(.unsaid, at: place, role: role, allowed: fits) { values, item in
            setTies(&values, item, of: excluding)
        }
        return found.map { reference($0, place, .pronoun) }
    }
}
