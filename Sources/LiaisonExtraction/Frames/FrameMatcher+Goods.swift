internal import LiaisonLanguage
internal import LiaisonModel

/// Firms that only what is said of the goods names: "makes the lasers that Orvane uses", "runs on batteries made by Veltrix".
extension FrameMatcher {
    /// Who does one of some things to the goods that a verb or its complements speak of.
    func throughGoods(
        _ doings: Set<WordID>, verb: Int, _ objects: [Int], _ complements: [Syntax.Complement], _ frame: Frame,
        subject: Bool
    ) -> [Fill] {
        guard !doings.isEmpty else { return [] }
        let unit = parse.unitOfVerb[verb]
        let subjects = syntax.subject(of: verb)
        let behind = complements.filter { $0.unit > unit }.flatMap(\.groups)
        let goods = (objects + behind).filter { group in
            parse.groups[group].name == nil && parse.groups[group].hasNoun && parse.groups[group].value == nil
                && parse.unitOfGroup[group] > unit
        }
        for other in parse.verbs.indices
        where other != verb && parse.unitOfVerb[other] > unit
            && parse.verbs[other].lemmas.contains(where: { doings.contains($0) }) && !parse.verbs[other].isNegated
        {
            let doers: [Int]
            if parse.verbs[other].kind == .participle {
                // "batteries made by Veltrix".
                guard syntax.subject(of: other).contains(where: { goods.contains($0) }) else { continue }
                doers = agentGroups(other, syntax.complements(ofUnit: parse.unitOfVerb[other], leading: false))
            } else {
                // "the lasers that Orvane uses", "the lasers Orvane uses".
                let clause = parse.clauses[syntax.clause(ofVerb: other)]
                guard parse.verbs[other].kind == .finite, clause.kind == .relative,
                    let antecedent = clause.antecedent, goods.contains(antecedent)
                else { continue }
                doers =
                    parse.verbs[other].isPassive
                    ? agentGroups(other, syntax.complements(ofUnit: parse.unitOfVerb[other], leading: false))
                    : syntax.subject(of: other)
                guard !doers.contains(antecedent) else { continue }
            }
            let found = references(doers.filter { !subjects.contains($0) }, frame, subject: subject)
            if !found.isEmpty { return found }
        }
        return []
    }
}

extension FrameMatcher {
    /// Whether two names are of one sort, so that what stands between may join them.
    private func isOfOneSort(_ first: Int, _ second: Int) -> Bool {
        guard let name = parse.groups[first].name, let other = parse.groups[second].name else {
            return !parse.groups[first].hasNoun
        }
        return (text.names[name].kind == .person) == (text.names[other].kind == .person)
    }

    /// "Together with X, Y founded Z", "developed a drug together with X": what a phrase that elsewhere joins the members of a list
    /// adds to a clause, where no name stands before it.
    func joined(by words: [WordID], _ verb: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard knowledge.frames.language == .english, words.count > 1 else { return [] }
        let clause = syntax.clause(ofVerb: verb)
        for unit in parse.units.indices
        where syntax.kind(unit) == .grammar(.coordinator) && parse.units[unit].clause == clause
            && syntax.words(unit) == words
        {
            guard let group = syntax.group(unit + 1), parse.groups[group].name != nil else { continue }
            let before = syntax.group(unit - 1)
            guard unit == 0 || unit > parse.unitOfVerb[verb],
                before.map({ !isOfOneSort($0, group) }) ?? true
            else { continue }
            let found = references(parse.members(of: group).filter { $0 >= group }, frame, subject: subject)
            if !found.isEmpty { return found }
        }
        return []
    }
}
