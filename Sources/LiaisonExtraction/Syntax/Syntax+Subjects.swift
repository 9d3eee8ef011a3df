internal import LiaisonLanguage
internal import LiaisonModel

/// Who does what a verb says.
extension Syntax {
    /// The groups that do what a verb says; empty when the sentence does not tell.
    func subject(of verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 6 else { return [] }
        let group = parse.verbs[verb]
        let unit = parse.unitOfVerb[verb]
        switch group.kind {
        case .participle:
            // "led by X and co-led by Y": what the verb before speaks of.
            if kind(behindAdverbs(unit)) == .grammar(.coordinator), let earlier = joinedPassive(unit) {
                return subject(of: earlier, depth: depth + 1)
            }
            guard let host = participleHost(verb) else { return [] }
            // "X, Y and Z, a company owned by W": what is said of the last is not said of all.
            if let said = appositionBefore(unit), parse.host[said] == host, parse.groups[said].isPlural != true {
                return [host]
            }
            // "affronte X, soutenue par W, Y et Z": what stands between two members of a list is said of the first of them.
            if grammar.language == .french, parse.members(of: host).contains(where: { parse.unitOfGroup[$0] > unit }) {
                return [host]
            }
            let members = parse.members(of: host)
            return speaksOfLast(verb, members, host) ? [host] : members
        case .infinitive, .gerund:
            if let fronted = frontedSubject(unit) { return fronted }
            if let owner = ownerOfPlan(unit) { return parse.members(of: owner) }
            if let own = freeBefore(unit, stopAtVerb: true), group.kind == .infinitive, grammar.language == .english,
                kind(unit - 1) == .noun(own), let governor = parse.governor[verb],
                hasCue(governor, .objectControl) || hasCue(governor, .planned)
            {
                // "asked Veltrix to build", "wants Veltrix to buy".
                return parse.members(of: own)
            }
            if let receiver = receiver(before: unit), group.kind == .infinitive {
                return parse.members(of: receiver)
            }
            // "X, premier étranger à diriger Y": who the apposition speaks of.
            if group.kind == .infinitive, grammar.language == .french, kind(unit - 1) == .preposition,
                let said = self.group(unit - 2), let host = parse.host[said]
            {
                return parse.members(of: host)
            }
            // "en rachetant X": what its verb's subject does, whatever stands before it.
            let isAdverbial =
                group.kind == .gerund && grammar.language == .french && group.main > group.tokens.lowerBound
            guard let governor = parse.governor[verb] else {
                if let outer = outerVerb(unit) { return subject(of: outer, depth: depth + 1) }
                if let heading = headingSubject(unit) { return heading }
                if group.kind == .gerund, !isAdverbial, let host = participleHost(verb) {
                    return parse.members(of: host)
                }
                return relativeSubject(unit)
            }
            // "with X and Y also investing".
            let before = kind(unit - 1) == .other ? unit - 2 : unit - 1
            if group.kind == .gerund, !isAdverbial, kind(before) != .comma, let host = participleHost(verb),
                kind(before) == .noun(host)
            {
                return parse.members(of: host)
            }
            // "the company he helped create": what stands before the verb is not whom it makes do something.
            if hasCue(governor, .objectControl),
                let object = objects(of: governor).first(where: {
                    parse.verbs[governor].isPassive || parse.unitOfGroup[$0] > parse.unitOfVerb[governor]
                })
            {
                return parse.members(of: object)
            }
            return subject(of: governor, depth: depth + 1)
        case .finite: break
        }
        if let echoed = echoedSubjects(of: verb, depth: depth) { return echoed }
        return plainSubject(of: verb, depth: depth)
    }

    /// The subject of a finite verb in its own clause.
    func plainSubject(of verb: Int, depth: Int) -> [Int] {
        let unit = parse.unitOfVerb[verb]
        let relative = relativeSubject(unit)
        if !relative.isEmpty { return relative }
        if let inverted = invertedSubject(unit) { return inverted }
        if let found = subjectBefore(unit, depth: depth) { return found }
        return []
    }

