internal import LiaisonLanguage
internal import LiaisonModel

/// Roles that one sentence speaks of and the next gives to others.
extension FrameMatcher {
    /// "one of the founders", "three of its rivals".
    func isOneOfSeveral(_ group: Int) -> Bool {
        parse.groups[group].isPlural == true && parse.groups[group].determiner != .indefinite
    }

    /// Takes note of a role whose owner is known: "Kaptio's investors looked relieved".
    mutating func noteRole(
        _ frame: Frame, _ index: Int, _ group: Int, _ unit: Int, _ complements: [Syntax.Complement], _ heads: [Fill],
        headIsSubject: Bool
    ) {
        let slots = (headIsSubject ? frame.to : frame.from).filter { $0 != .topic && $0 != .subject }
        let taken = Set(heads.map(\.reference.item))
        var owners = fill(
            slots, frame, group: group, last: unit, complements: complements, subject: !headIsSubject,
            excluding: taken)
        let noun = parse.groups[group]
        if owners.isEmpty, noun.isPlural == true, noun.determiner != .indefinite, slots.contains(.owner),
            let owner = resolver.bareOwner(
                of: group, syntax, knowledge, role: RelationEnd(relation: frame.relation, isSubject: !headIsSubject),
                excluding: taken, kinds: kinds(frame, subject: !headIsSubject))
        {
            owners = [(nil, owner)]
        }
        guard owners.count == 1 else { return }
        open(
            OpenRole(
                frame: index, owners: owners.map(\.reference), headIsSubject: headIsSubject,
                isPlural: noun.isPlural == true, isAnnounced: heads.isEmpty && isSubject(group),
                isHad: heads.isEmpty && isHadByVerb(group), sentence: parse.sentence))
    }

    /// "Kaptio a un nouveau patron", "tient son nouveau patron", "a trouvé un repreneur".
    private func isHadByVerb(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        guard knowledge.frames.language == .french, noun.isPlural != true, noun.determiner != .none,
            let verb = governingVerb(of: group), parse.verbs[verb].kind == .finite, !parse.verbs[verb].isNegated,
            syntax.objects(of: verb).contains(group)
        else { return false }
        return parse.verbs[verb].lemmas.contains {
            resolver.words.having.contains($0)
                || parse.verbs[verb].isReflexive && resolver.words.gaining.contains($0)
        }
    }

    /// "Il s'agit de X.", "Il s'appelle X.", "X remplace Y.": who has the role that somebody was said to have filled.
    private mutating func takeUp(_ roles: [OpenRole]) {
        guard !roles.isEmpty,
            let verb = parse.verbs.indices.first(where: { verb in
                parse.verbs[verb].kind == .finite && parse.clauses[syntax.clause(ofVerb: verb)].kind == .main
            })
        else { return }
        let begin = text.sentences[parse.sentence].tokens.lowerBound
        let subjects = syntax.subject(of: verb)
        let isNaming =
            parse.verbs[verb].isReflexive
            && parse.verbs[verb].lemmas.contains { resolver.words.naming.contains($0) }
        var named: Int?
        if isNaming, subjects.allSatisfy({ parse.groups[$0].isPronoun }) {
            let complements = syntax.complements(ofUnit: parse.unitOfVerb[verb], leading: false)
            named =
                syntax.objects(of: verb).first
                ?? complements.first { $0.preposition == knowledge.genitive }?.groups.first
        } else if subjects.count == 1, let name = parse.groups[subjects[0]].name,
            !resolver.records.contains(where: {
                $0.item == resolver.entities.itemOfName[name] && $0.tokens.lowerBound < begin
            })
        {
            named = subjects[0]
        }
        if let named, parse.groups[named].name != nil { give(roles, to: [named], verb: nil, group: named) }
    }

    /// "Parmi eux, X et Y.", "Among them are X and Y": some of those of whom the sentence before spoke.
    private mutating func giveToSome(_ roles: [OpenRole]) {
        let sentence = text.sentences[parse.sentence].tokens
        guard !roles.isEmpty, let end = endOfAmongThem(sentence),
            let named = parse.groups.indices.first(where: {
                parse.groups[$0].tokens.lowerBound >= end && parse.groups[$0].value == nil
            }), parse.groups[named].name != nil, parse.groups[named].possessor == nil, parse.preposition[named] == nil
        else { return }
        give(roles, to: parse.members(of: named), verb: nil, group: named)
    }

    /// Where "parmi eux", "among them" at the beginning of the sentence ends.
    private func endOfAmongThem(_ sentence: Range<Int>) -> Int? {
        for words in knowledge.among where words.count < sentence.count {
            let begin = sentence.lowerBound
            guard words.indices.allSatisfy({ knowledge.grammar.canon(text.tokens[begin + $0].word) == words[$0] })
            else { continue }
            var token = begin + words.count
            if knowledge.grammar.is(text.tokens[token].word, .demonstrative), token + 1 < sentence.upperBound,
                resolver.words.ofThem.contains(text.tokens[token + 1].word)
            {
                token += 1
            }
            guard resolver.words.ofThem.contains(text.tokens[token].word), token + 1 < sentence.upperBound else {
                continue
            }
            // "Parmi ces derniers clients": of something else.
            let next = text.tokens[token + 1].tag
            return next == .noun || next == .adjective ? nil : token + 1
        }
        return nil
    }

