internal import LiaisonLanguage
internal import LiaisonModel

/// What fills the slots of a verb's frame: its subject, object, complements, and what stands for them.
extension FrameMatcher {
    /// "X, a spin-off from Y, is hiring", "X, sold to Y in May, is hiring": what belongs to an inset before the verb is not the verb's.
    private func isInInset(_ complement: Syntax.Complement, before verb: Int) -> Bool {
        let unit = parse.unitOfVerb[verb]
        guard knowledge.frames.language == .english, complement.unit < unit,
            (complement.unit + 1..<unit).contains(where: { syntax.kind($0) == .comma })
        else { return false }
        var before = complement.unit - 1
        while syntax.kind(before) == .other { before -= 1 }
        if let group = syntax.group(before) { return parse.host[group] != nil }
        return syntax.verb(before).map { $0 != verb && parse.verbs[$0].kind == .participle } ?? false
    }

    /// "dix navettes X": several things and one name.
    private func areGoods(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        return knowledge.frames.language == .french && noun.hasNoun && noun.name != nil && noun.isPlural == true
            && parse.members(of: group).count == 1 && !resolver.isType(group, syntax, knowledge)
    }

    /// "Grâce au contrat décroché auprès de X, Y recrute": who has what a participle without doer speaks of, where a phrase that
    /// opens the sentence holds it.
    private func beneficiary(of verb: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard knowledge.frames.language == .french, frame.relation == "contracts-with",
            parse.verbs[verb].kind == .participle, syntax.kind(0) == .preposition,
            let noun = syntax.group(1), syntax.subject(of: verb).contains(noun),
            let main = parse.verbs.indices.first(where: {
                parse.verbs[$0].kind == .finite && syntax.clause(ofVerb: $0) == syntax.clause(ofVerb: verb)
            })
        else { return [] }
        return references(syntax.subject(of: main), frame, subject: subject)
    }

    /// "auprès de X, le fonds de Y, et de Z": the complements that "et" adds farther on.
    func continued(
        _ first: Syntax.Complement, _ words: [WordID], _ complements: [Syntax.Complement], _ frame: Frame,
        _ subject: Bool
    ) -> [Fill] {
        var out: [Fill] = []
        for complement in complements where complement.unit > first.unit {
            // "Les capteurs de X équipent les trains de Y": what stands before a verb does not go on behind it.
            let isBehindVerb = (first.unit..<complement.unit).contains { unit in
                parse.units[unit].clause == parse.units[first.unit].clause
                    && syntax.verb(unit).map { parse.verbs[$0].kind == .finite } ?? false
            }
            guard !isBehindVerb,
                syntax.kind(complement.unit - 1) == .grammar(.coordinator)
                    || isBehindSecondObject(complement.unit, after: first.unit),
                complement.preposition == words
                    || complement.preposition.count == 1 && complement.preposition.last == words.last
            else { continue }
            out += references(behind: complement, frame, subject: subject)
        }
        return out
    }

    /// "a commandé des fours à X, des robots à Y": whether an object that goes on a list stands before a preposition.
    private func isBehindSecondObject(_ unit: Int, after first: Int) -> Bool {
        guard knowledge.frames.language == .french, unit - 2 > first, let object = syntax.group(unit - 1),
            parse.groups[object].hasNoun, parse.groups[object].name == nil, parse.groups[object].determiner != .none,
            let earlier = syntax.group(first - 1), parse.groups[earlier].hasNoun, parse.groups[earlier].name == nil
        else { return false }
        return syntax.kind(unit - 2) == .comma || syntax.kind(unit - 2) == .grammar(.coordinator)
    }

    /// Whether a noun is said of a name before it: "X, la filiale que Y a créée".
    private func isSaidOfName(_ group: Int) -> Bool {
        knowledge.frames.language == .french && parse.host[group].map { parse.groups[$0].name != nil } ?? false
    }

    /// Whether a complement has a preposition, or the possessive that stands for it.
    func isSaid(_ complement: Syntax.Complement, _ words: [WordID]) -> Bool {
        matches(complement, words) || isPossessiveForm(complement, of: words)
    }

    /// What a complement with a preposition names: the groups behind it, or the owner that a possessive stands for.
    func fills(
        behind complement: Syntax.Complement, _ words: [WordID], _ frame: Frame, subject: Bool, excluding: Set<Int>
    ) -> [Fill] {
        let found = references(behind: complement, frame, subject: subject).filter {
            !excluding.contains($0.reference.item)
        }
        guard found.isEmpty, isPossessiveForm(complement, of: words), let owned = complement.groups.first else {
            return found
        }
        return owners(of: owned, frame, subject: subject, excluding: excluding)
    }

