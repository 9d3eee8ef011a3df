internal import LiaisonLanguage
internal import LiaisonModel

/// Subjects and objects that stand elsewhere than in the plain order.
extension Syntax {
    /// "Au tour de table ont participé X et Y", "À sa tête se trouve X", "Y participent aussi X et Y": behind nothing but
    /// prepositional phrases, or at the head of a sentence, a French verb has its subject behind it.
    func subjectBehindVerb(_ unit: Int) -> [Int]? {
        guard let verb = verb(unit), parse.verbs[verb].kind == .finite,
            let next = group(kind(unit + 1) == .other ? unit + 2 : unit + 1), isFree(next),
            parse.groups[next].value == nil, !parse.groups[next].isPronoun
        else { return nil }
        // "Autour de la table, on retrouve X": the pronoun is the subject.
        if kind(unit - 1) == .other, let last = parse.units[unit - 1].tokens.last, text.tokens[last].tag == .pronoun {
            return nil
        }
        var hasPhrase = opensSentence(unit) && parse.groups[next].name != nil && mayLackSubject(verb)
        if kind(unit + 1) == .other, !hasPhrase, parse.groups[next].name == nil { return nil }
        for before in 0..<unit where parse.units[before].clause == parse.units[unit].clause {
            switch parse.units[before].kind {
            case .preposition: hasPhrase = true
            case .noun(let group):
                guard parse.preposition[group] != nil || parse.host[group] != nil else { return nil }
            case .comma, .other, .quote, .open, .close, .grammar(.genitive), .grammar(.coordinator): break
            default: return nil
            }
        }
        return hasPhrase ? parse.members(of: next) : nil
    }

    /// Whether nothing but words that are no group's stands before a unit, from the head of the sentence or a semicolon on.
    private func opensSentence(_ unit: Int) -> Bool {
        for before in (0..<unit).reversed() {
            switch kind(before) {
            case .other, .quote, .dash: break
            case .semicolon, .colon: return true
            default: return false
            }
        }
        return true
    }

    /// Whether what stands before a verb is none of "nous", "vous": "Nous équipons X" has its subject there.
    private func mayLackSubject(_ verb: Int) -> Bool {
        let group = parse.verbs[verb]
        guard let first = group.tokens.first, first != group.main else { return true }
        let kinds = grammar.kinds(text.tokens[first].word)
        return !kinds.contains(.clitic)
            || !kinds.isDisjoint(with: [.placeClitic, .genitiveClitic, .objectClitic, .reflexive])
    }

    /// "Joining the round were X and Y", "Among the others to contribute were X and Y": an English sentence that begins with what
    /// its subject does, which stands behind the verb.
    func frontedSubject(_ unit: Int) -> [Int]? {
        guard grammar.language == .english, let verb = verb(unit) else { return nil }
        if parse.verbs[verb].kind == .infinitive {
            return group(unit - 1).flatMap { frontedMembers($0) }
        }
        for before in 0..<unit {
            switch parse.units[before].kind {
            case .other, .quote: break
            default: return nil
            }
        }
        guard
            let copula = parse.verbs.indices.first(where: {
                parse.unitOfVerb[$0] > unit && parse.verbs[$0].kind == .finite
            }), isState(copula), parse.verbs[copula].tokens.count == 1,
            !(unit..<parse.unitOfVerb[copula]).contains(where: { kind($0) == .comma })
        else { return nil }
        return namesBehind(copula)
    }

    /// What a group behind "among" at the head of a sentence stands for: the names behind the copula.
    func frontedMembers(_ group: Int) -> [Int]? {
        guard grammar.language == .english, parse.preposition[group] == 0,
            grammar.is(text.tokens[parse.units[0].tokens.lowerBound].word, .among),
            let copula = parse.verbs.indices.first(where: {
                parse.verbs[$0].kind == .finite && isState($0) && parse.verbs[$0].tokens.count == 1
                    && parse.unitOfVerb[$0] > parse.unitOfGroup[group]
            })
        else { return nil }
        return namesBehind(copula)
    }

    /// "X is a partner of Y, as is Z", "X has invested, as have Y and Z": those of whom the same is said, behind the subject.
    func echoedSubjects(of verb: Int, depth: Int) -> [Int]? {
        guard grammar.language == .english, !isEcho(verb),
            let echo = parse.verbs.indices.first(where: { $0 > verb && isEcho($0) }),
            !(verb + 1..<echo).contains(where: { parse.verbs[$0].kind == .finite }),
            let others = namesBehind(echo)
        else { return nil }
        let own = plainSubject(of: verb, depth: depth)
        return own.isEmpty ? nil : own + others.filter { !own.contains($0) }
    }

