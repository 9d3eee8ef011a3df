internal import LiaisonLanguage
internal import LiaisonModel

extension Chunker {
    mutating func nounGroup(_ begin: Int) -> Int {
        var at = begin
        var group = NounGroup(tokens: begin..<begin, head: begin, hasNoun: false, name: nil)
        var nouns: [Int] = []
        var nameEnd: Int?
        var hasAdjective = false
        var isRelative = false
        while at < range.upperBound {
            if let index = nameAt[at] {
                let name = text.names[index]
                // "affronte sur ce marché Orvane": the name is what the verb is about.
                if isFrench, let noun = nouns.last, group.name == nil, noun == at - 1,
                    grammar.is(text.tokens[noun].word, .unnamed), group.determiner != .none
                {
                    break
                }
                if let end = compoundEnd(name.tokens.upperBound) {
                    at = end
                    continue
                }
                if let last = group.name {
                    // A second name in a row: "Microsoft CEO Satya Nadella" has a noun between, two bare names are two groups.
                    if nouns.isEmpty || nameEnd == at { break }
                    group.leading.append(last)
                } else if !nouns.isEmpty, opensClause(name, behind: group, noun: nouns[nouns.count - 1]) {
                    isRelative = group.determiner == .indefinite
                    break
                }
                group.name = index
                at = name.tokens.upperBound
                nameEnd = at
                continue
            }
            let token = text.tokens[at]
            // "those that put up the cash": what follows says who they are.
            if !isFrench, at > begin, group.determiner == .demonstrative, nouns.isEmpty, group.name == nil,
                grammar.is(token.word, .relativeAny) || grammar.is(token.word, .relativeSubject)
            {
                break
            }
            if at == begin || group.name == nil && nouns.isEmpty {
                if let determiner = determiner(at) {
                    // "les deux fondateurs": a number behind the article counts, and leaves it definite.
                    if determiner != .indefinite || group.determiner == .none { group.determiner = determiner }
                    if determiner == .possessive { group.possessive = at }
                    group.isPlural = grammar.isPlural(token.word) ?? group.isPlural
                    at += 1
                    continue
                }
            }
            if let value = valueAt[at], at > begin || !isFrench {
                // "a $45 million Series B"; in French a sum after a noun comes with its preposition.
                if case .date = text.values[value].value, at > begin { break }
                if isFrench, case .money = text.values[value].value { break }
                // "a acheté à X deux avions".
                if isFrench, nameEnd == at, case .count = text.values[value].value { break }
                // "gives Orvane 20%", "dont X possède 67 % et Y le tiers": a sum or share right behind a name is a group of its own.
                if nameEnd == at, standsAlone(value) { break }
                at = endOfQuantity(value, from: at)
                if case .round = text.values[value].value {
                    nouns.append(at - 1)
                    group.isPlural = group.isPlural ?? false
                }
                continue
            }
            let word = canonical[at - range.lowerBound]
            if isFrench, group.name == nil, isFiniteBehindNoun(at, nouns) { break }
            // "le numéro un mondial des puces": a number right behind the noun.
            if isFrench, group.name == nil, isNumberOfNoun(at, nouns) {
                at += 1
                continue
            }
            // "le concurrent le plus coriace de X": a superlative goes on about the noun.
            if isFrench, !nouns.isEmpty, nameEnd == nil, at + 2 < range.upperBound, grammar.is(token.word, .definite),
                grammar.is(text.tokens[at + 1].word, .degree), tag(at + 2) == .adjective, nameAt[at + 2] == nil
            {
                at += 3
                continue
            }
            // "rivals such as X": what gives examples is no part of the noun.
            if !isFrench, !nouns.isEmpty, let (kind, _) = grammar.phrases.longest(in: words(from: at)),
                kind == .examples
            {
                break
            }
            if grammar.is(token.word, .former) || grammar.is(word, .former) {
                if isAdjectivePlace(at) {
                    group.isFormer = true
                    at += 1
                    continue
                }
            }
            if grammar.is(token.word, .future), isAdjectivePlace(at) {
                group.isFuture = true
                at += 1
                continue
            }
            // "X and Y all belong to Z".
            if nameEnd == at, grammar.is(token.word, .distributive), isVerb(at + 1) || isVerbBehindDistributive(at + 1)
            {
                break
            }
            if isFrench, nameEnd == at, token.tag != .adjective || isVerb(at) { break }
            if isVerbBehindOrdinal(at) { break }
            // "Dr Helen Marsh": a name, and no noun with one.
            if grammar.is(token.word, .honorific), group.name == nil, nouns.isEmpty, let person = personBehind(at) {
                at = person
                continue
            }
            if isNoun(at), !(isFrench && !nouns.isEmpty && token.tag == .adjective) {
                if isFrench, !nouns.isEmpty, text.tokens[at].tag != .properNoun, !isCompound(at),
                    !saysOfWhatSort(at, nouns)
                {
                    break
                }
                if nameEnd == at {
                    // English: the name was before the noun, "the Pentagon contract"; a person's never is, "named X chief executive".
                    if isFrench { break }
                    if let name = group.name, text.names[name].kind == .person { break }
                    if let name = group.name { group.leading.append(name) }
                    group.name = nil
                    nameEnd = nil
                }
                nouns.append(at)
                at += 1
                continue
            }
            if token.tag == .adjective || token.tag == .numeral || grammar.is(token.word, .adjective)
                || isFrench && !nouns.isEmpty && isUnknownAdjective(at)
                || isAdjectiveBeforeNoun(at)
                || token.tag == .adverb && group.determiner != .none
                    && (hasAdjectiveNext(at) || isModifierVerb(at + 1, afterNoun: !nouns.isEmpty))
                || token.shape.contains(.isNumber)
                || isModifierVerb(at, afterNoun: !nouns.isEmpty)
                || isParticipleBeforeName(at, afterNoun: !nouns.isEmpty)
                || isUnknownParticiple(at, afterNoun: !nouns.isEmpty && nameEnd == nil)
            {
                if nameEnd == at, !isFrench { break }
                hasAdjective = true
                at += 1
                continue
            }
            if let next = modifierBehindComma(at, group) {
                at = next
                continue
            }
            // "long-time", "&" inside a noun, quotes around a single name or noun: « Uncapped ».
            if at > begin, mark(at) == .quote, let close = closingQuote(at) {
                if group.name != nil { break }
                group.name = nameAt[at + 1]
                at = close + 1
                nameEnd = at
                continue
            }
            break
        }
        // "SDC of Denmark": where a firm is from.
        if !isFrench, let name = group.name, nameEnd == at, nouns.isEmpty, at + 1 < range.upperBound,
            text.names[name].kind.family == .organisation, grammar.genitives.contains(text.tokens[at].word),
            let place = nameAt[at + 1], text.names[place].kind == .place
        {
            at = text.names[place].tokens.upperBound
        }
        if at == begin { return begin }
        // "The former, who remains": one of two, and nothing that has ended.
        if nouns.isEmpty, group.name == nil { group.isFormer = false }
        group.tokens = begin..<at
        if let noun = isFrench ? nouns.first : nouns.last {
            group.head = noun
            group.hasNoun = true
            let readings = grammar.readings(text.tokens[noun].word)
            if let form = readings.first(where: { !$0.form.isVerb })?.form { group.isPlural = form == .plural }
        } else if let name = group.name {
            group.head = text.names[name].tokens.upperBound - 1
        } else {
            group.head = at - 1
            group.hasNoun = hasAdjective
        }
        add(group)
        // "a search engine Orvane bought": the relative pronoun is left out.
        if isRelative { add(.grammar(.relativeAny), at..<at) }
        return at
    }

