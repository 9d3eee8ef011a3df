internal import LiaisonLanguage
internal import LiaisonModel

extension ClauseBuilder {
    mutating func prepositions() {
        parse.preposition = Array(repeating: nil, count: parse.groups.count)
        for group in parse.groups.indices {
            let unit = parse.unitOfGroup[group] - 1
            if kind(unit) == .preposition {
                parse.preposition[group] = unit
            } else if kind(unit) == .grammar(.genitive), let owner = parse.groups[group].possessor {
                // "of Orvane's rival": the preposition stands before the owner.
                parse.preposition[group] = parse.preposition[owner]
            }
        }
        for list in parse.lists where list.members.count > 1 {
            for member in list.members.dropFirst() { parse.preposition[member] = parse.preposition[list.members[0]] }
        }
    }

    mutating func appositions() {
        parse.host = Array(repeating: nil, count: parse.groups.count)
        for (group, noun) in namings { parse.host[group] = noun }
        for index in parse.groups.indices {
            let group = parse.groups[index]
            let unit = parse.unitOfGroup[index]
            if let noun = nounNamed(by: index) {
                parse.host[index] = noun
                continue
            }
            if isFormerPlace(group), let host = parse.host(before: unit - 1) ?? parse.host(before: unit),
                kind(unit - 1) == .comma || kind(unit - 1) == .open || kind(unit - 1) == .grammar(.coordinator),
                let name = parse.groups[host].name, text.names[name].kind == .person
            {
                parse.host[index] = host
                continue
            }
            if isPostAtPlace(group), kind(unit - 1) == .comma || kind(unit - 1) == .open,
                let host = parse.host(before: unit - 1), let name = parse.groups[host].name,
                text.names[name].kind == .person
            {
                parse.host[index] = host
                continue
            }
            // "X, the company's chief executive": whose the post is, and not what X is.
            if kind(unit + 1) == .grammar(.genitive) { continue }
            guard group.hasNoun || isPartitive(group) || group.determiner == .definite && group.tokens.count == 2,
                group.name == nil || isOrigin(group), group.value == nil,
                parse.preposition[index] == nil || group.possessor != nil
            else { continue }
            var first = group.possessor.map { parse.unitOfGroup[$0] } ?? unit
            // "filiale de X, elle-même propriété de Y".
            if let host = parse.emphasised(first - 1, text, grammar) {
                parse.host[index] = host
                continue
            }
            if let holder = respectiveHolder(ofPost: first) {
                parse.host[index] = holder
                continue
            }
            // "X, déjà présent au capital".
            if kind(first - 1) == .other, kind(first - 2) == .comma { first -= 1 }
            // "X, depuis 2022 filiale de Y".
            if let date = self.group(first - 1), text.isDate(parse.groups[date]) {
                let start = kind(first - 2) == .preposition ? first - 2 : first - 1
                if kind(start - 1) == .comma { first = start }
            }
            guard let before = kind(first - 1) else { continue }
            if before == .comma || before == .open || before == .dash {
                guard let nearest = parse.host(before: first - 1), isClosed(unit, opened: before) else { continue }
                let host = hostBeforePlace(nearest) ?? nearest
                if isHolderOf(host, post: index) || before == .comma && isObjectBehindAside(index, comma: first - 1) {
                    continue
                }
                // "Chez Orvane, le directeur général, Denis Vial, …": a post is no organisation.
                if let name = parse.groups[host].name, text.names[name].kind.family == .organisation,
                    grammar.is(text.tokens[group.head].word, .personNoun), kind(unit + 1) == .comma,
                    let named = self.group(unit + 2), let holder = parse.groups[named].name,
                    text.names[holder].kind == .person,
                    parse.preposition[host] != nil || isSpeaker(unit + 2) && group.possessive != nil
                {
                    continue
                }
                if isOrigin(group), before != .open, kind(unit + 1) != .comma { continue }
                parse.host[index] = host
            } else if before == .grammar(.coordinator) || before == .other && kind(first - 2) == .grammar(.coordinator)
                || isJoinedAcrossDate(first)
            {
                // "cofondatrice de Halcyon et investisseuse de Kaptio": both roles are the same person's.
                // "Its founder, X, and Orvane's chairman, Y, …": the second has a name of its own.
                if group.determiner == .possessive || group.possessor != nil, kind(unit + 1) == .comma,
                    let named = self.group(unit + 2), parse.groups[named].name != nil, !parse.groups[named].hasNoun
                {
                    continue
                }
                if let sister = (0..<index).reversed().first(where: { parse.host[$0] != nil }),
                    parse.units[parse.unitOfGroup[sister]].clause == parse.units[unit].clause,
                    noVerb(from: parse.unitOfGroup[sister], to: unit)
                {
                    parse.host[index] = parse.host[sister]
                }
            }
        }
    }

