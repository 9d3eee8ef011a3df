internal import LiaisonLanguage
internal import LiaisonModel

/// Cuts a sentence into units: noun groups, verb groups, and the small words between them.
struct Chunker {
    let text: AnnotatedText
    let grammar: Grammar
    let range: Range<Int>
    var parse: SentenceParse
    let canonical: [WordID]
    let nameAt: SpanIndex
    let valueAt: SpanIndex

    init(text: AnnotatedText, sentence: Int, grammar: Grammar) {
        self.text = text
        self.grammar = grammar
        range = text.sentences[sentence].tokens
        parse = SentenceParse(sentence: sentence)
        canonical = text.tokens[range].map { grammar.canon($0.word) }
        nameAt = SpanIndex(text.names, of: \.tokens, in: range)
        valueAt = SpanIndex(text.values, of: \.tokens, in: range)
    }

    var isFrench: Bool { grammar.language == .french }

    mutating func chunk() -> SentenceParse {
        var at = range.lowerBound
        var depth = 0
        while at < range.upperBound {
            let begin = at
            let before = parse.units.count
            at = unit(at)
            if at <= begin { at = begin + 1 }
            for index in before..<parse.units.count {
                if parse.units[index].kind == .close { depth = max(0, depth - 1) }
                parse.units[index].depth = depth
                if parse.units[index].kind == .open { depth += 1 }
            }
        }
        return parse
    }

    /// Reads one unit and returns where the next begins.
    mutating func unit(_ at: Int) -> Int {
        if let end = quantity(at) { return end }
        if nameAt[at] != nil { return nounGroup(at) }
        if !isFrench, let end = endOfNaming(at) {
            add(.other, at..<end)
            return end
        }
        let token = text.tokens[at]
        if token.shape.contains(.isPunctuation), let kind = mark(at) {
            if kind == .comma, let comma = commaBehindAge(at) { return comma }
            add(kind, at..<at + 1)
            return at + 1
        }
        if let (kind, length) = grammar.phrases.longest(in: words(from: at)), !isBroken(at, length),
            !goesOn(kind, at + length)
        {
            return phrase(kind, at..<at + length)
        }
        return word(at)
    }

    /// "Denis Vial, 42 ans, cofondateur de X", "Nina Haskell, 42, co-founder of X": where the comma behind the age is. An age says
    /// nothing of what stands around it, and would part a person from a post.
    func commaBehindAge(_ at: Int) -> Int? {
        guard case .noun(let group)? = parse.units.last?.kind, let name = parse.groups[group].name,
            text.names[name].kind == .person, range.contains(at + 2)
        else { return nil }
        var end = at + 2
        if let value = valueAt[at + 1], case .duration = text.values[value].value {
            end = endOfQuantity(value, from: at + 1)
        } else if tag(at + 1) != .numeral || text.tokens[at + 1].end - text.tokens[at + 1].start != 2 {
            return nil
        }
        return end < range.upperBound && mark(end) == .comma ? end : nil
    }

    /// Whether a name begins inside a phrase: then it is no phrase.
    func isBroken(_ at: Int, _ length: Int) -> Bool {
        (at..<at + length).contains { nameAt[$0] != nil }
    }

