internal import LiaisonModel

/// The figures of many articles.
public struct Evaluation: Sendable {
    /// Precision, recall and F1 of some relations in some articles, with 95 % intervals where there are enough articles.
    public struct Figure: Sendable {
        public var label: String
        public var tally: Tally
        public var precision: ClosedRange<Double>?
        public var recall: ClosedRange<Double>?
        public var f1: ClosedRange<Double>?
        /// The same where an edge is right only with all qualifiers that gold gives.
        public var strict: Tally
    }

    public let evaluator: Evaluator
    /// In the order they were added.
    public private(set) var scores: [ArticleScore] = []

    public init(evaluator: Evaluator) {
        self.evaluator = evaluator
    }

    public mutating func add(_ score: ArticleScore) {
        scores.append(score)
    }

    /// One figure for each relation that is said or in gold.
    public func relationFigures() -> [Figure] {
        let bootstrap = Bootstrap(documents: scores.count)
        return evaluator.relations.compactMap { relation in
            let figure = figure(relation.text, [relation], scores, bootstrap)
            return figure.tally.said + figure.tally.gold == 0 ? nil : figure
        }
    }

    /// One figure for each group of relations that are all scored, and for all of them, over all languages and by language.
    public func groupFigures() -> [Figure] {
        let scored = Set(evaluator.relations)
        var groups = evaluator.terms.groups.filter { scored.isSuperset(of: $0.relations) }
        if !groups.contains(where: { Set($0.relations) == scored }) {
            groups.insert(EvaluationTerms.Group(name: "all \(scored.count)", relations: evaluator.relations), at: 0)
        }
        let languages = Set(scores.map(\.gold.language)).sorted()
        var out: [Figure] = []
        for group in groups {
            out.append(figure(group.name, group.relations, scores, Bootstrap(documents: scores.count)))
            for language in languages where languages.count > 1 {
                let part = scores.filter { $0.gold.language == language }
                out.append(
                    figure("\(group.name), \(language)", group.relations, part, Bootstrap(documents: part.count)))
            }
        }
        return out
    }

    /// Recall by difficulty and, where there are several languages, by both.
    public func difficultyShares() -> [(label: String, share: Share)] {
        var shares: [String: Share] = [:]
        let languages = Set(scores.map(\.gold.language))
        for score in scores {
            for (difficulty, share) in score.difficulties {
                shares[difficulty, default: Share()] += share
                if languages.count > 1 { shares["\(difficulty), \(score.gold.language)", default: Share()] += share }
            }
        }
        return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// How often each qualifier that gold gives is right, of the statements that were found.
    public func qualifierShares() -> [(aspect: QualifierAspect, share: Share)] {
        var shares: [QualifierAspect: Share] = [:]
        for match in scores.flatMap({ $0.matches + $0.recognised }) {
            for aspect in QualifierAspect.allCases {
                guard let isRight = aspect.isRight(match.found.qualifiers, gold: match.gold.qualifiers) else {
                    continue
                }
                shares[aspect, default: Share()].add(isRight)
            }
        }
        return QualifierAspect.allCases.compactMap { aspect in shares[aspect].map { (aspect, $0) } }
    }

    /// Of the edges that were found: those with factuality and time right.
    public func stateShare() -> Share {
        var share = Share()
        for match in scores.flatMap(\.matches) {
            let (found, gold) = (match.found.qualifiers, match.gold.qualifiers)
            share.add(found.factuality == gold.factuality && found.time == gold.time)
        }
        return share
    }

    /// Of the edges that were found: those in gold with a sum, and how many have that value.
    public func amountShare() -> Share {
        var share = Share()
        for match in scores.flatMap(\.matches) {
            guard let isRight = QualifierAspect.amount.isRight(match.found.qualifiers, gold: match.gold.qualifiers)
            else { continue }
            share.add(isRight)
        }
        return share
    }

    /// Edges that were found with a sum where gold has none.
    public var strangeAmounts: Int {
        scores.flatMap(\.matches).count { $0.gold.qualifiers.amount == nil && $0.found.qualifiers.amount != nil }
    }

    /// Denied, negated and hypothetical statements of gold, and how many were recognised as such.
    public var suppressedShare: Share {
        var share = Share()
        for score in scores {
            share.all += score.suppressed
            share.right += score.recognised.count
        }
        return share
    }

    /// False edges by what is wrong about them.
    public func faults() -> [ArticleScore.Fault: Int] {
        var out: [ArticleScore.Fault: Int] = [:]
        for edge in scores.flatMap(\.falseEdges) { out[edge.fault, default: 0] += 1 }
        return out
    }

    private func figure(
        _ label: String, _ relations: [RelationID], _ scores: [ArticleScore], _ bootstrap: Bootstrap
    ) -> Figure {
        func sums(_ tallies: (ArticleScore) -> [RelationID: Tally]) -> [Tally] {
            scores.map { score in
                let all = tallies(score)
                var sum = Tally()
                for relation in relations { sum += all[relation] ?? Tally() }
                return sum
            }
        }
        let tallies = sums(\.tallies)
        let intervals = bootstrap.intervals(tallies)
        return Figure(
            label: label, tally: tallies.reduce(into: Tally()) { $0 += $1 },
            precision: intervals?.precision, recall: intervals?.recall, f1: intervals?.f1,
            strict: sums(\.strict).reduce(into: Tally()) { $0 += $1 })
    }
}
