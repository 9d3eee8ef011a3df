internal import LiaisonLanguage
internal import LiaisonModel

/// Whose a noun is, and what else its own words say.
extension FrameMatcher {
    /// Whose a noun is: `'s`, a possessive, a name before it, "whose"; and what its sister in "cofounder and CEO" has.
    func owners(of group: Int, _ frame: Frame, subject: Bool, excluding: Set<Int>) -> [Fill] {
        let noun = parse.groups[group]
        if let owner = noun.possessor {
            let found = references(parse.members(of: owner), frame, subject: subject)
            if !found.isEmpty { return found }
        }
        if noun.possessive != nil {
            let owners = resolver.possessors(
                of: group, syntax, knowledge, excluding: excluding.union(namesIn(group)),
                kinds: kinds(frame, subject: subject),
                role: RelationEnd(relation: frame.relation, isSubject: subject)
            ).filter { isAllowed($0, frame, subject: subject) }
            if !owners.isEmpty { return owners.map { (nil, $0) } }
            if let firm = firmOfOwner(group, frame, subject: subject, excluding: excluding) { return [(nil, firm)] }
        }
        // "our only serious rival", "my brother Max": that of the firm for which somebody speaks, or of the speaker.
        let before = noun.tokens.lowerBound - 1
        if noun.determiner == .none, text.sentences[parse.sentence].tokens.contains(before),
            resolver.words.ours.contains(text.tokens[before].word)
                || resolver.words.selves.contains(text.tokens[before].word)
        {
            let place = ReferenceResolver.Place(tokens: before..<before + 1, sentence: parse.sentence)
            if let firm = resolver.voice(at: place), isAllowed(firm, frame, subject: subject),
                !excluding.contains(firm.item)
            {
                return [(nil, firm)]
            }
            return []
        }
        if frame.relation != "makes", resolver.isSpeakers(group, syntax), let first = noun.tokens.first,
            let firm = resolver.speakersFirm(
                at: ReferenceResolver.Place(tokens: first..<first + 1, sentence: parse.sentence), syntax,
                excluding: excluding.union(namesIn(group)), kinds: kinds(frame, subject: subject)),
            isAllowed(firm, frame, subject: subject)
        {
            return [(nil, firm)]
        }
        let having = havers(group, frame, subject: subject).filter { !excluding.contains($0.reference.item) }
        if !having.isEmpty { return having }
        for name in noun.leading {
            let reference = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            if isAllowed(reference, frame, subject: subject) { return [(group, reference)] }
        }
        // "X (CTO AWS)": the post's own name.
        if let name = noun.name, parse.host[group] != nil, noun.determiner == .none {
            let reference = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            if isAllowed(reference, frame, subject: subject), !excluding.contains(reference.item) {
                return [(group, reference)]
            }
        }
        let unit = parse.unitOfGroup[group]
        let clause = parse.clauses[parse.units[unit].clause]
        if clause.kind == .relative, let opener = clause.opener,
            parse.units[opener].kind == .grammar(.relativePossessive),
            opener < unit, !(opener + 1..<unit).contains(where: { syntax.verb($0) != nil || syntax.group($0) != nil }),
            let antecedent = clause.antecedent
        {
            return references([antecedent], frame, subject: subject)
        }
        // "X (groupe Y)": whose a noun in brackets is.
        if noun.name != nil, noun.determiner == .none, syntax.kind(unit - 1) == .open, syntax.kind(unit + 1) == .close,
            let before = syntax.group(unit - 2), parse.groups[before].name != nil
        {
            let found = references([before], frame, subject: subject).filter {
                !excluding.contains($0.reference.item)
            }
            if !found.isEmpty { return found }
        }
        // "X en est le président": of what was spoken of.
        if let verb = governingVerb(of: group), syntax.isCopula(verb), let token = parse.verbs[verb].genitiveClitic,
            let reference = resolver.clitic(
                at: token, syntax: syntax, excluding: excluding, kinds: kinds(frame, subject: subject))
        {
            return [(nil, reference)]
        }
        // "its co-founder and CEO": the second noun is the same one's.
        if noun.determiner == .none, syntax.kind(unit - 1) == .grammar(.coordinator),
            let sister = syntax.group(unit - 2),
            parse.groups[sister].hasNoun,
            parse.groups[sister].name == nil || noun.name != nil && !parse.groups[sister].leading.isEmpty
        {
            // "Orvane CEO X and CFO Y".
            return owners(of: sister, frame, subject: subject, excluding: excluding)
        }
        return reigned(group, frame, subject: subject)
    }