    /// "a remporté, face à X, l'appel d'offres de Y": behind a phrase with a preposition that commas part from an active verb without
    /// object, a noun that no further comma closes is what the verb takes, and says nothing of the name before it.
    private func isObjectBehindAside(_ index: Int, comma: Int) -> Bool {
        guard grammar.language == .french, parse.groups[index].determiner != .none,
            parse.groups[index].possessive == nil, kind(comma) == .comma
        else { return false }
        var open = comma - 1
        while open > 0, kind(open) != .comma {
            switch parse.units[open].kind {
            case .noun, .preposition, .other, .grammar(.coordinator): break
            case .verb(let verb) where parse.verbs[verb].kind == .infinitive: break
            default: return false
            }
            open -= 1
        }
        // "a confié à X, filiale de Y, la maintenance": what is said of a name behind a preposition is such a phrase as well.
        let isApposed = group(open + 1).flatMap { parse.host[$0] } != nil && kind(open - 2) == .preposition
        guard kind(open) == .comma, kind(open + 1) == .preposition || isApposed,
            parse.units[open].depth == parse.units[comma].depth
        else { return false }
        var before = open - 1
        while true {
            if kind(before) == .other || kind(before) == .comma && isTime(before - 1) {
                before -= 1
            } else if group(before) != nil, kind(before - 1) == .preposition {
                before -= 2
            } else if isTime(before) {
                before -= 1
            } else {
                break
            }
        }
        if kind(before) == .comma { before -= 1 }
        guard let verb = verb(before), !parse.verbs[verb].isPassive,
            parse.verbs[verb].kind == .finite || parse.verbs[verb].kind == .infinitive,
            grammar.auxiliaries.copulas.isDisjoint(with: parse.verbs[verb].lemmas)
        else { return false }
        var next = parse.unitOfGroup[index] + 1
        while kind(next) == .preposition || kind(next) == .other || kind(next) == .grammar(.coordinator)
            || group(next) != nil
        {
            next += 1
        }
        return kind(next) != .comma
    }

    private func isTime(_ unit: Int) -> Bool {
        group(unit).map { text.isTime(parse.groups[$0]) } ?? false
    }

    /// "X et Y, respectivement président et directeur général de Z": who of those before the comma has the post at a unit.
    private func respectiveHolder(ofPost unit: Int) -> Int? {
        guard grammar.language == .french else { return nil }
        if kind(unit - 1) == .grammar(.respectively), kind(unit - 2) == .comma {
            guard let last = group(unit - 3), parse.groups[last].name != nil else { return nil }
            let members = parse.members(of: last)
            return members.count > 1 ? members[0] : nil
        }
        var before = unit - 1
        guard kind(before) == .grammar(.coordinator) || kind(before) == .comma else { return nil }
        before -= 1
        while kind(before - 1) == .preposition, group(before) != nil { before -= 2 }
        guard let sister = group(before), let holder = parse.host[sister], parse.groups[holder].name != nil,
            (parse.unitOfGroup[holder]..<before).contains(where: { kind($0) == .grammar(.respectively) })
        else { return nil }
        let members = parse.members(of: holder)
        guard let place = members.firstIndex(of: holder), place + 1 < members.count else { return nil }
        return members[place + 1]
    }