    /// Whether a verb is the auxiliary of "as is X", with which the sentence or clause ends.
    private func isEcho(_ verb: Int) -> Bool {
        let unit = parse.unitOfVerb[verb]
        guard parse.verbs[verb].tokens.count == 1, parse.verbs[verb].kind == .finite, unit > 2,
            parse.units[unit - 1].tokens.count == 1,
            grammar.is(text.tokens[parse.units[unit - 1].tokens.lowerBound].word, .echo), kind(unit - 2) == .comma,
            isAuxiliary(verb), let last = namesBehind(verb)?.last
        else { return false }
        switch kind(parse.unitOfGroup[last] + 1) {
        case nil, .other?, .comma?, .semicolon?: return true
        default: return false
        }
    }

    private func namesBehind(_ verb: Int) -> [Int]? {
        guard let next = group(parse.unitOfVerb[verb] + 1) else { return nil }
        // "Germany's X": the owner is no member.
        let first = kind(parse.unitOfGroup[next] + 1) == .grammar(.genitive) ? group(parse.unitOfGroup[next] + 2) : next
        guard let first, parse.groups[first].name != nil, parse.preposition[first] == nil else { return nil }
        return parse.members(of: first)
    }

    /// "à X, et non à Y, que": the unit at which what is not meant begins, where it stands right before another.
    private func beforeDenied(_ unit: Int) -> Int {
        guard kind(unit - 1) == .comma, group(unit - 2) != nil else { return unit }
        let negation = kind(unit - 3) == .preposition ? unit - 4 : unit - 3
        return kind(negation) == .grammar(.negation) && kind(negation - 1) == .comma ? negation - 1 : unit
    }

    /// "C'est avec X que Y a fondé Z", "It was from X that …": the preposition of what the relative takes up.
    func cleftPreposition(of antecedent: Int, before opener: Int) -> Int? {
        guard let preposition = parse.preposition[antecedent], preposition < 4, opener > preposition,
            let copula = verb(preposition - 1), isState(copula), preposition - 1 < 3,
            parse.members(of: antecedent).contains(where: { parse.unitOfGroup[$0] == beforeDenied(opener) - 1 })
        else { return nil }
        let isImpersonal = (0..<preposition - 1).allSatisfy { unit in
            kind(unit) == .other || group(unit).map { parse.groups[$0].isPronoun } ?? false
        }
        return isImpersonal ? preposition : nil
    }

    /// "C'est en quittant X que Y a fondé Z": whether the relative takes up how or when, and nobody.
    func isCleftAside(_ antecedent: Int, before opener: Int) -> Bool {
        guard grammar.language == .french, parse.preposition[antecedent] != nil,
            let copula = (0..<min(opener, 3)).compactMap({ verb($0) }).first, isState(copula)
        else { return false }
        return (0..<parse.unitOfVerb[copula]).allSatisfy { unit in
            kind(unit) == .other || group(unit).map { parse.groups[$0].isPronoun } ?? false
        }
    }

    /// Whether a unit is a date.
    func isDate(_ unit: Int) -> Bool {
        group(unit).map { text.isDate(parse.groups[$0]) } ?? false
    }

    /// "a cofondé en 2019, avec X, la start-up Y": the unit of the object that stands behind what commas put in between.
    func objectBehindAside(_ comma: Int, of verb: Int) -> Int? {
        let unit = parse.unitOfVerb[verb]
        guard !parse.verbs[verb].isPassive, parse.verbs[verb].kind == .finite || parse.verbs[verb].kind == .infinitive,
            kind(comma + 1) == .preposition || kind(comma + 1) == .other
                || grammar.language == .french
                    && (isDate(comma + 1) || group(comma + 1).flatMap { parse.host[$0] } != nil
                        || opensSaying(comma + 1))
        else { return nil }
        let (depth, clause) = (parse.units[unit].depth, parse.units[unit].clause)
        var close = comma + 1
        while close < min(parse.units.count, comma + 14) {
            let candidate = parse.units[close]
            if candidate.depth > depth {
                close += 1
                continue
            }
            switch candidate.kind {
            case .verb(let inner) where parse.verbs[inner].kind == .finite && candidate.clause == clause: return nil
            case .semicolon, .colon: return nil
            case .comma:
                if let before = group(close - 1), let after = group(close + 1),
                    parse.listOfGroup[before] == parse.listOfGroup[after]
                {
                    break
                }
                // "a annoncé, lundi, à Paris, le rachat": one aside behind another.
                if grammar.language == .french, kind(close + 1) == .preposition, candidate.clause == clause { break }
                guard candidate.clause == clause, let object = group(close + 1), isFree(object),
                    parse.units[close + 1].clause == clause,
                    parse.groups[object].hasNoun || parse.groups[object].name != nil
                        || parse.groups[object].value != nil,
                    parse.groups[object].name == nil || !parse.groups[object].hasNoun
                        || parse.groups[object].determiner != .none,
                    !opensClause(close + 1)
                else { return nil }
                return close + 1
            default: break
            }
            close += 1
        }
        return nil
    }

