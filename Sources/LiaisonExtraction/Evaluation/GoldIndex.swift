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

    /// The gold entities that one end of a statement may be: by its name, or by the words it was found in.
    package func resolve(_ end: EntityReference, _ mention: CodePointRange, _ part: ArticlePart) -> Set<String> {
        let key = terms.key(of: end.name)
        let found = (entities[key] ?? []).union(entities[words(mention, part)] ?? [])
        return found.isEmpty ? [key] : found
    }

    /// The same, also by the words that a pronoun takes up: "le ministère de la Santé … le contrat qui **le** liait à".
    /// - Parameter other: What the other end may be, which those words do not stand for.
    private func resolve(
        _ end: EntityReference, _ mention: CodePointRange, _ evidence: Evidence, other: EntityReference
    ) -> Set<String> {
        let found = resolve(end, mention, evidence.part)
        guard found == [terms.key(of: end.name)], entities[terms.key(of: end.name)] == nil else { return found }
        let others = entities[terms.key(of: other.name)] ?? []
        let taken = evidence.via.reduce(into: Set<String>()) { taken, range in
            taken.formUnion(entities[words(range, .text)] ?? [])
        }.subtracting(others)
        return taken.count == 1 ? taken : found
    }

    /// The words at a place of the article, as names are compared.
    private func words(_ range: CodePointRange, _ part: ArticlePart) -> String {
        let text = part == .title ? article.title ?? "" : article.text
        return terms.key(
            of: String(
                String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start))))
    }

    /// The first of some edges that a statement states.
    /// - Parameter turned: Whether the other way round counts too, as it always does for symmetric relations.
    func first(_ edges: [GoldStatement], _ statement: Statement, turned: Bool = false) -> GoldStatement? {
        let evidence = statement.evidence
        let subjects = resolve(statement.subject, evidence.subject, evidence, other: statement.object)
        let objects = resolve(statement.object, evidence.object, evidence, other: statement.subject)
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
