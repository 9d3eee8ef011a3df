internal import LiaisonLanguage
internal import LiaisonModel

/// What a slot can hold tells what a word that takes something up stands for.
extension FrameMatcher {
    /// Relations of firms by way of which a person stands for the firm: "Haskell négocie un contrat avec Orvane".
    private static let ofFirms: Set<RelationID> = ["contracts-with"]

    /// Relations of which the speakers may be the object: "ils nous ont commandé trois radars". Others are said of persons.
    private static let ofSpeakers: Set<RelationID> = ["contracts-with", "invests-in", "partners-with", "rival-of"]

    /// A pronoun as what can fill the slot, where it was taken for something else or nothing: in "Elle y succède à Hugo Vial",
    /// a person. And a person as the firm that they were said to lead, where only a firm can be meant.
    func retaken(_ group: Int, _ found: [Reference], _ frame: Frame, subject: Bool) -> Reference? {
        let noun = parse.groups[group]
        let kinds = kinds(frame, subject: subject)
        if noun.isPronoun, noun.isPlural != true, knowledge.frames.language == .french,
            let other = resolver.pronoun(group, syntax, knowledge, kinds: kinds),
            isAllowed(other, frame, subject: subject)
        {
            return other
        }
        guard Self.ofFirms.contains(frame.relation), !kinds.contains(.person), let person = found.first,
            Set(found.map(\.item)).count == 1,
            resolver.entities.items[person.item].reference.kind == .person,
            // Who is hired or chosen is no firm.
            !parse.verbs.indices.contains(where: { syntax.objects(of: $0).contains(parse.members(of: group)[0]) }),
            let firm = resolver.onlyFirm(of: person.item)
        else { return nil }
        let reference = Reference(
            item: firm, tokens: person.tokens, via: [person.tokens] + person.via, sieve: .description)
        return isAllowed(reference, frame, subject: subject) ? reference : nil
    }

    /// "nous fournissons X", "X nous a repris": the firm for which somebody speaks.
    func speakers(_ verb: Int, _ frame: Frame, asSubject: Bool, subject: Bool) -> [Fill] {
        let sentence = text.sentences[parse.sentence].tokens
        guard asSubject || Self.ofSpeakers.contains(frame.relation),
            let token = resolver.speakerToken(parse.verbs[verb], asSubject: asSubject, in: sentence)
        else { return [] }
        let place = ReferenceResolver.Place(tokens: token..<token + 1, sentence: parse.sentence)
        guard
            let firm = resolver.speakersFirm(
                at: place, syntax, excluding: named(beside: verb), kinds: kinds(frame, subject: subject)),
            isAllowed(firm, frame, subject: subject)
        else { return [] }
        return [(nil, firm)]
    }

    /// What a verb is said of or done to, which is not who speaks.
    private func named(beside verb: Int) -> Set<Int> {
        let complements = syntax.complements(ofUnit: parse.unitOfVerb[verb], leading: false).flatMap(\.groups)
        let groups = syntax.subject(of: verb) + syntax.objects(of: verb).flatMap { parse.members(of: $0) } + complements
        return Set(groups.compactMap { parse.groups[$0].name.map { resolver.entities.itemOfName[$0] } })
    }

    /// "X compte deux rivaux, Y et Z", "Elle a pour clients Y et Z": who has what a role speaks of.
    func havers(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard frame.trigger == .role, let verb = governingVerb(of: group),
            parse.verbs[verb].kind == .finite || parse.verbs[verb].kind == .infinitive,
            parse.verbs[verb].lemmas.contains(where: {
                resolver.words.having.contains($0)
                    || parse.verbs[verb].isReflexive && resolver.words.gaining.contains($0)
            }),
            parse.unitOfVerb[verb] < parse.unitOfGroup[group]
        else { return [] }
        let isPlain = parse.preposition[group] == nil && syntax.objects(of: verb).contains(group)
        let isFor = isHadFor(group, verb)
        guard isPlain || isFor else { return [] }
        return references(syntax.subject(of: verb), frame, subject: subject)
    }

    /// "a pour clients X et Y", "a déjà pour actionnaire le fonds X": a bare noun behind the verb and adverbs.
    private func isHadFor(_ group: Int, _ verb: Int) -> Bool {
        guard let preposition = parse.preposition[group], preposition > parse.unitOfVerb[verb],
            parse.groups[group].determiner == .none
        else { return false }
        return (parse.unitOfVerb[verb] + 1..<preposition).allSatisfy {
            syntax.kind($0) == .other || syntax.kind($0) == .grammar(.examples)
        }
    }

    /// "a pour actionnaire principal le fonds X": the name right behind such a noun.
    func nameHad(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill]? {
        guard knowledge.frames.language == .french, parse.groups[group].name == nil,
            let verb = governingVerb(of: group),
            parse.verbs[verb].lemmas.contains(where: { resolver.words.having.contains($0) }), isHadFor(group, verb),
            let behind = syntax.group(parse.unitOfGroup[group] + 1), parse.groups[behind].name != nil
        else { return nil }
        let fills = references(parse.members(of: behind), frame, subject: subject)
        return fills.isEmpty ? nil : fills
    }

