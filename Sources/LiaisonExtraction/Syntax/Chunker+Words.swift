internal import LiaisonLanguage
internal import LiaisonModel

/// Words whose form and neighbours say what their tag does not.
extension Chunker {
    /// Whether what follows a verb may be a clause of its own: "said Orvane plans …".
    func saysSomething(_ verb: Int) -> Bool {
        parse.verbs[verb].lemmas.contains { grammar.cues.value(of: $0)?.contains(.says) ?? false }
    }

    /// "Spotify founder Denis Vial", "the lidar maker Kaptio": a word that no singular subject takes as its verb, or that is no
    /// verb at all, is a noun before a name.
    func isNounByForm(_ at: Int) -> Bool {
        guard nameAt[at + 1] != nil, at > range.lowerBound, grammar.kinds(text.tokens[at].word).isEmpty else {
            return false
        }
        let readings = grammar.readings(text.tokens[at].word)
        if readings.isEmpty { return ends(at, with: grammar.endings.noun) }
        if readings.allSatisfy({ !$0.form.isVerb }) { return true }
        guard endsName(at - 1), parse.units.isEmpty || parse.units.last?.kind != .grammar(.coordinator) else {
            return false
        }
        return text.tokens[at].tag != .verb && readings.contains { $0.form == .singular }
            && !readings.contains { $0.form.isFinite }
    }

    /// "Kaptio founder Denis Vial": between a firm and a person a word for somebody's post that no singular subject takes as its
    /// verb is a noun.
    func isPostBetweenNames(_ at: Int) -> Bool {
        guard let next = nameAt[at + 1], text.names[next].kind == .person, at > range.lowerBound, endsName(at - 1),
            grammar.is(text.tokens[at].word, .personNoun)
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        return readings.contains { !$0.form.isVerb }
            && !readings.contains { $0.form.isFinite && $0.form != .infinitive }
    }

    /// "both of which supply Orvane": between a relative pronoun and a name or an article a form that may be a verb is one.
    func followsRelative(_ at: Int) -> Bool {
        guard at > range.lowerBound + 1, text.tokens[at].tag == .noun else { return false }
        let before = text.tokens[at - 1].word
        guard
            grammar.is(before, .relativeSubject)
                || grammar.is(before, .relativeAny) && grammar.is(before, .relativeOblique),
            nameAt[at + 1] != nil || tag(at + 1) == .determiner || isPartOfAntecedent(at - 1)
        else { return false }
        return grammar.readings(text.tokens[at].word).contains { $0.form.isFinite || $0.form == .infinitive }
    }

    /// "both of which supply sensors": a relative pronoun behind a word for how many of its antecedents are meant.
    private func isPartOfAntecedent(_ relative: Int) -> Bool {
        guard range.contains(relative - 2), grammar.genitives.contains(text.tokens[relative - 1].word) else {
            return false
        }
        let part = text.tokens[relative - 2].word
        return grammar.is(part, .distributive) || grammar.is(part, .partitive)
    }

    /// "for open AI models", "of banks": behind a preposition a form that is no gerund or participle is no verb.
    func isNounBehindPreposition(_ at: Int) -> Bool {
        guard at > range.lowerBound, text.tokens[at - 1].tag == .adposition, nameAt[at - 1] == nil,
            grammar.is(text.tokens[at - 1].word, .preposition), !grammar.is(text.tokens[at - 1].word, .infinitiveMark),
            tag(at) == .verb
        else { return false }
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        guard !forms.isEmpty, !forms.contains(.gerund), !forms.contains(.participle), !forms.contains(.past) else {
            return false
        }
        // The verb that the preposition belongs to: "is in talks with, and supplies, X".
        // "a supplier of seals to X": a form that only a singular subject takes, and nothing that it could take.
        if !forms.contains(.infinitive), tag(at + 1) == .adposition || tag(at + 1) == .punctuation { return true }
        return [.noun, .properNoun, .adjective, .verb].contains(tag(at + 1)) || nameAt[at + 1] != nil
    }

