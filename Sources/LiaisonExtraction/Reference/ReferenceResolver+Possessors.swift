internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// `lui` before a verb: in a clause that says what somebody announced, the one who announced it; else as any pronoun.
    func dative(_ word: String, token: Int, verb: Int, syntax: Syntax, knowledge: LanguageKnowledge) -> Reference? {
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
        guard let found = pronoun(word, tokens: span, syntax: syntax, clause: syntax.clause(ofVerb: verb)),
            !own.contains(found.item)
        else { return nil }
        return found
    }

    /// Whose a group with `son`, `its` is: the subject of its own clause first, then that of the sentence before.
    func possessor(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, excluding: Set<Int>, kinds: Set<EntityKind>
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard let token = noun.possessive else { return nil }
        let word = text.tokens[token].word
        if syntax.grammar.is(word, .pluralOwner) { return nil }
        let wantsPerson = syntax.grammar.is(word, .personPronoun)
        let wantsThing = syntax.grammar.is(word, .thingPronoun)
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
            if allowed(item), syntax.parse.units[unit - 2].clause == syntax.parse.units[unit].clause {
                return Reference(item: item, tokens: span, via: [text.names[name].tokens], sieve: .possessive)
            }
        }
        let clause = syntax.clause(ofGroup: group)
        let ownVerbs = syntax.parse.verbs.indices.filter { syntax.clause(ofVerb: $0) == clause }
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
            for candidate in subject {
                if let reference = resolve(candidate, syntax, knowledge), allowed(reference.item) {
                    if subject.count > 1 { return nil }
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
        var scores: [Int: Double] = [:]
        for record in candidates(before: token, sentence: syntax.parse.sentence) where allowed(record.item) {
            guard record.isSubject || record.sentence == syntax.parse.sentence else { continue }
            scores[record.item] = max(scores[record.item] ?? 0, weight(record, syntax.parse.sentence))
        }
        return best(scores, tokens: span, before: token, sieve: .possessive)
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

    /// The thing that `y`, `en`, `l'` before a verb, or `it` behind it, stands for: the nearest other thing of the sentence,
    /// else what the article goes on about.
    func clitic(at token: Int, syntax: Syntax, excluding: Set<Int>, kinds: Set<EntityKind>) -> Reference? {
        var scores: [Int: Double] = [:]
        for record in candidates(before: token, sentence: syntax.parse.sentence) {
            let item = entities.items[record.item]
            if excluding.contains(record.item) || !kinds.contains(item.reference.kind) || item.reference.kind == .person
            {
                continue
            }
            var score = weight(record, syntax.parse.sentence)
            if record.sentence == syntax.parse.sentence { score *= 1.5 }
            scores[record.item] = max(scores[record.item] ?? 0, score)
        }
        return best(scores, tokens: token..<token + 1, before: token, sieve: .pronoun)
    }

    mutating func completeName(of item: Int, after other: Int) { entities.completeName(of: item, after: other) }

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
