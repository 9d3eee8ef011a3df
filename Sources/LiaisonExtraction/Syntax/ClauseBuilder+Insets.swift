internal import LiaisonLanguage
internal import LiaisonModel

/// What commas put between the members of a list: "X, which Y founded, and Z".
extension ClauseBuilder {
    /// Where a list goes on behind what stands between its members: "X, the Danish fund, and Y", "X and, since March, Y".
    func resumption(after last: Int, as first: Int) -> (group: Int, units: [Int])? {
        guard parse.groups[last].name != nil else { return nil }
        var unit = parse.unitOfGroup[last] + 1
        let depth = parse.units[unit - 1].depth
        if kind(unit) == .grammar(.coordinator), kind(unit + 1) == .comma {
            // "and, since last week, Y".
            let coordinator = unit
            unit += 2
            let start = unit
            while unit < start + 6, let kind = kind(unit), kind != .comma {
                switch kind {
                case .preposition, .other: break
                case .noun(let group) where parse.groups[group].name == nil || self.kind(unit - 1) == .preposition:
                    break
                case .verb(let verb) where parse.verbs[verb].kind == .participle: break
                default: return nil
                }
                unit += 1
            }
            guard kind(unit) == .comma, unit > start, let member = self.member(behind: unit, as: first) else {
                return nil
            }
            return (member, [coordinator, coordinator + 1, unit])
        }
        guard kind(unit) == .comma else { return nil }
        unit += 1
        if grammar.language == .french, isParticipial(unit), let comma = endOfInset(from: unit, depth: depth),
            kind(comma + 1) == .grammar(.coordinator), let member = self.member(behind: comma + 1, as: first),
            repeatsGenitive(member, of: first)
        {
            return (member, [comma, comma + 1])
        }
        // "X, founded in 2015, and Y will merge".
        if grammar.language == .english, opensClause(first), isParticipial(unit),
            let comma = endOfInset(from: unit, depth: depth), kind(comma + 1) == .grammar(.coordinator),
            let member = self.member(behind: comma + 1, as: first)
        {
            return (member, [comma, comma + 1])
        }
        if let behind = behindRelative(unit, depth: depth) {
            guard let member = self.member(behind: behind, as: first),
                kind(parse.unitOfGroup[member] + 1).map({ kind in
                    if case .verb(let verb) = kind {
                        parse.verbs[verb].kind != .finite || isPluralInFrench(verb)
                            || grammar.language == .english && opensClause(first)
                    } else {
                        true
                    }
                }) ?? true
            else { return nil }
            return (member, [behind])
        }
        if let owner = group(unit), kind(unit + 1) == .grammar(.genitive), parse.groups[owner].name != nil { unit += 2 }
        // "X, aujourd'hui directrice générale, et Y".
        let isLater = grammar.language == .french && kind(unit) == .other
        if isLater { unit += 1 }
        guard let said = group(unit), parse.groups[said].hasNoun, parse.groups[said].name == nil,
            parse.groups[said].value == nil, parse.groups[said].isPlural != true,
            parse.groups[said].determiner != .none || parse.groups[said].possessor != nil
                || grammar.language == .french
        else { return nil }
        unit += 1
        var steps = 0
        // "X, a startup based in Lyon, and Y".
        if grammar.language == .english, let verb = verb(unit), parse.verbs[verb].kind == .participle { unit += 1 }
        while kind(unit) == .preposition, let inner = group(unit + 1), parse.groups[inner].value == nil, steps < 3 {
            unit += 2
            steps += 1
        }
        guard kind(unit) == .comma, kind(unit + 1) == .grammar(.coordinator), parse.units[unit].depth == depth,
            let member = self.member(behind: unit + 1, as: first)
        else { return nil }
        return (member, [unit, unit + 1])
    }

    /// Whether no verb of a clause stands before a group: it may be the subject.
    private func opensClause(_ group: Int) -> Bool {
        !parse.verbs.indices.contains {
            parse.verbs[$0].kind == .finite && parse.unitOfVerb[$0] < parse.unitOfGroup[group]
        }
    }

    /// Where a list goes on without "et" behind what is said of one of its members, and has one later: "auprès de X, chef de file
    /// du tour, de Y et de Z", "X, opéré par W, Y, qui revient, et Z".
    func continuation(after last: Int, as first: Int) -> (group: Int, units: [Int])? {
        guard grammar.language == .french, let comma = insetBehind(last),
            let member = self.member(behind: comma, as: first), family(member) == family(last),
            repeatsGenitive(member, of: first), reachesCoordinator(from: member, as: first, steps: 3)
        else { return nil }
        // The comma that closes a relative clause joins nothing.
        if case .grammar? = kind(parse.unitOfGroup[last] + 2) { return (member, []) }
        return (member, [comma])
    }