    /// "L'entreprise fournit notamment X": a form that is a verb's alone, whatever its tag, before what no adjective stands before.
    func isFiniteBehindNoun(_ at: Int, _ nouns: [Int]) -> Bool {
        guard tag(at) == .adjective, let noun = nouns.last, noun == at - 1 || tag(at - 1) == .adjective,
            range.contains(at + 1)
        else { return false }
        let readings = grammar.readings(text.tokens[at].word)
        guard !readings.isEmpty, readings.allSatisfy(\.form.isFinite) else { return false }
        return nameAt[at + 1] != nil || tag(at + 1) == .determiner || tag(at + 1) == .adverb
    }

    /// "numéro un du secteur": "un" right behind a noun, with nothing that it could be the article of.
    private func isNumberOfNoun(_ at: Int, _ nouns: [Int]) -> Bool {
        guard nouns.count == 1, nouns[0] == at - 1, grammar.is(text.tokens[at].word, .indefinite),
            grammar.isPlural(text.tokens[at].word) != true, !grammar.isContracted(text.tokens[at].word)
        else { return false }
        var next = at + 1
        while range.contains(next), nameAt[next] == nil, tag(next) == .adjective { next += 1 }
        guard range.contains(next) else { return true }
        return nameAt[next] == nil
            && (tag(next) == .adposition || tag(next) == .punctuation || tag(next) == .coordinator)
    }

