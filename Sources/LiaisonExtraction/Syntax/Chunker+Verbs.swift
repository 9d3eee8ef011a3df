internal import LiaisonLanguage
internal import LiaisonModel

/// Whether a word is a verb or a noun: its tag, where what stands around it does not say otherwise.
extension Chunker {
    func tag(_ at: Int) -> Tag { range.contains(at) ? text.tokens[at].tag : .punctuation }

    /// Whether a token is a verb here: by its tag, corrected where the forms allow one reading only.
    func isVerb(_ at: Int) -> Bool {
        guard range.contains(at), nameAt[at] == nil else { return false }
        let token = text.tokens[at]
        let readings = grammar.readings(token.word)
        if isAfterCompoundHyphen(at) || grammar.is(token.word, .adjective) { return false }
        if isFrench ? isFiniteBehindPreposition(at) || isNounBeforeAuxiliary(at) : isOwned(at) { return false }
        if isFrench, isNounInInset(at) || isNounByEnding(at) || isFormerPost(at) || isUnknownAdjective(at) {
            return false
        }
        if isFrench, isVerbBeforeShare(at) { return true }
        // "X a Y pour client": "a" without accent is no preposition, whatever its tag.
        if isFrench, token.tag == .adposition, !token.shape.contains(.initialCapital),
            readings.contains(where: { $0.lemma == grammar.auxiliaries.have && $0.form.isFinite })
        {
            return true
        }
        if isFrench, opensPredicate(at) || opensAsParticiple(at) { return true }
        if isFrench, case .noun(let group)? = parse.units.last?.kind, parse.groups[group].hasNoun,
            parse.groups[group].name == nil, isFiniteBehindNoun(at, [at - 1])
        {
            return true
        }
        if !isFrench, isNounByForm(at) || isPostBetweenNames(at) || isQualifyingGerund(at) { return false }
        if !isFrench, isPluralInPhrase(at) || isPluralSubject(at) || isParticipleBehindAs(at) { return false }
        if !isFrench,
            isMarkedInfinitive(at) || isBehindModal(at) || isGerundOfSeveral(at) || isHeadlineVerb(at)
                || isVerbOfOwned(at)
                || isPredicateBehindInset(at)
        {
            return true
        }
        if !isFrench, takesTwoObjects(at) || isPluralVerb(at) || followsRelative(at) { return true }
        if !isFrench, isNounBehindPreposition(at) || isObjectOfVerb(at) || isPredicate(at) || isNounTaken(at) {
            return false
        }
        if !isFrench,
            isDistributed(at) || isPredicateBehindSubject(at) || plansBehindInset(at) || followsSubjectRelative(at)
                || followsNumber(at)
        {
            return true
        }
        if isVerbBehindOrdinal(at) || isFrench && (isVerbBehindClitic(at) || isVerbBehindRelative(at)) { return true }
        if isVerbByPlace(at) || isVerbBeforePreposition(at) || isFrench && isVerbBehindInset(at) { return true }
        if token.tag == .verb || token.tag == .auxiliary {
            // "the chip start-up X": a word that is known for a noun only.
            if !isFrench, !readings.isEmpty, readings.allSatisfy({ !$0.form.isVerb }) { return false }
            // After a determiner a form that is also a noun is one: "le rachat", "a bid".
            if let previous = canon(at - 1), readings.contains(where: { !$0.form.isVerb }),
                grammar.is(previous, .indefinite) || grammar.is(previous, .possessive)
                    || grammar.is(previous, .demonstrative)
                    || grammar.is(text.tokens[at - 1].word, .definite)
                        && (!isFrench || !readings.contains { $0.form.isFinite })
            {
                return false
            }
            return true
        }
        guard !readings.isEmpty, readings.allSatisfy(\.form.isVerb) else { return false }
        if token.tag == .adposition || token.tag == .determiner || token.tag == .pronoun { return false }
        // "best known for": an adverb before a verb.
        if !isFrench, token.tag == .adverb, isVerbTag(at + 1) { return false }
        // "with X and Y participating".
        if !isFrench, token.tag == .noun, endsName(at - 1), readings.contains(where: { $0.form == .gerund }),
            tag(at + 1) == .punctuation || tag(at + 1) == .adposition
        {
            return true
        }
        if token.tag == .adjective || token.tag == .noun {
            // A known verb form that cannot be anything else, unless a determiner makes it a noun.
            guard let previous = canon(at - 1) else { return readings.contains { $0.form.isFinite } }
            let isDetermined =
                grammar.is(previous, .indefinite) || grammar.is(previous, .possessive)
                || grammar.is(previous, .demonstrative) || grammar.is(text.tokens[at - 1].word, .definite)
                || tag(at - 1) == .adjective && !endsName(at - 1)
            return !isDetermined && (readings.contains { $0.form.isFinite } || token.tag == .adjective)
        }
        return true
    }

