internal import LiaisonLanguage
internal import LiaisonModel

/// Dates that stand outside the candidate's own words.
extension Values {
    /// "X has handed Y a contract, it said on Thursday": the date of a verb of saying in the same sentence, for what it tells of,
    /// where that has no date of its own.
    func sayingDates() -> [(String, Value.DateRole, Int)] {
        guard isTold else { return [] }
        let tokens = clauseTokens(triggerClause)
        var out: [(String, Value.DateRole, Int)] = []
        for mention in text.values(in: tokens) where tokens.contains(mention.tokens.lowerBound) {
            guard case .date(let date, .at) = mention.value,
                let unit = parse.units.firstIndex(where: { $0.tokens.overlaps(mention.tokens) })
            else { continue }
            var before = unit - 1
            while before >= 0, parse.units[before].clause != parse.units[unit].clause || syntax.verb(before) == nil {
                before -= 1
            }
            guard before >= 0, let verb = syntax.verb(before), verb != candidate.verb,
                parse.verbs[verb].kind == .finite,
                unit - before <= 4, syntax.hasCue(verb, .says)
            else { continue }
            out.append((date, .at, distance(mention.tokens)))
        }
        return out
    }

    /// Whether the candidate is the news itself, not what is told by the way in a relative clause or a participle.
    var isTold: Bool {
        guard frame.settings.past == nil, parse.clauses[triggerClause].kind != .relative else { return false }
        guard let verb = candidate.verb else { return frame.trigger == .noun }
        return parse.verbs[verb].kind != .participle && parse.verbs[verb].kind != .gerund
    }

    /// "vient de racheter", "has just bought": the month of publication.
    var monthOfWhatJustHappened: String? {
        guard let verb = candidate.verb, let published = text.published, published.count >= 7 else { return nil }
        var tokens = parse.verbs[verb].tokens
        if let governor = parse.governor[verb], parse.unitOfVerb[governor] < parse.unitOfVerb[verb] {
            tokens = parse.verbs[governor].tokens.lowerBound..<tokens.upperBound
        }
        let isJust = tokens.contains { token in
            knowledge.grammar.cues.longest(
                token..<tokens.upperBound, { knowledge.grammar.canon(text.tokens[$0].word) })?.value.contains(.just)
                ?? false
                || token < parse.verbs[verb].tokens.lowerBound
                    && knowledge.grammar.readings(text.tokens[token].word).contains {
                        knowledge.grammar.cues.value(of: $0.lemma)?.contains(.just) ?? false
                    }
        }
        return isJust ? String(published.prefix(7)) : nil
    }

    /// "It was in August that X bought Y", "C'est en mai que …": the date that the main clause is for.
    func isCleft(_ unit: Int, before clause: Int) -> Bool {
        guard [.relative, .subordinate].contains(parse.clauses[clause].kind), parse.clauses[clause].opener == unit + 1,
            let parent = parse.clauses[clause].parent, parse.units[unit].clause == parent,
            isTold || candidate.verb != nil
        else { return false }
        var before = unit - 1
        while before >= 0, syntax.kind(before) == .preposition || syntax.kind(before) == .other { before -= 1 }
        guard before >= 0, before < 3, let verb = syntax.verb(before), syntax.isState(verb) else { return false }
        return (0..<before).allSatisfy { index in
            syntax.kind(index) == .other || syntax.group(index).map { parse.groups[$0].isPronoun } ?? false
        }
    }

    /// The verb whose date is that of the candidate as well: the one whose object a noun is ("a confirmé lundi l'achat de X"), or
    /// that a gerund goes with ("last year it went shopping, buying X").
    var datingVerb: Int? {
        if let verb = candidate.verb {
            return parse.verbs[verb].kind == .gerund ? parse.governor[verb] : nil
        }
        guard frame.trigger == .noun, let group = candidate.group else { return nil }
        return parse.verbs.indices.first { verb in
            parse.verbs[verb].kind == .finite && !parse.verbs[verb].isPassive
                && parse.unitOfVerb[verb] < parse.unitOfGroup[group]
                && syntax.clause(ofVerb: verb) == syntax.clause(ofGroup: group)
                && syntax.objects(of: verb).contains(group)
                && (syntax.hasCue(verb, .says) || syntax.hasCue(verb, .done) || syntax.hasCue(verb, .planned)
                    || knowledge.raises.contains(where: { parse.verbs[verb].lemmas.contains($0) }))
        }
    }

    /// "a annoncé lundi que …": the date of the announcement, where the announced clause has none of its own.
    func announcementDates(_ clause: Int) -> [(String, Value.DateRole, Int)] {
        var out: [(String, Value.DateRole, Int)] = []
        var current = clause
        var steps = 0
        while out.isEmpty, steps < 4, parse.clauses[current].kind == .subordinate,
            let parent = parse.clauses[current].parent
        {
            for mention in text.values(in: clauseTokens(parent))
            where clauseTokens(parent).contains(mention.tokens.lowerBound) {
                guard case .date(let date, .at) = mention.value,
                    let unit = parse.units.firstIndex(where: { $0.tokens.overlaps(mention.tokens) }),
                    parse.units[unit].clause == parent
                else { continue }
                out.append((date, .at, distance(mention.tokens)))
            }
            current = parent
            steps += 1
        }
        return out
    }
}