    /// "X, founder and until last month chief executive of Y": a date between "and" and the second post.
    private func isJoinedAcrossDate(_ unit: Int) -> Bool {
        guard grammar.language == .english, let date = group(unit - 1), text.isDate(parse.groups[date])
        else { return false }
        let start = kind(unit - 2) == .preposition ? unit - 2 : unit - 1
        return kind(start - 1) == .grammar(.coordinator)
    }

    /// "…, its chief executive, X, said": whether behind a name and a comma the verb of a speaker ends the sentence.
    private func isSpeaker(_ unit: Int) -> Bool {
        let next = kind(unit + 1) == .comma ? unit + 2 : unit + 1
        guard grammar.language == .english, let verb = verb(next) else { return false }
        return parse.verbs[verb].lemmas.contains { grammar.cues.value(of: $0)?.contains(.says) ?? false }
    }

    /// "Interrogé par X, le président de Y, Denis Vial, a …": behind what is no person, a post that the name of a person follows is that
    /// person's.
    private func isHolderOf(_ host: Int, post: Int) -> Bool {
        guard grammar.language == .french, parse.groups[post].determiner == .definite,
            grammar.is(text.tokens[parse.groups[post].head].word, .personNoun),
            parse.groups[host].name.map({ text.names[$0].kind != .person }) ?? (parse.preposition[host] != nil)
        else { return false }
        var unit = parse.unitOfGroup[post] + 1
        var steps = 0
        while steps < 4 {
            if kind(unit) == .preposition, let inner = group(unit + 1) {
                unit = parse.unitOfGroup[parse.members(of: inner).last ?? inner] + 1
            } else if kind(unit) == .grammar(.coordinator), let sister = group(unit + 1),
                parse.groups[sister].hasNoun, parse.groups[sister].name == nil
            {
                unit += 2
            } else {
                break
            }
            steps += 1
        }
        guard kind(unit) == .comma, let holder = group(unit + 1), let name = parse.groups[holder].name,
            text.names[name].kind == .person, !parse.groups[holder].hasNoun
        else { return false }
        return true
    }

    /// "X, à Nantes, concurrente de Y", "X, installée à Nantes, filiale de Y": what the place between commas is said of.
    private func hostBeforePlace(_ place: Int) -> Int? {
        guard grammar.language == .french, let name = parse.groups[place].name, text.names[name].kind == .place,
            let preposition = parse.preposition[place]
        else { return nil }
        var before = preposition - 1
        if let participle = verb(before), parse.verbs[participle].kind == .participle { before -= 1 }
        guard kind(before) == .comma, let host = parse.host(before: before), let named = parse.groups[host].name,
            text.names[named].kind != .place
        else { return nil }
        return host
    }

    /// "ex-Google": nothing but a name and that it is over.
    func isFormerPlace(_ group: NounGroup) -> Bool {
        guard group.isFormer, !group.hasNoun, let name = group.name else { return false }
        return text.names[name].kind.family == .organisation
    }

    /// "CTO AWS", "professeur Wharton": a post and the organisation right behind it.
    private func isPostAtPlace(_ group: NounGroup) -> Bool {
        guard group.hasNoun, group.determiner == .none, let name = group.name else { return false }
        return text.names[name].kind.family == .organisation
    }

    /// "Beata Lis, the Swede, …": an article and where somebody is from.
    private func isOrigin(_ group: NounGroup) -> Bool {
        guard let name = group.name, !group.hasNoun, group.determiner == .definite, group.tokens.count == 2 else {
            return false
        }
        return text.names[name].kind == .place && text.names[name].tokens.count == 1
    }

    private func isPartitive(_ group: NounGroup) -> Bool {
        group.name == nil && !group.isPronoun && grammar.is(text.tokens[group.head].word, .partitive)
    }

    /// "le frère du PDG d'Orvane Karim Vial": the post behind a preposition whose holder the name is.
    private func nounNamed(by index: Int) -> Int? {
        let group = parse.groups[index]
        guard let name = group.name, !group.hasNoun, text.names[name].kind == .person, parse.preposition[index] == nil,
            let place = self.group(parse.unitOfGroup[index] - 1), parse.groups[place].name != nil,
            let preposition = parse.preposition[place], let post = self.group(preposition - 1),
            parse.groups[post].name == nil, parse.preposition[post] != nil,
            grammar.is(text.tokens[parse.groups[post].head].word, .personNoun)
        else { return nil }
        return post
    }

