internal import LiaisonLanguage
internal import LiaisonModel

/// Sums that a sentence tells of what the sentence before stated: "The deal is worth €40 million", "It paid €40 million in cash".
extension ArticleReading {
    /// How many sentences may lie between.
    private static var sumReach: Int { 2 }

    private static var sumRelations: Set<RelationID> { ["acquires", "contracts-with", "invests-in"] }

    /// Gives the sum of a sentence to what the text stated last, where it names a sum and no relation of its own.
    /// - Parameter known: How many findings there were before the sentence.
    mutating func addSum(_ syntax: Syntax, _ knowledge: LanguageKnowledge, _ sentence: Int, known: Int) {
        guard let (amount, tokens) = onlySum(syntax, knowledge, sentence),
            !findings[known...].contains(where: { $0.qualifiers.amount != nil })
        else { return }
        let earlier = findings[..<known].indices.filter { index in
            Self.sumRelations.contains(findings[index].frame.relation) && findings[index].sentence < sentence
        }
        guard let last = earlier.map({ findings[$0].sentence }).max(), sentence - last <= Self.sumReach else { return }
        let told = earlier.filter { findings[$0].sentence == last }
        // One deal: the relations of that sentence are one, and so is what was bought or backed.
        guard let first = told.first, told.allSatisfy({ isSameDeal(findings[$0], findings[first]) }),
            told.allSatisfy({ findings[$0].qualifiers.amount == nil && findings[$0].qualifiers.time != .ended })
        else { return }
        let relation = findings[first].frame.relation
        let payers = Set(told.map { payer(of: findings[$0].candidate, relation) })
        let others = Set(told.flatMap { [findings[$0].candidate.subject.item, findings[$0].candidate.object.item] })
        guard !namesOther(than: others, syntax, tokens) else { return }
        let isTold =
            isOfDeal(tokens, relation, syntax, knowledge)
            || verbOfSum(tokens, syntax).map { verb in
                isDeal(verb, relation, syntax, knowledge)
                    || paysSum(verb, tokens, payers, others, syntax, knowledge)
            } ?? false
        guard isTold else { return }
        for index in earlier
        where isSameDeal(findings[index], findings[first]) && findings[index].qualifiers.amount == nil {
            var sum = amount
            sum.text = text.text(tokens)
            sum.scope = payers.count > 1 && relation == "invests-in" ? .round : .edge
            if relation == "contracts-with", sum.bound == .atMost { sum.scope = .ceiling }
            findings[index].qualifiers.amount = sum
        }
    }

    private func payer(of candidate: Candidate, _ relation: RelationID) -> Int {
        relation == "contracts-with" ? candidate.object.item : candidate.subject.item
    }

    private func isSameDeal(_ a: Finding, _ b: Finding) -> Bool {
        guard a.frame.relation == b.frame.relation, a.candidate.object.item == b.candidate.object.item else {
            return false
        }
        return a.frame.relation == "invests-in" || a.candidate.subject.item == b.candidate.subject.item
    }

    /// The one sum of a sentence that is no valuation, turnover or the like.
    private func onlySum(_ syntax: Syntax, _ knowledge: LanguageKnowledge, _ sentence: Int) -> (Amount, Range<Int>)? {
        let span = text.sentences[sentence].tokens
        var found: (Amount, Range<Int>)?
        for mention in text.values(in: span) where span.contains(mention.tokens.lowerBound) {
            guard case .money(let amount) = mention.value else { continue }
            if found != nil { return nil }
            found = (amount, mention.tokens)
        }
        guard let found else { return nil }
        let near = max(span.lowerBound, found.1.lowerBound - 5)..<min(span.upperBound, found.1.upperBound + 3)
        let isOther = near.contains { token in
            knowledge.grammar.readings(text.tokens[token].word).contains { reading in
                !reading.form.isVerb && knowledge.grammar.cues.value(of: reading.lemma)?.contains(.otherSum) ?? false
            }
        }
        return isOther ? nil : found
    }

    /// Whether a sentence names another firm or person than those, but for who says so.
    private func namesOther(than items: Set<Int>, _ syntax: Syntax, _ sum: Range<Int>) -> Bool {
        syntax.parse.groups.indices.contains { group in
            guard let name = syntax.parse.groups[group].name else { return false }
            let item = resolver.entities.itemOfName[name]
            let kind = resolver.entities.items[item].reference.kind
            guard kind.family == .organisation, !items.contains(item) else { return false }
            // "…, Reuters reported."
            return !syntax.parse.verbs.indices.contains {
                syntax.hasCue($0, .says) && syntax.subject(of: $0).contains(group)
            }
        }
    }

