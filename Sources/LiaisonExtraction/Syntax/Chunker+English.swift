internal import LiaisonLanguage
internal import LiaisonModel

/// English forms in -s, -ed and -ing that the tagger takes for verbs where they stand as nouns, and the other way round.
extension Chunker {
    /// Whether a form is one that only a singular subject takes, "parks", and so may be a plural.
    private func mayBePlural(_ at: Int) -> Bool {
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        return forms.contains(where: \.isFinite) && !forms.contains(.infinitive) && !forms.contains(.past)
            && !forms.contains(.participle) && ends(at, with: ["s"])
    }

    private func saysSomething(at token: Int) -> Bool {
        grammar.readings(text.tokens[token].word).contains {
            grammar.cues.value(of: $0.lemma)?.contains(.says) ?? false
        }
    }

    /// "a tool for group chats, which …", "the run of its car parks.": at the end of a phrase, behind a noun that a preposition or
    /// a verb takes, a form in -s without anything of its own is that noun's plural.
    func isPluralInPhrase(_ at: Int) -> Bool {
        guard at > range.lowerBound, tag(at) == .verb || tag(at) == .noun, nameAt[at - 1] == nil,
            range.contains(at + 1), [.comma, .other, .semicolon, .close].contains(mark(at + 1)),
            text.tokens[at + 1].shape.contains(.isPunctuation), mayBePlural(at), !saysSomething(at: at)
        else { return false }
        // The noun is still open while its group is read, and the last unit once it is closed.
        var noun = at - 1
        while range.contains(noun), tag(noun) == .noun || tag(noun) == .adjective, nameAt[noun] == nil { noun -= 1 }
        guard noun < at - 1, range.contains(noun) else { return false }
        let isDetermined = [.definite, .indefinite, .possessive, .demonstrative].contains {
            grammar.is(text.tokens[noun].word, $0)
        }
        // "the Beas cement works".
        if !isDetermined, nameAt.ends(noun + 1) {
            while range.contains(noun), nameAt[noun] == nil { noun -= 1 }
            noun -= 1
            guard range.contains(noun), grammar.is(text.tokens[noun].word, .definite) else { return false }
        }
        let before = isDetermined || grammar.is(text.tokens[noun].word, .definite) ? noun - 1 : noun
        guard range.contains(before), nameAt[before] == nil else { return false }
        let isBehindPreposition = tag(before) == .adposition && grammar.is(text.tokens[before].word, .preposition)
        if isBehindPreposition, !isDetermined { return true }
        let isBehindVerb = isVerbTag(before) && !saysSomething(at: before)
        guard isBehindPreposition || isBehindVerb else { return false }
        return parse.units.contains { unit in
            guard case .verb(let verb) = unit.kind else { return false }
            return parse.verbs[verb].kind == .finite
        }
    }

    /// "Shares in Orvane rose": what a sentence opens with is no verb before a preposition where another finite verb follows.
    func isPluralSubject(_ at: Int) -> Bool {
        guard at == range.lowerBound, tag(at) == .verb, range.contains(at + 2), tag(at + 1) == .adposition,
            mayBePlural(at),
            grammar.readings(text.tokens[at].word).contains(where: { $0.form == .plural })
        else { return false }
        return (at + 2..<range.upperBound).contains { nameAt[$0] == nil && isTaggedFinite($0) }
    }

    /// "named X as preferred bidder": behind "as" a participle right before a noun says what sort it is.
    func isParticipleBehindAs(_ at: Int) -> Bool {
        guard at > range.lowerBound, tag(at) == .verb, tag(at - 1) == .adposition, tag(at + 1) == .noun,
            nameAt[at + 1] == nil, grammar.is(text.tokens[at - 1].word, .echo)
        else { return false }
        return ends(at, with: grammar.endings.past)
    }

    /// "will not partner with X", "didn't team up": behind a modal or a form of "do" some words are verbs whatever their tag.
    func isBehindModal(_ at: Int) -> Bool {
        guard grammar.is(text.tokens[at].word, .bareInfinitive) else { return false }
        var before = at - 1
        while range.contains(before), grammar.is(text.tokens[before].word, .negation) || tag(before) == .adverb {
            before -= 1
        }
        guard range.contains(before) else { return false }
        let word = text.tokens[before].word
        return grammar.is(word, .modal)
            || grammar.readings(word).contains { $0.lemma == grammar.auxiliaries.support && $0.form.isFinite }
    }

    /// "a job to ferry technicians": between the mark of an infinitive and a noun stands a verb, whatever else the word may be.
    func isMarkedInfinitive(_ at: Int) -> Bool {
        guard at > range.lowerBound, grammar.is(text.tokens[at - 1].word, .infinitiveMark) else { return false }
        // "plans to partner with X": some words are verbs there whatever their tag, but before a name.
        if grammar.is(text.tokens[at].word, .bareInfinitive), nameAt[at + 1] == nil, tag(at + 1) != .punctuation {
            return true
        }
        guard tag(at) == .verb, tag(at - 1) == .particle else { return false }
        return !ends(at, with: grammar.endings.gerund) && !ends(at, with: grammar.endings.past)
    }