    /// "sosie de X, cédé en 1999, et Y": behind what is said of the complement of a noun, only "de" again goes on with it.
    private func repeatsGenitive(_ member: Int, of first: Int) -> Bool {
        let before = parse.unitOfGroup[first] - 1
        guard kind(before) == .preposition, parse.units[before].tokens.count == 1,
            grammar.genitives.contains(grammar.canon(text.tokens[parse.units[before].tokens.lowerBound].word))
        else { return true }
        return kind(parse.unitOfGroup[member] - 1) == .preposition
    }

    /// The comma that closes what is said of a name of a firm between commas right behind it.
    func insetBehind(_ member: Int) -> Int? {
        let unit = parse.unitOfGroup[member] + 1
        guard parse.groups[member].name != nil, family(member) == .organisation, kind(unit) == .comma else {
            return nil
        }
        return endOfInset(from: unit + 1, depth: parse.units[unit].depth)
    }

    /// Whether a list has an "et" behind one of its members, and the member there is not the subject of a verb of its own.
    func reachesCoordinator(from member: Int, as first: Int, steps: Int) -> Bool {
        var unit = parse.unitOfGroup[member] + 1
        if let comma = insetBehind(member) { unit = comma }
        if kind(unit) == .comma, kind(unit + 1) == .grammar(.coordinator) { unit += 1 }
        if kind(unit) == .comma, steps > 0, let next = self.member(behind: unit, as: first) {
            return family(next) == .organisation && reachesCoordinator(from: next, as: first, steps: steps - 1)
        }
        if endsWithOthers(member) { return true }
        guard kind(unit) == .grammar(.coordinator), let final = self.member(behind: unit, as: first) else {
            return false
        }
        if parse.unitOfGroup[first] == 0 { return true }
        var next = parse.unitOfGroup[final] + 1
        while kind(next) == .other { next += 1 }
        return !(verb(next).map { parse.verbs[$0].kind == .finite } ?? false)
    }

    /// Whether what opens at a unit is said by a participle or an adjective: "opéré par X", "présente depuis 2019".
    private func isParticipial(_ unit: Int) -> Bool {
        var unit = unit
        while kind(unit) == .other { unit += 1 }
        if let verb = verb(unit) { return parse.verbs[verb].kind == .participle }
        guard let said = group(unit), parse.groups[said].name == nil, parse.groups[said].determiner == .none else {
            return false
        }
        return text.tokens[parse.groups[said].head].tag == .adjective
    }

    /// The comma that closes a noun without a name, a participle or a relative clause which a comma has opened.
    private func endOfInset(from opener: Int, depth: Int) -> Int? {
        if case .grammar(let word)? = kind(opener), Self.clauseKind(word) == .relative {
            return endOfRelative(opener, depth: depth)
        }
        var unit = opener
        while kind(unit) == .other { unit += 1 }
        if let verb = verb(unit) {
            guard parse.verbs[verb].kind == .participle else { return nil }
        } else {
            guard let said = group(unit), parse.groups[said].hasNoun, parse.groups[said].name == nil,
                parse.groups[said].value == nil, parse.groups[said].isPlural != true,
                parse.groups[said].possessive == nil
            else { return nil }
        }
        unit += 1
        let end = unit + 8
        while unit < end {
            switch kind(unit) {
            case .comma?: return parse.units[unit].depth == depth ? unit : nil
            case .preposition?, .other?: break
            case .noun(let group)? where kind(unit - 1) == .preposition || parse.groups[group].name == nil: break
            default: return nil
            }
            unit += 1
        }
        return nil
    }

    /// "X, qui injecte 9 millions, et Y": the coordinator behind the comma that closes a relative clause.
    private func behindRelative(_ opener: Int, depth: Int) -> Int? {
        guard case .grammar(let word)? = kind(opener), Self.clauseKind(word) == .relative,
            let comma = endOfRelative(opener, depth: depth), kind(comma + 1) == .grammar(.coordinator)
        else { return nil }
        return comma + 1
    }

    /// The comma that closes a relative clause of one verb.
    private func endOfRelative(_ opener: Int, depth: Int) -> Int? {
        var unit = opener + 1
        var hasVerb = false
        while unit < min(parse.units.count, opener + 14) {
            if parse.units[unit].depth == depth {
                switch parse.units[unit].kind {
                case .verb(let verb) where parse.verbs[verb].kind == .finite:
                    if hasVerb { return nil }
                    hasVerb = true
                case .comma: return hasVerb ? unit : nil
                case .semicolon, .colon, .open: return nil
                case .grammar(let inner) where Self.clauseKind(inner) != nil: return nil
                default: break
                }
            }
            unit += 1
        }
        return nil
    }
}