    /// "gave Orvane the option to buy 10%": who gets what an infinitive goes on about.
    private func receiver(before unit: Int) -> Int? {
        guard grammar.language == .english, let given = group(unit - 1), parse.groups[given].hasNoun,
            parse.groups[given].name == nil, parse.groups[given].value == nil, parse.preposition[given] == nil,
            let receiver = group(unit - 2), parse.preposition[receiver] == nil, parse.host[given] != receiver,
            parse.groups[receiver].value == nil, parse.listOfGroup[given] != parse.listOfGroup[receiver],
            let verb = verb(unit - 3), parse.verbs[verb].kind != .participle, !parse.verbs[verb].isPassive,
            !isState(verb)
        else { return nil }
        return receiver
    }

    /// The group right before a unit where it stands in apposition.
    private func appositionBefore(_ unit: Int) -> Int? {
        group(unit - 1).flatMap { parse.host[$0] == nil ? nil : $0 }
    }

    /// The passive or participle that "and" joins another participle to.
    private func joinedPassive(_ unit: Int) -> Int? {
        var before = unit - 2
        while before >= 0 {
            if parse.units[before].clause == parse.units[unit].clause, let verb = verb(before) {
                return parse.verbs[verb].isPassive || parse.verbs[verb].kind == .participle ? verb : nil
            }
            before -= 1
        }
        return nil
    }

    /// "Veltrix's deal to buy Kaptio won": whose noun an infinitive goes on about, where no verb stands before it that it could be
    /// the purpose of.
    private func ownerOfPlan(_ unit: Int) -> Int? {
        guard grammar.language == .english, let verb = verb(unit), parse.verbs[verb].kind == .infinitive,
            let noun = group(unit - 1), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
            let owner = parse.groups[noun].possessor
        else { return nil }
        let clause = parse.units[unit].clause
        let isPurpose = (0..<parse.unitOfGroup[owner]).contains {
            self.verb($0) != nil && parse.units[$0].clause == clause
        }
        return isPurpose ? nil : owner
    }

    /// "after leaving X, Y …": the verb of the clause on which one without a subject of its own depends.
    private func outerVerb(_ unit: Int) -> Int? {
        let clause = parse.clauses[parse.units[unit].clause]
        guard clause.kind == .subordinate, let opener = clause.opener, let parent = clause.parent, opener == unit - 1
        else { return nil }
        let outer = parse.verbs.indices.filter {
            parse.verbs[$0].kind == .finite && self.clause(ofVerb: $0) == parent
        }
        return outer.last { parse.unitOfVerb[$0] < opener } ?? outer.first
    }

    /// "Orvane to buy Kaptio for $30m": in a sentence without a finite verb the first group does it.
    private func headingSubject(_ unit: Int) -> [Int]? {
        if grammar.language == .french { return frenchHeadingSubject(unit) }
        let clause = parse.units[unit].clause
        guard grammar.language == .english, unit > 0,
            parse.verbs.indices.allSatisfy({
                parse.verbs[$0].kind != .finite || self.clause(ofVerb: $0) != clause
                    || parse.unitOfVerb[$0] > unit && unit == 1 && hasCue($0, .says)
            }),
            parse.clauses[clause].kind == .main,
            let start = (0..<unit).first(where: { parse.units[$0].clause == clause }),
            let verb = verb(unit), parse.verbs[verb].kind == .infinitive,
            let first = group(kind(start) == .semicolon ? start + 1 : start), isFree(first),
            parse.groups[first].name != nil, parse.members(of: first).contains(where: { kind(unit - 1) == .noun($0) })
        else { return nil }
        return parse.members(of: first)
    }

