internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// Tries the frames of a group's noun.
    mutating func matchNoun(_ group: Int) {
        matchPossession(group)
        matchFormer(group)
        let noun = parse.groups[group]
        guard noun.hasNoun else { return }
        var tried: Set<Int> = []
        for (indices, trigger) in triggers(in: group) {
            for index in indices where tried.insert(index).inserted {
                let frame = frames[index]
                if isForbidden(frame, unit: parse.unitOfGroup[group]) { continue }
                if let isPlural = frame.isPlural, isPlural != (noun.isPlural == true) { continue }
                if frame.trigger == .role {
                    matchRole(frame, index, group, trigger)
                } else {
                    matchEvent(frame, index, group, trigger)
                }
            }
        }
    }

    /// The frames of a group's head and of the phrases that include it: "directeur général", "chief executive".
    func triggers(in group: Int) -> [([Int], Range<Int>)] {
        let noun = parse.groups[group]
        var out: [([Int], Range<Int>)] = []
        let end = text.sentences[parse.sentence].tokens.upperBound
        var covered = false
        for start in noun.tokens where start <= noun.head {
            if let hit = knowledge.frames.phrases.longest(
                start..<min(end, start + 7), { knowledge.grammar.canon(text.tokens[$0].word) }),
                start + hit.length > noun.head
                    || knowledge.frames.language == .english && start + hit.length > noun.head
            {
                out.append((hit.value, start..<start + hit.length))
                covered = true
                break
            }
        }
        if covered { return out }
        // "celui d'Orvane": the noun that it stands for, with all its words.
        if let antecedent = noun.standsFor {
            return triggers(in: antecedent).map { ($0.0, noun.tokens) }
        }
        for lemma in syntax.lemmas(ofGroup: group) {
            if let indices = knowledge.frames.nouns[lemma] { out.append((indices, noun.head..<noun.head + 1)) }
        }
        return out
    }

    // MARK: Event nouns

    /// "l'investissement de X dans Y", "X's purchase of Y".
    private mutating func matchEvent(_ frame: Frame, _ index: Int, _ group: Int, _ trigger: Range<Int>) {
        let unit = lastUnit(of: trigger, group)
        let complements = nounComplements(unit)
        if frame.from == [.mutual] || frame.to == [.mutual] {
            mutual(frame, index, group, trigger, complements)
            return
        }
        var from = fill(
            frame.from, frame, group: group, last: unit, complements: complements, subject: true, excluding: [])
        if from.isEmpty, !frames[index].unsaid.contains(.subject) { return }
        var to = fill(
            frame.to, frame, group: group, last: unit, complements: complements, subject: false,
            excluding: Set(from.map(\.reference.item)))
        if from.isEmpty != to.isEmpty {
            guard let unsaid = unsaid(index, event: group, others: from + to, subject: from.isEmpty) else { return }
            if from.isEmpty { from = [unsaid] } else { to = [unsaid] }
        }
        if from.isEmpty || to.isEmpty { return }
        add(index, from: from, to: to, trigger: trigger, verb: nil, group: group, construction: .noun)
    }

    /// "le partenariat entre X et Y", "their merger".
    mutating func mutual(
        _ frame: Frame, _ index: Int, _ group: Int, _ trigger: Range<Int>, _ complements: [Syntax.Complement]
    ) {
        let slots = frame.from == [.mutual] ? frame.to : frame.from
        for slot in slots {
            switch slot {
            case .preposition(let words):
                // "Entre X et Y, la concurrence est rude".
                for complement in complements + fronted(before: group) where matches(complement, words) {
                    let fills = references(behind: complement, frame, subject: true)
                    if fills.count > 1 {
                        addPairs(index, fills, trigger: trigger, verb: nil, group: group, construction: .noun)
                        return
                    }
                }
            case .owner:
                if let owner = parse.groups[group].possessor {
                    let fills = references(parse.members(of: owner), frame, subject: true)
                    if fills.count > 1 {
                        addPairs(index, fills, trigger: trigger, verb: nil, group: group, construction: .noun)
                    }
                }
            case .head:
                // "X et Y, rivaux de longue date".
                if isHad(group) { return }
                // "both sisters' children": whose something is.
                if knowledge.frames.language == .english, parse.groups[group].name == nil,
                    syntax.kind(parse.unitOfGroup[group] + 1) == .grammar(.genitive)
                {
                    return
                }
                var (fills, construction, verb) = referents(of: group, frame, subject: true)
                let noun = parse.groups[group]
                // "X et Y, frère et sœur": one noun for each of two names.
                if construction == .apposition, let host = parse.host[group], isOfEach(trigger) {
                    fills = references(parse.members(of: host), frame, subject: true)
                }
                // "X et Y sont les deux concurrents à battre": somebody else's.
                if construction == .copula, noun.determiner == .definite,
                    syntax.kind(parse.unitOfGroup[group] + 1) == .preposition,
                    let next = syntax.verb(parse.unitOfGroup[group] + 2), parse.verbs[next].kind == .infinitive
                {
                    return
                }
                // "avec des rivaux comme X et Y": somebody else's.
                if construction == .list, frame.relation == "rival-of" { return }
                // "X's rivals are Y and Z": of X, not of one another.
                if construction == .copula, noun.possessive != nil || noun.possessor != nil { return }
                // "three rivals in a year: X, Y and Z": whose they are is said elsewhere.
                if construction == .apposition, let host = parse.host[group],
                    parse.unitOfGroup[host] > parse.unitOfGroup[group],
                    parse.units[parse.unitOfGroup[group]..<parse.unitOfGroup[host]].contains(where: {
                        $0.kind == .colon
                    })
                {
                    return
                }
                // "X and Y are partners of Z", "X et Y, rivaux de Z".
                if construction == .copula || construction == .apposition, frame.relation != "sibling-of",
                    complements.contains(where: { complement in
                        complement.preposition == knowledge.genitive
                            && complement.groups.contains { parse.groups[$0].name != nil }
                    })
                {
                    return
                }
                // "X and Y, the operator's main rivals": of the operator.
                if construction == .apposition, noun.possessor != nil, frame.relation != "sibling-of" { return }
                if construction == .prenominal,
                    noun.possessive != nil || noun.possessor != nil
                        || noun.determiner == .none && parse.unitOfGroup[group] > 0
                            && frame.relation != "sibling-of"
                {
                    return
                }
                // "les frères X et Y, ainsi que Z": the first pair.
                var near = construction == .prenominal ? fills.filter { isNear($0.group, to: group) } : fills
                // "les sœurs Morel, Anne et Claire": the last name that they share, and who they are.
                if near.count > 2, construction == .prenominal, knowledge.frames.language == .french,
                    let name = noun.name, text.names[name].tokens.count == 1, near[0].group == group,
                    syntax.kind(parse.unitOfGroup[group] + 1) == .comma
                {
                    near.removeFirst()
                }
                if near.count > 1 {
                    addPairs(index, near, trigger: trigger, verb: verb, group: group, construction: construction)
                    return
                }
            default: break
            }
        }
    }

    /// "frère et sœur": a trigger of two nouns with "and" between them.
    private func isOfEach(_ trigger: Range<Int>) -> Bool {
        trigger.count > 2 && trigger.dropFirst().contains { knowledge.grammar.is(text.tokens[$0].word, .coordinator) }
    }

    /// Whether no second coordinator stands between a group and a member of its list: "A et B, ainsi que C".
    private func isNear(_ member: Int?, to group: Int) -> Bool {
        guard let member else { return true }
        let units = parse.unitOfGroup[group]..<max(parse.unitOfGroup[group], parse.unitOfGroup[member])
        return units.count { syntax.kind($0) == .grammar(.coordinator) } < 2
    }

    // MARK: Roles

    /// "son investisseur X", "X, rival de Y", "le PDG de Y, X".
    private mutating func matchRole(_ frame: Frame, _ index: Int, _ group: Int, _ trigger: Range<Int>) {
        if let isDefinite = frame.articles[trigger.map { knowledge.grammar.canon(text.tokens[$0].word) }],
            isDefinite == (parse.groups[group].determiner == .indefinite)
        {
            return
        }
        if frame.relation == "leads", isPostAtPart(group) { return }
        let unit = lastUnit(of: trigger, group)
        let complements = nounComplements(unit)
        if frame.from == [.mutual] || frame.to == [.mutual] {
            mutual(frame, index, group, trigger, complements)
            return
        }
        let headIsSubject = frame.from.contains(.head)
        let (heads, construction, verb) = referents(of: group, frame, subject: headIsSubject)
        if heads.isEmpty || isOneOfSeveral(group) {
            noteRole(frame, index, group, unit, complements, heads, headIsSubject: headIsSubject)
        }
        if heads.isEmpty { return }
        // An owner alone is the parent; several are shareholders.
        if let several = frame.several, several != (heads.count > 1) { return }
        // "X, la concurrente montée par …": an apposition without owner does not say whose.
        // "X, another investor": no more does it say of which round.
        let isPlain = construction == .apposition && parse.groups[group].determiner == .indefinite && !playsPart(group)
        let slots = (headIsSubject ? frame.to : frame.from).filter {
            construction != .apposition
                || ($0 != .topic || isTakenApposition(group, frame)) && (!isPlain || $0 != .round)
        }
        // "whose investors include X": not those of the round that the text told of.
        if slots == [.round], isOwned(group) { return }
        var others = fill(
            slots, frame, group: group, last: unit, complements: complements,
            subject: !headIsSubject,
            excluding: Set(heads.map(\.reference.item)))
        if others.isEmpty, slots.contains(.owner) {
            others = havers(of: group, frame, subject: !headIsSubject).filter { other in
                !heads.contains { $0.reference.item == other.reference.item }
            }
        }
        let isSaid = !others.isEmpty
        if others.isEmpty, slots.contains(.owner), mayGoWithoutOwner(heads, frame, construction),
            let owner = resolver.bareOwner(
                of: group, syntax, knowledge, role: RelationEnd(relation: frame.relation, isSubject: !headIsSubject),
                excluding: Set(heads.map(\.reference.item)),
                kinds: kinds(frame, subject: !headIsSubject))
        {
            others = [(nil, owner)]
        }
        if others.isEmpty, let unsaid = unsaid(index, role: group, heads, construction, subject: !headIsSubject) {
            others = [unsaid]
        }
        // "the administrator, X": of no firm that goes unsaid.
        if !isSaid, !frame.publicPosts.isEmpty,
            frame.publicPosts.contains(trigger.map { knowledge.grammar.canon(text.tokens[$0].word) })
        {
            others = others.filter { other in
                let kind = resolver.entities.items[other.reference.item].reference.kind
                return kind != .company && kind != .fund
            }
        }
        if others.isEmpty { return }
        if construction == .apposition, others.count == 1 {
            open(
                OpenRole(
                    frame: index, owners: others.map(\.reference), headIsSubject: headIsSubject, isPlural: false,
                    isAnnounced: false, sentence: parse.sentence))
        }
        if headIsSubject {
            add(index, from: heads, to: others, trigger: trigger, verb: verb, group: group, construction: construction)
        } else {
            add(index, from: others, to: heads, trigger: trigger, verb: verb, group: group, construction: construction)
        }
    }

    /// "has bought Kaptio, a French rival": said of what a verb takes, without an owner, a rival is that of the verb's subject.
    private func isTakenApposition(_ group: Int, _ frame: Frame) -> Bool {
        guard knowledge.frames.language == .english, frame.relation == "rival-of", let host = parse.host[group],
            parse.groups[group].determiner == .indefinite,
            let verb = parse.verbs.indices.last(where: {
                parse.unitOfVerb[$0] < parse.unitOfGroup[host] && parse.verbs[$0].kind != .participle
                    && syntax.clause(ofVerb: $0) == syntax.clause(ofGroup: host)
            }), !parse.verbs[verb].isPassive
        else { return false }
        return syntax.objects(of: verb).contains { parse.members(of: $0).contains(host) }
            && syntax.subject(of: verb).allSatisfy { parse.groups[$0].name != nil || parse.groups[$0].isPronoun }
    }

    /// Whether a role may be that of the organisation which the text is about, though nothing says so: the posts of persons
    /// are. A bare "le modèle X", "le rival X" or "l'ingénieur X" is anybody's.
    private func mayGoWithoutOwner(_ heads: [Fill], _ frame: Frame, _ construction: Candidate.Construction) -> Bool {
        guard construction != .list else { return false }
        let isPersons = heads.allSatisfy {
            resolver.entities.items[$0.reference.item].reference.kind == .person
        }
        return isPersons && frame.relation != "invests-in"
            && (construction != .prenominal || frame.relation == "leads" || frame.relation == "founder-of")
    }

    /// The unit that holds the last word of a trigger of several words.
    private func lastUnit(of trigger: Range<Int>, _ group: Int) -> Int {
        var unit = parse.unitOfGroup[group]
        while unit + 1 < parse.units.count, parse.units[unit + 1].tokens.lowerBound < trigger.upperBound { unit += 1 }
        return unit
    }

    /// The complements of a noun: up to the next verb or a comma that joins nothing.
    private func nounComplements(_ unit: Int) -> [Syntax.Complement] {
        var limit = parse.units.count
        var index = unit + 1
        var agent: Syntax.Complement?
        while index < parse.units.count {
            if parse.units[index].kind == .comma, parse.units[index].depth == parse.units[unit].depth, !joins(index) {
                if let behind = behindValue(index) {
                    index = behind
                    continue
                }
                limit = index
                agent = agentBehindInset(index, clause: parse.units[unit].clause)
                break
            }
            // "professeur à X et auteur de Y": what follows is the second noun's.
            if parse.units[index].kind == .grammar(.coordinator), index > unit + 1, let next = syntax.group(index + 1),
                parse.groups[next].hasNoun, parse.groups[next].name == nil, parse.members(of: next).count == 1
            {
                limit = index
                break
            }
            index += 1
        }
        return syntax.complements(ofUnit: unit, leading: false).filter { $0.unit < limit || $0.unit < unit }
            + [agent].compactMap(\.self)
    }

    /// "le rachat de X, basée à Nantes, par Y", "the takeover of X, which makes drones, by Y": who does it, behind what commas say of
    /// the name before them.
    private func agentBehindInset(_ comma: Int, clause: Int) -> Syntax.Complement? {
        guard let named = syntax.group(comma - 1), parse.groups[named].name != nil else { return nil }
        let depth = parse.units[comma].depth
        var unit = comma + 1
        while unit < min(parse.units.count, comma + 10) {
            switch parse.units[unit].kind {
            case .comma where parse.units[unit].depth == depth:
                guard syntax.kind(unit + 1) == .preposition, knowledge.agents.contains(syntax.words(unit + 1)) else {
                    return nil
                }
                return syntax.complement(at: unit + 1)
            case .semicolon, .colon: return nil
            case .verb(let verb) where parse.verbs[verb].kind == .finite && parse.units[unit].clause == clause:
                return nil
            default: unit += 1
            }
        }
        return nil
    }

    /// "le rachat, en 2018, de X", "l'acquisition, pour 30 millions d'euros, de X": the preposition behind a date or sum that commas
    /// part from the noun.
    private func behindValue(_ comma: Int) -> Int? {
        guard knowledge.frames.language == .french else { return nil }
        let start = syntax.kind(comma + 1) == .preposition ? comma + 2 : comma + 1
        guard let value = syntax.group(start), parse.groups[value].value != nil, syntax.kind(start + 1) == .comma,
            syntax.kind(start + 2) == .preposition
        else { return nil }
        return start + 2
    }

    /// Whether a comma stands between members of one list.
    private func joins(_ unit: Int) -> Bool {
        guard let before = syntax.group(unit - 1) else { return false }
        var next = unit + 1
        while next < parse.units.count, syntax.group(next) == nil, next < unit + 4 { next += 1 }
        guard let after = syntax.group(next) else { return false }
        return parse.listOfGroup[before] == parse.listOfGroup[after]
    }

    /// Relations of which somebody who leads a firm speaks for the firm.
    static let ofHouses: Set<RelationID> = ["acquires", "contracts-with", "partners-with", "merges-with"]
}