    /// "a six-year, $10 billion deal": where a sum or an adjective begins that goes on about the noun behind a comma.
    private func modifierBehindComma(_ at: Int, _ group: NounGroup) -> Int? {
        guard !isFrench, group.name == nil, group.determiner != .none, mark(at) == .comma, at + 2 < range.upperBound,
            at - 1 > range.lowerBound, valueAt.ends(at) || tag(at - 1) == .adjective
        else { return nil }
        if let value = valueAt[at + 1] {
            switch text.values[value].value {
            case .money, .percent, .duration: return isNoun(endOfQuantity(value, from: at + 1)) ? at + 1 : nil
            default: return nil
            }
        }
        return valueAt.ends(at) && tag(at + 1) == .adjective && isNoun(at + 2) ? at + 1 : nil
    }

    private func standsAlone(_ value: Int) -> Bool {
        switch text.values[value].value {
        case .percent, .money: isFrench || !isNoun(text.values[value].tokens.upperBound)
        default: false
        }
    }

    /// Whether a name right behind an English noun is none in apposition but the subject of what follows: "a search engine
    /// Orvane bought", "From its earlier funds Orvane backed".
    private func opensClause(_ name: NameMention, behind group: NounGroup, noun: Int) -> Bool {
        guard !isFrench, isVerb(name.tokens.upperBound), nameAt[name.tokens.upperBound] == nil,
            !grammar.is(text.tokens[name.tokens.upperBound].word, .genitive)
        else { return false }
        let after = grammar.readings(text.tokens[name.tokens.upperBound].word)
        // "For its autumn collection Orvane has hired": behind a preposition that opens the sentence the name is the subject.
        if group.possessive != nil, parse.units.count == 1, parse.units[0].kind == .preposition,
            after.contains(where: { $0.form.isFinite || $0.form == .past })
        {
            return true
        }
        guard after.contains(where: { $0.form == .past || $0.form == .present }) else { return false }
        if group.determiner == .indefinite, grammar.isPlural(text.tokens[group.tokens.lowerBound].word) == false {
            // "a start-up Orvane said": what takes a thing for its object.
            return name.kind.family == .organisation
                && !after.contains { $0.lemma == grammar.auxiliaries.be || $0.lemma == grammar.auxiliaries.have }
        }
        let isPlural = grammar.readings(text.tokens[noun].word).contains { $0.form == .plural }
        return isPlural && group.possessive != nil
    }

