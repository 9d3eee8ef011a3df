internal import LiaisonLanguage
internal import LiaisonModel

extension Chunker {
    /// Which kind of relative pronoun a word is here, if it is one.
    func relative(_ kinds: GrammarWordSet, _ at: Int) -> GrammarWord? {
        var last = parse.units.last?.kind
        if last == .comma || last == .quote || last == .dash { last = parse.units.dropLast().last?.kind }
        // "la coquille cotée que préside X": a participle that says more of the noun before it.
        if isFrench, case .verb(let verb)? = last, parse.verbs[verb].kind == .participle, parse.units.count > 1,
            parse.verbs[verb].tokens.count == 1, parse.units.last?.kind == last,
            case .noun = parse.units[parse.units.count - 2].kind, kinds.contains(.relativeObject)
        {
            last = parse.units[parse.units.count - 2].kind
        }
        var followsGroup = false
        if case .noun? = last { followsGroup = true }
        if last == .close { followsGroup = true }
        let afterPreposition = parse.units.last?.kind == .preposition
        if kinds.contains(.relativePlace), followsGroup, tag(at) != .subordinator || !isFrench { return .relativePlace }
        if kinds.contains(.relativeOblique), afterPreposition || (isFrench && followsGroup) { return .relativeOblique }
        if kinds.contains(.relativePossessive) { return .relativePossessive }
        if kinds.contains(.relativeOf) { return hasVerbAhead(at) || opensNounAndName(at) ? .relativeOf : nil }
        if kinds.contains(.relativeSubject) { return .relativeSubject }
        // "whose drone costs half as much and which has": what goes on about the same.
        if !followsGroup, !isFrench, kinds.contains(.relativeAny), tag(at) != .subordinator,
            last == .grammar(.coordinator),
            parse.units.contains(where: { unit in
                if case .grammar(let word) = unit.kind { ClauseBuilder.clauseKind(word) == .relative } else { false }
            })
        {
            return .relativeAny
        }
        // "dont le siège est à Nantes et que préside X": what goes on about the same.
        if !followsGroup, isFrench, kinds.contains(.relativeObject), last == .grammar(.coordinator),
            let earlier = parse.units.last(where: { unit in
                if case .grammar(let word) = unit.kind { ClauseBuilder.clauseKind(word) != nil } else { false }
            }), case .grammar(let word) = earlier.kind, ClauseBuilder.clauseKind(word) == .relative
        {
            return .relativeObject
        }
        guard followsGroup else { return nil }
        if kinds.contains(.relativeObject) {
            if isFrench {
                // "annonce que": a noun of saying is followed by what is said; so is a verb at some distance.
                guard case .noun(let group)? = last, parse.groups[group].value == nil else { return nil }
                return parse.units.last?.kind == .comma || !isNounOfSaying(parse.groups[group].head)
                    ? .relativeObject : nil
            }
            return .relativeObject
        }
        if kinds.contains(.relativeAny), tag(at) != .determiner {
            // "a start-up that Intel acquired": a conjunction only behind a noun of saying.
            // "said on Monday that": a day has no relative clause.
            if !isFrench, kinds.contains(.subordinator), case .noun(let group)? = last,
                let value = parse.groups[group].value, case .date = text.values[value].value
            {
                return nil
            }
            if case .noun(let group)? = last,
                isNounOfSaying(parse.groups[group].head) && !isVerb(at + 1)
                    || tag(at) == .subordinator && parse.groups[group].isPronoun
            {
                return nil
            }
            return .relativeAny
        }
        return nil
    }

    func isNounOfSaying(_ token: Int) -> Bool {
        grammar.readings(text.tokens[token].word).contains {
            grammar.cues.value(of: $0.lemma)?.contains(.says) ?? false
        }
    }

    /// "dont le robot, Lumia, vise": a noun of the antecedent, and behind a comma what it is called.
    func opensNounAndName(_ at: Int) -> Bool {
        guard tag(at + 1) == .determiner else { return false }
        var index = at + 2
        while index < range.upperBound, index < at + 7, nameAt[index] == nil {
            if mark(index) == .comma { return index > at + 2 && nameAt[index + 1] != nil }
            if isVerb(index) { return false }
            index += 1
        }
        return false
    }

    func hasVerbAhead(_ at: Int) -> Bool {
        var index = at + 1
        var commas = 0
        while index < range.upperBound, index < at + 14 {
            if nameAt[index] == nil, isVerb(index) { return commas == 0 }
            if text.tokens[index].shape.contains(.isPunctuation) {
                let kind = mark(index)
                if kind == .comma { commas += 1 }
                if kind == .semicolon || kind == .close || commas > 1 { return false }
            }
            index += 1
        }
        return false
    }