    /// "Orvane-backed": the word after the hyphen is no verb.
    func isAfterCompoundHyphen(_ at: Int) -> Bool {
        grammar.compounds.contains(text.tokens[at].word) && at - 1 > range.lowerBound
            && !text.tokens[at].shape.contains(.spaceBefore) && isHyphen(at - 1)
    }

    /// A form that is a noun or a verb, right behind a name and before a name, an article or "to": "Orvane plans to …".
    func isVerbByPlace(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.tag == .noun || token.tag == .adjective || token.tag == .properNoun, at > range.lowerBound,
            at + 1 < range.upperBound,
            grammar.readings(token.word).contains(where: { $0.form.isFinite || !isFrench && $0.form == .infinitive }),
            endsName(at - 1) && !endsPlace(at - 1) || isFrench && closesBracketOfName(at - 1)
        else { return false }
        // "Denis Vial siège au conseil": no bare noun stands behind a person.
        if isFrench, endsPerson(at - 1), grammar.readings(token.word).contains(where: \.form.isFinite) { return true }
        if followsOwnedName(at), grammar.readings(token.word).contains(where: { $0.form.isFinite }) { return true }
        if nameAt[at + 1] != nil || grammar.is(text.tokens[at + 1].word, .infinitiveMark) && isVerbTag(at + 2) {
            return true
        }
        // "has held Canva shares since 2021": a name behind a verb is its object, with the noun behind it.
        if !isFrench, case .verb(let verb)? = parse.units.last?.kind, !saysSomething(verb) { return false }
        // "Arvor Capital bet $10 million".
        if let value = valueAt[at + 1], !isFrench {
            // "dates from 2007": but "Orvane shares Monday".
            if case .date = text.values[value].value, tag(at + 1) != .adposition { return false }
            return true
        }
        // "Ines Marchal chairs its board".
        if !isFrench, grammar.is(text.tokens[at + 1].word, .possessive), endsSubject(at - 1) { return true }
        // "Orvane double de taille", "Orvane accounts for a third of sales": nothing else is the verb.
        if tag(at + 1) == .adposition, isFrench || token.tag == .noun && at + 2 < range.upperBound,
            !range.contains(where: { $0 != at && (tag($0) == .verb || tag($0) == .auxiliary) && !isBareParticiple($0) })
        {
            return true
        }
        // "Orvane compte onze lignes".
        return tag(at + 1) == .determiner || isFrench && tag(at + 1) == .numeral
    }

    /// "X (Lyon) compte Y parmi ses clients": whether a bracket closes there that stands right behind a name.
    private func closesBracketOfName(_ at: Int) -> Bool {
        guard at > range.lowerBound, mark(at) == .close,
            let open = (range.lowerBound..<at).last(where: { mark($0) == .open }), open > range.lowerBound
        else { return false }
        return endsName(open - 1)
    }

    /// "Orvane entre au capital": a preposition that is also a verb is the verb before another preposition.
    func isVerbBeforePreposition(_ at: Int) -> Bool {
        guard let word = canon(at), let next = canon(at + 1), grammar.is(word, .preposition), at > range.lowerBound
        else { return false }
        return grammar.is(next, .preposition) && nameAt[at + 1] == nil
            && grammar.readings(text.tokens[at].word).contains { $0.form.isFinite }
            && (isFrench && endsName(at - 1) || tag(at - 1) != .verb && tag(at - 1) != .auxiliary)
    }

    /// "Orvane's Lumia answers": a name that has an owner already needs no noun behind it.
    func followsOwnedName(_ at: Int) -> Bool {
        guard nameAt.ends(at) else { return false }
        var start = at - 1
        while start > range.lowerBound, nameAt[start] == nil { start -= 1 }
        return start > range.lowerBound && grammar.is(text.tokens[start - 1].word, .genitive)
    }

    func isVerbTag(_ at: Int) -> Bool { tag(at) == .verb || tag(at) == .auxiliary }

    func endsName(_ at: Int) -> Bool {
        nameAt.ends(at + 1)
    }

    func isNoun(_ at: Int) -> Bool {
        guard range.contains(at), !isVerb(at) else { return false }
        let token = text.tokens[at]
        if token.shape.contains(.isPunctuation) || isAdjectiveBeforeNoun(at) { return false }
        if grammar.readings(token.word).contains(where: { !$0.form.isVerb }) {
            // "its rival Daikin": before a name it is the noun.
            if token.tag == .adjective,
                tag(at + 1) == .noun && (isFrench || nameAt[at + 1] == nil)
                    || tag(at + 1) == .properNoun && nameAt[at + 1] == nil
            {
                return false
            }
            if !isFrench, token.tag == .adverb, !isQualified(at) { return false }
            return token.tag != .adposition || !isFrench && isNounBeforeName(at)
        }
        return token.tag == .noun || token.tag == .properNoun || token.tag == .symbol
            || (isFrench ? isNounBeforeAuxiliary(at) || isNounByEnding(at) : isNounByForm(at))
            || token.tag == .other
                && token.shape.contains(.hasLetter)
    }

