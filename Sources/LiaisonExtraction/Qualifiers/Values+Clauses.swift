internal import LiaisonLanguage
internal import LiaisonModel

/// Which values stand in the clause of a statement.
extension Values {
    var triggerUnit: Int {
        if let group = candidate.group { return parse.unitOfGroup[group] }
        if let verb = candidate.verb { return parse.unitOfVerb[verb] }
        return parse.units.firstIndex { $0.tokens.contains(candidate.trigger.lowerBound) } ?? 0
    }

    var triggerClause: Int { parse.units[triggerUnit].clause }

    func clauseTokens(_ clause: Int) -> Range<Int> {
        text.sentences[parse.sentence].tokens
    }

    /// Whether a value stands in the candidate's own clause and no other trigger lies between.
    func isIn(_ clause: Int, _ tokens: Range<Int>, isDate: Bool) -> Bool {
        guard let unit = parse.units.firstIndex(where: { $0.tokens.overlaps(tokens) }) else { return false }
        if parse.units[unit].clause == clause { return noVerbBetween(unit, isDate: isDate) && !isParticiples(unit) }
        if isDate { return isCleft(unit, before: clause) }
        // "a contract that could be worth $80 million": what the relative clause says of the noun itself.
        let inner = parse.clauses[parse.units[unit].clause]
        if inner.kind == .relative, let group = candidate.group, inner.antecedent == group,
            frame.relation != "invests-in",
            parse.groups[group].hasNoun, parse.groups[group].name == nil
        {
            return true
        }
        // A bracket right behind: "150 millions de dollars (138 millions d'euros)".
        return false
    }

    /// "Founded in 2016, X raised $3m", "X, créée en 2016, a levé": a date or sum behind a participle that a comma parts from the
    /// candidate's own words is the participle's.
    private func isParticiples(_ unit: Int) -> Bool {
        let own = candidate.verb.map { parse.unitOfVerb[$0] } ?? triggerUnit
        guard unit < own else { return false }
        var before = unit - 1
        while before >= 0, parse.units[before].kind != .comma {
            if let verb = syntax.verb(before), parse.units[before].clause == parse.units[unit].clause {
                guard parse.verbs[verb].kind == .participle || parse.verbs[verb].kind == .gerund else { return false }
                return (unit..<own).contains { parse.units[$0].kind == .comma }
            }
            before -= 1
        }
        return false
    }

    private func noVerbBetween(_ unit: Int, isDate: Bool) -> Bool {
        let dating = isDate ? datingVerb : nil
        let own = candidate.verb.map { parse.unitOfVerb[$0] } ?? triggerUnit
        let (low, high) = (min(unit, own), max(unit, own))
        for index in low + 1..<max(low + 1, high) where parse.units[index].clause == parse.units[own].clause {
            if let dating, syntax.verb(index) == dating { continue }
            if let verb = syntax.verb(index), parse.verbs[verb].kind == .finite { return false }
            // "competes with X, bought in 2014 by Y": the date is the participle's.
            if isDate, candidate.verb != nil, unit > own, index > own, let verb = syntax.verb(index),
                verb != candidate.verb, parse.verbs[verb].kind == .participle, syntax.kind(index - 1) == .comma,
                syntax.subject(of: verb).contains(where: { parse.groups[$0].name != nil }),
                !(index..<unit).contains(where: { parse.units[$0].kind == .comma })
            {
                return false
            }
            // "l'acquisition de X, conclue pour 3 milliards": a participle that speaks of the noun itself.
            if candidate.verb == nil, let verb = syntax.verb(index), parse.verbs[verb].kind == .participle,
                let group = candidate.group, frame.trigger == .noun,
                syntax.subject(of: verb).contains(where: {
                    parse.unitOfGroup[$0] >= own && parse.unitOfGroup[$0] < index
                }),
                parse.unitOfGroup[group] == own
            {
                continue
            }
            if candidate.verb == nil, let verb = syntax.verb(index), index > own || parse.verbs[verb].kind != .finite,
                verb != candidate.verb
            {
                return false
            }
        }
        return true
    }

    /// Whether the verb that says it is in the present or the future: "supplies X until 2030".
    var isToldAsCurrent: Bool {
        guard let index = candidate.verb, parse.verbs[index].kind == .finite else {
            return candidate.verb != nil || frame.trigger == .noun
        }
        let verb = parse.verbs[index]
        if verb.modal != nil { return true }
        return verb.form != .past && verb.form != .imperfect && !verb.isPerfect
    }
}
