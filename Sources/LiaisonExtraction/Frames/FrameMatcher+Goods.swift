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
            let isParticiple = parse.verbs[other].kind == .participle
            let doers =
                isParticiple || parse.verbs[other].isPassive
                ? agentGroups(other, syntax.complements(ofUnit: parse.unitOfVerb[other], leading: false))
                : syntax.subject(of: other)
            if isParticiple {
                // "batteries made by Veltrix".
                guard syntax.subject(of: other).contains(where: { goods.contains($0) }) else { continue }
            } else {
                // "the lasers that Orvane uses", "the lasers Orvane uses".
                let clause = parse.clauses[syntax.clause(ofVerb: other)]
                guard parse.verbs[other].kind == .finite, clause.kind == .relative,
                    let antecedent = clause.antecedent, goods.contains(antecedent), !doers.contains(antecedent)
                else { continue }
            }
            let found = references(doers.filter { !subjects.contains($0) }, frame, subject: subject)
            if !found.isEmpty { return found }
        }
        return []
    }
}
