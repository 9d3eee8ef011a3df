internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// `il`, `elle`, `it`, `he`, `ce dernier`: what was spoken of before.
    /// - Parameter kinds: What it can only be, where that is known.
    func pronoun(
        _ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, kinds: Set<EntityKind>? = nil
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        if noun.isPlural == true { return nil }
        return pronoun(
            tokens: noun.tokens, syntax: syntax, others: coArguments(of: group, syntax, knowledge), kinds: kinds)
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