    /// Where "-backed" behind a name ends.
    func compoundEnd(_ at: Int) -> Int? {
        guard at + 2 < range.upperBound, isHyphen(at), grammar.compounds.contains(text.tokens[at + 1].word) else {
            return nil
        }
        return at + 2
    }

    func determiner(_ at: Int) -> NounGroup.Determiner? {
        let word = text.tokens[at].word
        let kinds = grammar.kinds(word)
        if kinds.contains(.possessive) { return .possessive }
        if kinds.contains(.demonstrative) { return .demonstrative }
        if kinds.contains(.definite) { return .definite }
        if kinds.contains(.indefinite) { return .indefinite }
        return nil
    }

    func isAdjectivePlace(_ at: Int) -> Bool {
        let next = at + 1
        return nameAt[next] != nil || isNoun(next) || tag(next) == .adjective || tag(next) == .punctuation
    }

    /// A second noun right after the first that belongs to it: "capital risque", "business angel".
    func isCompound(_ at: Int) -> Bool {
        grammar.readings(text.tokens[at].word).isEmpty
    }

    /// "la branche énergie de X", "sa filiale cloud": a bare noun right behind the part of a firm that it says something of.
    private func saysOfWhatSort(_ at: Int, _ nouns: [Int]) -> Bool {
        nouns == [at - 1] && grammar.is(text.tokens[at - 1].word, .unitNoun)
    }

    /// Where the person's name behind an honorific begins.
    private func personBehind(_ at: Int) -> Int? {
        let isAbbreviated = at + 2 < range.upperBound && nameAt[at + 1] == nil && text.text(at + 1..<at + 2) == "."
        let next = isAbbreviated ? at + 2 : at + 1
        guard let name = nameAt[next], text.names[name].kind == .person else { return nil }
        return next
    }

    func hasAdjectiveNext(_ at: Int) -> Bool {
        tag(at + 1) == .adjective || tag(at + 1) == .adverb || tag(at + 1) == .numeral
            || text.tokens.indices.contains(at + 1)
                && range.contains(at + 1) && text.tokens[at + 1].shape.contains(.isNumber)
    }

    /// "leading chipmaker", "listed company": a participle between determiner and noun.
    func isModifierVerb(_ at: Int, afterNoun: Bool) -> Bool {
        guard !isFrench, !afterNoun, tag(at) == .verb || tag(at) == .adjective else { return false }
        return isNoun(at + 1)
            || tag(at - 1) == .determiner && tag(at + 1) == .verb && isNoun(at + 2)
            || nameAt[at + 1] != nil && grammar.readings(text.tokens[at].word).allSatisfy { !$0.form.isFinite }
                && tag(at - 1) == .determiner
    }

    /// "son programme élargi « X »": a participle that belongs to the noun before it, not to the name behind it.
    func isParticipleBeforeName(_ at: Int, afterNoun: Bool) -> Bool {
        guard isFrench, afterNoun, tag(at) == .verb || tag(at) == .adjective, at + 1 < range.upperBound else {
            return false
        }
        return nameAt[at + 1] != nil && grammar.readings(text.tokens[at].word).allSatisfy { !$0.form.isFinite }
            || mark(at + 1) == .quote && closingQuote(at + 1) != nil
    }

    /// "fournisseur attitré de X": a participle that no data knows, right behind a noun, where no doer follows.
    private func isUnknownParticiple(_ at: Int, afterNoun: Bool) -> Bool {
        guard isFrench, afterNoun, tag(at) == .verb, range.contains(at + 1),
            grammar.readings(text.tokens[at].word).isEmpty, ends(at, with: grammar.endings.plainParticiple)
        else { return false }
        return grammar.genitives.contains(canonical[at + 1 - range.lowerBound])
    }

    func closingQuote(_ at: Int) -> Int? {
        guard at + 1 < range.upperBound, let name = nameAt[at + 1] else { return nil }
        let end = text.names[name].tokens.upperBound
        return end < range.upperBound && mark(end) == .quote ? end : nil
    }
}
