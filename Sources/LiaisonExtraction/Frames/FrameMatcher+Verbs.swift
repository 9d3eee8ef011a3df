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
                ? syntax.subject(of: verb).first : objects.first,
            !parse.groups[object].hasNoun || endsWithName(object), parse.groups[object].value == nil,
            !isPassive || knowledge.frames.language == .english,
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
        if from.isEmpty, !frames[index].unsaid.contains(.subject) { return }
        if from.isEmpty != to.isEmpty {
            guard
                let unsaid = unsaid(
                    index, verb: verb, isPassive: isPassive, support: support, objects: objects,
                    complements: complements, others: from + to, subject: from.isEmpty)
            else { return }
            if from.isEmpty { from = [unsaid] } else { to = [unsaid] }
        }
        if from.isEmpty || to.isEmpty { return }
        let isFrom = knowledge.frames.language == .english && frame.from.first == .object
        if !isPassive, isFrom || frame.to.first == .object, let object = objects.first(where: { $0 != support }) {
            let further = dated(behind: object, frame, verb).filter { fill in
                !(from + to).contains { $0.reference.item == fill.reference.item }
            }
            if isFrom { from += further } else { to += further }
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

    /// "its rival Kaptio": a noun and the name of the firm that it calls so.
    private func endsWithName(_ group: Int) -> Bool {
        knowledge.frames.language == .english && parse.groups[group].name != nil && parse.groups[group].leading.isEmpty
    }

    /// "is partly owned by X".
    private func isPartial(_ verb: Int) -> Bool {
        let tokens = parse.verbs[verb].tokens
        let sentence = text.sentences[parse.sentence].tokens
        return (max(sentence.lowerBound, tokens.lowerBound - 1)..<tokens.upperBound).contains {
            knowledge.partial.contains(text.tokens[$0].word)
        }
    }

    /// "bought X in 2020, Y in 2021 and Z last year": further objects of the verb, each with a date of its own.
    private func dated(behind object: Int, _ frame: Frame, _ verb: Int) -> [Fill] {
        if knowledge.frames.language == .french {
            let last = parse.unitOfGroup[parse.members(of: object).last ?? object]
            let unit = endOfDate(behind: last) ?? last + 1
            return syntax.objectBehindDates(unit, like: object, of: verb).map {
                references(parse.members(of: $0), frame, subject: false)
            } ?? []
        }
        guard parse.members(of: object).count == 1,
            var unit = endOfDate(behind: parse.unitOfGroup[object])
                ?? endOfPurpose(behind: parse.unitOfGroup[object], frame)
        else { return [] }
        var out: [Fill] = []
        while true {
            let start = unit
            while [.comma, .grammar(.coordinator)].contains(syntax.kind(unit)) { unit += 1 }
            guard unit > start, let next = syntax.group(unit), parse.groups[next].name != nil,
                let end = endOfDate(behind: unit) ?? endOfPurpose(behind: unit, frame)
            else { return out }
            out += references([next], frame, subject: frame.from.first == .object)
            unit = end
        }
    }

    /// "hired X for the pumps, Y for the pipes": where what a further object is wanted for ends.
    private func endOfPurpose(behind unit: Int, _ frame: Frame) -> Int? {
        guard frame.from.first == .object, syntax.kind(unit + 1) == .preposition,
            parse.units[unit + 1].tokens.count == 1,
            knowledge.into.contains(syntax.words(unit + 1)), let purpose = syntax.group(unit + 2),
            parse.groups[purpose].name.map({ text.names[$0].kind == .place }) ?? parse.groups[purpose].hasNoun,
            parse.groups[purpose].value == nil,
            parse.members(of: purpose).count == 1
        else { return nil }
        return unit + 3
    }

    /// The unit behind the date that follows a unit, with or without a preposition.
    private func endOfDate(behind unit: Int) -> Int? {
        let at = syntax.kind(unit + 1) == .preposition ? unit + 2 : unit + 1
        return syntax.isDate(at) ? at + 1 : nil
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
}