    /// "Under chief executive X, Orvane has …": who is led where a sentence opens with its leader.
    private func reigned(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard frame.relation == "leads", parse.groups[group].name != nil, parse.groups[group].leading.isEmpty,
            let preposition = parse.preposition[group],
            !(0..<preposition).contains(where: { syntax.group($0) != nil || syntax.verb($0) != nil }),
            resolver.words.reigns.contains(text.tokens[parse.units[preposition].tokens.lowerBound].word),
            let verb = parse.verbs.indices.first(where: {
                parse.verbs[$0].kind == .finite && parse.clauses[syntax.clause(ofVerb: $0)].kind == .main
            })
        else { return [] }
        return references(syntax.subject(of: verb), frame, subject: subject)
    }

    /// "his co-founder, X", "her finance chief, X": of the firm that he or she runs or founded.
    private func firmOfOwner(_ group: Int, _ frame: Frame, subject: Bool, excluding: Set<Int>) -> Reference? {
        guard frame.relation == "founder-of" || frame.relation == "works-for",
            let token = parse.groups[group].possessive,
            knowledge.grammar.is(text.tokens[token].word, .personPronoun),
            syntax.kind(parse.unitOfGroup[group] + 1) != .preposition
        else { return nil }
        let persons = resolver.possessors(
            of: group, syntax, knowledge, excluding: excluding.union(namesIn(group)), kinds: [.person])
        guard persons.count == 1, let person = persons.first, let firm = resolver.onlyFirm(of: person.item) else {
            return nil
        }
        let reference = Reference(
            item: firm, tokens: person.tokens, via: person.via, sieve: .description)
        return isAllowed(reference, frame, subject: subject) && !excluding.contains(firm) ? reference : nil
    }

    /// Whether something right before a noun says whose it is.
    func isOwned(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        return noun.possessive != nil || noun.possessor != nil
            || syntax.kind(parse.unitOfGroup[group] - 1) == .grammar(.relativePossessive)
    }

    func namesIn(_ group: Int) -> Set<Int> {
        Set([parse.groups[group].name].compactMap { $0.map { resolver.entities.itemOfName[$0] } })
    }

    /// "the Pentagon contract", "ses actions Nvidia": names that say what a noun is about.
    func modifiers(of group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        let noun = parse.groups[group]
        let names = knowledge.frames.language == .english ? noun.leading : [noun.name].compactMap(\.self)
        for name in names {
            let reference = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            if isAllowed(reference, frame, subject: subject) { return [(group, reference)] }
        }
        return []
    }

    func governingVerb(of group: Int) -> Int? {
        var unit = parse.unitOfGroup[group] - 1
        let clause = parse.units[parse.unitOfGroup[group]].clause
        while unit >= 0 {
            if parse.units[unit].clause == clause, let verb = syntax.verb(unit) { return verb }
            unit -= 1
        }
        return nil
    }

    /// "head of hardware", "CEO of its commercial business", "directrice générale de sa filiale française", "directeur général adjoint":
    /// a post that is not at the head of the whole firm.
    func isPostAtPart(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        func isDeputy(_ token: Int) -> Bool {
            knowledge.deputies.contains(knowledge.grammar.canon(text.tokens[token].word))
        }
        // The adjective may be taken for a noun of its own.
        let next = syntax.group(unit + 1).flatMap { parse.groups[$0].name == nil ? parse.groups[$0].head : nil }
        if parse.groups[group].tokens.contains(where: isDeputy) || next.map(isDeputy) ?? false { return true }
        guard syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let part = syntax.group(unit + 2)
        else { return false }
        let noun = parse.groups[part]
        guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.possessor == nil, noun.leading.isEmpty,
            !syntax.lemmas(ofGroup: part).contains(where: { knowledge.boards.contains($0) }),
            syntax.kind(unit + 3) != .preposition
        else { return false }
        if noun.determiner == .possessive || noun.determiner == .none && knowledge.frames.language == .english {
            return true
        }
        return !resolver.isType(part, syntax, knowledge) && resolver.resolve(part, syntax, knowledge) == nil
    }
}