    /// "à son capital", "à sa tête": a preposition of several words that ends with "de", as it is said with a possessive.
    private func isPossessiveForm(_ complement: Syntax.Complement, of words: [WordID]) -> Bool {
        guard knowledge.frames.language == .french, words.count > 2, words.last == knowledge.genitive.last,
            complement.preposition.count == 1, complement.preposition.first == words.first,
            complement.groups.count == 1, let group = complement.groups.first, parse.groups[group].name == nil,
            parse.groups[group].possessive != nil, parse.groups[group].tokens.count == 2
        else { return false }
        return knowledge.grammar.canon(text.tokens[parse.groups[group].head].word) == words[words.count - 2]
    }

    /// "Investors including X and Y put up the money": the examples of the one plural noun that fills a slot.
    func examples(of groups: [Int], _ frame: Frame, subject: Bool) -> [Fill]? {
        guard knowledge.frames.language == .english, groups.count == 1, let group = groups.first.map(counted),
            parse.groups[group].hasNoun, parse.groups[group].name == nil,
            parse.groups[group].isPlural == true || isQuantity(group) && parse.groups[group].value == nil
        else { return nil }
        return examples(group, frame, subject: subject)
    }

    /// "a share of the market of X": of what X has, not of X.
    private func isShareOfOther(_ complement: Syntax.Complement, _ frame: Frame, _ support: Int?) -> Bool {
        guard knowledge.frames.language == .english, frame.relation == "invests-in", let support,
            complement.preposition == knowledge.genitive, let noun = syntax.group(complement.unit - 1), noun != support,
            parse.groups[noun].hasNoun, parse.groups[noun].name == nil, parse.groups[noun].value == nil,
            parse.preposition[noun] != nil, !isQuantity(noun)
        else { return false }
        return !syntax.lemmas(ofGroup: noun).contains { knowledge.wholes.contains($0) }
    }

    /// "more than 5,000 clients": the noun behind what only measures it.
    private func counted(_ group: Int) -> Int {
        let unit = parse.unitOfGroup[group]
        guard knowledge.frames.language == .english, parse.groups[group].tokens.count == 1,
            parse.groups[group].name == nil, unit + 2 < parse.units.count, parse.units[unit + 1].tokens.count == 1,
            syntax.kind(unit + 1) == .other || syntax.kind(unit + 1) == .preposition,
            let next = syntax.group(unit + 2), parse.groups[next].hasNoun, parse.groups[next].name == nil,
            text.values(in: parse.groups[next].tokens).contains(where: { mention in
                if case .count = mention.value {
                    mention.tokens.lowerBound == parse.groups[next].tokens.lowerBound
                } else {
                    false
                }
            })
        else { return group }
        return next
    }

    /// "serves 400 firms in ten countries, including X", "bought a number of companies, among them X": the examples of what a verb
    /// takes.
    private func exemplified(_ objects: [Int], _ frame: Frame, subject: Bool) -> [Fill]? {
        guard knowledge.frames.language == .english, objects.count == 1 || objects.count == 2,
            let object = objects.first.map(counted), objects.count == 1 || objects[1] == object,
            parse.groups[object].hasNoun, parse.groups[object].name == nil, parse.groups[object].possessive == nil,
            parse.groups[object].possessor == nil, parse.groups[object].isPlural == true || isQuantity(object)
        else { return nil }
        return examples(object, frame, subject: subject)
    }

    /// "équipent les trains de X et les camions de Y": whose the further things are that "et" or a comma joins to the object.
    private func ownersOfSisters(of object: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard knowledge.frames.language == .french else { return [] }
        var out: [Fill] = []
        var unit = parse.unitOfGroup[object]
        while syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let owner = syntax.group(unit + 2)
        {
            unit = parse.unitOfGroup[parse.members(of: owner).last ?? owner]
            guard syntax.kind(unit + 1) == .grammar(.coordinator) || syntax.kind(unit + 1) == .comma,
                let sister = syntax.group(unit + 2), parse.groups[sister].hasNoun, parse.groups[sister].name == nil,
                parse.groups[sister].determiner == .definite, syntax.kind(unit + 3) == .preposition,
                syntax.words(unit + 3) == knowledge.genitive, let next = syntax.group(unit + 4),
                syntax.verb(parse.unitOfGroup[parse.members(of: next).last ?? next] + 1) == nil
            else { return out }
            out += references(parse.members(of: next), frame, subject: subject)
            unit += 2
        }
        return out
    }

    /// "équipe les satellites de X et ceux de Y": whose the things are that "ceux" stands for.
    private func furtherOwners(of object: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        parse.groups.indices.flatMap { group -> [Fill] in
            let unit = parse.unitOfGroup[group]
            guard parse.groups[group].standsFor == object, syntax.kind(unit + 1) == .preposition,
                syntax.words(unit + 1) == knowledge.genitive,
                let owner = syntax.group(unit + 2)
            else { return [] }
            return references(parse.members(of: owner), frame, subject: subject)
        }
    }

