internal import LiaisonLanguage
internal import LiaisonModel

/// Ends that go without saying because the text is about them, as in "Halcyon détient 19 %": definite null instantiation
/// in the words of FrameNet (Fillmore 1986; Ruppenhofer et al. 2010).
extension FrameMatcher {
    /// What a verb leaves unsaid, where nothing stands in the place of that end.
    /// - Parameter others: What fills the other end.
    func unsaid(
        _ index: Int, verb: Int, isPassive: Bool, support: Int?, objects: [Int], complements: [Syntax.Complement],
        others: [Fill], subject: Bool
    ) -> Fill? {
        guard frames[index].unsaid.contains(subject ? .subject : .object) else { return nil }
        let frame = frames[index]
        // "found that sales fell": what may be a form of another verb leaves nothing out.
        if knowledge.frames.language == .english, parse.verbs[verb].lemmas.count > 1 { return nil }
        for slot in subject ? frame.from : frame.to {
            switch slot {
            case .subject:
                // What an active verb has for a subject was not understood.
                guard isPassive, agentGroups(verb, complements).isEmpty else { return nil }
            case .object:
                let group = parse.verbs[verb]
                guard group.objectClitic == nil,
                    isPassive || !objects.contains(where: { $0 != support && parse.groups[$0].value == nil })
                else { return nil }
            case .dative:
                guard parse.verbs[verb].dative == nil, !hasComplement(knowledge.datives, complements) else {
                    return nil
                }
            case .place: guard parse.verbs[verb].placeClitic == nil else { return nil }
            case .owner:
                guard let support, !hasOwner(support) else { return nil }
            case .preposition(let words): guard !hasComplement([words], complements) else { return nil }
            case .modifier: guard support.map({ parse.groups[$0].leading.isEmpty }) ?? true else { return nil }
            case .head, .topic, .mutual, .round, .objectOwner, .objectUser, .objectMaker: break
            }
        }
        if let support, isSpecified(support, by: subject ? frame.from : frame.to) { return nil }
        // "Halcyon led the round; Orvane signed up.": for the round, and no contract.
        if frame.isBare, frame.relation == "contracts-with", resolver.isOfRound(parse.sentence) { return nil }
        let clause = syntax.clause(ofVerb: verb)
        // "un rapport où des entreprises investissent": the place is said.
        if let opener = parse.clauses[clause].opener, parse.units[opener].kind == .grammar(.relativeOblique) {
            return nil
        }
        let place = ReferenceResolver.Place(tokens: mainTokens(verb), sentence: parse.sentence)
        return unsaid(
            frame, at: place, clause: clause, around: parse.unitOfVerb[verb], others: others, subject: subject)
    }

    /// Whose a role is that nothing says it of: "Genprox, a former investor, declined".
    func unsaid(
        _ index: Int, role group: Int, _ heads: [Fill], _ construction: Candidate.Construction, subject: Bool
    ) -> Fill? {
        guard frames[index].unsaid.contains(subject ? .subject : .object) else { return nil }
        guard construction == .apposition || construction == .copula || construction == .list else { return nil }
        guard !hasOwner(group), !isSpecified(group) else { return nil }
        // "Peter Thiel, the investor": what somebody does for a living.
        let noun = parse.groups[group]
        let isPart = playsPart(group)
        if !isPart {
            // "The nearest rival is X" says whose as little as "a rival", but that it is one.
            // "X, le concurrent belge", "the closest rival, X": an adjective tells that it is not the only one.
            if noun.determiner == .definite, construction == .apposition, noun.tokens.count < 3 {
                return nil
            }
            let isPerson = heads.contains { resolver.entities.items[$0.reference.item].reference.kind == .person }
            if isPerson { return nil }
        }
        let place = ReferenceResolver.Place(tokens: noun.head..<noun.head + 1, sentence: parse.sentence)
        return unsaid(
            frames[index], at: place, clause: syntax.clause(ofGroup: group), around: parse.unitOfGroup[group],
            others: heads, subject: subject)
    }

    /// "a former investor", "the biggest shareholder".
    func playsPart(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        return noun.isFormer || noun.tokens.contains { knowledge.partPlayed[text.tokens[$0].word] != nil }
    }

    /// An end of what a noun tells of: "A contract with the Ministry of Health ended in 2023." A noun that depends on a verb
    /// is that of the verb's subject.
    func unsaid(_ index: Int, event group: Int, others: [Fill], subject: Bool) -> Fill? {
        guard frames[index].unsaid.contains(subject ? .subject : .object), parse.preposition[group] == nil else {
            return nil
        }
        // "There is the stake of X": that verb has no subject of its own.
        if let verb = governingVerb(of: group), !syntax.isCopula(verb) || !syntax.subject(of: verb).isEmpty {
            return nil
        }
        guard !hasOwner(group) else { return nil }
        let noun = parse.groups[group]
        let place = ReferenceResolver.Place(tokens: noun.head..<noun.head + 1, sentence: parse.sentence)
        return unsaid(
            frames[index], at: place, clause: syntax.clause(ofGroup: group), others: others, subject: subject)
    }