    /// "fer de lance": no finite verb stands behind a French preposition.
    func isFiniteBehindPreposition(_ at: Int) -> Bool {
        guard let previous = canon(at - 1), grammar.is(previous, .preposition), !grammar.is(previous, .clitic),
            !isVerbTag(at - 1)
        else { return false }
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        return !forms.isEmpty && forms.allSatisfy { $0.isFinite || !$0.isVerb }
    }

    /// "to Arm's own": what stands behind `'s` is a noun or an adjective, unless it is a participle.
    func isOwned(_ at: Int) -> Bool {
        guard range.contains(at - 1) else { return false }
        let before = text.tokens[at - 1].word
        let readings = grammar.readings(text.tokens[at].word)
        // "whose own backers".
        if grammar.is(before, .relativePossessive), tag(at + 1) == .noun,
            readings.contains(where: { $0.form == .infinitive })
        {
            return true
        }
        // "Intel's newly appointed chief executive".
        if tag(at - 1) == .adverb, range.contains(at - 2), grammar.is(text.tokens[at - 2].word, .genitive),
            !isVerbTag(at - 2), tag(at + 1) == .noun || tag(at + 1) == .adjective, nameAt[at + 1] == nil,
            readings.contains(where: { $0.form == .participle })
        {
            return true
        }
        guard grammar.is(before, .genitive), !isVerbTag(at - 1) else { return false }
        // "Wiz's listed adversaries".
        if tag(at + 1) == .noun, nameAt[at + 1] == nil, readings.contains(where: { $0.form == .participle }) {
            return true
        }
        return readings.contains { !$0.form.isVerb }
            || readings.allSatisfy { $0.form != .gerund && $0.form != .participle }
    }

    /// ", compte parmi ses clients X": a word that may be a noun, without article behind a comma, is the verb when
    /// an article or a preposition other than those of nouns follows.
    func opensPredicate(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.tag == .noun || token.tag == .adjective, range.contains(at - 1), mark(at - 1) == .comma,
            grammar.readings(token.word).contains(where: \.form.isFinite), let next = canon(at + 1)
        else { return false }
        if tag(at + 1) == .determiner { return nameAt[at + 1] == nil }
        return grammar.is(next, .among)
    }

    /// "Entrée au capital de X en 2020, Y …": a participle that is a noun as well, at the head of a sentence and before a
    /// preposition, when a comma and a name follow.
    func opensAsParticiple(_ at: Int) -> Bool {
        guard at == range.lowerBound, let next = canon(at + 1), grammar.is(next, .preposition),
            grammar.readings(text.tokens[at].word).contains(where: { $0.form == .participle })
        else { return false }
        var index = at + 2
        while index < range.upperBound, mark(index) != .comma {
            if nameAt[index] == nil, tag(index) == .verb || tag(index) == .auxiliary { return false }
            index += 1
        }
        return nameAt[index + 1] != nil || tag(index + 1) == .determiner
    }

    /// "la jeune pousse a levé": what stands between an adjective and an auxiliary is a noun.
    func isNounBeforeAuxiliary(_ at: Int) -> Bool {
        tag(at - 1) == .adjective && tag(at - 2) == .determiner
            && tag(at) != .auxiliary && (tag(at + 1) == .auxiliary || grammar.is(text.tokens[at - 1].word, .prenominal))
    }

    func endsPlace(_ at: Int) -> Bool { kindOfName(endingAt: at) == .place }

    func endsPerson(_ at: Int) -> Bool { kindOfName(endingAt: at) == .person }

    private func kindOfName(endingAt at: Int) -> EntityKind? {
        guard endsName(at) else { return nil }
        var start = at
        while start > range.lowerBound, nameAt[start] == nil { start -= 1 }
        return nameAt[start].map { text.names[$0].kind }
    }

    /// "le patron de X et celui de Y": the noun before it that has a complement of the same kind.
    func antecedentOfAnaphor(_ at: Int) -> Int? {
        guard let behind = canon(at + 1), grammar.is(behind, .placePreposition), tag(at + 1) == .adposition else {
            return nil
        }
        return parse.groups.indices.last { index in
            let group = parse.groups[index]
            let unit = parse.unitOfGroup[index]
            guard group.hasNoun, group.name == nil, group.value == nil, !group.isPronoun, unit + 1 < parse.units.count,
                parse.units[unit + 1].kind == .preposition, parse.units[unit + 1].tokens.count == 1
            else { return false }
            return canon(parse.units[unit + 1].tokens.lowerBound) == behind
        }
    }
}