    /// "The start-up supplies models to X": behind a singular noun with an article, a form in -s that may be a verb is it where the
    /// clause has no other.
    func isPredicateBehindSubject(_ at: Int) -> Bool {
        guard text.tokens[at].tag == .noun, at > range.lowerBound + 1, tag(at - 1) == .noun, nameAt[at - 1] == nil,
            nameAt[at] == nil, range.contains(at + 1), !text.tokens[at + 1].shape.contains(.isPunctuation)
        else { return false }
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        guard forms.contains(where: \.isFinite), !forms.contains(.infinitive), !forms.contains(.past),
            !grammar.readings(text.tokens[at - 1].word).contains(where: { $0.form == .plural })
        else { return false }
        var begin = at - 1
        while begin > range.lowerBound, begin > at - 5, tag(begin) != .determiner,
            tag(begin - 1) == .noun || tag(begin - 1) == .adjective || tag(begin - 1) == .properNoun
                || tag(begin - 1) == .determiner || tag(begin - 1) == .punctuation && isHyphen(begin - 1)
        {
            begin -= 1
        }
        let article = text.tokens[begin].word
        guard grammar.is(article, .definite) || grammar.is(article, .demonstrative) else { return false }
        // What stands before the article is no verb or preposition, whose object this would be.
        if begin > range.lowerBound, isVerbTag(begin - 1) || tag(begin - 1) == .adposition { return false }
        var index = at + 1
        while index < range.upperBound {
            if let name = nameAt[index] {
                index = text.names[name].tokens.upperBound
                continue
            }
            switch mark(index) {
            case .comma?, .semicolon?, .colon?, .quote?: return true
            default: break
            }
            if tag(index) == .coordinator, grammar.is(text.tokens[index].word, .coordinator) { return true }
            if tag(index) == .auxiliary { return false }
            if tag(index) == .verb,
                grammar.readings(text.tokens[index].word).contains(where: \.form.isFinite), tag(index - 1) != .particle
            {
                return false
            }
            index += 1
        }
        return true
    }

    /// "makes pumps", "sells drones": a form in -s right behind a finite verb that says nothing is what the verb takes.
    func isObjectOfVerb(_ at: Int) -> Bool {
        guard at > range.lowerBound, nameAt[at - 1] == nil,
            case .verb(let verb)? = parse.units.last?.kind, parse.verbs[verb].kind != .participle,
            parse.verbs[verb].main == at - 1 || parse.verbs[verb].main == at - 2 && isSingularNoun(at - 1),
            !parse.verbs[verb].isPassive, !saysSomething(verb)
        else { return false }
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        return !forms.isEmpty && forms.contains(where: \.isFinite) && !forms.contains(.infinitive)
            && !forms.contains(.past) && !forms.contains(.participle)
    }

    /// "won backing from", "losing market share to": what a verb right before it takes, where the word is also known for a noun.
    func isNounTaken(_ at: Int) -> Bool {
        if isBehindRound(at) { return true }
        guard tag(at) == .verb, at > range.lowerBound, nameAt[at - 1] == nil, isPreposition(at + 1),
            case .verb(let verb)? = parse.units.last?.kind
        else { return isNounBehindObject(at) }
        let readings = grammar.readings(text.tokens[at].word)
        guard parse.verbs[verb].main == at - 1, readings.contains(where: { !$0.form.isVerb }),
            readings.contains(where: { $0.form == .gerund }), !parse.verbs[verb].isPassive,
            parse.verbs[verb].lemmas.allSatisfy({
                grammar.cues.value(of: $0) == nil && !grammar.auxiliaries.isAuxiliary($0)
            })
        else { return false }
        return true
    }

    /// "Orvane's first paying customer", "its only remaining rival": between what says whose a noun is and that noun, a gerund says
    /// what sort it is.
    func isQualifyingGerund(_ at: Int) -> Bool {
        guard tag(at) == .verb, tag(at + 1) == .noun, nameAt[at + 1] == nil, nameAt[at] == nil,
            grammar.readings(text.tokens[at].word).contains(where: { $0.form == .gerund })
                || grammar.readings(text.tokens[at].word).isEmpty && ends(at, with: grammar.endings.gerund)
        else { return false }
        var before = at - 1
        while before > at - 4, tag(before) == .adjective || tag(before) == .adverb { before -= 1 }
        guard range.contains(before), before < at - 1 || grammar.is(text.tokens[before].word, .genitive) else {
            return false
        }
        return grammar.is(text.tokens[before].word, .genitive) && endsName(before - 1)
            || grammar.is(text.tokens[before].word, .possessive)
    }

    /// Whatever its tag: "from" before a form that might be a verb is one as well.
    private func isPreposition(_ at: Int) -> Bool {
        range.contains(at)
            && (tag(at) == .adposition
                || tag(at) == .subordinator && grammar.is(text.tokens[at].word, .preposition)
                    && !grammar.is(text.tokens[at].word, .subordinator))
    }

    /// "in Series C funding from X", "$5m backing from": right behind a round or a sum, a gerund that is known for a noun.
    private func isBehindRound(_ at: Int) -> Bool {
        guard tag(at) == .verb, at > range.lowerBound, isPreposition(at + 1) || tag(at + 1) == .punctuation else {
            return false
        }
        let readings = grammar.readings(text.tokens[at].word)
        guard readings.contains(where: { !$0.form.isVerb }), readings.contains(where: { $0.form == .gerund }) else {
            return false
        }
        return text.values(in: at - 1..<at).contains { mention in
            guard mention.tokens.upperBound == at else { return false }
            return switch mention.value {
            case .round, .money: true
            default: false
            }
        }
    }

