public import LiaisonModel

extension Evaluator {
    /// Everything that is wrong about a case, in words; nothing when it is right.
    ///
    /// A case is right when each statement of gold is found with all qualifiers that gold gives, nothing else is said, and what
    /// is denied, negated or hypothetical is recognised as such.
    /// - Parameter statements: everything that was extracted from it, also what is suppressed.
    public func complaints(about gold: GoldArticle, article: Article, statements: [Statement]) -> [String] {
        let index = GoldIndex(gold, article: article, terms: terms, vocabulary: vocabulary)
        var out: [String] = []
        for edge in gold.statements where relations.contains(edge.relation) {
            let found = statements.filter { index.first([edge], $0) != nil }
            let alike = found.filter { $0.qualifiers.holds == edge.qualifiers.holds }
            let name = "\(edge.subject) \(edge.relation) \(edge.object)"
            guard let best = alike.map({ complaints($0.qualifiers, edge.qualifiers) }).min(by: { $0.count < $1.count })
            else {
                out.append(
                    found.first.map { "\(name) is said as \(state($0.qualifiers)), expected \(state(edge.qualifiers))" }
                        ?? "\(name) is missing")
                continue
            }
            if !best.isEmpty { out.append("\(name): \(best.joined(separator: ", "))") }
        }
        for statement in statements where statement.qualifiers.holds && relations.contains(statement.relation) {
            if index.first(gold.statements, statement) != nil { continue }
            if index.first(gold.optional, statement, turned: true) != nil { continue }
            let isTurned = index.first(gold.statements, statement, turned: true) != nil
            out.append(
                "\(statement.subject.name) \(statement.relation) \(statement.object.name) is "
                    + (isTurned ? "turned round" : "not in gold") + ", by \(statement.rule)")
        }
        return out
    }

    private func complaints(_ found: Qualifiers, _ gold: Qualifiers) -> [String] {
        var out = QualifierAspect.wrong(found, gold: gold).map { aspect in
            "\(aspect.rawValue) \(aspect.text(found) ?? "none"), expected \(aspect.text(gold) ?? "none")"
        }
        // A sum of another clause must not stick to an edge.
        if gold.amount == nil, let amount = found.amount {
            out.append("amount \(amount.value) \(amount.currency), expected none")
        }
        return out
    }

    private func state(_ qualifiers: Qualifiers) -> String {
        "\(qualifiers.factuality.rawValue) \(qualifiers.time.rawValue)\(qualifiers.negated ? " negated" : "")"
    }
}
