package import LiaisonModel

/// The entities of a gold article by the names they may be found under, and its edges.
package struct GoldIndex {
    private let terms: EvaluationTerms
    private let vocabulary: Vocabulary
    private let article: Article
    private var entities: [String: Set<String>] = [:]

    package init(_ gold: GoldArticle, article: Article, terms: EvaluationTerms, vocabulary: Vocabulary) {
        self.terms = terms
        self.vocabulary = vocabulary
        self.article = article
        for entity in gold.entities {
            for name in [entity.name] + entity.names { entities[terms.key(of: name), default: []].insert(entity.name) }
        }
    }

    /// The gold entities that one end of a statement may be: by its name, by the words it was found in, or, for a word that
    /// stands for another, by what that was.
    package func resolve(_ end: EntityReference, _ mention: CodePointRange, _ evidence: Evidence) -> Set<String> {
        let key = terms.key(of: end.name)
        func words(_ range: CodePointRange) -> String {
            let text = evidence.part == .title ? article.title ?? "" : article.text
            return String(
                String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start)))
        }
        var found = (entities[key] ?? []).union(entities[terms.key(of: words(mention))] ?? [])
        if found.isEmpty {
            for range in evidence.via { found.formUnion(entities[terms.key(of: words(range))] ?? []) }
        }
        return found.isEmpty ? [key] : found
    }

    /// The first of some edges that a statement states.
    /// - Parameter turned: Whether the other way round counts too, as it always does for symmetric relations.
    func first(_ edges: [GoldStatement], _ statement: Statement, turned: Bool = false) -> GoldStatement? {
        let evidence = statement.evidence
        let subjects = resolve(statement.subject, evidence.subject, evidence)
        let objects = resolve(statement.object, evidence.object, evidence)
        let isTurned = turned || isSymmetric(statement.relation)
        return edges.first { edge in
            edge.relation == statement.relation
                && (subjects.contains(edge.subject) && objects.contains(edge.object)
                    || isTurned && subjects.contains(edge.object) && objects.contains(edge.subject))
        }
    }

    func isSymmetric(_ relation: RelationID) -> Bool { vocabulary[relation]?.isSymmetric ?? false }

    /// What makes two edges of gold the same edge.
    func identity(_ edge: GoldStatement) -> [String] {
        identity(edge.relation, edge.subject, edge.object)
    }

    /// What makes two statements of the program the same edge.
    func identity(_ statement: Statement) -> [String] {
        identity(statement.relation, terms.key(of: statement.subject.name), terms.key(of: statement.object.name))
    }

    private func identity(_ relation: RelationID, _ subject: String, _ object: String) -> [String] {
        [relation.text] + (isSymmetric(relation) ? [subject, object].sorted() : [subject, object])
    }
}