    /// "lost market share to": behind a singular noun that a verb takes, a plain form that is known for a noun as well.
    private func isNounBehindObject(_ at: Int) -> Bool {
        guard tag(at) == .verb, tag(at - 1) == .noun, nameAt[at - 1] == nil, tag(at + 1) == .adposition,
            isVerbTag(at - 2), nameAt[at - 2] == nil,
            !grammar.readings(text.tokens[at - 1].word).contains(where: { $0.form == .plural })
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        return readings.contains { !$0.form.isVerb } && readings.contains { $0.form == .infinitive }
            && !readings.contains { $0.form == .past || $0.form == .participle }
    }

    /// "are fierce competitors": right behind a form of "be" and before a noun, what is no participle is no verb.
    func isPredicate(_ at: Int) -> Bool {
        guard at > range.lowerBound, tag(at) == .verb || tag(at) == .adjective, tag(at + 1) == .noun,
            nameAt[at - 1] == nil,
            grammar.readings(text.tokens[at - 1].word).contains(where: {
                $0.lemma == grammar.auxiliaries.be || grammar.auxiliaries.copulas.contains($0.lemma)
            })
        else { return false }
        let forms = grammar.readings(text.tokens[at].word).map(\.form)
        if forms.contains(.gerund) || forms.contains(.participle) { return false }
        return !forms.isEmpty || !looksLikeParticiple(at) && !ends(at, with: grammar.endings.gerund)
    }

    /// "after the turbine maker won an order", "since Orvane bought 62%": what looks like a preposition, before a noun or name and a
    /// finite verb that has an object of its own.
    func opensClause(_ at: Int) -> Bool {
        guard !isFrench, grammar.is(text.tokens[at].word, .subordinator), !isVerb(at + 1) else { return false }
        var index = at + 1
        while index < min(range.upperBound, at + 9) {
            if let name = nameAt[index] {
                index = text.names[name].tokens.upperBound
                continue
            }
            if text.tokens[index].shape.contains(.isPunctuation), !isHyphen(index) { return false }
            let word = text.tokens[index].word
            if index > at + 1, isVerbTag(index), isVerb(index) {
                let readings = grammar.readings(word)
                guard readings.contains(where: \.form.isFinite) else { return false }
                // A form that may be a participle needs an object: "after the deal announced last week".
                let mayBeParticiple = readings.contains { $0.form == .participle } && tag(index) != .auxiliary
                let next = index + 1
                guard mayBeParticiple else { return true }
                return range.contains(next)
                    && (nameAt[next] != nil || tag(next) == .determiner
                        || grammar.is(text.tokens[next].word, .possessive)
                        || valueAt[next].map { isShareOrSum($0) } ?? false)
            }
            if grammar.is(word, .relativeAny) || grammar.is(word, .relativeSubject) || grammar.is(word, .subordinator) {
                return false
            }
            index += 1
        }
        return false
    }

    private func isShareOrSum(_ value: Int) -> Bool {
        switch text.values[value].value {
        case .money, .percent: true
        default: false
        }
    }

    /// "makes heat pumps".
    private func isSingularNoun(_ at: Int) -> Bool {
        tag(at) == .noun && nameAt[at] == nil
            && !grammar.readings(text.tokens[at].word).contains { $0.form == .plural || $0.form.isVerb }
    }