    /// Whether a group is what somebody is said to have: "Orvane compte deux rivaux".
    func isHad(_ group: Int) -> Bool {
        guard let verb = governingVerb(of: group), syntax.objects(of: verb).contains(group) else { return false }
        return parse.verbs[verb].lemmas.contains { resolver.words.having.contains($0) }
    }

    /// "X a suivi, de même que Y et Z": names that a phrase behind the verb adds to its subject.
    func addedSubjects(_ verb: Int, _ complements: [Syntax.Complement], _ frame: Frame, subject: Bool) -> [Fill] {
        guard parse.verbs[verb].kind == .finite else { return [] }
        var unit = parse.unitOfVerb[verb] + 1
        let clause = syntax.clause(ofVerb: verb)
        // What stands between belongs to the verb: prepositional groups, or nothing.
        while syntax.kind(unit) == .preposition, let group = syntax.group(unit + 1),
            let last = parse.members(of: group).last
        {
            unit = parse.unitOfGroup[last] + 1
        }
        guard syntax.kind(unit) == .comma, syntax.kind(unit + 1) == .grammar(.coordinator),
            let group = syntax.group(unit + 2), parse.groups[group].name != nil,
            parse.units[unit + 2].clause == clause || syntax.verb(unit + 3) == nil
        else { return [] }
        guard let last = parse.members(of: group).last, !isFollowedByVerb(last) else { return [] }
        return references(parse.members(of: group), frame, subject: subject)
    }

    /// "menée par X, avec la participation de Y", "a investi aux côtés de Y", "X, rejoint par Y": who puts money in as well.
    func besides(
        _ verb: Int, _ complements: [Syntax.Complement], _ doers: [Fill], _ frame: Frame, subject: Bool
    ) -> [Fill] {
        guard subject, frame.relation == "invests-in", !parse.verbs[verb].isNegated else { return [] }
        var out: [Fill] = []
        for complement in complements
        where complement.unit > parse.unitOfVerb[verb] && knowledge.alongside.contains(complement.preposition) {
            out += references(behind: complement, frame, subject: subject)
            out += continued(complement, complement.preposition, complements, frame, subject)
        }
        let groups = Set(doers.compactMap(\.group))
        for other in parse.verbs.indices
        where parse.verbs[other].kind == .participle && parse.unitOfVerb[other] > parse.unitOfVerb[verb]
            && syntax.clause(ofVerb: other) == syntax.clause(ofVerb: verb)
            && parse.verbs[other].lemmas.contains(where: { knowledge.joins.contains($0) })
            && syntax.subject(of: other).allSatisfy({ groups.contains($0) || parse.groups[$0].name == nil })
        {
            let behind = syntax.complements(ofUnit: parse.unitOfVerb[other], leading: false)
            out += references(agentGroups(other, behind), frame, subject: subject)
        }
        return out
    }

    /// Whether a group is the subject of what comes next.
    private func isFollowedByVerb(_ group: Int) -> Bool {
        var unit = parse.unitOfGroup[group] + 1
        while syntax.kind(unit) == .comma || syntax.kind(unit) == .other { unit += 1 }
        return syntax.verb(unit).map { parse.verbs[$0].kind == .finite } ?? false
    }
}

extension FrameMatcher {
    /// "Ses rivaux ne sont pas en reste : X recrute ; Y lève des fonds": whom the clauses behind the colon begin with.
    func enumerated(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill]? {
        let noun = parse.groups[group]
        let unit = parse.unitOfGroup[group]
        guard noun.isPlural == true, parse.preposition[group] == nil,
            noun.possessive != nil || noun.determiner == .definite,
            let colon = parse.units.indices.first(where: { $0 > unit && syntax.kind($0) == .colon }),
            parse.verbs.indices.contains(where: { (unit..<colon).contains(parse.unitOfVerb[$0]) }),
            !(unit + 1..<colon).contains(where: { syntax.group($0).map { parse.groups[$0].name != nil } ?? false })
        else { return nil }
        var out: [Fill] = []
        var marks = 0
        for mark in parse.units.indices where mark == colon || mark > colon && syntax.kind(mark) == .semicolon {
            marks += 1
            guard let first = syntax.group(mark + 1), parse.groups[first].name != nil else { return nil }
            let found = references([first], frame, subject: subject)
            guard !found.isEmpty else { return nil }
            out += found
        }
        return marks > 1 ? out : nil
    }
}

extension FrameMatcher {
    /// "Chacun des deux fondateurs conserve 30 %": all of whom each does it.
    func each(before verb: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        let unit = parse.unitOfVerb[verb]
        guard let group = syntax.group(unit - 1), let preposition = parse.preposition[group],
            syntax.words(preposition) == knowledge.genitive, preposition > 0,
            let last = parse.units[preposition - 1].tokens.last,
            knowledge.grammar.is(text.tokens[last].word, .distributive)
        else { return [] }
        return references([group], frame, subject: subject)
    }
}

extension FrameMatcher {
    /// Who a verb's subject stands for, which what stands before the verb does not: only what can be that end of the frame.
    func itemsDoing(_ verb: Int, _ frame: Frame, subject: Bool) -> Set<Int> {
        Set(
            syntax.subject(of: verb).compactMap { group in
                guard let reference = resolver.resolve(group, syntax, knowledge) else { return nil }
                let isTaken = parse.groups[group].isPronoun && !isAllowed(reference, frame, subject: subject)
                return isTaken ? nil : reference.item
            })
    }
}
