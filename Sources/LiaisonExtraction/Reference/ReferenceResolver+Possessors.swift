internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// Whose a group with `son`, `its` is: the subject of its own clause first, then what was spoken of before.
    func possessor(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, excluding: Set<Int>, kinds: Set<EntityKind>,
        role: RelationEnd? = nil
    ) -> Reference? {
        let known = log?.questions.count
        let found = owner(of: group, syntax, knowledge, excluding: excluding, kinds: kinds, role: role)
        if let log, log.questions.count == known, let found {
            log.questions.append(
                AntecedentQuestion(
                    mention: "possessive", tokens: found.tokens, candidates: [],
                    chosen: entities.items[found.item].reference))
        }
        return found
    }

    private func owner(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, excluding: Set<Int>, kinds: Set<EntityKind>,
        role: RelationEnd? = nil
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard let token = noun.possessive else { return nil }
        let word = text.tokens[token].word
        if syntax.grammar.is(word, .pluralOwner) { return nil }
        let wantsPerson = syntax.grammar.is(word, .personPronoun)
        let wantsThing = syntax.grammar.is(word, .thingPronoun)
        // "X will pay €60m for it, and its boss stays": whose boss it is, is what "it" stands for, and not X.
        let excluding = excluding.union(wantsThing ? besidePronoun(before: group, syntax, knowledge) : [])
        func allowed(_ item: Int) -> Bool {
            let kind = entities.items[item].reference.kind
            if excluding.contains(item) || kind == .place || kind == .sector || !kinds.contains(kind) { return false }
            if wantsPerson { return kind == .person }
            return !wantsThing || kind != .person
        }
        let span = token..<token + 1
        // "entre OpenAI et son investisseur Microsoft": the thing just joined to it.
        let unit = syntax.parse.unitOfGroup[group]
        if syntax.kind(unit - 1) == .grammar(.coordinator) || syntax.kind(unit - 1) == .comma,
            let before = syntax.group(unit - 2), let name = syntax.parse.groups[before].name
        {
            let item = entities.itemOfName[name]
            // "with his cousin X and his sister Y": both are the same one's.
            if syntax.grammar.language == .english, wantsPerson, let own = syntax.parse.groups[before].possessive,
                text.tokens[own].word == word, entities.items[item].reference.kind == .person
            {
                return possessor(
                    of: before, syntax, knowledge, excluding: excluding.union([item]), kinds: kinds, role: role)
            }
            if allowed(item), syntax.parse.units[unit - 2].clause == syntax.parse.units[unit].clause,
                !isSpeakersPost(unit, syntax)
            {
                return Reference(item: item, tokens: span, via: [text.names[name].tokens], sieve: .possessive)
            }
        }
        let clause = syntax.clause(ofGroup: group)
        let ownVerbs = syntax.parse.verbs.indices.filter { syntax.clause(ofVerb: $0) == clause }
        // "will license technology from X and hire its chief executive": who hires has not had him before.
        let outsiders = ownVerbs.filter { verb in
            syntax.parse.verbs[verb].lemmas.contains { knowledge.hires.contains($0) }
                && syntax.objects(of: verb).contains(group)
        }.flatMap { syntax.subject(of: $0) }
        var others: Set<Int> = []
        for verb in ownVerbs {
            let subject = syntax.subject(of: verb)
            if subject.contains(group) { continue }
            if syntax.parse.verbs[verb].lemmas.contains(where: { knowledge.others.contains($0) }),
                syntax.objects(of: verb).contains(group)
            {
                // "X announced that Y had approved its product": X's.
                if let outer = announcer(of: clause, syntax, knowledge), allowed(outer.item) {
                    return Reference(item: outer.item, tokens: span, via: [outer.tokens], sieve: .possessive)
                }
                continue
            }
            if let owner = tradedOwner(of: group, verb, syntax, knowledge), allowed(owner.item) {
                return Reference(
                    item: owner.item, tokens: span, via: [owner.tokens] + owner.via, sieve: .possessive)
            }
            // "It lost X, and its boss left": of what "it" stands for, even where nobody knows.
            if syntax.grammar.language == .english, wantsThing, subject.count == 1,
                syntax.parse.groups[subject[0]].isPronoun, syntax.parse.unitOfGroup[subject[0]] < unit,
                syntax.grammar.is(text.tokens[syntax.parse.groups[subject[0]].head].word, .thingPronoun),
                syntax.parse.groups[subject[0]].isPlural != true, resolve(subject[0], syntax, knowledge) == nil
            {
                return nil
            }
            for candidate in subject where !outsiders.contains(candidate) && !isBeyondVerb(candidate, of: group, syntax)
            {
                if let reference = resolve(candidate, syntax, knowledge), allowed(reference.item) {
                    // "Parmi ses clients figurent X et Y": "ses" is of one, and not of several.
                    if subject.count > 1, knowledge.frames.language == .french,
                        isAmongOrObject(group, verb, syntax, knowledge)
                    {
                        others.formUnion(subject.compactMap { resolve($0, syntax, knowledge)?.item })
                        break
                    }
                    // "X and Y, its rival, have both lost": of the one of the two that it does not speak of.
                    let isBeside = syntax.parse.host[group].map { subject.contains($0) } ?? false
                    if subject.count > 1, !isBeside || subject.count > 2 { return nil }
                    return Reference(
                        item: reference.item, tokens: span, via: [reference.tokens] + reference.via, sieve: .possessive)
                }
            }
        }
        if let antecedent = syntax.parse.clauses[clause].antecedent, syntax.parse.clauses[clause].kind == .bracket,
            let reference = resolve(antecedent, syntax, knowledge), allowed(reference.item)
        {
            return Reference(item: reference.item, tokens: span, via: [reference.tokens], sieve: .possessive)
        }
        // "X competes with Y; its shareholders include Z": what the clause before is about.
        if wantsThing, syntax.parse.host[group] == nil, syntax.parse.preposition[group] == nil,
            let reference = subjectBefore(clause, of: unit, syntax, knowledge), allowed(reference.item)
        {
            return Reference(
                item: reference.item, tokens: span, via: [reference.tokens] + reference.via, sieve: .possessive)
        }
        let place = Place(tokens: span, sentence: syntax.parse.sentence)
        let taken = others.union(outsiders.compactMap { resolve($0, syntax, knowledge)?.item })
        let found = antecedent(.possessive, at: place, role: role, allowed: { allowed($0) && !taken.contains($0) }) {
            values, item in
            setTies(&values, item, of: excluding)
        }
        return found.map { reference($0, place, .possessive) }
    }

    /// What stands beside a pronoun for a thing that a verb before "and its" has behind it.
    private func besidePronoun(before group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Set<Int> {
        let unit = syntax.parse.unitOfGroup[group]
        guard syntax.kind(unit - 1) == .grammar(.coordinator) || syntax.kind(unit - 1) == .semicolon else { return [] }
        let pronoun = syntax.parse.groups.indices.last { index in
            let noun = syntax.parse.groups[index]
            return index < group && noun.isPronoun && noun.isPlural != true
                && syntax.grammar.is(text.tokens[noun.head].word, .thingPronoun)
                && !syntax.grammar.is(text.tokens[noun.head].word, .personPronoun)
        }
        guard let pronoun, !syntax.parse.verbs.indices.contains(where: { syntax.subject(of: $0).contains(pronoun) })
        else { return [] }
        return coArguments(of: pronoun, syntax, knowledge)
    }

    /// "parmi ses clients", "X et Y utilisent ses logiciels".
    private func isAmongOrObject(
        _ group: Int, _ verb: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Bool {
        syntax.objects(of: verb).contains(group)
            || syntax.parse.preposition[group].map { knowledge.among.contains(syntax.words($0)) } ?? false
    }

    /// "rachète à X sa filiale": X's; "rachète X à ses fondateurs": those of X.
    private func tradedOwner(
        of group: Int, _ verb: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Reference? {
        guard knowledge.frames.language == .french,
            syntax.parse.verbs[verb].lemmas.contains(where: { words.takes.contains($0) }),
            !syntax.parse.verbs[verb].isPassive
        else { return nil }
        // "lui reprendre sa filiale": that of the one from whom.
        if syntax.objects(of: verb).contains(group), let token = syntax.parse.verbs[verb].dative,
            let reference = dative(token: token, verb: verb, syntax: syntax, knowledge: knowledge)
        {
            return reference
        }
        let objects = syntax.objects(of: verb)
        let unit = syntax.parse.unitOfVerb[verb]
        let complements = syntax.complements(ofUnit: unit, leading: false).filter { complement in
            knowledge.datives.contains(complement.preposition)
                || complement.preposition.last == knowledge.genitive.last && complement.preposition.count > 1
        }
        let owner: Int?
        if objects.contains(group) {
            owner = complements.first { $0.unit == unit + 1 }?.groups.first
        } else if complements.contains(where: { $0.groups.contains(syntax.parse.host[group] ?? group) }) {
            owner = objects.first { syntax.parse.groups[$0].value == nil }
        } else {
            owner = nil
        }
        guard let owner, let reference = resolve(owner, syntax, knowledge),
            entities.items[reference.item].reference.kind.family == .organisation
        else { return nil }
        return reference
    }

    /// "X, its founder, has been looking for work since Y closed": Y stands behind another verb than that of "its".
    private func isBeyondVerb(_ candidate: Int, of group: Int, _ syntax: Syntax) -> Bool {
        let (unit, other) = (syntax.parse.unitOfGroup[group], syntax.parse.unitOfGroup[candidate])
        guard other > unit else { return false }
        return syntax.parse.verbs.indices.contains { verb in
            syntax.parse.verbs[verb].kind == .finite && unit < syntax.parse.unitOfVerb[verb]
                && syntax.parse.unitOfVerb[verb] < other
        }
    }

    /// The subject of the main clause that a semicolon ends right before a clause.
    private func subjectBefore(
        _ clause: Int, of unit: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Reference? {
        guard syntax.grammar.language == .english,
            let mark = syntax.parse.units.indices.last(where: { $0 < unit && syntax.kind($0) == .semicolon }),
            syntax.parse.clauses[clause].kind == .main,
            let verb = syntax.parse.verbs.indices.first(where: {
                syntax.parse.unitOfVerb[$0] < mark && syntax.parse.verbs[$0].kind == .finite
                    && syntax.parse.clauses[syntax.clause(ofVerb: $0)].kind == .main
            })
        else { return nil }
        let subject = syntax.subject(of: verb)
        return subject.count == 1 ? resolve(subject[0], syntax, knowledge) : nil
    }

    /// "X has no plans to buy Y, its chief executive, Z, said": the post of who says so.
    private func isSpeakersPost(_ unit: Int, _ syntax: Syntax) -> Bool {
        guard syntax.grammar.language == .english, syntax.kind(unit - 1) == .comma, syntax.kind(unit + 1) == .comma,
            let named = syntax.group(unit + 2), syntax.parse.groups[named].name != nil
        else { return false }
        let next = syntax.kind(unit + 3) == .comma ? unit + 4 : unit + 3
        return syntax.verb(next).map { syntax.hasCue($0, .says) } ?? false
    }

    /// Who says what a clause says: the subject of the verb that the clause depends on.
    private func announcer(of clause: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        guard let parent = syntax.parse.clauses[clause].parent, syntax.parse.clauses[clause].kind == .subordinate else {
            return nil
        }
        for verb in syntax.parse.verbs.indices
        where syntax.clause(ofVerb: verb) == parent && syntax.parse.verbs[verb].kind == .finite {
            let subject = syntax.subject(of: verb)
            if subject.count == 1, let reference = resolve(subject[0], syntax, knowledge) { return reference }
        }
        return nil
    }

    /// Whose a role is that nothing says it of: "Clélia Darvant, présidente et cofondatrice, …", "Haskell is chief executive":
    /// that of the organisation that the text is about, where the clause names no other.
    func bareOwner(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, role: RelationEnd? = nil, excluding: Set<Int>,
        kinds: Set<EntityKind>
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard noun.possessive == nil, noun.possessor == nil, noun.determiner != .indefinite || noun.isFormer,
            noun.leading.isEmpty, !words.offices.contains(text.tokens[noun.head].word), !isHeadOfState(group, syntax)
        else { return nil }
        let unit = syntax.parse.unitOfGroup[group]
        // A complement says whose it is, even where that is not understood; a date or a duration does not.
        if syntax.kind(unit + 1) == .preposition, let complement = syntax.group(unit + 2) {
            guard let value = syntax.parse.groups[complement].value, text.values[value].value.isTime else {
                return nil
            }
        }
        func isOwner(_ item: Int) -> Bool {
            let kind = entities.items[item].reference.kind
            return kinds.contains(kind) && kind.family == .organisation && !excluding.contains(item)
        }
        let place = Place(tokens: noun.head..<noun.head + 1, sentence: syntax.parse.sentence)
        let found = antecedent(.bare, at: place, role: role, allowed: isOwner) { values, item in
            setTies(&values, item, of: excluding)
        }
        guard let item = found else { return reported(by: group, syntax, knowledge, place, isOwner) }
        let clause = syntax.parse.units[unit].clause
        // "X, the chief executive, says Y will sell": what X says is of others.
        let opens = syntax.grammar.language == .english && unit == 0 && noun.name != nil
        let end =
            syntax.parse.host[group] == nil && !opens
            ? nil
            : syntax.parse.verbs.indices.first {
                syntax.parse.verbs[$0].kind == .finite && syntax.parse.unitOfVerb[$0] > unit
                    && (opens || syntax.hasCue($0, .says))
            }.map { syntax.parse.unitOfVerb[$0] }
        for other in syntax.parse.groups.indices
        where syntax.clause(ofGroup: other) == clause && syntax.parse.unitOfGroup[other] < end ?? .max {
            let named = [syntax.parse.groups[other].name].compactMap(\.self) + syntax.parse.groups[other].leading
            if named.contains(where: { isOwner(entities.itemOfName[$0]) && entities.itemOfName[$0] != item }) {
                return reported(by: group, syntax, knowledge, place, isOwner)
            }
        }
        return reference(item, place, .possessive)
    }

    /// "Orvane has no plans to buy Kaptio, president Ines Marchal said": of the firm that does what the speaker says.
    private func reported(
        by group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, _ place: Place, _ isOwner: (Int) -> Bool
    ) -> Reference? {
        guard syntax.grammar.language == .english, syntax.parse.groups[group].name != nil,
            syntax.kind(syntax.parse.unitOfGroup[group] - 1) == .comma,
            let says = syntax.parse.verbs.indices.first(where: {
                syntax.hasCue($0, .says) && syntax.parse.unitOfVerb[$0] == syntax.parse.unitOfGroup[group] + 1
            }),
            let said = syntax.parse.verbs.indices.first(where: { syntax.parse.verbs[$0].kind == .finite }), said < says
        else { return nil }
        let subject = syntax.subject(of: said)
        guard subject.count == 1, let name = syntax.parse.groups[subject[0]].name,
            syntax.parse.unitOfGroup[subject[0]] < 2, isOwner(entities.itemOfName[name])
        else { return nil }
        return reference(entities.itemOfName[name], place, .possessive)
    }

    /// "President Varenne", "le président Paul Varenne", "the Irish leader X": a title right before a name that says no firm.
    private func isHeadOfState(_ group: Int, _ syntax: Syntax) -> Bool {
        let noun = syntax.parse.groups[group]
        guard noun.name != nil, noun.hasNoun else { return false }
        return words.titles.contains(text.tokens[noun.head].word)
    }

    /// The subject of the clause around a group, for a noun that says whose it is by nothing else.
    func topic(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let clause = syntax.clause(ofGroup: group)
        for verb in syntax.parse.verbs.indices
        where syntax.clause(ofVerb: verb) == clause && syntax.parse.verbs[verb].kind == .finite {
            let subject = syntax.subject(of: verb).filter { $0 != group }
            if subject.count == 1, let reference = resolve(subject[0], syntax, knowledge) { return reference }
        }
        return nil
    }
}