    /// "are each offering": between an auxiliary and a gerund, "each" is no determiner.
    func isGerundOfSeveral(_ at: Int) -> Bool {
        guard range.contains(at - 2), tag(at) == .verb, tag(at - 2) == .auxiliary,
            grammar.is(text.tokens[at - 1].word, .distributive),
            grammar.readings(text.tokens[at - 2].word).contains(where: { $0.lemma == grammar.auxiliaries.be })
        else { return false }
        return ends(at, with: grammar.endings.gerund)
    }

    /// "Ines Marchal steps down as CEO; …": in a heading a form in -s right behind the person that it opens with, before a small
    /// word and "as" or "from".
    func isHeadlineVerb(_ at: Int) -> Bool {
        guard tag(at) == .noun, range.contains(at + 2), endsSubject(at - 1), endsPerson(at - 1), mayBePlural(at),
            tag(at + 1) == .adposition || tag(at + 1) == .adverb || tag(at + 1) == .particle,
            tag(at + 2) == .adposition || tag(at + 2) == .punctuation
        else { return false }
        return true
    }

    /// Whether an article or an adjective stands before a word: "a way back".
    func isQualified(_ at: Int) -> Bool {
        guard range.contains(at - 1), nameAt[at - 1] == nil else { return false }
        return tag(at - 1) == .determiner || tag(at - 1) == .adjective || tag(at - 1) == .noun
            || grammar.is(text.tokens[at - 1].word, .possessive) || grammar.is(text.tokens[at - 1].word, .genitive)
    }

    /// "has built what it calls an operating system": where the words end that only say whose name for the thing it is.
    func endOfNaming(_ at: Int) -> Int? {
        guard grammar.is(text.tokens[at].word, .freeRelative), range.contains(at + 2) else { return nil }
        var index = at + 1
        while index < min(range.upperBound, at + 6) {
            if let name = nameAt[index] {
                index = text.names[name].tokens.upperBound
                continue
            }
            if text.tokens[index].shape.contains(.isPunctuation) { return nil }
            let names = grammar.readings(text.tokens[index].word).contains { reading in
                reading.form.isVerb && grammar.cues.value(of: reading.lemma)?.contains(.calls) ?? false
            }
            if names, index > at + 1, isVerbTag(index) {
                guard range.contains(index + 1) else { return nil }
                let next = text.tokens[index + 1]
                let opensGroup =
                    nameAt[index + 1] != nil || next.tag == .determiner || next.tag == .noun
                    || next.tag == .adjective || next.shape.contains(.isPunctuation)
                return opensGroup ? index + 1 : nil
            }
            index += 1
        }
        return nil
    }

    /// "whose robots clean oil tanks, has": behind "whose" and a plural a form that may be a verb is one where no other verb stands
    /// before the comma.
    func isVerbOfOwned(_ at: Int) -> Bool {
        guard range.contains(at - 2), tag(at) == .adjective || tag(at) == .noun, nameAt[at] == nil,
            nameAt[at - 1] == nil,
            tag(at - 1) == .noun, tag(at + 1) == .noun || tag(at + 1) == .determiner || nameAt[at + 1] != nil,
            grammar.readings(text.tokens[at].word).contains(where: { $0.form == .infinitive }),
            grammar.readings(text.tokens[at - 1].word).contains(where: { $0.form == .plural })
                || ends(at - 1, with: ["s"])
        else { return false }
        let owner = tag(at - 2) == .adjective ? at - 3 : at - 2
        guard range.contains(owner), grammar.is(text.tokens[owner].word, .relativePossessive) else { return false }
        var index = at + 1
        while range.contains(index), mark(index) != .comma {
            if isVerbTag(index) || mark(index) == .semicolon { return false }
            index += 1
        }
        return range.contains(index)
    }

    /// "Jan Maas", "May Lin": a value that is the beginning of a name is none.
    func isInsideName(_ value: Int, _ at: Int) -> Bool {
        guard let name = nameAt[at], text.names[name].kind == .person else { return false }
        return text.names[name].tokens.count > text.values[value].tokens.count
    }

    /// "the insurer Orvane": what is tagged as a preposition and is none, with the ending of a noun before a name.
    func isNounBeforeName(_ at: Int) -> Bool {
        nameAt[at + 1] != nil && !grammar.is(text.tokens[at].word, .preposition) && ends(at, with: grammar.endings.noun)
    }

    /// "The company, run by Ines Marchal, lists X and Y as customers": behind the comma of an inset, before a name or an article, a
    /// form in -s is the verb of what the sentence opens with where nothing else is.
    func isPredicateBehindInset(_ at: Int) -> Bool {
        guard tag(at) == .noun, at > range.lowerBound, mark(at - 1) == .comma, mayBePlural(at), parse.units.count > 3,
            nameAt[at + 1] != nil || tag(at + 1) == .determiner, case .noun = parse.units[0].kind,
            parse.units[1].kind == .comma
        else { return false }
        return !hasMainVerb && !(at + 1..<range.upperBound).contains { nameAt[$0] == nil && isTaggedFinite($0) }
    }