    /// "Airbus prêt à racheter X", "Kaptio en passe de racheter Y": in a heading without a finite verb the name that it opens with.
    private func frenchHeadingSubject(_ unit: Int) -> [Int]? {
        guard parse.verbs.allSatisfy({ $0.kind != .finite }), let verb = verb(unit),
            parse.verbs[verb].kind == .infinitive
        else { return nil }
        let clause = parse.units[unit].clause
        guard let start = (0..<unit).first(where: { parse.units[$0].clause == clause }), let first = group(start),
            isFree(first), parse.groups[first].name != nil,
            !(start..<unit).contains(where: { self.verb($0) != nil || kind($0) == .comma || kind($0) == .colon })
        else { return nil }
        return parse.members(of: first)
    }

    /// "que vient d'avaler X", "que doit diriger Y": the unit behind a verb and the infinitive that it governs.
    private func behindInfinitive(_ unit: Int) -> Int {
        let next = kind(unit + 1) == .preposition ? unit + 2 : unit + 1
        guard let infinitive = verb(next), parse.verbs[infinitive].kind == .infinitive else { return unit + 1 }
        return next + 1
    }

    /// "SES, que dirige X": in a French object relative the subject may follow the verb.
    func invertedSubject(_ unit: Int) -> [Int]? {
        guard grammar.language == .french else { return nil }
        let clause = parse.clauses[parse.units[unit].clause]
        if clause.kind != .relative { return subjectBehindVerb(unit) }
        guard let opener = clause.opener, opener < unit,
            parse.units[opener].kind == .grammar(.relativeObject)
                || parse.units[opener].kind == .grammar(.relativeOblique)
                || parse.units[opener].kind == .grammar(.relativePlace),
            !(opener + 1..<unit).contains(where: { group($0).map { isFree($0) } ?? false }),
            let next = group(behindDates(behindInfinitive(unit))), isFree(next), parse.groups[next].value == nil
        else { return nil }
        return parse.members(of: next)
    }

    /// "qu'a lancé en 2019 X", "que préside depuis mai Y", "que développe à Reims X": the first unit that is no adverb, date or place.
    private func behindDates(_ unit: Int) -> Int {
        var next = unit
        while true {
            if kind(next) == .other || isDate(next) {
                next += 1
            } else if kind(next) == .preposition, isDate(next + 1) || isPlace(next + 1) && group(next + 2) != nil {
                next += 2
            } else {
                return next
            }
        }
    }

    private func isPlace(_ unit: Int) -> Bool {
        guard let name = group(unit).flatMap({ parse.groups[$0].name }) else { return false }
        return text.names[name].kind == .place
    }

    /// Whether two units stand in one clause and in the same brackets.
    private func isLevel(_ unit: Int, with other: Int) -> Bool {
        parse.units[unit].clause == parse.units[other].clause && parse.units[unit].depth == parse.units[other].depth
    }

    private func freeBefore(_ unit: Int, stopAtVerb: Bool) -> Int? {
        var before = unit - 1
        while before >= 0 {
            guard isLevel(before, with: unit) else {
                before -= 1
                continue
            }
            if let group = group(before), isFree(group), parse.groups[group].value == nil || parse.groups[group].hasNoun
            {
                return group
            }
            if stopAtVerb, verb(before) != nil { return nil }
            before -= 1
        }
        return nil
    }

    private func subjectBefore(_ unit: Int, depth: Int) -> [Int]? {
        // "a acheté X et investit": the verbs share their subject.
        if let earlier = joinedVerb(before: unit) { return subject(of: earlier, depth: depth + 1) }
        var before = unit - 1
        while before >= 0 {
            guard isLevel(before, with: unit) else {
                before -= 1
                continue
            }
            switch parse.units[before].kind {
            case .noun where isInsetObject(before, of: unit):
                before -= 3
                continue
            case .noun(let group):
                if isFree(group), let named = nameBeforeInset(group, unit) { return parse.members(of: named) }
                if isFree(group), parse.groups[group].value == nil {
                    return joinedNames(before: group) + parse.members(of: group)
                }
                if isFree(group), parse.preposition[group] == nil, verb(before - 1) == nil,
                    isSum(group) || isPart(group)
                {
                    return [group]
                }
            case .verb(let earlier) where parse.verbs[earlier].kind == .finite:
                // Only what is left of another verb remains: its subject, when the two are joined.
                return subject(of: earlier, depth: depth + 1)
            default: break
            }
            before -= 1
        }
        // French inversion, "Ainsi investit X": too rare to guess. A relative with an object pronoun has its subject inside.
        return nil
    }