    /// What the text is about, where the clause names nothing else that could be meant.
    func unsaid(
        _ frame: Frame, at place: ReferenceResolver.Place, clause: Int, around unit: Int? = nil, others: [Fill],
        subject: Bool
    ) -> Fill? {
        let excluding = Set(others.map(\.reference.item))
        let kinds = kinds(frame, subject: subject)
        let role = RelationEnd(relation: frame.relation, isSubject: subject)
        guard let found = resolver.unsaid(at: place, role: role, excluding: excluding, kinds: kinds),
            isAllowed(found, frame, subject: subject)
        else { return nil }
        for group in parse.groups.indices
        where syntax.clause(ofGroup: group) == clause && !(unit.map { isApart(group, from: $0) } ?? false)
            && !isReceiver(group)
        {
            let named = [parse.groups[group].name].compactMap(\.self) + parse.groups[group].leading
            for name in named {
                let item = resolver.entities.itemOfName[name]
                let kind = resolver.entities.items[item].reference.kind
                if item != found.item, !excluding.contains(item), kinds.contains(kind) || kind == .product {
                    return nil
                }
            }
        }
        return (nil, found)
    }

    /// "sold its 20% to Quantrel": the one to whom is another end.
    private func isReceiver(_ group: Int) -> Bool {
        parse.preposition[group].map { knowledge.datives.contains(syntax.words($0)) } ?? false
    }

    /// Whether a group stands in another of the sentences that "and" joins: "Veltrix leases it, and Borgant placed an order".
    private func isApart(_ group: Int, from unit: Int) -> Bool {
        let other = parse.unitOfGroup[group]
        let between = other < unit ? other + 1..<unit : min(unit + 1, other)..<other
        let clause = parse.units[unit].clause
        func hasVerb(_ range: Range<Int>) -> Bool {
            range.contains { index in
                parse.units[index].clause == clause
                    && syntax.verb(index).map { parse.verbs[$0].kind == .finite } ?? false
            }
        }
        return between.contains { index in
            guard syntax.kind(index) == .grammar(.coordinator) || syntax.kind(index) == .semicolon else { return false }
            // Both have a verb, and the later one a subject of its own.
            let (earlier, later) = (0..<index, index + 1..<parse.units.count)
            guard hasVerb(earlier), hasVerb(later),
                let verb = later.lazy.compactMap({ syntax.verb($0) }).first(where: {
                    parse.verbs[$0].kind == .finite && syntax.clause(ofVerb: $0) == clause
                })
            else { return false }
            let subjects = syntax.subject(of: verb).map { parse.unitOfGroup[$0] }
            return subjects.contains { $0 > index } || subjects.isEmpty
        }
    }

    /// Whether a complement stands behind one of some prepositions that is no date or sum.
    private func hasComplement(_ prepositions: [[WordID]], _ complements: [Syntax.Complement]) -> Bool {
        complements.contains { complement in
            prepositions.contains { matches(complement, $0) }
                && complement.groups.contains { !isTime($0) && !isWhole($0) }
        }
    }

    /// "of the shares", "14 % des titres": what is divided, not whose.
    private func isWhole(_ group: Int) -> Bool {
        parse.groups[group].name == nil && !hasOwner(group)
            && syntax.lemmas(ofGroup: group).contains { knowledge.wholes.contains($0) }
    }

    /// Whether something says whose a noun is.
    private func hasOwner(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        return noun.possessive != nil || noun.possessor != nil || !noun.leading.isEmpty
    }

    /// Whether a complement says more of a noun: "an investor in start-ups".
    /// - Parameter slots: where the end could stand; what other prepositions say belongs to the verb.
    func isSpecified(_ group: Int, by slots: [Frame.Slot] = []) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(unit + 1) == .preposition, let complement = syntax.group(unit + 2) else { return false }
        let words = syntax.words(unit + 1)
        if !slots.isEmpty, words != knowledge.genitive, !slots.contains(.preposition(words)),
            knowledge.datives.contains(words)
        {
            return false
        }
        // "new clients in the period", "its rivals in Europe": when and where, not whose.
        if words != knowledge.genitive, isWhenOrWhere(complement) { return false }
        return !isTime(complement) && !isSum(complement) && !isWhole(complement)
    }

    private func isWhenOrWhere(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        if let name = noun.name { return text.names[name].kind == .place }
        return noun.hasNoun && resolver.words.periods.contains(text.tokens[noun.head].word)
    }

    /// "un ticket de 500 000 euros", "une participation de 12 %": how much, not whose.
    private func isSum(_ group: Int) -> Bool {
        parse.groups[group].name == nil && parse.groups[group].value.map { text.values[$0].value.isAmount } ?? false
    }

    private func isTime(_ group: Int) -> Bool {
        text.isTime(parse.groups[group])
    }
}