    /// "a confié à X, fondé en 2015, la maintenance", "à X, qui emploie 300 personnes, la …": whether behind a name and a comma more is
    /// said of it.
    private func opensSaying(_ unit: Int) -> Bool {
        guard let named = group(unit - 2), parse.groups[named].name != nil, parse.preposition[named] != nil else {
            return false
        }
        if let verb = verb(unit) { return parse.verbs[verb].kind == .participle }
        if case .grammar(let word)? = kind(unit) { return ClauseBuilder.clauseKind(word) == .relative }
        return false
    }

    /// "a racheté X en mars, puis en juillet Y", "X en 2019 et Y un an plus tard": the second object of a verb that is not said again, with
    /// a date of its own.
    func objectBehindDates(_ unit: Int, like first: Int, of verb: Int) -> Int? {
        guard grammar.language == .french, parse.verbs[verb].kind == .finite, let name = parse.groups[first].name else {
            return nil
        }
        var next = kind(unit) == .comma ? unit + 1 : unit
        guard kind(next) == .grammar(.coordinator) else { return nil }
        next += 1
        let start = next
        while kind(next) == .comma || kind(next) == .other || isTime(next)
            || kind(next) == .preposition && isTime(next + 1)
        {
            next += 1
        }
        let hasDate = next > start
        guard let other = group(next), let second = parse.groups[other].name, isFree(other),
            parse.units[next].clause == parse.units[parse.unitOfVerb[verb]].clause,
            text.names[second].kind.family == text.names[name].kind.family
        else { return nil }
        next += 1
        let behind = next
        while kind(next) == .other || isTime(next) || kind(next) == .preposition && isTime(next + 1) { next += 1 }
        guard hasDate || next > behind else { return nil }
        switch kind(next) {
        case nil, .comma?, .semicolon?: return other
        default: return next >= parse.units.count - 1 ? other : nil
        }
    }

    /// Whether a unit is a date or a length of time, or a noun that is one: "l'année suivante".
    private func isTime(_ unit: Int) -> Bool {
        guard let group = group(unit), parse.groups[group].name == nil else { return false }
        if parse.groups[group].value != nil { return text.isTime(parse.groups[group]) }
        return text.values(in: parse.groups[group].tokens).contains(where: \.value.isTime)
    }

    /// Whether a group with its complements runs on into a finite verb: then it is its subject.
    private func opensClause(_ unit: Int) -> Bool {
        var next = unit + 1
        while let kind = kind(next) {
            switch kind {
            case .noun, .preposition, .grammar(.genitive), .grammar(.coordinator), .other, .quote: next += 1
            case .verb(let verb): return parse.verbs[verb].kind == .finite
            case .comma:
                // "X, un fonds, a": what is put beside the subject.
                guard let said = group(next + 1), parse.host[said] != nil || parse.listOfGroup[said] == listBefore(next)
                else { return false }
                next += 1
            default: return false
            }
        }
        return false
    }

    private func listBefore(_ unit: Int) -> Int? { group(unit - 1).map { parse.listOfGroup[$0] } }

    /// "a créé puis revendu X": the verb of the same sort that a coordinator joins right behind a verb without object.
    func verbJoined(behind coordinator: Int, to verb: Int) -> Int? {
        var next = coordinator + 1
        while kind(next) == .other { next += 1 }
        guard let joined = self.verb(next), parse.units[next].clause == parse.units[coordinator].clause,
            parse.verbs[joined].kind == parse.verbs[verb].kind,
            parse.verbs[joined].isPassive == parse.verbs[verb].isPassive,
            !parse.verbs[verb].isPassive, !parse.verbs[verb].isReflexive, parse.verbs[verb].kind != .participle
        else { return nil }
        return joined
    }

    /// "known as X and still run by Y": the unit before the adverbs that an English participle has before it.
    func behindAdverbs(_ unit: Int) -> Int {
        var before = unit - 1
        while grammar.language == .english, kind(before) == .other { before -= 1 }
        return before
    }

    /// "employs 340 people, and X, Y and the canteens pay": behind a comma and "and" a clause begins.
    func opensCoordinate(_ unit: Int) -> Bool {
        grammar.language == .english && kind(unit - 1) == .grammar(.coordinator) && kind(unit - 2) == .comma
    }

    func isFollowedByRelative(_ group: Int) -> Bool {
        let comma = parse.unitOfGroup[group] + 1
        guard kind(comma) == .comma, case .grammar(let word)? = kind(comma + 1) else { return false }
        return ClauseBuilder.clauseKind(word) == .relative
    }
}
