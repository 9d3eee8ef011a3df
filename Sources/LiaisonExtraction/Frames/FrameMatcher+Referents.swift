internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// What a role noun stands for, the construction that says so, and the verb that says it where one does.
    func referents(
        of group: Int, _ frame: Frame, subject: Bool
    ) -> (fills: [Fill], construction: Candidate.Construction, verb: Int?) {
        let noun = parse.groups[group]
        let unit = parse.unitOfGroup[group]
        // "son principal investisseur Microsoft", "rivals Orvane and Quantrel".
        if noun.name != nil {
            // A role in the singular is one's only: "chief executive X and Y".
            let members = noun.isPlural == false ? [group] : parse.members(of: group).filter { $0 >= group }
            let fills = references(members, frame, subject: subject)
            if !fills.isEmpty { return (fills, .prenominal, nil) }
        }
        // "Orvane's Lumia chatbot", "its Kaptio unit": the product or firm that the noun says more of.
        if noun.possessor != nil || noun.possessive != nil || syntax.kind(unit - 1) == .grammar(.relativePossessive),
            kinds(frame, subject: subject) == [.product] || frame.relation == "subsidiary-of" && subject,
            let name = noun.leading.last
        {
            let reference = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            if isAllowed(reference, frame, subject: subject) { return ([(group, reference)], .prenominal, nil) }
        }
        if let whole = whole(of: group) { return referents(of: whole, frame, subject: subject) }
        // "X, cofondateur de Y": the host of the apposition.
        if parse.host[group] != nil, let found = nameBehind(group, frame, subject: subject, evenHosted: true) {
            return (found, .apposition, nil)
        }
        if let host = parse.host[group] {
            let fills = references(parse.members(of: host), frame, subject: subject)
            if !fills.isEmpty {
                return (noun.isPlural == true ? fills : fills.filter { $0.group == host }, .apposition, nil)
            }
        }
        if let found = nameBehind(group, frame, subject: subject) { return (found, .apposition, nil) }
        if let found = nameCalled(group, frame, subject: subject) { return (found, .apposition, nil) }
        if let found = nameHad(group, frame, subject: subject) { return (found, .list, nil) }
        if let found = examples(group, frame, subject: subject) { return (found, .list, endingVerb(around: group)) }
        if let found = nominee(of: group, frame, subject: subject) { return (found, .copula, nil) }
        if let (found, verb) = predicate(group, frame, subject: subject) { return (found, .copula, verb) }
        if let (found, verb) = holder(of: group, frame, subject: subject) { return (found, .copula, verb) }
        // "its co-founder and CEO, X": what the next noun stands for.
        var next = lastComplementUnit(unit) + 1
        if syntax.kind(next) == .grammar(.coordinator) {
            next += 1
            if let sister = syntax.group(next), sister != group, parse.groups[sister].hasNoun,
                parse.preposition[sister] == nil
            {
                if parse.groups[sister].name != nil {
                    let fills = references([sister], frame, subject: subject)
                    if !fills.isEmpty { return (fills, .prenominal, nil) }
                }
                if let found = nameBehind(sister, frame, subject: subject) { return (found, .apposition, nil) }
            }
        }
        let described = references([group], frame, subject: subject).filter { $0.reference.sieve != .name }
        if noun.determiner == .definite || noun.determiner == .demonstrative || described.count > 1
            || syntax.kind(unit - 1) == .grammar(.coordinator)
        {
            return (described, .noun, nil)
        }
        return ([], .noun, nil)
    }

    /// "one of X's backers", "l'un des concurrents de X": what is one of them.
    private func whole(of group: Int) -> Int? {
        guard let preposition = parse.preposition[group],
            syntax.words(preposition) == knowledge.genitive || knowledge.among.contains(syntax.words(preposition)),
            let part = syntax.group(preposition - 1), parse.groups[part].name == nil,
            knowledge.grammar.is(text.tokens[parse.groups[part].head].word, .partitive)
        else { return nil }
        return part
    }

    /// The last unit of a noun's complements: "PDG d'Orvane" ends with "Orvane".
    func lastComplementUnit(_ unit: Int) -> Int {
        var last = unit
        while true {
            if syntax.kind(last + 1) == .preposition, let group = syntax.group(last + 2) {
                last = parse.unitOfGroup[parse.members(of: group).last ?? group]
            } else if knowledge.frames.language == .english, syntax.kind(last + 1) == .preposition,
                syntax.kind(last + 2) == .preposition, let group = syntax.group(last + 3)
            {
                // "in over 140 countries".
                last = parse.unitOfGroup[parse.members(of: group).last ?? group]
            } else if knowledge.frames.language == .french, syntax.kind(last + 1) == .preposition,
                syntax.kind(last + 2) == .other, syntax.kind(last + 3) == .comma
            {
                // "son allié de toujours, X".
                last += 2
            } else if let group = syntax.group(last + 1), let value = parse.groups[group].value,
                case .date = text.values[value].value
            {
                last += 1
            } else {
                return last
            }
        }
    }

    /// "son rival, Quantrel, …", "le PDG d'Orvane Karim Vial", "le patron de Y, X,".
    /// - Parameter evenHosted: for a noun that seems to say more of the name before it: only what is surely its own.
    func nameBehind(_ group: Int, _ frame: Frame, subject: Bool, evenHosted: Bool = false) -> [Fill]? {
        let unit = parse.unitOfGroup[group]
        var next = lastComplementUnit(unit) + 1
        var hasMark = false
        if syntax.kind(next) == .comma || syntax.kind(next) == .open || syntax.kind(next) == .colon {
            hasMark = true
            next += 1
        }
        guard let behind = syntax.group(next), let name = parse.groups[behind].name, parse.preposition[behind] == nil
        else { return nil }
        let opensSentence = opensSentence(group)
        if hasMark {
            // "Parmi ses clients, X compte Y": what stands behind the comma has them.
            if parse.preposition[group] == 0, knowledge.among.contains(syntax.words(0)),
                let last = parse.members(of: behind).last, syntax.verb(parse.unitOfGroup[last] + 1) != nil
            {
                return nil
            }
            // A list after a comma is something else, unless the noun is a plural.
            guard
                parse.groups[group].determiner != .none || parse.groups[group].possessor != nil
                    || syntax.kind(unit - 1) == .grammar(.relativePossessive)
                    || !parse.groups[group].leading.isEmpty
                    || opensSentence || parse.groups[group].isPlural == true || isSisterOfOwned(group)
                    || opensAs(group) || knowledge.frames.language == .english && isCounted(parse.groups[group])
            else { return nil }
            if let host = parse.host[group], !evenHosted || !isHeadedBy(host, before: group) { return nil }
            // "aux actionnaires de X, les fonds Y et Z", "its parent, the conglomerate X".
            // "Partenaire de X, le lillois Y": behind a role that opens the sentence, its subject.
            if parse.groups[behind].hasNoun,
                parse.groups[behind].determiner != .definite
                    || !resolver.isType(behind, syntax, knowledge) && text.names[name].kind != .person
                        && !(opensSentence && knowledge.frames.language == .french)
            {
                return nil
            }
            // "son rival, Quantrel a …": the name is then the subject of what follows, unless the noun opens the sentence.
            if let verb = syntax.verb(parse.unitOfGroup[parse.members(of: behind).last ?? behind] + 1),
                parse.verbs[verb].kind == .finite,
                parse.unitOfGroup[group] > 1, parse.preposition[group] != nil, !opensAs(group)
            {
                return nil
            }
        } else {
            // Directly behind the complement: only a person after a post.
            guard text.names[name].kind == .person, next > unit + 1, !parse.groups[behind].hasNoun else { return nil }
            // "frère du PDG d'Orvane Karim Vial": the name of the one whose brother it is.
            let isOfPerson = (unit + 1..<next).contains { index in
                syntax.group(index).map { parse.groups[$0] }.map { noun in
                    noun.hasNoun && noun.name == nil
                        && knowledge.grammar.is(text.tokens[noun.head].word, .personNoun)
                } ?? false
            }
            if isOfPerson { return nil }
        }
        let members = parse.groups[group].isPlural == true ? parse.members(of: behind) : [behind]
        // "X cherche des clients, Y des navettes": one is not several.
        if knowledge.frames.language == .french, hasMark, parse.groups[group].isPlural == true, members.count == 1,
            parse.groups[group].determiner == .indefinite
        {
            return nil
        }
        let fills = references(members, frame, subject: subject)
        return fills.isEmpty ? nil : fills
    }

    /// "a subsidiary of Y called X", "its unit, called X": the name that a participle gives to what the noun is.
    private func nameCalled(_ group: Int, _ frame: Frame, subject: Bool) -> [Fill]? {
        guard knowledge.frames.language == .english, parse.groups[group].name == nil, parse.host[group] == nil else {
            return nil
        }
        var next = lastComplementUnit(parse.unitOfGroup[group]) + 1
        if syntax.kind(next) == .comma { next += 1 }
        guard let verb = syntax.verb(next), syntax.hasCue(verb, .calls), parse.verbs[verb].tokens.count == 1,
            parse.verbs[verb].kind != .gerund, let named = syntax.group(next + 1), parse.groups[named].name != nil,
            !parse.groups[named].hasNoun
        else { return nil }
        let fills = references([named], frame, subject: subject)
        return fills.isEmpty ? nil : fills
    }

    /// Whether a bare noun opens the sentence, alone or joined to one that does: "Cofondateur et PDG de Y, X …".
    private func opensSentence(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        if unit == 0 { return true }
        guard knowledge.frames.language == .french else { return false }
        // "Déjà fournisseur d'Orvane, X …".
        if (0..<unit).allSatisfy({ syntax.kind($0) == .other }), parse.groups[group].determiner == .none { return true }
        guard unit == 2, syntax.kind(1) == .grammar(.coordinator), let first = syntax.group(0) else { return false }
        return parse.groups[first].name == nil && parse.groups[first].determiner == .none
    }

    /// "As chief executive of Y, X …", "As Y's chairman, X …": a post that the sentence opens with is its subject's.
    private func opensAs(_ group: Int) -> Bool {
        guard knowledge.frames.language == .english, syntax.kind(0) == .preposition,
            knowledge.asPrepositions.contains(syntax.words(0))
        else { return false }
        let owner = parse.groups[group].possessor.map { parse.unitOfGroup[$0] }
        return parse.unitOfGroup[group] == 1 || owner == 1
    }

    /// "Kaptio's founder and chief executive, X", "its founder and chairman, X": the second of two nouns that one owner has.
    private func isSisterOfOwned(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(unit - 1) == .grammar(.coordinator), let sister = syntax.group(unit - 2) else { return false }
        let noun = parse.groups[sister]
        guard noun.hasNoun, noun.name == nil else { return false }
        // "Le PDG et fondateur d'Orvane, X": one article for both.
        return noun.possessor != nil || noun.possessive != nil
            || knowledge.frames.language == .french && noun.determiner == .definite
                && parse.groups[group].determiner == .none
    }

    /// "le PDG d'A, X, la présidente de B, Y": a name that the post before it has already, in a row of such posts.
    private func isHeadedBy(_ host: Int, before group: Int) -> Bool {
        guard parse.groups[group].determiner == .definite, let name = parse.groups[host].name,
            text.names[name].kind == .person, syntax.kind(parse.unitOfGroup[host] - 1) == .comma
        else { return false }
        var unit = parse.unitOfGroup[host] - 2
        while let post = syntax.group(unit) {
            if parse.groups[post].hasNoun, parse.groups[post].determiner == .definite {
                return triggers(in: post).contains { indices, _ in
                    indices.contains { frames[$0].trigger == .role && frames[$0].relation == "leads" }
                }
            }
            guard let preposition = parse.preposition[post] else { return false }
            unit = preposition - 1
        }
        return false
    }

    /// "X est actionnaire de Y", "X a été nommé PDG de Y", "Y a nommé X PDG", "X, considéré comme un rival".
    private func predicate(_ group: Int, _ frame: Frame, subject: Bool) -> (fills: [Fill], verb: Int)? {
        guard let verb = governingVerb(of: group) ?? verbAfter(group) else { return nil }
        let objects = syntax.objects(of: verb)
        let unit = parse.unitOfGroup[group]
        let verbUnit = parse.unitOfVerb[verb]
        let isPlainPredicate =
            parse.preposition[group] == nil
            && (objects.contains(group) || parse.members(of: group).contains { objects.contains($0) })
            || isSisterOfPredicate(group, objects)
        let isAs = parse.preposition[group].map { knowledge.asPrepositions.contains(syntax.words($0)) } ?? false
        if isAs, let members = accompanying(group) {
            let fills = references(members, frame, subject: subject)
            return fills.isEmpty ? nil : (fills, verb)
        }
        if syntax.isCopula(verb), !isAs || objects.isEmpty {
            // "X was among Y's first backers".
            let isAmong =
                parse.preposition[group].map {
                    $0 > verbUnit && knowledge.among.contains(syntax.words($0)) && syntax.group($0 - 1) == nil
                } ?? false
            if isPlainPredicate || isAmong {
                var fills = references(syntax.subject(of: verb), frame, subject: subject)
                if fills.isEmpty, knowledge.frames.language == .english, frame.relation == "rival-of" {
                    fills = makers(of: syntax.subject(of: verb), frame, subject: subject)
                }
                return fills.isEmpty ? nil : (fills, verb)
            }
            // "Le principal actionnaire de Y est X".
            if syntax.subject(of: verb).contains(group), verbUnit > unit {
                for object in objects {
                    let fills = references(parse.members(of: object), frame, subject: subject)
                    if !fills.isEmpty { return (fills, verb) }
                }
            }
            return nil
        }
        let appoints = parse.verbs[verb].lemmas.contains { knowledge.appoints.contains($0) }
        guard appoints && (isPlainPredicate || isAs) || isAs else { return nil }
        guard verbUnit < unit else { return nil }
        if parse.verbs[verb].isPassive || parse.verbs[verb].kind == .participle {
            let fills = references(syntax.subject(of: verb), frame, subject: subject)
            return fills.isEmpty ? nil : (fills, verb)
        }
        // "X succeeded Y as chief executive": the one who comes after.
        for object in objects where object != group && !syntax.hasCue(verb, .succeeds) {
            let fills = references(parse.members(of: object), frame, subject: subject)
            if !fills.isEmpty { return (fills, verb) }
        }
        if isAs {
            let fills = references(syntax.subject(of: verb), frame, subject: subject)
            return fills.isEmpty ? nil : (fills, verb)
        }
        return nil
    }

    /// "raised $5m with X as lead investor", "avec X comme chef de file": the names behind "with" that "as" says something of.
    private func accompanying(_ group: Int) -> [Int]? {
        guard let preposition = parse.preposition[group], let last = syntax.group(preposition - 1),
            parse.groups[last].name != nil, !parse.groups[last].hasNoun || parse.groups[last].possessor == nil
        else { return nil }
        let members = parse.members(of: last)
        guard let before = parse.preposition[members[0]], knowledge.withPrepositions.contains(syntax.words(before)),
            parse.groups[group].isPlural != false || members.count == 1
        else { return nil }
        return members
    }

    /// "quitte ses fonctions de PDG d'Orvane", "left her role as chief executive": who has or had the post that a noun is.
    private func holder(of group: Int, _ frame: Frame, subject: Bool) -> (fills: [Fill], verb: Int)? {
        guard let preposition = parse.preposition[group], let post = syntax.group(preposition - 1),
            knowledge.grammar.is(text.tokens[parse.groups[post].head].word, .postNoun),
            syntax.words(preposition) == knowledge.genitive
                || knowledge.asPrepositions.contains(syntax.words(preposition)),
            let verb = governingVerb(of: post)
        else { return nil }
        let isOwn = parse.groups[post].possessive != nil
        guard isOwn || parse.preposition[post] == parse.unitOfVerb[verb] + 1 else { return nil }
        let fills = references(syntax.subject(of: verb), frame, subject: subject)
        return fills.isEmpty ? nil : (fills, verb)
    }

    /// "la nomination de X au poste de directrice générale": whom an appointment is of.
    private func nominee(of group: Int, _ frame: Frame, subject: Bool) -> [Fill]? {
        guard let preposition = parse.preposition[group], knowledge.asPrepositions.contains(syntax.words(preposition)),
            let person = syntax.group(preposition - 1), parse.groups[person].name != nil,
            let genitive = parse.preposition[person], syntax.words(genitive) == knowledge.genitive,
            let noun = syntax.group(genitive - 1),
            syntax.lemmas(ofGroup: noun).contains(where: { knowledge.appointments.contains($0) })
        else { return nil }
        let fills = references([person], frame, subject: subject)
        return fills.isEmpty ? nil : fills
    }

    /// "est le fondateur et le PDG de Y": the second noun shares the first's place.
    private func isSisterOfPredicate(_ group: Int, _ objects: [Int]) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(unit - 1) == .grammar(.coordinator), let sister = syntax.group(unit - 2) else { return false }
        if objects.contains(sister) { return true }
        // "est cofondateur de X et actionnaire de Y".
        guard let preposition = parse.preposition[sister], let outer = syntax.group(preposition - 1) else {
            return false
        }
        return objects.contains(outer) && parse.groups[group].name == nil
    }

    func verbAfter(_ group: Int) -> Int? {
        let clause = syntax.clause(ofGroup: group)
        return parse.verbs.indices.first {
            parse.unitOfVerb[$0] > parse.unitOfGroup[group] && syntax.clause(ofVerb: $0) == clause
                && parse.verbs[$0].kind == .finite
        }
    }
}