    /// The verb whose complement a sum is.
    private func verbOfSum(_ tokens: Range<Int>, _ syntax: Syntax) -> Int? {
        guard
            let group = syntax.parse.groups.indices.first(where: {
                syntax.parse.groups[$0].tokens.overlaps(tokens)
            })
        else { return nil }
        let unit = syntax.parse.unitOfGroup[group]
        return syntax.parse.verbs.indices.last { verb in
            syntax.parse.unitOfVerb[verb] < unit && syntax.clause(ofVerb: verb) == syntax.clause(ofGroup: group)
                && syntax.parse.verbs[verb].kind == .finite && !syntax.parse.verbs[verb].isNegated
        }
    }

    /// "The $40 million deal …", "The contract, worth $40 million, …".
    private func isOfDeal(
        _ sum: Range<Int>, _ relation: RelationID, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Bool {
        guard let group = syntax.parse.groups.indices.first(where: { syntax.parse.groups[$0].tokens.overlaps(sum) })
        else { return false }
        let unit = syntax.parse.unitOfGroup[group]
        let apposed = syntax.kind(unit - 1) == .comma ? syntax.group(unit - 2) : nil
        return [group, apposed].compactMap(\.self).contains { group in
            let noun = syntax.parse.groups[group]
            return noun.hasNoun && noun.name == nil && noun.leading.isEmpty && noun.isPlural != true
                && (noun.determiner == .definite || noun.determiner == .demonstrative)
                && syntax.parse.preposition[group] == nil
                && syntax.lemmas(ofGroup: group).contains { knowledge.deals[relation]?.contains($0) ?? false }
        }
    }

    /// "The deal is worth …", "The price was …", "Analysts put the value at …".
    private func isDeal(_ verb: Int, _ relation: RelationID, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        let isState = syntax.isState(verb)
        guard
            isState
                || syntax.parse.verbs[verb].lemmas.contains(where: {
                    knowledge.worths.contains($0)
                })
        else { return false }
        let subjects = syntax.subject(of: verb)
        let groups = subjects + (isState ? [] : syntax.objects(of: verb))
        return groups.contains { group in
            let noun = syntax.parse.groups[group]
            guard noun.hasNoun, noun.name == nil, noun.leading.isEmpty, noun.value == nil, noun.isPlural != true,
                noun.determiner == .definite || noun.determiner == .demonstrative
                    || noun.determiner == .possessive || noun.determiner == .none
            else { return false }
            let lemmas = syntax.lemmas(ofGroup: group)
            return lemmas.contains { knowledge.deals[relation]?.contains($0) ?? false }
        }
    }

    /// "It paid $9 million for the shares", "The fund invested $9 million".
    private func paysSum(
        _ verb: Int, _ sum: Range<Int>, _ payers: Set<Int>, _ ends: Set<Int>, _ syntax: Syntax,
        _ knowledge: LanguageKnowledge
    ) -> Bool {
        let group = syntax.parse.verbs[verb]
        guard !group.isPassive, group.lemmas.contains(where: { knowledge.payers.contains($0) }),
            syntax.objects(of: verb).contains(where: { syntax.parse.groups[$0].tokens.overlaps(sum) })
        else { return false }
        let subjects = syntax.subject(of: verb)
        guard subjects.count == 1, let subject = subjects.first else {
            let named = Set(
                subjects.compactMap { syntax.parse.groups[$0].name.map { resolver.entities.itemOfName[$0] } })
            return !named.isEmpty && named == payers
        }
        let noun = syntax.parse.groups[subject]
        if let name = noun.name { return payers == [resolver.entities.itemOfName[name]] }
        let found = Set(resolver.references(of: subject, syntax, knowledge).map(\.item))
        if !found.isEmpty, found == payers { return true }
        // Who pays is who buys: "it" may be taken for what was bought.
        if noun.isPronoun {
            let isPerson =
                syntax.grammar.is(text.tokens[noun.head].word, .personPronoun)
                && !syntax.grammar.is(text.tokens[noun.head].word, .thingPronoun)
            return (noun.isPlural == true) == (payers.count > 1) && (found.isEmpty || found.isSubset(of: ends))
                && (!isPerson || syntax.grammar.language == .french)
        }
        return found.isEmpty && noun.hasNoun && noun.determiner == .definite && noun.isPlural != true
            && resolver.isType(subject, syntax, knowledge)
    }
}
