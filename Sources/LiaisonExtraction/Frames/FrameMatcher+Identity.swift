internal import LiaisonLanguage
internal import LiaisonModel

/// Ends that a sentence says by way of something else: a word that stands for them, what they make, those beside them.
extension FrameMatcher {
    /// What a group without a name of its own stands for: "those" in "Orvane and Veltrix are among those that put up cash",
    /// "the first" in "Borgant was the first to sign"; else what only some kinds of things can be meant by.
    func identified(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        let noun = parse.groups[group]
        guard noun.name == nil, noun.value == nil else { return [] }
        if !noun.isPronoun {
            let found = equated(group, frame, subject: subject)
            if !found.isEmpty { return found }
            let listed = listed(behind: group, frame, subject: subject)
            if !listed.isEmpty { return listed }
        }
        let role = RelationEnd(relation: frame.relation, isSubject: subject)
        guard
            let reference = resolver.end(
                group, syntax, knowledge, role: role, kinds: kinds(frame, subject: subject)),
            isAllowed(reference, frame, subject: subject),
            reference.sieve != .description || !holdsUnknownName(group)
        else { return [] }
        return [(group, reference)]
    }

    /// "founded by two of his cousins, Ines and Hugo Marchal,": the names between commas that say who several are.
    private func listed(behind group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        let noun = parse.groups[group]
        let isSeveral =
            noun.tokens.contains { resolver.words.numbers[text.tokens[$0].word] != nil }
            || noun.isPlural == true && noun.hasNoun && noun.possessive != nil
        guard isSeveral, noun.possessor == nil else { return [] }
        let comma = lastComplementUnit(parse.unitOfGroup[group]) + 1
        guard syntax.kind(comma) == .comma, let first = syntax.group(comma + 1), parse.groups[first].name != nil,
            parse.preposition[first] == nil
        else { return [] }
        let members = parse.members(of: first)
        guard members.count > 1, members[0] == first, let last = members.last,
            members.allSatisfy({ parse.groups[$0].name != nil })
        else { return [] }
        let end = parse.unitOfGroup[last] + 1
        if let next = syntax.kind(end), next != .comma, next != .other, next != .close, next != .semicolon { return [] }
        return members.flatMap { member in
            resolver.references(of: member, syntax, knowledge).filter { isAllowed($0, frame, subject: subject) }.map {
                (group: Int?.some(member), reference: $0)
            }
        }
    }

    /// The names that a copula says a group to be.
    private func equated(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        let unit = parse.unitOfGroup[group]
        let clause = parse.units[unit].clause
        // Only a word that what follows says more of: "the first to sign", "those that invested", "a strand owned by".
        let isClause: Bool
        switch syntax.kind(unit + 1) {
        case .verb(let verb)?: isClause = parse.verbs[verb].kind != .finite
        case .grammar(let word)?: isClause = [.relativeSubject, .relativeAny].contains(word)
        case .comma?: isClause = syntax.kind(unit + 2) == .grammar(.relativeAny)
        default:
            // "those that committed capital" may be taken for a conjunction.
            isClause = false
        }
        let isOpened = parse.clauses.contains { $0.opener == unit + 1 }
        guard isClause || isOpened else { return [] }
        let isInfinitive = syntax.verb(unit + 1).map { parse.verbs[$0].kind == .infinitive } ?? false
        for verb in parse.verbs.indices
        where syntax.isCopula(verb) && syntax.clause(ofVerb: verb) == clause && !parse.verbs[verb].isNegated {
            let verbUnit = parse.unitOfVerb[verb]
            let isAmong = parse.preposition[group].map { knowledge.among.contains(syntax.words($0)) } ?? false
            var groups: [Int] = []
            if verbUnit < unit {
                // "X and Y are among those", "X was the first".
                guard isAmong || parse.preposition[group] == nil && syntax.objects(of: verb).contains(group) else {
                    continue
                }
                guard !(verbUnit + 1..<unit).contains(where: { syntax.verb($0) != nil }) else { continue }
                groups = syntax.subject(of: verb)
            } else {
                // "Among the others to contribute were X and Y", "The first to sign was X".
                guard isAmong || parse.preposition[group] == nil && isInfinitive && unit <= 1 else { continue }
                guard let object = syntax.objects(of: verb).first(where: { $0 != group }) else { continue }
                groups = parse.members(of: object)
            }
            let named = groups.filter { parse.groups[$0].name != nil && $0 != group }
            guard !named.isEmpty, named.count == groups.count else { continue }
            let fills = named.flatMap { member in
                resolver.references(of: member, syntax, knowledge).filter {
                    $0.sieve == .name && isAllowed($0, frame, subject: subject)
                }.map { (group: Int?.some(member), reference: $0) }
            }
            if fills.count == named.count { return fills }
        }
        return []
    }

    /// Who does what a verb says: for an infinitive that says more of a noun, that noun, as in "the others to contribute".
    func doers(of verb: Int) -> [Int] {
        let subjects = syntax.subject(of: verb)
        // A verb behind it is no governor.
        let unit = parse.unitOfVerb[verb]
        guard subjects.isEmpty, parse.verbs[verb].kind == .infinitive,
            parse.governor[verb].map({ parse.unitOfVerb[$0] > unit }) ?? true,
            let before = syntax.group(parse.unitOfVerb[verb] - 1), parse.groups[before].name == nil
        else { return subjects }
        return [before]
    }

    /// "X joined Y and Z in putting up the cash": Y and Z did so too.
    func companions(of verb: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard parse.verbs[verb].kind == .gerund, !knowledge.joins.isEmpty else { return [] }
        let unit = parse.unitOfVerb[verb]
        guard syntax.kind(unit - 1) == .preposition, let outer = syntax.previousClauseVerb(unit),
            parse.verbs[outer].lemmas.contains(where: { knowledge.joins.contains($0) })
        else { return [] }
        return references(syntax.objects(of: outer).flatMap { parse.members(of: $0) }, frame, subject: subject)
    }

    /// Whose a role is that a verb says somebody to have: "It has two clients, X and Y".
    func havers(of group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard let verb = governingVerb(of: group), !parse.verbs[verb].isNegated, !parse.verbs[verb].isPassive,
            parse.verbs[verb].lemmas.contains(where: { knowledge.haves.contains($0) }),
            syntax.objects(of: verb).contains(group), parse.groups[group].possessive == nil,
            parse.groups[group].possessor == nil, parse.groups[group].leading.isEmpty
        else { return [] }
        return references(doers(of: verb), frame, subject: subject)
    }

    /// Who is bought from where a product is bought: the firm that the text said makes it.
    func maker(of reference: Reference, _ frame: Frame, subject: Bool) -> Reference? {
        guard frame.relation == "contracts-with", resolver.entities.items[reference.item].reference.kind == .product,
            let maker = resolver.makers[reference.item]
        else { return nil }
        let found = Reference(
            item: maker, tokens: reference.tokens,
            via: reference.via + resolver.lastMention(of: maker, before: reference.tokens.lowerBound),
            sieve: .description)
        return isAllowed(found, frame, subject: subject) ? found : nil
    }
}