    /// "X's bundle is an alternative to Y": what a firm offers competes for the firm.
    func makers(of groups: [Int], _ frame: Frame, subject: Bool) -> [Fill] {
        guard frame.relation == "rival-of" || frame.relation == "contracts-with" else { return [] }
        let things = groups.filter { group in
            parse.groups[group].name == nil
                && syntax.lemmas(ofGroup: group).contains { knowledge.frames.products.contains($0) }
        }
        let found = references(things.compactMap { parse.groups[$0].possessor }, frame, subject: subject)
        guard found.isEmpty, knowledge.frames.language == .english, let thing = things.first else { return found }
        // "whose software runs the warehouses of Y", "powered by Veltrix batteries".
        if syntax.kind(parse.unitOfGroup[thing] - 1) == .grammar(.relativePossessive) {
            return owners(of: thing, frame, subject: subject, excluding: [])
        }
        return modifiers(of: thing, frame, subject: subject)
    }

    /// "Samsung's chip unit has won an order": what a part does, where it has no name, its firm does.
    private func wholes(of groups: [Int], _ frame: Frame, subject: Bool) -> [Fill] {
        guard ["contracts-with", "partners-with", "invests-in", "acquires"].contains(frame.relation), groups.count == 1,
            let part = groups.first, parse.groups[part].name == nil, parse.groups[part].isPlural != true,
            let owner = parse.groups[part].possessor,
            syntax.lemmas(ofGroup: part).contains(where: { knowledge.units.contains($0) })
        else { return [] }
        return references(parse.members(of: owner), frame, subject: subject)
    }