    /// "à son tour de table": what looks like an adverb, with a noun of its own behind "de".
    func goesOn(_ kind: GrammarWord, _ end: Int) -> Bool {
        isFrench && kind == .adverbial && canon(end).map { grammar.genitives.contains($0) } ?? false
            && range.contains(end + 1) && nameAt[end + 1] == nil && tag(end + 1) == .noun
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

    func words(from at: Int) -> ArraySlice<WordID> {
        canonical[(at - range.lowerBound)...]
    }

    func canon(_ at: Int) -> WordID? {
        range.contains(at) ? canonical[at - range.lowerBound] : nil
    }

    mutating func add(_ kind: Unit.Kind, _ tokens: Range<Int>) {
        parse.units.append(Unit(kind: kind, tokens: tokens))
    }

    mutating func add(_ group: NounGroup) {
        add(.noun(parse.groups.count), group.tokens)
        parse.groups.append(group)
        parse.unitOfGroup.append(parse.units.count - 1)
    }

    mutating func add(_ verb: VerbGroup) {
        add(.verb(parse.verbs.count), verb.tokens)
        parse.verbs.append(verb)
        parse.unitOfVerb.append(parse.units.count - 1)
    }

    func isHyphen(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.end == token.start + 1 && text.bytes[Int(token.start)] == UInt8(ascii: "-")
    }

    /// What a mark is, by its bytes in UTF-8: a string for each would cost more than all the rest.
    func mark(_ at: Int) -> Unit.Kind? {
        let token = text.tokens[at]
        guard token.end <= token.start + 3 else { return .other }
        var code: UInt32 = 0
        for index in Int(token.start)..<Int(token.end) { code = code << 8 | UInt32(text.bytes[index]) }
        switch code {
        case 0x2C: return .comma
        // The second is the Greek question mark, which Unicode holds to be the same.
        case 0x3B, 0xCDBE: return .semicolon
        case 0x3A: return .colon
        case 0x28, 0x5B: return .open
        case 0x29, 0x5D: return .close
        // « » " “ ” „
        case 0xC2AB, 0xC2BB, 0x22, 0xE2809C, 0xE2809D, 0xE2809E: return .quote
        // – — - --
        case 0xE28093, 0xE28094, 0x2D, 0x2D2D: return .dash
        case 0x26: return .grammar(.coordinator)
        // $ € £ % ' ’
        case 0x24, 0xE282AC, 0xC2A3, 0x25, 0x27, 0xE28099: return nil
        default: return .other
        }
    }

    /// A value that stands as a group of its own; in English a sum before a noun belongs to the noun.
    mutating func quantity(_ at: Int) -> Int? {
        guard let index = valueAt[at], !isInsideName(index, at) else { return nil }
        let end = endOfQuantity(index, from: at)
        if case .count = text.values[index].value { return nil }
        if case .round = text.values[index].value { return nil }
        if end < range.upperBound, !isFrench, isNoun(end) || nameAt[end] != nil || tag(end) == .adjective {
            if case .money = text.values[index].value { return nounGroup(at) }
            if case .percent = text.values[index].value { return nounGroup(at) }
        }
        let last = endOfRate(index, from: end)
        add(NounGroup(tokens: at..<last, head: end - 1, hasNoun: false, name: nil, value: index))
        return last
    }

    /// "$40 a share", "$3 million a year": where the group of a sum ends that is paid for each of something.
    private func endOfRate(_ value: Int, from end: Int) -> Int {
        guard !isFrench, case .money = text.values[value].value, range.contains(end + 1), nameAt[end] == nil,
            grammar.is(text.tokens[end].word, .indefinite), tag(end + 1) == .noun, nameAt[end + 1] == nil,
            valueAt[end] == nil, valueAt[end + 1] == nil
        else { return end }
        // "for $9 million a company bought": the noun begins a clause or a longer group.
        let next = end + 2
        if range.contains(next), nameAt[next] != nil || isVerbTag(next) || tag(next) == .noun { return end }
        return end + 2
    }

    /// Where the group of a value ends: "a tenth of" holds a preposition that belongs to what follows.
    func endOfQuantity(_ index: Int, from at: Int) -> Int {
        let end = text.values[index].tokens.upperBound
        guard !isFrench, end - 1 > at, case .percent = text.values[index].value,
            grammar.is(text.tokens[end - 1].word, .preposition)
        else { return end }
        return end - 1
    }

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
            isMarkedInfinitive(at) || isGerundOfSeveral(at) || isHeadlineVerb(at) || isVerbOfOwned(at)
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
            endsName(at - 1), !endsPlace(at - 1)
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

    /// "Lancé par X, Y court derrière Z": a French form that is nothing but a participle is not the verb of its sentence.
    private func isBareParticiple(_ at: Int) -> Bool {
        guard isFrench, tag(at) == .verb, tag(at - 1) != .auxiliary else { return false }
        let readings = grammar.readings(text.tokens[at].word).filter(\.form.isVerb)
        return !readings.isEmpty && readings.allSatisfy { $0.form == .participle }
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

    mutating func phrase(_ kind: GrammarWord, _ tokens: Range<Int>) -> Int {
        switch kind {
        case .preposition: add(.preposition, tokens)
        case .adverbial: add(.other, tokens)
        case .transparent: break
        case .subjectPronoun: addPronoun(tokens)
        default: add(.grammar(kind), tokens)
        }
        return tokens.upperBound
    }

    mutating func addPronoun(_ tokens: Range<Int>) {
        var group = NounGroup(tokens: tokens, head: tokens.upperBound - 1, hasNoun: false, name: nil)
        group.isPronoun = true
        group.isPlural = grammar.isPlural(text.tokens[tokens.upperBound - 1].word)
        add(group)
    }

    mutating func word(_ at: Int) -> Int {
        let token = text.tokens[at]
        let own = grammar.kinds(token.word)
        let kinds = own.union(grammar.kinds(canonical[at - range.lowerBound]))
        let next = at + 1
        if !kinds.isEmpty {
            if limits(at) {
                add(.other, at..<next)
                return next
            }
            if kinds.contains(.genitive), token.tag != .auxiliary && token.tag != .verb || ownsQualified(next),
                case .noun(let group)? = parse.units.last?.kind,
                parse.groups[group].value == nil || !isFrench
            {
                add(.grammar(.genitive), at..<next)
                return next
            }
            if kinds.contains(.negationHead) || kinds.contains(.infinitiveMark) || kinds.contains(.modal)
                || kinds.contains(.clitic) || kinds.contains(.dativePronoun) || kinds.contains(.negation)
            {
                if let end = verbGroup(at) { return end }
            }
            // "ont créé ensemble la société X".
            if isFrench, kinds.contains(.adverbial), case .verb? = parse.units.last?.kind, !goesOn(.adverbial, next) {
                add(.other, at..<next)
                return next
            }
            if kinds.contains(.distributive), followsGroup, isVerb(next) || isVerbBehindDistributive(next) {
                add(.other, at..<next)
                return next
            }
            // "retailers including X": examples, and nothing that anybody does.
            if !isFrench, kinds.contains(.examples), kinds.isDisjoint(with: [.preposition]), isVerb(at), followsGroup,
                precedesNameClosely(at)
            {
                add(.grammar(.examples), at..<next)
                return next
            }
            if isVerb(at), kinds.isDisjoint(with: [.preposition, .coordinator]) || isVerbBeforePreposition(at),
                let end = verbGroup(at)
            {
                return end
            }
            // "the US", "IT": what stands in capitals is no pronoun.
            if kinds.contains(.subjectPronoun), token.tag != .determiner,
                !token.shape.contains(.allCapitals) || token.end - token.start == 1
            {
                // "the fund he founded": the relative pronoun is left out.
                if isLeftOutRelative(at) { add(.grammar(.relativeAny), at..<at) }
                addPronoun(at..<next)
                return next
            }
            if kinds.contains(.possessive), token.tag != .pronoun || !(kinds.contains(.dativePronoun)) {
                return nounGroup(at)
            }
            if isFrench, own.contains(.indefinite) || own.contains(.definite), token.tag == .determiner {
                return nounGroup(at)
            }
            if kinds.contains(.hypothetical), token.tag != .adverb, token.tag != .auxiliary {
                add(.grammar(.hypothetical), at..<next)
                return next
            }
            if let relative = relative(kinds, at) {
                add(.grammar(relative), at..<next)
                return next
            }
            if kinds.contains(.anaphor), let antecedent = antecedentOfAnaphor(at) {
                var group = NounGroup(
                    tokens: at..<next, head: at, hasNoun: true, name: nil)
                group.standsFor = antecedent
                group.determiner = .definite
                group.isPlural = grammar.isPlural(token.word) ?? false
                group.isFormer = parse.groups[antecedent].isFormer
                add(group)
                return next
            }
            if kinds.contains(.examples), kinds.contains(.relativeOf) || followsGroup && precedesNameClosely(at) {
                add(.grammar(.examples), at..<next)
                return next
            }
            for kind in [GrammarWord.coordinator, .adversative, .subordinator, .negation, .noLonger, .respectively]
            where kinds.contains(kind) {
                if kind == .subordinator
                    && (token.tag == .adposition || kinds.contains(.preposition) && precedesName(at))
                    && !opensClause(at)
                {
                    continue
                }
                if kind == .noLonger && isFrench { continue }
                add(.grammar(kind), at..<next)
                return next
            }
            if kinds.contains(.preposition) {
                // "du contrat": the contraction holds the article, which the group need not have.
                add(.preposition, at..<next)
                return next
            }
            if !own.isDisjoint(with: [.definite, .indefinite, .demonstrative]) { return nounGroup(at) }
        }
        if let end = verbGroup(at) { return end }
        if !isFrench, isParticipleBehindAs(at) { return nounGroup(at) }
        switch token.tag {
        case .adjective, .noun, .properNoun, .numeral, .symbol, .determiner: return nounGroup(at)
        case .other where token.shape.contains(.hasLetter): return nounGroup(at)
        default: break
        }
        if isNoun(at) || kinds.contains(.adjective) { return nounGroup(at) }
        add(.other, at..<next)
        return next
    }

    var followsGroup: Bool {
        var last = parse.units.last?.kind
        if last == .comma { last = parse.units.dropLast().last?.kind }
        if case .noun? = last { return true }
        return false
    }

    /// Whether a name, or a noun with a name, follows with nothing but small words between.
    func precedesName(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 5 {
            if nameAt[index] != nil { return true }
            if isVerb(index) || text.tokens[index].shape.contains(.isPunctuation) { return false }
            index += 1
        }
        return false
    }
}
