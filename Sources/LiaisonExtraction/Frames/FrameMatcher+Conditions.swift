internal import LiaisonLanguage
internal import LiaisonModel

/// What must hold before a complement or a word near the trigger counts.
extension FrameMatcher {
    func matches(_ complement: Syntax.Complement, _ preposition: [WordID]) -> Bool {
        if complement.preposition == preposition { return true }
        // "où il dirige": of what was named, or there.
        if syntax.parse.units[complement.unit].kind == .grammar(.relativePlace), let word = preposition.first {
            return preposition.count == 1 && knowledge.grammar.is(word, .placePreposition)
        }
        if isDativeRelative(complement) { return knowledge.datives.contains(preposition) }
        // "dont" carries "de".
        return syntax.parse.units[complement.unit].kind == .grammar(.relativeOf) && preposition == knowledge.genitive
    }

    /// "auquel": what the relative takes up, to whom it is.
    func isDativeRelative(_ complement: Syntax.Complement) -> Bool {
        parse.units[complement.unit].kind == .grammar(.relativeOblique)
    }

    /// Whether "de X" may belong to a trigger, `owner`: what stands right behind another noun belongs to that noun.
    func mayBelong(_ complement: Syntax.Complement, to owner: Int?, last unit: Int? = nil, verb: Int? = nil) -> Bool {
        if complement.preposition == knowledge.genitive, let other = syntax.verb(complement.unit - 1), other != verb {
            return false
        }
        // "aux côtés de X et de ses actionnaires": the list of the longer preposition goes on.
        if complement.preposition == knowledge.genitive, knowledge.frames.language == .french,
            syntax.kind(complement.unit - 1) == .grammar(.coordinator), let before = syntax.group(complement.unit - 2),
            let preposition = parse.preposition[before], syntax.words(preposition).count > 1,
            syntax.words(preposition).last == knowledge.genitive.last
        {
            return false
        }
        guard complement.preposition == knowledge.genitive, let noun = syntax.group(complement.unit - 1), noun != owner,
            complement.unit - 1 != unit
        else { return true }
        // A sum or a date holds nothing, nor does what only counts.
        if parse.groups[noun].value != nil || isQuantity(noun) { return true }
        guard let owner else { return !parse.groups[noun].hasNoun }
        // "a installé ses robots dans les entrepôts de X": what has an owner already.
        if knowledge.frames.language == .french, parse.groups[owner].possessive != nil, verb != nil,
            let preposition = parse.preposition[noun], syntax.words(preposition) != knowledge.genitive,
            syntax.words(preposition).allSatisfy({ knowledge.grammar.is($0, .placePreposition) })
        {
            return false
        }
        // "la présidence du conseil de X", "le rachat par Y de X": the noun before hangs on the owner.
        var inner = noun
        var steps = 0
        while steps < 4, let preposition = parse.preposition[inner] {
            var before = preposition - 1
            while before >= 0, syntax.kind(before) == .quote || syntax.kind(before) == .other { before -= 1 }
            guard let outer = syntax.group(before) else {
                // Behind another verb it is that one's: "mené par X, rejoint par Y via son bras d'investissement".
                return syntax.verb(before).map { $0 == verb || verb == nil } ?? false
            }
            if parse.members(of: outer).contains(owner) || isSister(outer, of: owner) { return true }
            inner = outer
            steps += 1
        }
        return isSister(inner, of: owner)
    }

    /// "PDG et fondateur de X", "fondatrice et toujours actionnaire de X": nouns that share what follows.
    private func isSister(_ group: Int, of other: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        let isLater = knowledge.frames.language == .french && syntax.kind(unit - 1) == .other
        let before = isLater ? unit - 2 : unit - 1
        return syntax.kind(before) == .grammar(.coordinator) && syntax.group(before - 1) == other
            || syntax.kind(unit - 1) == .comma && syntax.group(unit - 2) == other
    }

    func mainTokens(_ verb: Int) -> Range<Int> { parse.verbs[verb].main..<parse.verbs[verb].main + 1 }

    /// Who raises the round that the sentence speaks of.
    func round(_ frame: Frame, trigger: Range<Int>, subject: Bool) -> [Fill] {
        guard let round = resolver.round(at: parse.sentence) else { return [] }
        let reference = Reference(
            item: round.raiser, tokens: round.sentence == parse.sentence ? round.mention : trigger,
            via: [round.mention], sieve: round.sentence == parse.sentence ? .apposition : .description)
        return isAllowed(reference, frame, subject: subject) ? [(nil, reference)] : []
    }

    /// Words that forbid a frame, anywhere in the clause's groups next to the trigger.
    func isForbidden(_ frame: Frame, unit: Int) -> Bool {
        guard !frame.without.isEmpty else { return false }
        let hasShare = frame.without.contains(knowledge.frames.percent)
        let hasSum = frame.without.contains(knowledge.frames.money)
        let clause = parse.units[unit].clause
        let low = max(0, unit - 4)
        let high = min(parse.units.count, unit + 6)
        // "le procès qui oppose X à Y": what the relative clause speaks of.
        let antecedent = parse.clauses[clause].kind == .relative ? parse.clauses[clause].antecedent : nil
        if let antecedent, syntax.kind(parse.clauses[clause].opener ?? -1) == .grammar(.relativeSubject),
            parse.groups[antecedent].name == nil,
            syntax.lemmas(ofGroup: antecedent).contains(where: { frame.without.contains($0) })
        {
            return true
        }
        for index in low..<high where parse.units[index].clause == clause {
            if hasShare || hasSum {
                for mention in text.values(in: parse.units[index].tokens)
                where mention.tokens.overlaps(parse.units[index].tokens) {
                    if case .percent = mention.value, hasShare { return true }
                    if case .money = mention.value, hasSum { return true }
                }
            }
            // A name's words say nothing: "client d'Amazon Web Services" is about no service.
            let names = syntax.group(index).map { parse.groups[$0] }.map { $0.leading + [$0.name].compactMap(\.self) }
            // "at $40 a share": a price for each share is of no share.
            let sum = syntax.group(index).map { parse.groups[$0] }.flatMap { $0.value != nil && !$0.hasNoun ? $0 : nil }
            let end = sum.map { $0.head + 1 } ?? parse.units[index].tokens.upperBound
            // "delivers trucks to software company X": what a name is said to be is about that name.
            let said = syntax.group(index).flatMap { group in
                parse.groups[group].name != nil && parse.groups[group].determiner != .possessive
                    && (resolver.isType(group, syntax, knowledge) || isTradeOfName(group))
                    ? parse.groups[group].head : nil
            }
            for token in parse.units[index].tokens.lowerBound..<end
            where token != said && !(names ?? []).contains(where: { text.names[$0].tokens.contains(token) }) {
                let word = text.tokens[token].word
                if frame.without.contains(word)
                    || knowledge.grammar.readings(word).contains(where: { frame.without.contains($0.lemma) })
                {
                    return true
                }
            }
        }
        return false
    }
}