    /// "Hesai, the maker of sensors, plans to halve", "Hesai (China) plans to halve", "Hesai now plans to halve": a form that may be
    /// a verb, behind the comma of an inset, a bracket or an adverb and before an infinitive, where the sentence has had no verb.
    func plansBehindInset(_ at: Int) -> Bool {
        guard text.tokens[at].tag == .noun, at > range.lowerBound,
            grammar.is(text.tokens[at].word, .preposition) == false, range.contains(at + 2),
            grammar.is(text.tokens[at + 1].word, .infinitiveMark), isVerbTag(at + 2), nameAt[at + 2] == nil,
            grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite),
            case .noun = parse.units.first?.kind
        else { return false }
        if tag(at - 1) == .adverb {
            guard !hasMainVerb else { return false }
            switch parse.units.dropLast().last?.kind {
            case .noun, .comma, .close: return true
            default: return false
            }
        }
        return mark(at - 1) == .comma && parse.units.count > 2 || mark(at - 1) == .close
    }

    /// "a start-up that designs proteins", "which controls his venture": right behind a relative pronoun and before what can be
    /// its object, a form that only a singular subject takes is the verb.
    func followsSubjectRelative(_ at: Int) -> Bool {
        guard at > range.lowerBound + 1, text.tokens[at].tag == .noun || text.tokens[at].tag == .adjective,
            grammar.is(text.tokens[at - 1].word, .relativeAny)
                || grammar.is(text.tokens[at - 1].word, .relativeSubject),
            tag(at - 1) != .subordinator || tag(at - 2) == .noun, range.contains(at + 1), !isVerbTag(at + 1),
            grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite),
            !grammar.readings(text.tokens[at].word).contains(where: { $0.form == .infinitive })
        else { return false }
        switch tag(at + 1) {
        case .noun, .adjective, .numeral, .properNoun, .determiner, .pronoun: return true
        default: return nameAt[at + 1] != nil
        }
    }

    /// "The two compete with": a form that is nothing but a verb, behind a number that stands for somebody.
    func followsNumber(_ at: Int) -> Bool {
        guard at > range.lowerBound, text.tokens[at].tag == .noun || text.tokens[at].tag == .adjective,
            nameAt[at - 1] == nil,
            grammar.is(text.tokens[at - 1].word, .partitive) || grammar.is(text.tokens[at - 1].word, .distributive),
            at - 1 == range.lowerBound
                || grammar.is(text.tokens[at - 2].word, .definite) && at - 2 == range.lowerBound
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        return !readings.isEmpty && readings.allSatisfy(\.form.isVerb)
            && readings.contains { $0.form == .infinitive }
    }

    /// "X and Y both back the plan", "X, Y and Z all figure among": a form that may be a verb, behind several and "both".
    func isVerbBehindDistributive(_ at: Int) -> Bool {
        guard !isFrench, range.contains(at), nameAt[at] == nil,
            grammar.readings(text.tokens[at].word).contains(where: { $0.form == .infinitive })
        else { return false }
        // "X and Y each own half of Z".
        if let value = valueAt[at + 1], isShareOrSum(value) { return true }
        switch tag(at + 1) {
        case .determiner, .adposition, .punctuation: return true
        default:
            return nameAt[at + 1] != nil || range.contains(at + 1) && grammar.is(text.tokens[at + 1].word, .possessive)
        }
    }

    /// "X and Y both supply Z": behind "both", which stands right behind a name.
    private func isDistributedPlace(_ at: Int) -> Bool {
        range.contains(at - 2) && grammar.is(text.tokens[at - 1].word, .distributive) && nameAt[at - 1] == nil
            && endsName(at - 2)
    }

    func isDistributed(_ at: Int) -> Bool { isDistributedPlace(at) && isVerbBehindDistributive(at) }

    /// Whether the name that ends here is what the sentence opens with.
    func endsSubject(_ at: Int) -> Bool {
        guard let name = nameAt[range.lowerBound] else { return false }
        return text.names[name].tokens.upperBound == at + 1
    }

    /// Whether one of the units so far is a finite verb outside a relative clause.
    var hasMainVerb: Bool {
        for unit in parse.units {
            switch unit.kind {
            case .grammar(let word) where ClauseBuilder.clauseKind(word) == .relative: return false
            case .verb(let verb) where parse.verbs[verb].kind == .finite: return true
            default: break
            }
        }
        return false
    }

    /// Whether the tagger takes a token for an auxiliary or for a verb of which it may be a finite form.
    func isTaggedFinite(_ at: Int) -> Bool {
        tag(at) == .auxiliary
            || tag(at) == .verb && grammar.readings(text.tokens[at].word).contains { $0.form.isFinite }
    }

    /// "Le second dirige Y": a word that is only known as a verb, behind an ordinal that stands for somebody.
    func isVerbBehindOrdinal(_ at: Int) -> Bool {
        guard at >= range.lowerBound + 2, grammar.is(text.tokens[at - 1].word, .ordinal),
            grammar.is(text.tokens[at - 2].word, .definite), nameAt[at] == nil
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        // "The former runs X".
        if !isFrench {
            return readings.contains(where: \.form.isFinite) && !readings.contains { $0.form == .infinitive }
                && range.contains(at + 1) && nameAt[at + 1] != nil
        }
        guard !readings.isEmpty, readings.allSatisfy(\.form.isFinite) else { return false }
        // "La première marche est haute": what has a verb of its own is a noun.
        let end = min(at + 3, range.upperBound)
        return !(at + 1..<end).contains { index in
            tag(index) == .auxiliary || tag(index) == .verb && nameAt[index] == nil
        }
    }

    /// Whether a name follows at once or behind an article, and the noun before is a plural where the word could also be "as".
    func precedesNameClosely(_ at: Int) -> Bool {
        guard nameAt[at + 1] != nil || nameAt[at + 2] != nil && tag(at + 1) == .determiner else { return false }
        guard grammar.is(text.tokens[at].word, .preposition), case .noun(let group)? = parse.units.last?.kind else {
            return true
        }
        return parse.groups[group].isPlural != false
    }
}
