internal import LiaisonLanguage
internal import LiaisonModel

extension Syntax {
    /// What a participle or gerund speaks of.
    func participleHost(_ verb: Int) -> Int? {
        let unit = parse.unitOfVerb[verb]
        if let named = parse.emphasised(unit - 1, text, grammar) { return named }
        // "X (fondée par Y)".
        if grammar.language == .french, kind(unit - 1) == .open, let named = group(unit - 2),
            parse.groups[named].name != nil
        {
            return named
        }
        // "X reste dirigé par Y": of the subject of the verb before it.
        var copula = unit - 1
        while kind(copula) == .other { copula -= 1 }
        if grammar.language == .french, let state = self.verb(copula), isCopula(state),
            parse.verbs[state].kind == .finite
        {
            let subjects = subject(of: state)
            if subjects.count == 1 { return subjects[0] }
        }
        if let first = openingParticiple(before: verb), let host = firstSubjectAfter(parse.unitOfVerb[first]) {
            return host
        }
        var before = unit - 1
        // "X, wholly owned by Y": the adverb behind the comma goes with the participle.
        if grammar.language == .english, kind(before) == .other, kind(before - 1) == .comma,
            parse.verbs[verb].kind == .participle
        {
            before -= 1
        }
        // "X, désormais dirigée par Y", "X, depuis 2019 dirigée par Y".
        if grammar.language == .french, parse.verbs[verb].kind == .participle, let comma = commaBeforeTime(unit) {
            before = comma
        }
        if kind(before) == .comma { before -= 1 }
        var skipped = 0
        while before >= 0 {
            switch parse.units[before].kind {
            case .noun(let group):
                if parse.units[before].depth != parse.units[unit].depth {
                    before -= 1
                    continue
                }
                if let value = parse.groups[group].value {
                    if case .date = text.values[value].value {} else if parse.preposition[group] == nil { return group }
                }
                // "la troisième acquisition de la start-up, cofondée par X": only firms are founded.
                if hasCue(verb, .founds), parse.groups[group].determiner == .definite, parse.groups[group].hasNoun,
                    parse.groups[group].isPlural != true, grammar.language == .french
                {
                    return parse.host[group] ?? group
                }
                // "X, filiale de Y, vendue à Z": behind the comma that closes an apposition, what that is apposed to.
                if kind(unit - 1) == .comma, before == unit - 2, let preposition = parse.preposition[group],
                    let outer = self.group(preposition - 1), let host = parse.host[outer],
                    kind(parse.unitOfGroup[outer] - 1) == .comma
                {
                    return host
                }
                // "La jeune société de San José, soutenue par X": the firm, not the place.
                if let name = parse.groups[group].name, text.names[name].kind == .place,
                    grammar.language == .french, let preposition = parse.preposition[group],
                    let outer = self.group(preposition - 1), parse.groups[outer].hasNoun,
                    parse.groups[outer].determiner == .definite, kind(unit - 1) == .comma
                {
                    return parse.host[outer] ?? outer
                }
                // "une série B de 45 millions menée par": the head of the phrase, not the sum inside it.
                if let preposition = parse.preposition[group], let outer = self.group(preposition - 1),
                    parse.groups[group].value != nil
                        || parse.groups[outer].hasNoun && parse.groups[outer].name == nil && skipped < 2
                            && isMoneyOrNoun(group)
                {
                    skipped += 1
                    before = parse.unitOfGroup[outer]
                    continue
                }
                return parse.host[group] ?? group
            case .close, .quote: before -= 1
            case .other where skipped == 0: before -= 1
            default:
                if parse.units[before].depth > parse.units[unit].depth {
                    before -= 1
                    continue
                }
                return nil
            }
        }
        // A participle at the beginning of a sentence speaks of the subject: "Fondée par X, Y …".
        return firstSubjectAfter(unit)
    }

    /// "concurrence X et Y, racheté en 2014 par Z": a participle in the singular, or an English one behind what a verb takes, speaks
    /// of the last of a list before its comma.
    func speaksOfLast(_ verb: Int, _ members: [Int], _ host: Int) -> Bool {
        guard members.count > 1, members.last == host, isParted(parse.unitOfVerb[verb]) else { return false }
        if grammar.language == .french { return !looksPlural(verb) }
        return parse.verbs.indices.contains {
            parse.verbs[$0].kind == .finite && parse.unitOfVerb[$0] < parse.unitOfGroup[members[0]]
        }
    }

    /// "Fondée par X, rachetée en 2021 par Y, la société Z …": the first of a row of French participles that opens the sentence;
    /// all of them speak of the subject, and agree.
    private func openingParticiple(before verb: Int) -> Int? {
        guard grammar.language == .french, parse.verbs[verb].kind == .participle else { return nil }
        let unit = parse.unitOfVerb[verb]
        guard isParted(unit), unit > 1, let first = self.verb(0), parse.verbs[first].kind == .participle,
            parse.units[0].clause == parse.units[unit].clause, parse.units[0].depth == parse.units[unit].depth,
            !(1..<unit).contains(where: { self.verb($0).map { parse.verbs[$0].kind == .finite } ?? false })
        else { return nil }
        func isFeminine(_ verb: Int) -> Bool {
            let main = parse.verbs[verb].main
            return ["e", "es"].contains { text.text(main..<main + 1).hasSuffix($0) }
        }
        guard isFeminine(first) == isFeminine(verb) else { return nil }
        // "Fondé par Denis Vial, passé par Orvane, le groupe …" may speak of him.
        let mayBePersons =
            !isFeminine(verb)
            && parse.verbs[verb].lemmas.contains { grammar.auxiliaries.intransitive.contains($0) }
        return mayBePersons ? nil : first
    }

    /// The comma before a unit, where only adverbs and dates are between.
    private func commaBeforeTime(_ unit: Int) -> Int? {
        var before = unit - 1
        while before > 0 {
            if kind(before) == .other {
                before -= 1
            } else if isDate(before) {
                before -= kind(before - 1) == .preposition ? 2 : 1
            } else {
                break
            }
        }
        return before < unit - 1 && kind(before) == .comma ? before : nil
    }

    /// Whether a comma, a conjunction or both stand before a unit, adverbs aside.
    private func isParted(_ unit: Int) -> Bool {
        var before = unit - 1
        while kind(before) == .other { before -= 1 }
        return kind(before) == .comma || kind(before) == .grammar(.coordinator)
    }

    private func isMoneyOrNoun(_ group: Int) -> Bool { parse.groups[group].name == nil }

    private func firstSubjectAfter(_ unit: Int) -> Int? {
        guard unit <= 1 || kind(unit - 1) == .comma || kind(unit - 1) == .other else { return nil }
        // The subject of the first finite verb of the main clause.
        for index in unit + 1..<max(unit + 1, parse.units.count)
        where parse.units[index].clause == parse.units[unit].clause {
            guard let verb = verb(index), parse.verbs[verb].kind == .finite else { continue }
            var before = index - 1
            while before > unit {
                if parse.units[before].clause == parse.units[unit].clause, let group = group(before), isFree(group),
                    parse.groups[group].value == nil
                {
                    return group
                }
                before -= 1
            }
            return nil
        }
        return nil
    }
}