    /// "Beata Lis, hired from X, …", "The oldest firm in town, founded in 1901, is": behind what the sentence opens with, between
    /// commas, a verb that may be the past is none when another finite verb follows the second comma.
    var followsNameAndComma: Bool {
        guard parse.units.count > 1, parse.units[parse.units.count - 1].kind == .comma,
            case .noun = parse.units[parse.units.count - 2].kind,
            parse.units.dropLast().allSatisfy({ unit in
                switch unit.kind {
                case .noun, .preposition, .grammar(.genitive), .grammar(.coordinator): true
                default: false
                }
            })
        else { return false }
        var index = parse.units[parse.units.count - 1].tokens.upperBound
        while index < range.upperBound, mark(index) != .comma { index += 1 }
        return isVerb(index + 1) || tag(index + 1) == .adverb && isVerb(index + 2)
    }

    /// "X and Y run Kaptio": behind a noun and before a name or an article a form that may be a present is one.
    func takesObject(_ at: Int) -> Bool {
        var last = parse.units.count - 1
        // "X and Y jointly run Kaptio".
        while last > 0, parse.units[last].kind == .other { last -= 1 }
        let isObjectNext =
            range.contains(at)
            && (nameAt[at] != nil || tag(at) == .determiner || grammar.is(text.tokens[at].word, .possessive))
        // "X and Y own and run Kaptio".
        if last > 0, parse.units[last].kind == .grammar(.coordinator),
            case .verb(let verb) = parse.units[last - 1].kind,
            parse.verbs[verb].kind == .finite, isObjectNext
        {
            return true
        }
        guard range.contains(at), last >= 0, case .noun(let group) = parse.units[last].kind else { return false }
        let isSeveral =
            last > 0 && parse.units[last - 1].kind == .grammar(.coordinator)
            || parse.groups[group].isPlural == true
        return isSeveral && isObjectNext
    }

    /// "Founded in 2016, Orvane …": a verb that nothing stands before, and a comma and a subject behind it.
    func opensSentence(_ after: Int) -> Bool {
        guard parse.units.isEmpty else { return false }
        var index = after
        while index < range.upperBound, mark(index) != .comma {
            if isVerb(index) || mark(index) == .colon || mark(index) == .semicolon { return false }
            index += 1
        }
        return index < range.upperBound
    }

    /// "Orvane, a maker of robots based in Leeds, …": behind the noun that is put beside a name, a verb that may be the past is none
    /// when another finite verb follows the second comma.
    func isInsideInset(_ after: Int) -> Bool {
        var unit = parse.units.count - 1
        while unit > 2, case .noun = parse.units[unit].kind, parse.units[unit - 1].kind == .preposition { unit -= 2 }
        guard unit >= 2, case .noun(let noun) = parse.units[unit].kind, parse.groups[noun].name == nil,
            parse.units[unit - 1].kind == .comma, case .noun(let host) = parse.units[unit - 2].kind,
            parse.groups[host].name != nil
        else { return false }
        var index = after
        while index < range.upperBound, mark(index) != .comma {
            if isVerb(index) { return false }
            index += 1
        }
        return isVerb(index + 1) || tag(index + 1) == .adverb && isVerb(index + 2)
    }

    func followsGroupDirectly() -> Bool {
        if case .noun? = parse.units.last?.kind { return true }
        return parse.units.last?.kind == .comma
    }

    /// Whether an unknown form that looks like an infinitive may be one: behind a preposition or another verb.
    func takesInfinitive() -> Bool {
        switch parse.units.last?.kind {
        case .preposition?, .verb?, nil, .other?: true
        default: false
        }
    }

    /// Whether the doer of a passive follows, at once or behind a date: "founded in 2019 by".
    func hasAgentNext(_ at: Int) -> Bool {
        var index = at
        while index < min(range.upperBound, at + 7) {
            if grammar.agents.contains(text.tokens[index].word) { return true }
            if index == at, !followsGroupDirectly(), !parse.units.isEmpty { return false }
            if isVerb(index) || text.tokens[index].shape.contains(.isPunctuation) { return false }
            if nameAt[index] != nil
                || valueAt[index].map({ if case .money = text.values[$0].value { true } else { false } }) ?? false
            {
                return false
            }
            index += 1
        }
        return false
    }
}
