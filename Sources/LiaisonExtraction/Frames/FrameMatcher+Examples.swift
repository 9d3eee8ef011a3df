internal import LiaisonLanguage
internal import LiaisonModel

/// The names that a sentence gives as examples of a plural noun: "backers including X and Y".
extension FrameMatcher {
    /// "ses rivaux comme X et Y", "backers include X", "compte X parmi ses investisseurs".
    func examples(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill]? {
        let unit = parse.unitOfGroup[group]
        var next = lastComplementUnit(unit) + 1
        if syntax.kind(next) == .comma { next += 1 }
        if syntax.kind(next) == .grammar(.examples) {
            var after = next + 1
            while syntax.kind(after) == .grammar(.examples) || syntax.kind(after) == .preposition { after += 1 }
            if let listed = syntax.group(after) {
                let fills = references(parse.members(of: listed), frame, subject: subject)
                if !fills.isEmpty { return fills }
            }
        }
        if let found = enumerated(group, frame, subject: subject) { return found }
        // "Of Kaptio's three backers, only X has stayed."
        if knowledge.frames.language == .english, parse.preposition[group] == 0, syntax.words(0) == knowledge.genitive,
            parse.groups[group].isPlural == true, syntax.kind(next - 1) == .comma,
            let verb = parse.verbs.indices.first(where: {
                parse.verbs[$0].kind == .finite && syntax.clause(ofVerb: $0) == syntax.clause(ofGroup: group)
            }), !parse.verbs[verb].isNegated
        {
            let subjects = syntax.subject(of: verb).filter { parse.groups[$0].name != nil }
            let fills = references(subjects, frame, subject: subject)
            if !fills.isEmpty { return fills }
        }
        // "Parmi ses clients, X et Y."
        if parse.preposition[group] == 0, knowledge.among.contains(syntax.words(0)),
            syntax.kind(next - 1) == .comma || syntax.kind(next) == .colon,
            let listed = syntax.group(syntax.kind(next) == .colon ? next + 1 : next),
            !parse.verbs.indices.contains(where: {
                syntax.clause(ofVerb: $0) == syntax.clause(ofGroup: group) && parse.verbs[$0].kind == .finite
            })
        {
            let fills = references(parse.members(of: listed), frame, subject: subject)
            if !fills.isEmpty { return fills }
        }
        for verb in parse.verbs.indices
        where parse.verbs[verb].lemmas.contains(where: { knowledge.includes.contains($0) })
            || isFronted(group, before: verb)
        {
            let clause = syntax.clause(ofVerb: verb)
            guard
                clause == syntax.clause(ofGroup: group) || parse.clauses[syntax.clause(ofGroup: group)].parent == clause
            else { continue }
            let objects = syntax.objects(of: verb)
            let subjects = syntax.subject(of: verb)
            if subjects.contains(group), let object = objects.first {
                let fills = references(parse.members(of: object).map(ownedOrOwner), frame, subject: subject)
                if !fills.isEmpty { return fills }
            }
            if let preposition = parse.preposition[group], knowledge.among.contains(syntax.words(preposition)) {
                // "compte X parmi ses investisseurs"; "parmi ses investisseurs figurent X et Y"; "X figure parmi ses clients".
                for object in objects {
                    let fills = references(parse.members(of: object), frame, subject: subject)
                    if !fills.isEmpty { return fills }
                }
                let fills = references(subjects, frame, subject: subject)
                if !fills.isEmpty { return fills }
            }
        }
        return nil
    }

    /// "ne compte plus X parmi ses clients": the verb that says that it is so no more.
    func endingVerb(around group: Int) -> Int? {
        guard knowledge.frames.language == .french else { return nil }
        return parse.verbs.indices.first { verb in
            (parse.verbs[verb].isNoLonger || parse.verbs[verb].isNegated)
                && parse.verbs[verb].lemmas.contains { knowledge.includes.contains($0) }
                && syntax.clause(ofVerb: verb) == syntax.clause(ofGroup: group)
        }
    }

    /// "Among its investors are X and Y": what stands behind the verb is what it speaks of.
    private func isFronted(_ group: Int, before verb: Int) -> Bool {
        guard syntax.isCopula(verb), let preposition = parse.preposition[group], preposition == 0,
            knowledge.among.contains(syntax.words(preposition))
        else { return false }
        return true
    }
}