    /// "L'un est X, l'autre s'appelle Y", "One is X. The other is Y": each of those of whom a sentence spoke.
    private mutating func giveToEach(_ roles: [OpenRole]) {
        guard !roles.isEmpty else { return }
        for verb in parse.verbs.indices
        where parse.verbs[verb].kind == .finite && !parse.verbs[verb].isNegated
            && (syntax.isCopula(verb)
                || parse.verbs[verb].lemmas.contains(where: { resolver.words.naming.contains($0) }))
        {
            let subjects = syntax.subject(of: verb)
            guard subjects.count == 1, isOne(subjects[0]), let object = syntax.objects(of: verb).first,
                parse.groups[object].name != nil, parse.groups[object].possessor == nil
            else { continue }
            give(roles, to: parse.members(of: object), verb: nil, group: object)
        }
    }

    /// "l'un", "the other", "le deuxième": one that only what was said before tells.
    private func isOne(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        let unit = parse.unitOfGroup[group]
        guard noun.name == nil, noun.value == nil, noun.possessive == nil, noun.possessor == nil else { return false }
        var tokens = noun.tokens
        if syntax.kind(unit + 1) == .other { tokens = tokens.lowerBound..<parse.units[unit + 1].tokens.upperBound }
        let isPlain = tokens.dropLast().allSatisfy { token in
            knowledge.grammar.is(text.tokens[token].word, .definite)
                || knowledge.grammar.is(text.tokens[token].word, .indefinite)
        }
        return isPlain && resolver.words.each.contains(text.tokens[tokens.upperBound - 1].word)
    }

    private func isSubject(_ group: Int) -> Bool {
        parse.verbs.indices.contains { parse.verbs[$0].kind == .finite && syntax.subject(of: $0) == [group] }
    }

    /// "They include X and Y", "Another, X, …", "A fourth, X, …": the role is that of the sentence before.
    mutating func matchEarlierRoles() {
        guard let last = earlierRoles.last else { return }
        let same = earlierRoles.filter { $0.sentence == last.sentence }
        if last.sentence == parse.sentence - 1 {
            takeUp(same.filter(\.isHad))
            giveToSome(same.filter(\.isPlural))
        }
        giveToEach(same.filter(\.isPlural))
        for verb in parse.verbs.indices
        where parse.verbs[verb].lemmas.contains(where: { knowledge.includes.contains($0) }) {
            let subjects = syntax.subject(of: verb)
            guard subjects.count == 1, parse.groups[subjects[0]].isPronoun, parse.groups[subjects[0]].isPlural == true,
                let object = syntax.objects(of: verb).first, last.sentence == parse.sentence - 1
            else { continue }
            give(same.filter(\.isPlural), to: parse.members(of: object), verb: verb, group: subjects[0])
        }
        enumerate(same.filter { $0.isPlural && $0.isAnnounced })
        for group in parse.groups.indices {
            let noun = parse.groups[group]
            guard noun.name == nil, noun.possessive == nil, noun.possessor == nil,
                resolver.words.furthers.contains(text.tokens[noun.head].word), noun.tokens.count <= 2,
                parse.preposition[group] == nil
            else { continue }
            let unit = parse.unitOfGroup[group]
            guard syntax.kind(unit + 1) == .comma, let next = syntax.group(unit + 2),
                parse.groups[next].name != nil, parse.members(of: next).count == 1
            else { continue }
            // "A fourth" is one of several; "another" may follow on one.
            let several = same.filter(\.isPlural)
            give(several.isEmpty && noun.tokens.count == 1 ? same : several, to: [next], verb: nil, group: group)
        }
    }

    /// "Kaptio's rivals are not standing still. Nexalis is hiring; Lumenor has cut its prices": those whom the sentence right
    /// behind names for the first time, each the subject of a clause of its own.
    private mutating func enumerate(_ roles: [OpenRole]) {
        guard let sentence = roles.first?.sentence, sentence == parse.sentence - 1 else { return }
        var groups: [Int] = []
        for verb in parse.verbs.indices
        where parse.verbs[verb].kind == .finite && parse.clauses[syntax.clause(ofVerb: verb)].kind == .main {
            let subject = syntax.subject(of: verb)
            if subject.count == 1, groups.contains(subject[0]) { continue }
            // "Vial becomes chairman; Haskell is to leave": what they are is said.
            if syntax.isCopula(verb), !syntax.objects(of: verb).isEmpty { return }
            guard subject.count == 1, parse.groups[subject[0]].name != nil, parse.groups[subject[0]].possessor == nil
            else { return }
            groups.append(subject[0])
        }
        let begin = text.sentences[parse.sentence].tokens.lowerBound
        let items = groups.compactMap { parse.groups[$0].name.map { resolver.entities.itemOfName[$0] } }
        guard groups.count > 1, Set(items).count == groups.count,
            !items.contains(where: { item in
                resolver.records.contains { $0.item == item && $0.tokens.lowerBound < begin }
            })
        else { return }
        for role in roles {
            let frame = frames[role.frame]
            guard groups.allSatisfy({ !references([$0], frame, subject: role.headIsSubject).isEmpty }) else { continue }
            for group in groups { give([role], to: [group], verb: nil, group: group) }
        }
    }

    private mutating func give(_ roles: [OpenRole], to groups: [Int], verb: Int?, group: Int) {
        for role in roles {
            let frame = frames[role.frame]
            let heads = references(groups, frame, subject: role.headIsSubject)
            if let several = frame.several, several != role.isPlural { continue }
            let owners: [Fill] = role.owners.map { owner in
                let sentence = text.sentences[parse.sentence].tokens
                let reference = Reference(
                    item: owner.item, tokens: parse.groups[group].tokens,
                    via: sentence.contains(owner.tokens.lowerBound) ? owner.via : [owner.tokens] + owner.via,
                    sieve: .description)
                return (nil, reference)
            }
            add(
                role.frame, from: role.headIsSubject ? heads : owners, to: role.headIsSubject ? owners : heads,
                trigger: parse.groups[group].tokens, verb: verb, group: group, construction: .list)
        }
    }
}