    /// "X, having bought Y, is hiring": what a gerund between commas takes does not do what comes next.
    private func isInsetObject(_ noun: Int, of unit: Int) -> Bool {
        guard grammar.language == .english, let group = group(noun) else { return false }
        let noun = parse.unitOfGroup[parse.members(of: group)[0]]
        // "X, fresh off buying Y and Z, is hiring".
        let comma = kind(noun - 2) == .preposition ? noun - 3 : noun - 2
        guard let gerund = verb(noun - 1), parse.verbs[gerund].kind == .gerund, kind(comma) == .comma, comma > 0
        else { return false }
        return (noun + 1..<unit).contains { kind($0) == .comma }
    }

    /// "X, tout à sa joie, a racheté Y": behind the comma that closes an inset, the name before the comma that opens it.
    private func nameBeforeInset(_ group: Int, _ verb: Int) -> Int? {
        let unit = parse.unitOfGroup[group]
        guard grammar.language == .french, parse.groups[group].name == nil, kind(verb - 1) == .comma,
            kind(unit - 1) == .comma, let named = self.group(unit - 2), parse.groups[named].name != nil, isFree(named),
            parse.units[unit - 2].clause == parse.units[verb].clause,
            parse.listOfGroup[named] != parse.listOfGroup[group]
        else { return nil }
        return named
    }

    /// Whether a group is a sum of money.
    func isSum(_ group: Int) -> Bool {
        guard let value = parse.groups[group].value, case .money = text.values[value].value else { return false }
        return true
    }

    /// "Half of X belongs to Y": a share that opens its clause and says of what.
    func isPart(_ group: Int) -> Bool {
        guard grammar.language == .english, let value = parse.groups[group].value,
            case .percent = text.values[value].value
        else { return false }
        let unit = parse.unitOfGroup[group]
        switch kind(unit - 1) {
        case nil, .grammar(.coordinator), .semicolon, .quote: break
        default: return false
        }
        return kind(unit + 1) == .preposition && self.group(unit + 2).map { parse.groups[$0].name != nil } ?? false
    }

    /// "X, Y et plusieurs particuliers ont investi": the names to which "and" joins a noun without one, where they are no
    /// objects of a verb before them.
    private func joinedNames(before group: Int) -> [Int] {
        var unit = parse.unitOfGroup[group] - 1
        guard parse.groups[group].name == nil, parse.groups[group].hasNoun, kind(unit) == .grammar(.coordinator) else {
            return []
        }
        unit -= 1
        if kind(unit) == .comma { unit -= 1 }
        guard let last = self.group(unit), parse.groups[last].name != nil, isFree(last) else { return [] }
        let members = parse.members(of: last)
        guard let first = members.first, parse.preposition[first] == nil,
            previousClauseVerb(parse.unitOfGroup[first]) == nil || opensCoordinate(parse.unitOfGroup[first])
        else { return [] }
        return members
    }

    /// The verb of the clause that one at a unit is joined to by "and".
    func joinedVerb(before unit: Int) -> Int? {
        var before = unit - 1
        while kind(before) == .other { before -= 1 }
        return kind(before) == .grammar(.coordinator) ? previousClauseVerb(unit) : nil
    }

    func previousClauseVerb(_ unit: Int) -> Int? {
        var before = unit - 1
        while before >= 0 {
            if parse.units[before].clause == parse.units[unit].clause,
                parse.units[before].depth == parse.units[unit].depth,
                let verb = verb(before), parse.verbs[verb].kind != .participle
            {
                return verb
            }
            before -= 1
        }
        return nil
    }
}