    func fill(
        _ slot: Frame.Slot, _ frame: Frame, verb: Int, isPassive: Bool, support: Int?, objects: [Int],
        complements: [Syntax.Complement], subject: Bool
    ) -> [Fill] {
        switch slot {
        case .subject:
            if isPassive {
                let found = agents(verb, frame, complements, subject: subject)
                if found.isEmpty, support != nil { return beneficiary(of: verb, frame, subject: subject) }
                return found.isEmpty ? [] : found + besides(verb, complements, found, frame, subject: subject)
            }
            let subjects = doers(of: verb)
            let found = references(subjects, frame, subject: subject)
            if !found.isEmpty {
                return found + companions(of: verb, frame, subject: subject)
                    + addedSubjects(verb, complements, frame, subject: subject)
                    + besides(verb, complements, found, frame, subject: subject)
            }
            let made = makers(of: subjects, frame, subject: subject)
            if !made.isEmpty { return made }
            if let named = examples(of: subjects, frame, subject: subject) { return named }
            let whole = wholes(of: subjects, frame, subject: subject)
            if !whole.isEmpty { return whole }
            let speakers = speakers(verb, frame, asSubject: true, subject: subject)
            return speakers.isEmpty && subjects.isEmpty ? each(before: verb, frame, subject: subject) : speakers
        case .object:
            if isPassive {
                let subjects = syntax.subject(of: verb)
                // "X, la filiale acquise par Y".
                if let support, subjects.contains(support), !isSaidOfName(support) { return [] }
                let found = references(subjects, frame, subject: subject)
                return found.isEmpty ? examples(of: subjects, frame, subject: subject) ?? [] : found
            }
            if objects.allSatisfy({ parse.groups[$0].value != nil }), let token = parse.verbs[verb].objectClitic,
                let reference = resolver.clitic(
                    at: token, syntax: syntax,
                    excluding: itemsDoing(verb, frame, subject: !subject),
                    kinds: kinds(frame, subject: subject))
            {
                return [(nil, reference)]
            }
            // "a créé une filiale baptisée X": the noun and what it is called.
            // "X, la filiale que Y a créée": or what the noun is said of.
            for object in objects
            where object != support || parse.groups[object].name != nil || isSaidOfName(object) {
                // "a acheté dix navettes X": goods that bear the name of who makes them.
                if frame.relation == "acquires", areGoods(object) { return [] }
                let found = references(parse.members(of: object), frame, subject: subject)
                if !found.isEmpty { return found }
                // A plain noun ends the search: "invested time", not what follows it.
                if knowledge.frames.language == .french { return [] }
            }
            if let named = exemplified(objects.filter { $0 != support }, frame, subject: subject) { return named }
            return objects.isEmpty ? speakers(verb, frame, asSubject: false, subject: subject) : []
        case .dative:
            if let token = parse.verbs[verb].dative {
                if let reference = resolver.dative(token: token, verb: verb, syntax: syntax, knowledge: knowledge),
                    isAllowed(reference, frame, subject: subject)
                {
                    return [(nil, reference)]
                }
            }
            let speakers = speakers(verb, frame, asSubject: false, subject: subject)
            if !speakers.isEmpty { return speakers }
            if isPassive, support.map({ !syntax.subject(of: verb).contains($0) }) ?? false {
                // "X was awarded a contract."
                return references(syntax.subject(of: verb), frame, subject: subject)
            }
            if objects.count > 1, let support, objects.contains(support), let first = objects.first, first != support {
                let found = references(parse.members(of: first), frame, subject: subject)
                if !found.isEmpty { return found }
            }
            for complement in complements
            where knowledge.datives.contains(complement.preposition) || isDativeRelative(complement) {
                let found = references(behind: complement, frame, subject: subject)
                if !found.isEmpty {
                    return found + continued(complement, complement.preposition, complements, frame, subject)
                }
            }
            return []
        case .place:
            guard let token = parse.verbs[verb].placeClitic,
                let reference = resolver.clitic(
                    at: token, syntax: syntax,
                    excluding: itemsDoing(verb, frame, subject: !subject),
                    kinds: kinds(frame, subject: subject))
            else { return [] }
            return [(nil, reference)]
        case .preposition(let words):
            for complement in complements
            where isSaid(complement, words)
                && mayBelong(complement, to: support, verb: verb)
                && !isOtherAgent(complement, verb) && !isShareOfOther(complement, frame, support)
                && !isInInset(complement, before: verb)
            {
                var found = fills(behind: complement, words, frame, subject: subject, excluding: [])
                // "from backers including X": the examples.
                if found.isEmpty, let group = complement.groups.first.map(counted), parse.groups[group].hasNoun {
                    found = examples(group, frame, subject: subject) ?? []
                }
                if !found.isEmpty { return found + continued(complement, words, complements, frame, subject) }
                // "sells scanners to hospitals and to X".
                if knowledge.frames.language == .english {
                    found = continued(complement, words, complements, frame, subject)
                    if !found.isEmpty { return found }
                }
                // "investir dans la formation …": a plain noun is what the preposition is about; nothing farther on is.
                if words != knowledge.genitive, complement.unit > parse.unitOfVerb[verb], isPlainNoun(complement.groups)
                {
                    break
                }
            }
            let joined = joined(by: words, verb, frame, subject: subject)
            if !joined.isEmpty { return joined }
            // "en détient 12 %": of what was spoken of.
            if words == knowledge.genitive, support != nil || frame.reflexive == true,
                let token = parse.verbs[verb].genitiveClitic,
                let reference = resolver.clitic(
                    at: token, syntax: syntax,
                    excluding: itemsDoing(verb, frame, subject: !subject),
                    kinds: kinds(frame, subject: subject))
            {
                return [(nil, reference)]
            }
            return []
        case .owner:
            guard let support else { return [] }
            return owners(of: support, frame, subject: subject, excluding: [])
        case .topic:
            return references(syntax.subject(of: verb), frame, subject: subject)
        case .round: return round(frame, trigger: mainTokens(verb), subject: subject)
        case .modifier: return support.map { modifiers(of: $0, frame, subject: subject) } ?? []
        case .objectOwner:
            // "Its batteries come from X": the subject of what takes no object.
            let isSubjects = isPassive || frame.isObjectless
            guard let object = isSubjects ? syntax.subject(of: verb).first : objects.first,
                object != support || knowledge.frames.language == .english,
                parse.groups[object].name == nil, parse.groups[object].hasNoun
            else { return [] }
            if let owner = parse.groups[object].possessor {
                return references(parse.members(of: owner), frame, subject: subject)
            }
            // "Its batteries are supplied by X".
            if isSubjects,
                parse.groups[object].possessive != nil
                    || syntax.kind(parse.unitOfGroup[object] - 1) == .grammar(.relativePossessive)
            {
                return owners(of: object, frame, subject: subject, excluding: [])
            }
            var unit = parse.unitOfGroup[object]
            let further =
                furtherOwners(of: object, frame, subject: subject)
                + ownersOfSisters(of: object, frame, subject: subject)
            var steps = 0
            while syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
                let owner = syntax.group(unit + 2)
            {
                // "la place de marché de X": a bare noun has nothing.
                guard knowledge.frames.language == .french, isPlainNoun([owner]), steps < 2,
                    parse.groups[owner].determiner == .none,
                    !knowledge.grammar.isContracted(text.tokens[parse.units[unit + 1].tokens.lowerBound].word)
                else { return references(parse.members(of: owner), frame, subject: subject) + further }
                unit += 2
                steps += 1
            }
            return []
        case .objectUser:
            return throughGoods(knowledge.uses, verb: verb, objects, complements, frame, subject: subject)
        case .objectMaker:
            return throughGoods(knowledge.supplies, verb: verb, objects, complements, frame, subject: subject)
        case .head, .mutual:
            return []
        }
    }
}
