internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// Tries the frames of a verb.
    mutating func matchVerb(_ verb: Int) {
        let group = parse.verbs[verb]
        var tried: Set<Int> = []
        for lemma in group.lemmas {
            for index in knowledge.frames.verbs[lemma] ?? [] where tried.insert(index).inserted {
                let frame = frames[index]
                if let reflexive = frame.reflexive, reflexive != group.isReflexive { continue }
                if isForbidden(frame, unit: parse.unitOfVerb[verb]) { continue }
                let behind = group.tokens.upperBound
                if !frame.unlikeParticles.isEmpty, text.sentences[parse.sentence].tokens.contains(behind),
                    frame.unlikeParticles.contains(text.tokens[behind].word)
                {
                    continue
                }
                if !frame.particles.isEmpty || !frame.particlePhrases.isEmpty || frame.isBare {
                    guard hasParticle(frame, verb) else { continue }
                }
                match(frame, index, verb)
            }
        }
    }

    /// "are working together": a word of the verb's own right behind it, or behind its object.
    private func hasParticle(_ frame: Frame, _ verb: Int) -> Bool {
        let end = text.sentences[parse.sentence].tokens.upperBound
        let from = parse.verbs[verb].tokens.upperBound
        if frame.particles.isEmpty, frame.particlePhrases.isEmpty { return isBare(from: from) }
        // "will jointly develop".
        if parse.verbs[verb].tokens.contains(where: { frame.particles.contains(text.tokens[$0].word) }) { return true }
        for start in from..<min(end, from + 2) {
            var last: Int?
            if frame.particles.contains(text.tokens[start].word) { last = start + 1 }
            for phrase in frame.particlePhrases
            where start + phrase.count <= end
                && phrase.indices.allSatisfy({ knowledge.grammar.canon(text.tokens[start + $0].word) == phrase[$0] })
            {
                last = start + phrase.count
            }
            if let last, !frame.isBare || isBare(from: last) { return true }
        }
        return !frame.isBare && (endsClause(with: frame.particles, verb) || followsObject(frame.particles, verb))
    }

    /// "build a plant together near Lille": the particle right behind the verb's object.
    private func followsObject(_ particles: Set<WordID>, _ verb: Int) -> Bool {
        guard knowledge.frames.language == .english, let object = syntax.objects(of: verb).first,
            parse.unitOfGroup[object] == parse.unitOfVerb[verb] + 1,
            syntax.kind(parse.unitOfGroup[object] + 1) == .other
        else { return false }
        let token = text.tokens[parse.units[parse.unitOfGroup[object] + 1].tokens.lowerBound]
        return particles.contains(token.word) && token.tag == .adverb
    }

    /// "develop a drone together": the particle at the end of the verb's clause.
    private func endsClause(with particles: Set<WordID>, _ verb: Int) -> Bool {
        let clause = syntax.clause(ofVerb: verb)
        let last = parse.units.indices.last { unit in
            parse.units[unit].clause == clause && parse.units[unit].kind != .comma
                && !text.tokens[parse.units[unit].tokens.lowerBound].shape.contains(.isPunctuation)
        }
        guard let last, parse.units[last].kind == .other, last > parse.unitOfVerb[verb],
            parse.units[last].tokens.count == 1
        else { return false }
        let token = text.tokens[parse.units[last].tokens.lowerBound]
        return particles.contains(token.word) && token.tag == .adverb
    }

    /// Whether nothing that the verb could take follows: adverbs, dates and conjunctions at most.
    private func isBare(from token: Int) -> Bool {
        guard let unit = parse.units.firstIndex(where: { $0.tokens.lowerBound >= token }) else { return true }
        switch parse.units[unit].kind {
        case .other:
            let isWord = text.tokens[parse.units[unit].tokens.lowerBound].tag == .adverb
            return isWord ? isBare(from: parse.units[unit].tokens.upperBound) : true
        case .noun(let group):
            guard let value = parse.groups[group].value else { return false }
            if case .date = text.values[value].value { return true }
            return false
        case .preposition:
            guard let group = syntax.group(unit + 1) else { return false }
            guard let value = parse.groups[group].value else {
                // "for years".
                let noun = parse.groups[group]
                return knowledge.spans.contains(syntax.words(unit)) && noun.tokens.count == 1 && noun.hasNoun
                    && noun.isPlural == true && noun.name == nil
            }
            switch text.values[value].value {
            case .date, .duration: return true
            default: return false
            }
        case .verb: return false
        default: return true
        }
    }

    private mutating func match(_ frame: Frame, _ index: Int, _ verb: Int) {
        let group = parse.verbs[verb]
        let unit = parse.unitOfVerb[verb]
        // The participle of a verb that takes "être" is active: "venu de Kaptio".
        let isIntransitive = group.lemmas.contains { knowledge.grammar.auxiliaries.intransitive.contains($0) }
        let objects = syntax.objects(of: verb)
        let complements = syntax.complements(ofUnit: unit, leading: true)
        // "le contrat passé par X avec Y" is not: what is done needs a noun.
        let isDone = !isIntransitive || !frame.with.isEmpty && !agentGroups(verb, complements).isEmpty
        let isPassive = group.isPassive || group.kind == .participle && isDone
        // "sells Orvane to Kaptio": a firm is no goods.
        if frame.relation == "contracts-with",
            frame.from == [.subject] && !frame.to.contains(.object)
                || frame.to == [.subject] && !frame.from.contains(.object),
            frame.with.isEmpty,
            let object = isPassive && knowledge.frames.language == .english
                ? syntax.subject(of: verb).first : objects.first, !parse.groups[object].hasNoun,
            parse.groups[object].value == nil, !isPassive || knowledge.frames.language == .english,
            let sold = resolver.resolve(object, syntax, knowledge),
            [.company, .fund].contains(resolver.entities.items[sold.item].reference.kind)
        {
            return
        }
        if frame.isObjectless, !objects.isEmpty || group.objectClitic != nil { return }
        var support: Int?
        let holdsShare = frame.with.contains(knowledge.frames.percent) && holdsShare(verb)
        if !frame.with.isEmpty || !frame.withPhrases.isEmpty, !holdsShare {
            guard let found = supportNoun(frame, objects: objects, complements: complements, verb: verb) else { return }
            support = found
        }
        let construction: Candidate.Construction =
            switch group.kind {
            case .participle: .participle
            case .gerund: .gerund
            case .infinitive: .infinitive
            case .finite: isPassive ? .passive : .active
            }
        if frame.from == [.mutual] || frame.to == [.mutual] {
            let slot = frame.from == [.mutual] ? frame.to : frame.from
            // "Kaptio and Lumenor compete with Orvane": not with one another.
            if knowledge.frames.language == .english, slot == [.subject], frame.relation != "sibling-of",
                facesThird(complements, after: unit)
            {
                return
            }
            if slot == [.mutual] || slot == [.subject] {
                // "formé par A et B": the doers of the passive; "A et B sont associés": its subjects.
                var fills: [Fill] = []
                if isPassive { fills = agents(verb, frame, complements, subject: true) }
                if fills.count < 2 { fills = references(syntax.subject(of: verb), frame, subject: true) }
                addPairs(index, fills, trigger: mainTokens(verb), verb: verb, group: support, construction: .mutual)
            } else if slot == [.object] {
                let done = isPassive ? syntax.subject(of: verb) : objects.flatMap { parse.members(of: $0) }
                let fills = references(done, frame, subject: true)
                addPairs(index, fills, trigger: mainTokens(verb), verb: verb, group: nil, construction: .mutual)
            } else if case .preposition(let words)? = slot.first {
                // "La bataille fait rage entre X et Y".
                for complement in complements where matches(complement, words) {
                    let fills = references(behind: complement, frame, subject: true)
                    if fills.count < 2 { continue }
                    addPairs(index, fills, trigger: mainTokens(verb), verb: verb, group: support, construction: .mutual)
                    break
                }
            }
            return
        }
        if frame.relation == "leads", support == nil, isAsSomethingElse(complements) { return }
        func fill(_ slots: [Frame.Slot], subject: Bool) -> [Fill] {
            for slot in slots {
                let found = self.fill(
                    slot, frame, verb: verb, isPassive: isPassive, support: support, objects: objects,
                    complements: complements, subject: subject)
                if !found.isEmpty { return found }
            }
            return []
        }
        var from = fill(frame.from, subject: true)
        var to = fill(frame.to, subject: false)
        for slot in from.isEmpty == to.isEmpty ? [] : from.isEmpty ? frame.from : frame.to {
            guard case .preposition(let words) = slot, from.isEmpty || to.isEmpty else { continue }
            let end = reducedEnd(words, frame, verb: verb, others: from + to, subject: from.isEmpty)
            if from.isEmpty { from = end } else { to = end }
        }
        if to.isEmpty, !from.isEmpty, let support, frame.relation == "contracts-with" {
            to = giver(of: support, frame, subject: false).filter { end in
                !from.contains { $0.reference.item == end.reference.item }
            }
        }
        if from.isEmpty, !knowledge.unsaid[index].contains(.subject) { return }
        if from.isEmpty != to.isEmpty {
            guard
                let unsaid = unsaid(
                    index, verb: verb, isPassive: isPassive, support: support, objects: objects,
                    complements: complements, others: from + to, subject: from.isEmpty)
            else { return }
            if from.isEmpty { from = [unsaid] } else { to = [unsaid] }
        }
        if from.isEmpty || to.isEmpty { return }
        if !isPassive, frame.to.first == .object, let object = objects.first(where: { $0 != support }) {
            to += dated(behind: object, frame).filter { fill in
                !(from + to).contains { $0.reference.item == fill.reference.item }
            }
        }
        if let several = frame.several {
            // Two firms may belong to one; it is the owners that are counted.
            let isParent = frame.relation == "subsidiary-of"
            let named = Set((isParent ? to : from).map(\.reference.item)).count
            let isDoing = (isParent ? frame.to : frame.from).contains(.subject)
            let doers = isPassive ? agentGroups(verb, complements).count : syntax.subject(of: verb).count
            if several != (isPartial(verb) || max(named, isDoing ? doers : 0) > 1) { return }
        }
        add(
            index, from: from, to: to, trigger: mainTokens(verb), verb: verb, group: support, construction: construction
        )
        if !isPassive, frame.from == [.subject],
            let sum = support ?? objects.first(where: { parse.groups[$0].value != nil }), parse.groups[sum].value != nil
        {
            addGapped(frame, index, to: to, verb: verb, after: sum)
            addShares(frame, index, from: from, verb: verb, after: sum)
        }
    }

    /// "is partly owned by X".
    private func isPartial(_ verb: Int) -> Bool {
        let tokens = parse.verbs[verb].tokens
        let sentence = text.sentences[parse.sentence].tokens
        return (max(sentence.lowerBound, tokens.lowerBound - 1)..<tokens.upperBound).contains {
            knowledge.partial.contains(text.tokens[$0].word)
        }
    }

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

    /// "bought X in 2020, Y in 2021 and Z last year": further objects of the verb, each with a date of its own.
    private func dated(behind object: Int, _ frame: Frame) -> [Fill] {
        guard knowledge.frames.language == .english, parse.members(of: object).count == 1,
            var unit = endOfDate(behind: parse.unitOfGroup[object])
        else { return [] }
        var out: [Fill] = []
        while true {
            let start = unit
            while [.comma, .grammar(.coordinator)].contains(syntax.kind(unit)) { unit += 1 }
            guard unit > start, let next = syntax.group(unit), parse.groups[next].name != nil,
                let end = endOfDate(behind: unit)
            else { return out }
            out += references([next], frame, subject: false)
            unit = end
        }
    }

    /// The unit behind the date that follows a unit, with or without a preposition.
    private func endOfDate(behind unit: Int) -> Int? {
        let at = syntax.kind(unit + 1) == .preposition ? unit + 2 : unit + 1
        guard let group = syntax.group(at), let value = parse.groups[group].value,
            case .date = text.values[value].value
        else { return nil }
        return at + 1
    }

    /// "succeeds X as head of research", "au poste de directeur financier": a post that is not the first.
    private func isAsSomethingElse(_ complements: [Syntax.Complement]) -> Bool {
        complements.contains { complement in
            guard knowledge.asPrepositions.contains(complement.preposition), let group = complement.groups.first,
                parse.groups[group].hasNoun
            else { return false }
            let isFirst = triggers(in: group).contains { indices, _ in
                indices.contains { frames[$0].relation == "leads" }
            }
            return !isFirst || isSpecified(group) && parse.groups[group].name == nil && isPlainNounBehind(group)
        }
    }

    /// Whether a complement says with whom several do together what a verb tells of.
    private func facesThird(_ complements: [Syntax.Complement], after unit: Int) -> Bool {
        complements.contains { complement in
            guard complement.unit > unit, knowledge.thirds.contains(complement.preposition),
                let group = complement.groups.first, parse.preposition[group] == complement.unit
            else { return false }
            return parse.groups[group].name != nil || resolver.resolve(group, syntax, knowledge) != nil
                || isQuantity(group) && syntax.kind(parse.unitOfGroup[group] + 1) == .preposition
        }
    }

    /// "head of research": the noun that hangs on a post names no house.
    private func isPlainNounBehind(_ group: Int) -> Bool {
        guard let complement = syntax.group(parse.unitOfGroup[group] + 2) else { return false }
        return isPlainNoun([complement])
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

    /// "a remporté l'appel d'offres lancé par X": who gives what a verb takes, where a participle says it.
    private func giver(of support: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard knowledge.frames.language == .french else { return [] }
        let clause = syntax.clause(ofGroup: support)
        for verb in parse.verbs.indices
        where parse.verbs[verb].kind == .participle && syntax.clause(ofVerb: verb) == clause
            && parse.unitOfVerb[verb] > parse.unitOfGroup[support]
            && parse.unitOfVerb[verb] == lastComplementUnit(parse.unitOfGroup[support]) + 1
        {
            let complements = syntax.complements(ofUnit: parse.unitOfVerb[verb], leading: false)
            return references(agentGroups(verb, complements), frame, subject: subject)
        }
        return []
    }

    /// Whether a group only counts what follows it.
    func isQuantity(_ group: Int) -> Bool {
        let tokens = parse.groups[group].tokens
        if parse.groups[group].value != nil { return true }
        if syntax.lemmas(ofGroup: group).contains(where: { knowledge.quantities.contains($0) }) { return true }
        return text.values(in: tokens).contains { mention in
            if case .count = mention.value { mention.tokens.overlaps(tokens) } else { false }
        }
    }

    /// The lemmas of all nouns of a group: "a cloud contract" holds "contract", a share holds `#percent`.
    func lemmasIn(_ group: Int) -> Set<WordID> {
        var out = Set(syntax.lemmas(ofGroup: group))
        for mention in text.values(in: parse.groups[group].tokens)
        where mention.tokens.overlaps(parse.groups[group].tokens) {
            switch mention.value {
            case .percent: out.insert(knowledge.frames.percent)
            case .money: out.insert(knowledge.frames.money)
            case .round: out.insert(knowledge.frames.round)
            case .count: out.insert(knowledge.frames.count)
            default: break
            }
        }
        if let name = parse.groups[group].name, text.names[name].kind == .product {
            out.insert(knowledge.frames.product)
        }
        if knowledge.frames.language == .english {
            for token in parse.groups[group].tokens {
                for reading in knowledge.grammar.readings(text.tokens[token].word) where !reading.form.isVerb {
                    out.insert(reading.lemma)
                }
            }
        }
        return out
    }

    /// "auprès de X, le fonds de Y, et de Z": the complements that "et" adds farther on.
    func continued(
        _ first: Syntax.Complement, _ words: [WordID], _ complements: [Syntax.Complement], _ frame: Frame,
        _ subject: Bool
    ) -> [Fill] {
        var out: [Fill] = []
        for complement in complements where complement.unit > first.unit {
            guard syntax.kind(complement.unit - 1) == .grammar(.coordinator),
                complement.preposition == words
                    || complement.preposition.count == 1 && complement.preposition.last == words.last
            else { continue }
            out += references(behind: complement, frame, subject: subject)
        }
        return out
    }

    /// "par X et par Y": all doers of a passive, up to the next participle, which has its own.
    private func agents(
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

    /// "Investors including X and Y put up the money": the examples of the one plural noun that fills a slot.
    private func examples(of groups: [Int], _ frame: Frame, subject: Bool) -> [Fill]? {
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

    /// "est monté au capital de X, créé par Y": who a participle behind the verb says to have done it.
    private func isOtherAgent(_ complement: Syntax.Complement, _ verb: Int) -> Bool {
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

    private func fill(
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
            let voice = subjects.isEmpty ? voice(of: verb, frame, subject: subject) : []
            if !voice.isEmpty { return voice }
            let speakers = speakers(verb, frame, asSubject: true, subject: subject)
            return speakers.isEmpty && subjects.isEmpty ? each(before: verb, frame, subject: subject) : speakers
        case .object:
            if isPassive {
                let subjects = syntax.subject(of: verb)
                if let support, subjects.contains(support) { return [] }
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
            for object in objects where object != support || parse.groups[object].name != nil {
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
            where matches(complement, words) && mayBelong(complement, to: support, verb: verb)
                && !isOtherAgent(complement, verb) && !isShareOfOther(complement, frame, support)
                && !isInInset(complement, before: verb)
            {
                var found = references(behind: complement, frame, subject: subject)
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
            var steps = 0
            while syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
                let owner = syntax.group(unit + 2)
            {
                // "la place de marché de X": a bare noun has nothing.
                guard knowledge.frames.language == .french, isPlainNoun([owner]), steps < 2,
                    parse.groups[owner].determiner == .none,
                    !knowledge.grammar.isContracted(text.tokens[parse.units[unit + 1].tokens.lowerBound].word)
                else { return references(parse.members(of: owner), frame, subject: subject) }
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
