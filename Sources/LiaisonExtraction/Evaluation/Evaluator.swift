public import LiaisonModel

/// Compares what was extracted with what people marked.
///
/// An entity is the same by any of its names or by the words it was found in. An edge counts once in an article, however often
/// it is said. Optional edges count neither way; one that gold denies, negates or supposes and that is said plainly is false.
public struct Evaluator: Sendable {
    let terms: EvaluationTerms
    let vocabulary: Vocabulary
    /// What is scored; others are ignored.
    public let relations: [RelationID]

    public init(terms: EvaluationTerms, vocabulary: Vocabulary, relations: [RelationID]) {
        self.terms = terms
        self.vocabulary = vocabulary
        self.relations = relations
    }

    /// Scores one article.
    /// - Parameter statements: everything that was extracted from it, also what is suppressed.
    public func score(_ gold: GoldArticle, article: Article, statements: [Statement]) -> ArticleScore {
        let index = GoldIndex(gold, article: article, terms: terms, vocabulary: vocabulary)
        let scored = Set(relations)
        let plain = unique(gold.statements.filter(\.qualifiers.holds), index)
        let hidden = gold.statements.filter { !$0.qualifiers.holds }
        // The surest statement of an edge speaks for it; equally sure ones stay in their order.
        let sorted = statements.filter { scored.contains($0.relation) }.enumerated()
            .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }.map(\.element)

        var score = ArticleScore(gold: gold, article: article)
        var done: Set<[String]> = []
        var seen: Set<[String]> = []
        for statement in sorted where statement.qualifiers.holds {
            guard seen.insert(index.identity(statement)).inserted else { continue }
            if let edge = index.first(plain, statement) {
                guard done.insert(index.identity(edge)).inserted else { continue }
                score.matches.append(ArticleScore.Match(gold: edge, found: statement))
                let isRight = QualifierAspect.wrong(statement.qualifiers, gold: edge.qualifiers).isEmpty
                score.tallies[statement.relation, default: Tally()].right += 1
                score.tallies[statement.relation, default: Tally()].said += 1
                score.strict[statement.relation, default: Tally()].right += isRight ? 1 : 0
                score.strict[statement.relation, default: Tally()].said += 1
                continue
            }
            if index.first(gold.optional, statement, turned: true) != nil { continue }
            let fault: ArticleScore.Fault =
                if index.first(hidden, statement) != nil {
                    .polarity
                } else if index.first(plain, statement, turned: true) != nil {
                    .direction
                } else {
                    .notInGold
                }
            score.tallies[statement.relation, default: Tally()].said += 1
            score.strict[statement.relation, default: Tally()].said += 1
            score.falseEdges.append(ArticleScore.FalseEdge(statement: statement, fault: fault))
        }
        for edge in plain where scored.contains(edge.relation) {
            let isFound = done.contains(index.identity(edge))
            score.tallies[edge.relation, default: Tally()].gold += 1
            score.strict[edge.relation, default: Tally()].gold += 1
            score.difficulties[edge.difficulty ?? "?", default: Share()].add(isFound)
            if !isFound { score.misses.append(edge) }
        }
        for edge in hidden where scored.contains(edge.relation) {
            score.suppressed += 1
            if let found = sorted.first(where: { !$0.qualifiers.holds && index.first([edge], $0) != nil }) {
                score.recognised.append(ArticleScore.Match(gold: edge, found: found))
            }
        }
        return score
    }

    /// The same edge said twice with other dates or sums counts once.
    private func unique(_ edges: [GoldStatement], _ index: GoldIndex) -> [GoldStatement] {
        var seen: Set<[String]> = []
        return edges.filter { seen.insert(index.identity($0)).inserted }
    }
}
