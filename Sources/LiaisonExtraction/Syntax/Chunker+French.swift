internal import LiaisonLanguage
internal import LiaisonModel

/// What words are in French sentences, where tags are wrong or leave it open.
extension Chunker {
    /// "Orvane, fondée par Denis Vial, compte X parmi ses clients": where nothing else is the verb of the name that the sentence
    /// opens with, a noun that may be one, behind the comma of the inset and before a name or an article, is it.
    func isVerbBehindInset(_ at: Int) -> Bool {
        guard tag(at) == .noun || tag(at) == .adjective || tag(at) == .properNoun, at > range.lowerBound,
            mark(at - 1) == .comma, nameAt[at + 1] != nil || tag(at + 1) == .determiner,
            grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite), parse.units.count > 3,
            case .noun(let group) = parse.units[0].kind, parse.groups[group].name != nil,
            parse.units[1].kind == .comma
        else { return false }
        return !hasMainVerb && !(at + 1..<range.upperBound).contains { isTaggedFinite($0) }
    }

    /// "le groupe que contrôle M. Niel": a bare noun never stands between "que" and a name, so that a word that may be a verb is
    /// one.
    func isVerbBehindRelative(_ at: Int) -> Bool {
        guard tag(at) == .noun || tag(at) == .adjective, at > range.lowerBound, let before = canon(at - 1),
            grammar.is(before, .relativeObject), range.contains(at + 1)
        else { return false }
        return text.tokens[at + 1].shape.contains(.initialCapital)
            && grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite)
    }

    /// "qui la codirige", "il en garde": behind "qui" or a subject pronoun and small pronouns stands a verb; behind "et" and a
    /// verb before it as well, where the form is none of a noun ("l'a créée en 2012 et la dirige").
    func isVerbBehindClitic(_ at: Int) -> Bool {
        guard tag(at) == .noun || tag(at) == .adjective, range.contains(at - 2),
            grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite)
        else { return false }
        var before = at - 1
        while range.contains(before), at - before < 3,
            grammar.is(text.tokens[before].word, .objectClitic) || grammar.is(text.tokens[before].word, .genitiveClitic)
                || grammar.is(text.tokens[before].word, .placeClitic)
                || grammar.is(text.tokens[before].word, .dativePronoun)
        {
            before -= 1
        }
        guard before < at - 1, range.contains(before), let word = canon(before) else { return false }
        if grammar.is(word, .coordinator), parse.verbs.contains(where: { $0.kind == .finite }) {
            return grammar.readings(text.tokens[at].word).allSatisfy(\.form.isVerb) || tag(at + 1) == .adverb
        }
        return grammar.is(word, .relativeSubject)
            || grammar.is(word, .subjectPronoun) && canon(before - 1).map { !grammar.is($0, .preposition) } ?? true
    }

    /// "L'ancien associé de X": a form that may be a noun, behind an article and a word for what is over.
    func isFormerPost(_ at: Int) -> Bool {
        guard isVerbTag(at), range.contains(at - 2),
            grammar.is(text.tokens[at - 1].word, .former),
            determiner(at - 2) != nil
        else { return false }
        return grammar.readings(text.tokens[at].word).contains { !$0.form.isVerb }
    }

    /// "La maison rennaise traque": between a noun and its verb, a word that no data knows is an adjective, whatever its tag.
    func isUnknownAdjective(_ at: Int) -> Bool {
        guard tag(at) == .verb, range.contains(at - 1), range.contains(at + 1), tag(at - 1) == .noun,
            grammar.readings(text.tokens[at].word).isEmpty, isVerbTag(at + 1), nameAt[at + 1] == nil
        else { return false }
        return grammar.readings(text.tokens[at + 1].word).contains(where: \.form.isFinite)
    }

    /// "La famille contrôle 44 % des actions": a form that may be a verb, between a noun and a share or sum.
    func isVerbBeforeShare(_ at: Int) -> Bool {
        guard tag(at) == .noun || tag(at) == .adjective, case .noun(let group)? = parse.units.last?.kind,
            parse.groups[group].hasNoun, parse.groups[group].determiner != .none,
            parse.groups[group].tokens.upperBound == at, let value = valueAt[at + 1],
            text.values[value].value.isAmount
        else { return false }
        return grammar.readings(text.tokens[at].word).contains(where: \.form.isFinite)
    }

    /// "X, marque du groupe Y, recrute": between commas behind a name, before a preposition and with the verb behind the second
    /// comma, a form that may be a noun is one.
    func isNounInInset(_ at: Int) -> Bool {
        guard tag(at) == .verb || tag(at) == .noun, range.contains(at - 2), mark(at - 1) == .comma, endsName(at - 2),
            range.contains(at + 1), tag(at + 1) == .adposition, let next = canon(at + 1), !grammar.is(next, .among)
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        guard readings.contains(where: { !$0.form.isVerb }), readings.contains(where: \.form.isFinite),
            let comma = (at + 2..<min(range.upperBound, at + 12)).first(where: { mark($0) == .comma })
        else { return false }
        var behind = comma + 1
        while tag(behind) == .adverb || tag(behind) == .pronoun { behind += 1 }
        return isVerbTag(behind)
    }

    /// "la branche cybersécurité de X", "désormais propriété de Y": a word that no data knows for a verb, with the ending of a noun
    /// that looks like a participle, where no auxiliary stands before it.
    func isNounByEnding(_ at: Int) -> Bool {
        guard isFrench, tag(at) == .verb, range.contains(at + 1),
            grammar.readings(text.tokens[at].word).allSatisfy({ !$0.form.isVerb })
        else { return false }
        // "Duel au sommet entre X et Y": a word that is known for a noun only.
        if at == range.lowerBound, !grammar.readings(text.tokens[at].word).isEmpty { return true }
        guard ends(at, with: grammar.endings.noun) else { return false }
        if at > range.lowerBound, tag(at - 1) == .auxiliary || isAuxiliary(at - 1) { return false }
        if !grammar.readings(text.tokens[at].word).isEmpty { return true }
        return grammar.genitives.contains(canonical[at + 1 - range.lowerBound])
    }

    /// "la nouvelle patronne": an adjective that stands before nouns, and may be one itself, behind an article and before a noun.
    func isAdjectiveBeforeNoun(_ at: Int) -> Bool {
        guard isFrench, at > range.lowerBound, range.contains(at + 1), nameAt[at + 1] == nil,
            grammar.is(text.tokens[at].word, .prenominal), tag(at + 1) != .verb, tag(at + 1) != .auxiliary,
            grammar.readings(text.tokens[at + 1].word).contains(where: { !$0.form.isVerb })
        else { return false }
        let before = text.tokens[at - 1].word
        return [.definite, .indefinite, .possessive, .demonstrative].contains { grammar.is(before, $0) }
    }

    /// "n'a qu'un rival": right behind a verb with the first half of a negation, "que" opens no clause before an article.
    func limits(_ at: Int) -> Bool {
        guard isFrench, canon(at).map({ grammar.is($0, .subordinator) && grammar.is($0, .relativeObject) }) ?? false,
            range.contains(at + 1), let verb = verbLimited(at), !parse.verbs[verb].isNegated,
            parse.verbs[verb].tokens.contains(where: { grammar.is(canonical[$0 - range.lowerBound], .negationHead) })
        else { return false }
        let next = text.tokens[at + 1].word
        return [.indefinite, .definite, .possessive].contains { grammar.is(next, $0) } || tag(at + 1) == .numeral
    }

    /// The verb that "que" may limit: the one right before it, or behind a date ("n'a racheté en 2020 que 10 %").
    private func verbLimited(_ at: Int) -> Int? {
        if case .verb(let verb)? = parse.units.last?.kind {
            return parse.verbs[verb].tokens.upperBound == at && !parse.verbs[verb].isNoLonger ? verb : nil
        }
        guard tag(at + 1) == .numeral || valueAt[at + 1] != nil else { return nil }
        for unit in parse.units.reversed().prefix(6) {
            switch unit.kind {
            case .verb(let verb): return parse.verbs[verb].kind == .finite ? verb : nil
            case .noun(let group):
                guard parse.groups[group].name == nil else { return nil }
            case .preposition, .comma, .other: break
            default: return nil
            }
        }
        return nil
    }

    /// "Lancé par X, Y court derrière Z": a French form that is nothing but a participle is not the verb of its sentence.
    func isBareParticiple(_ at: Int) -> Bool {
        guard isFrench, tag(at) == .verb, tag(at - 1) != .auxiliary else { return false }
        let readings = grammar.readings(text.tokens[at].word).filter(\.form.isVerb)
        return !readings.isEmpty && readings.allSatisfy { $0.form == .participle }
    }
}