    /// "was bought by X in 2019 and sold back to Y": a participle that shares the auxiliary of the passive before it.
    func joinPassive(_ verb: inout VerbGroup) {
        guard verb.kind == .finite, verb.modal == nil, verb.tokens.count == 1, verb.form == .past || verb.form == nil,
            grammar.readings(text.tokens[verb.main].word).contains(where: { $0.form == .participle }),
            isTakenByNobody(verb.tokens.upperBound)
        else { return }
        guard var before = unitBeforeCoordinator else { return }
        while before >= 0 {
            switch parse.units[before].kind {
            case .verb(let index):
                guard parse.verbs[index].isPassive, parse.verbs[index].kind == .finite else { return }
                verb.isPassive = true
                return
            case .noun, .preposition, .other, .quote, .comma, .grammar(.genitive): before -= 1
            default: return
            }
        }
    }

    /// Whether "to" or "by" follows a verb, right behind it or behind an adverb: "sold back to".
    private func isTakenByNobody(_ at: Int) -> Bool {
        var next = at
        // "sold back to", "sold a week later to".
        let later = at + 2
        if tag(next) == .adverb {
            next += 1
        } else if tag(at) == .determiner, tag(at + 1) == .noun, tag(later) == .adverb, nameAt[at + 1] == nil {
            next = later + 1
        }
        guard range.contains(next), nameAt[next] == nil else { return false }
        let word = text.tokens[next].word
        return grammar.agents.contains(word) || grammar.is(word, .infinitiveMark) && !isVerb(next + 1)
    }

    /// ", according to two people briefed on the matter,": behind a noun that a preposition at the head of an inset takes, a verb that
    /// may be the past has no subject.
    func isInPhrase(_ after: Int) -> Bool {
        let last = parse.units.count - 1
        guard last > 1, case .noun(let noun) = parse.units[last].kind, parse.groups[noun].hasNoun,
            parse.groups[noun].name == nil, parse.groups[noun].isPlural == true,
            parse.units[last - 1].kind == .preposition, parse.units[last - 2].kind == .comma,
            tag(after) == .adposition || tag(after) == .punctuation
        else { return false }
        return nameAt[after] == nil
    }

    /// "The deal hands Orvane a stake": a form of a verb before a name that a determiner follows.
    func takesTwoObjects(_ at: Int) -> Bool {
        guard text.tokens[at].tag == .noun, at > range.lowerBound, let name = nameAt[at + 1],
            grammar.readings(text.tokens[at].word).contains(where: { $0.form.isFinite })
        else { return false }
        let behind = text.names[name].tokens.upperBound
        guard range.contains(behind), nameAt[behind] == nil else { return false }
        let word = text.tokens[behind].word
        return (grammar.is(word, .indefinite) || grammar.is(word, .possessive)) && tag(behind) == .determiner
    }

    /// "Orvane and Kaptio compete for": right behind two names a form that is nothing but a verb is theirs.
    func isPluralVerb(_ at: Int) -> Bool {
        guard endsName(at - 1), text.tokens[at].tag != .adposition else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        guard !readings.isEmpty, readings.allSatisfy(\.form.isVerb),
            readings.contains(where: { $0.form == .infinitive })
        else { return false }
        var start = at - 1
        while start > range.lowerBound, nameAt[start] == nil { start -= 1 }
        return start > range.lowerBound && grammar.is(text.tokens[start - 1].word, .coordinator)
    }

    /// "AMD's far larger rival", "Veltrix's Nexalis unit": what follows `'s` is adjectives and a noun, or a name.
    func ownsQualified(_ at: Int) -> Bool {
        guard !isFrench else { return false }
        // "Veltrix's Nexalis unit is hiring": between two names it is never a verb.
        if nameAt[at] != nil, endsName(at - 2) { return true }
        var index = at
        while index < at + 3, tag(index) == .adverb || tag(index) == .adjective { index += 1 }
        // "Orvane's only competitor in Norway": a word that is known for a noun alone.
        if index == at + 1, nameAt[index] == nil, tag(index) == .noun || tag(index) == .verb {
            let readings = grammar.readings(text.tokens[index].word)
            if !readings.isEmpty, readings.allSatisfy({ !$0.form.isVerb }) { return true }
        }
        return index > at && tag(index) == .noun && nameAt[index] == nil && tag(index - 1) == .adjective
    }

    /// Whether a pronoun right behind a noun is the subject of a relative clause: behind a comma or verb and an article.
    func isLeftOutRelative(_ at: Int) -> Bool {
        guard !isFrench, case .noun(let group)? = parse.units.last?.kind, parse.groups[group].hasNoun,
            parse.groups[group].name == nil, parse.groups[group].value == nil,
            parse.groups[group].determiner == .definite || parse.groups[group].determiner == .indefinite,
            hasVerbWithin(at + 1, 3), parse.units.count > 1
        else { return false }
        switch parse.units[parse.units.count - 2].kind {
        case .comma, .verb: return parse.units.count > 2
        default: return false
        }
    }
}