    /// Whether an apposition ends with a comma, a bracket or the sentence: what runs on into a verb is its subject.
    func isClosed(_ unit: Int, opened: Unit.Kind) -> Bool {
        var next = unit + 1
        while let kind = kind(next) {
            switch kind {
            case .preposition, .noun, .other, .grammar(.genitive), .grammar(.coordinator), .quote: next += 1
            case .verb(let verb): return parse.verbs[verb].kind != .finite
            default: return true
            }
        }
        return true
    }

    func noVerb(from a: Int, to b: Int) -> Bool {
        !(a..<b).contains { if case .verb = parse.units[$0].kind { true } else { false } }
    }

    /// "raises $60m led by X to take on Y": what is said of a sum or a round is not what the purpose belongs to.
    private func isAside(_ participle: Int, before infinitive: Int) -> Bool {
        let unit = parse.unitOfVerb[participle]
        guard grammar.language == .english, parse.verbs[infinitive].kind == .infinitive,
            parse.verbs[participle].kind == .participle, parse.unitOfVerb[infinitive] > unit + 1,
            let told = group(kind(unit - 1) == .comma ? unit - 2 : unit - 1), holdsSum(told)
        else { return false }
        return (0..<unit).contains { before in
            verb(before).map { parse.verbs[$0].kind == .finite } ?? false
                && parse.units[before].clause == parse.units[unit].clause
        }
    }

    /// "Orvane to buy Kaptio, paper says": right behind the name that a heading opens with.
    private func headsHeading(_ infinitive: Int) -> Bool {
        guard grammar.language == .english, parse.verbs[infinitive].kind == .infinitive,
            parse.unitOfVerb[infinitive] == 1, let first = group(0), parse.groups[first].name != nil
        else { return false }
        return parse.verbs.indices.allSatisfy { verb in
            parse.verbs[verb].kind != .finite
                || parse.unitOfVerb[verb] > 3
                    && parse.verbs[verb].lemmas.contains { grammar.cues.value(of: $0)?.contains(.says) ?? false }
        }
    }

    private func holdsSum(_ group: Int) -> Bool {
        text.values(in: parse.groups[group].tokens).contains { mention in
            switch mention.value {
            case .money, .round: true
            default: false
            }
        }
    }

    /// ", Reuters reported.": a verb of saying that ends the sentence.
    private func tells(_ verb: Int) -> Bool {
        let unit = parse.unitOfVerb[verb]
        guard grammar.language == .english, kind(unit - 2) == .comma, group(unit - 1) != nil else { return false }
        return parse.verbs[verb].lemmas.contains {
            grammar.cues.value(of: $0).map { $0.contains(.says) || $0.contains(.reports) } ?? false
        }
    }

    mutating func governors() {
        parse.governor = Array(repeating: nil, count: parse.verbs.count)
        for index in parse.verbs.indices where parse.verbs[index].kind != .finite {
            let unit = parse.unitOfVerb[index]
            var before = unit - 1
            while before >= 0 {
                if parse.units[before].depth == parse.units[unit].depth, let candidate = verb(before),
                    parse.units[before].clause == parse.units[unit].clause, !isAside(candidate, before: index)
                {
                    parse.governor[index] = candidate
                    break
                }
                before -= 1
            }
            if parse.governor[index] == nil, parse.verbs[index].kind != .participle, !headsHeading(index) {
                // "En rachetant X, Y …": the verb comes after; but who tells the news at the end does nothing of it.
                parse.governor[index] = parse.verbs.indices.first { later in
                    later > index && parse.verbs[later].kind == .finite
                        && parse.units[parse.unitOfVerb[later]].clause == parse.units[unit].clause
                        && !(parse.verbs[index].kind == .infinitive && tells(later))
                }
            }
        }
    }
}
