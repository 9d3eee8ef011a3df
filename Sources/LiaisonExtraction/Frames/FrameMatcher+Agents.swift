internal import LiaisonLanguage
internal import LiaisonModel

/// Who does what a passive says.
extension FrameMatcher {
    /// "par X et par Y": all doers of a passive, up to the next participle, which has its own.
    func agents(
        _ verb: Int, _ frame: Frame, _ complements: [Syntax.Complement], subject: Bool
    ) -> [Fill] {
        let groups = agentGroups(verb, complements)
        var found = references(groups, frame, subject: subject)
        // "powered by Veltrix batteries", "powered by Veltrix's batteries".
        if knowledge.frames.language == .english, frame.relation == "contracts-with", found.isEmpty {
            found = makers(of: groups, frame, subject: subject)
        }
        return found.isEmpty ? examples(of: groups, frame, subject: subject) ?? [] : found
    }

    /// "est monté au capital de X, créé par Y": who a participle behind the verb says to have done it.
    func isOtherAgent(_ complement: Syntax.Complement, _ verb: Int) -> Bool {
        let unit = parse.unitOfVerb[verb]
        return knowledge.frames.language == .french && complement.unit > unit
            && knowledge.agents.contains(complement.preposition)
            && (unit + 1..<complement.unit).contains { index in
                syntax.verb(index).map { parse.verbs[$0].kind == .participle } ?? false
                    && parse.units[index].clause == parse.units[unit].clause
            }
    }

    func agentGroups(_ verb: Int, _ complements: [Syntax.Complement]) -> [Int] {
        let unit = parse.unitOfVerb[verb]
        var out: [Int] = []
        for complement in complements
        where knowledge.agents.contains(complement.preposition) && complement.unit > unit
            && (syntax.kind(complement.unit - 1) == .grammar(.coordinator)
                || !(unit + 1..<complement.unit).contains(where: {
                    syntax.verb($0) != nil && parse.units[$0].depth == parse.units[unit].depth
                        && parse.units[$0].clause == parse.units[unit].clause
                }))
        {
            out += complement.groups.flatMap(ownedOrOwners)
        }
        return out
    }
}
