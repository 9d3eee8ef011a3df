internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// `il`, `elle`, `it`, `he`, `ce dernier`: what was spoken of before.
    /// - Parameter kinds: What it can only be, where that is known.
    func pronoun(
        _ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, kinds: Set<EntityKind>? = nil
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        if noun.isPlural == true || isImpersonal(group, syntax, knowledge) { return nil }
        if let (known, isDecided) = doubled(group, syntax, knowledge), isDecided || known != nil {
            guard let known, kinds?.contains(entities.items[known.item].reference.kind) ?? true else { return nil }
            return Reference(
                item: known.item, tokens: noun.tokens, via: [known.tokens] + known.via, sieve: .pronoun)
        }
        if !syntax.grammar.is(text.tokens[noun.head].word, .personPronoun),
            let verb = syntax.parse.verbs.indices.first(where: { syntax.objects(of: $0).contains(group) }),
            let known = objectOfJoinedVerb(verb, syntax),
            kinds?.contains(entities.items[known.item].reference.kind) ?? true
        {
            return Reference(
                item: known.item, tokens: noun.tokens, via: [known.tokens] + known.via, sieve: .pronoun)
        }
        var others = coArguments(of: group, syntax, knowledge)
        // "Orvane hired the latter's chief executive": not Orvane's.
        if words.latter.contains(noun.tokens.map({ text.tokens[$0].word })),
            let owned = syntax.parse.groups.indices.first(where: { syntax.parse.groups[$0].possessor == group })
        {
            others.formUnion(coArguments(of: owned, syntax, knowledge))
        }
        return pronoun(tokens: noun.tokens, syntax: syntax, others: others, kinds: kinds)
    }

    /// "co-founded X in 1993 and still runs it", "a fondé X et la dirige": the firm that the verb before "and" has as its object, where
    /// the second verb has the same subject and a pronoun for its own.
    func objectOfJoinedVerb(_ verb: Int, _ syntax: Syntax) -> Reference? {
        let parse = syntax.parse
        var before = parse.unitOfVerb[verb] - 1
        while syntax.kind(before) == .other { before -= 1 }
        guard syntax.kind(before) == .grammar(.coordinator) else { return nil }
        let clause = syntax.clause(ofVerb: verb)
        guard
            let earlier = parse.verbs.indices.last(where: {
                $0 < verb && parse.verbs[$0].kind == .finite && parse.unitOfVerb[$0] < before
            }), syntax.clause(ofVerb: earlier) == clause, !parse.verbs[earlier].isPassive
        else { return nil }
        let objects = syntax.objects(of: earlier)
        guard objects.count == 1, let name = parse.groups[objects[0]].name,
            text.names[name].kind.family == .organisation, parse.members(of: objects[0]).count == 1
        else { return nil }
        return Reference(item: entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
    }

    /// "il faut", "il s'agit de X": a pronoun for nothing.
    private func isImpersonal(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        guard knowledge.frames.language == .french, let next = syntax.verb(syntax.parse.unitOfGroup[group] + 1),
            words.genders[text.tokens[syntax.parse.groups[group].head].word] == false,
            !words.emphatic.contains(text.tokens[syntax.parse.groups[group].head].word)
        else { return false }
        return syntax.parse.verbs[next].lemmas.contains { words.impersonal.contains($0) }
    }

    /// What a pronoun says once more in its own sentence: "X, elle, continue", "X, quant à lui, a vendu", "Quant à X, il a vendu".
    /// - Returns: Nil for other pronouns; whether it can be nothing else, even where that is not known.
    private func doubled(
        _ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> (reference: Reference?, isDecided: Bool)? {
        let parse = syntax.parse
        let unit = parse.unitOfGroup[group]
        let isFrench = knowledge.frames.language == .french
        var before = unit - 1
        let isTurned = syntax.kind(before) == .preposition && words.turning.contains(syntax.words(before))
        if isTurned { before -= 1 }
        if isFrench, words.emphatic.contains(text.tokens[parse.groups[group].head].word),
            isTurned || parse.preposition[group] == nil, syntax.kind(unit + 1) == .comma,
            syntax.kind(before) == .comma
        {
            if let named = syntax.group(before - 1), parse.preposition[named] == nil, !parse.groups[named].isPronoun {
                return (resolve(parse.host[named] ?? named, syntax, knowledge), true)
            }
            let clause = parse.units[unit].clause
            let verb = parse.verbs.indices.last {
                parse.verbs[$0].kind == .finite && syntax.clause(ofVerb: $0) == clause && parse.unitOfVerb[$0] < unit
            }
            let subject = verb.map { syntax.subject(of: $0) } ?? []
            return (subject.count == 1 && subject[0] != group ? resolve(subject[0], syntax, knowledge) : nil, true)
        }
        // "Quant à X, dont le nom revient, il a vendu".
        guard parse.preposition[group] == nil,
            let turn = parse.units.indices.first(where: {
                $0 < unit && syntax.kind($0) == .preposition && words.turning.contains(syntax.words($0))
            }), (0..<turn).allSatisfy({ syntax.kind($0) == .other || syntax.kind($0) == .quote }),
            let turned = syntax.group(turn + 1), turned != group, parse.members(of: turned).count == 1
        else { return nil }
        let reference = resolve(turned, syntax, knowledge)
        if let reference {
            let isFeminine = words.genders[text.tokens[parse.groups[group].head].word]
            if let isFeminine, let own = gender(of: reference.item), own != isFeminine { return nil }
            let kind = entities.items[reference.item].reference.kind
            let word = text.tokens[parse.groups[group].head].word
            let wantsPerson = syntax.grammar.is(word, .personPronoun)
            let wantsThing = syntax.grammar.is(word, .thingPronoun)
            if wantsPerson != wantsThing, wantsPerson != (kind == .person) { return nil }
        }
        return (reference, false)
    }

    /// What a pronoun at a place stands for.
    func pronoun(
        tokens: Range<Int>, syntax: Syntax, others: Set<Int>, by mention: AntecedentWeights.Mention = .pronoun,
        kinds: Set<EntityKind>? = nil
    ) -> Reference? {
        let place = Place(tokens: tokens, sentence: syntax.parse.sentence)
        let wantsPerson = tokens.contains { syntax.grammar.is(text.tokens[$0].word, .personPronoun) }
        let wantsThing = tokens.contains { syntax.grammar.is(text.tokens[$0].word, .thingPronoun) }
        var isFeminine: Bool?
        for token in tokens where isFeminine == nil { isFeminine = words.genders[text.tokens[token].word] }
        let isLatter = words.latter.contains(tokens.map { text.tokens[$0].word })
        let found = antecedent(isLatter ? .latter : mention, at: place) { index in
            let kind = entities.items[index].reference.kind
            if kind == .place || kind == .sector || others.contains(index) { return false }
            if let kinds, !kinds.contains(kind) { return false }
            if wantsPerson || wantsThing, wantsPerson != (kind == .person) { return false }
            // He and she are told apart by the given name.
            if kind == .person, let isFeminine, let own = gender(of: index), own != isFeminine { return false }
            return true
        } signs: { values, index in
            setGender(&values, index, isFeminine: isFeminine)
        }
        return found.map { reference($0, place, .pronoun) }
    }

    /// `lui` before a verb: in a clause that says what somebody announced, the one who announced it; else as any pronoun.
    func dative(token: Int, verb: Int, syntax: Syntax, knowledge: LanguageKnowledge) -> Reference? {
        let span = token..<token + 1
        let own = Set(syntax.subject(of: verb).compactMap { resolve($0, syntax, knowledge)?.item })
        if let parent = syntax.parse.clauses[syntax.clause(ofVerb: verb)].parent {
            for outer in syntax.parse.verbs.indices
            where syntax.clause(ofVerb: outer) == parent && syntax.parse.verbs[outer].kind == .finite {
                let subject = syntax.subject(of: outer)
                if subject.count == 1, let reference = resolve(subject[0], syntax, knowledge),
                    !own.contains(reference.item)
                {
                    return Reference(item: reference.item, tokens: span, via: [reference.tokens], sieve: .pronoun)
                }
            }
        }
        return pronoun(tokens: span, syntax: syntax, others: own, by: .dative)
    }

    /// The thing that `y`, `en`, `l'` before a verb, or `it` behind it, stands for: the nearest other thing of the sentence,
    /// else what the article goes on about.
    func clitic(at token: Int, syntax: Syntax, excluding: Set<Int>, kinds: Set<EntityKind>) -> Reference? {
        let place = Place(tokens: token..<token + 1, sentence: syntax.parse.sentence)
        if let verb = syntax.parse.verbs.indices.first(where: { syntax.parse.verbs[$0].tokens.contains(token) }),
            let known = objectOfJoinedVerb(verb, syntax), !excluding.contains(known.item),
            kinds.contains(entities.items[known.item].reference.kind)
        {
            return Reference(item: known.item, tokens: place.tokens, via: [known.tokens], sieve: .pronoun)
        }
        let isFeminine = words.genders[text.tokens[token].word]
        let found = antecedent(.clitic, at: place) { index in
            let kind = entities.items[index].reference.kind
            return !excluding.contains(index) && kinds.contains(kind) && kind != .person
        } signs: { values, index in
            setGender(&values, index, isFeminine: isFeminine)
        }
        return found.map { reference($0, place, .pronoun) }
    }
}
