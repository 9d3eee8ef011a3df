internal import LiaisonLanguage
internal import LiaisonModel

/// Cuts a sentence into units: noun groups, verb groups, and the small words between them.
struct Chunker {
    let text: AnnotatedText
    let grammar: Grammar
    let range: Range<Int>
    private(set) var parse: SentenceParse
    private let canonical: [WordID]
    private let nameAt: SpanIndex
    private let valueAt: SpanIndex

    init(text: AnnotatedText, sentence: Int, grammar: Grammar) {
        self.text = text
        self.grammar = grammar
        range = text.sentences[sentence].tokens
        parse = SentenceParse(sentence: sentence)
        canonical = text.tokens[range].map { grammar.canon($0.word) }
        nameAt = SpanIndex(text.names, of: \.tokens, in: range)
        valueAt = SpanIndex(text.values, of: \.tokens, in: range)
    }

    private var isFrench: Bool { grammar.language == .french }

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
    private mutating func unit(_ at: Int) -> Int {
        if let end = quantity(at) { return end }
        if nameAt[at] != nil { return nounGroup(at) }
        let token = text.tokens[at]
        if token.shape.contains(.isPunctuation), let kind = mark(at) {
            add(kind, at..<at + 1)
            return at + 1
        }
        if let (kind, length) = grammar.phrases.longest(in: words(from: at)), !isBroken(at, length) {
            return phrase(kind, at..<at + length)
        }
        return word(at)
    }

    /// Whether a name begins inside a phrase: then it is no phrase.
    private func isBroken(_ at: Int, _ length: Int) -> Bool {
        (at..<at + length).contains { nameAt[$0] != nil }
    }

    private func words(from at: Int) -> ArraySlice<WordID> {
        canonical[(at - range.lowerBound)...]
    }

    private func canon(_ at: Int) -> WordID? {
        range.contains(at) ? canonical[at - range.lowerBound] : nil
    }

    private mutating func add(_ kind: Unit.Kind, _ tokens: Range<Int>) {
        parse.units.append(Unit(kind: kind, tokens: tokens))
    }

    private mutating func add(_ group: NounGroup) {
        add(.noun(parse.groups.count), group.tokens)
        parse.groups.append(group)
        parse.unitOfGroup.append(parse.units.count - 1)
    }

    private mutating func add(_ verb: VerbGroup) {
        add(.verb(parse.verbs.count), verb.tokens)
        parse.verbs.append(verb)
        parse.unitOfVerb.append(parse.units.count - 1)
    }

    private func isHyphen(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return token.end == token.start + 1 && text.bytes[Int(token.start)] == UInt8(ascii: "-")
    }

    /// What a mark is, by its bytes in UTF-8: a string for each would cost more than all the rest.
    private func mark(_ at: Int) -> Unit.Kind? {
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
    private mutating func quantity(_ at: Int) -> Int? {
        guard let index = valueAt[at] else { return nil }
        let end = text.values[index].tokens.upperBound
        if case .count = text.values[index].value { return nil }
        if case .round = text.values[index].value { return nil }
        if end < range.upperBound, !isFrench, isNoun(end) || nameAt[end] != nil || tag(end) == .adjective {
            if case .money = text.values[index].value { return nounGroup(at) }
            if case .percent = text.values[index].value { return nounGroup(at) }
        }
        add(NounGroup(tokens: at..<end, head: end - 1, hasNoun: false, name: nil, value: index))
        return end
    }

    private func tag(_ at: Int) -> Tag { range.contains(at) ? text.tokens[at].tag : .punctuation }

    /// Whether a token is a verb here: by its tag, corrected where the forms allow one reading only.
    private func isVerb(_ at: Int) -> Bool {
        guard range.contains(at), nameAt[at] == nil else { return false }
        let token = text.tokens[at]
        let readings = grammar.readings(token.word)
        if isAfterCompoundHyphen(at) { return false }
        if isVerbByPlace(at) || isVerbBeforePreposition(at) { return true }
        if token.tag == .verb || token.tag == .auxiliary {
            // After a determiner a form that is also a noun is one: "le rachat", "a bid".
            if let previous = canon(at - 1), readings.contains(where: { !$0.form.isVerb }),
                grammar.is(previous, .indefinite) || grammar.is(previous, .possessive) || grammar.is(previous, .demonstrative)
                    || grammar.is(text.tokens[at - 1].word, .definite) && (!isFrench || !readings.contains { $0.form.isFinite })
            {
                return false
            }
            return true
        }
        guard !readings.isEmpty, readings.allSatisfy(\.form.isVerb) else { return false }
        if token.tag == .adposition || token.tag == .determiner || token.tag == .pronoun { return false }
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
    private func isAfterCompoundHyphen(_ at: Int) -> Bool {
        grammar.compounds.contains(text.tokens[at].word) && at - 1 > range.lowerBound
            && !text.tokens[at].shape.contains(.spaceBefore) && isHyphen(at - 1)
    }

    /// A form that is a noun or a verb, right behind a name and before a name, an article or "to": "Orvane plans to …".
    private func isVerbByPlace(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.tag == .noun || token.tag == .adjective || token.tag == .properNoun, at > range.lowerBound, at + 1 < range.upperBound,
            grammar.readings(token.word).contains(where: { $0.form.isFinite || !isFrench && $0.form == .infinitive }),
            endsName(at - 1)
        else { return false }
        if followsOwnedName(at), grammar.readings(token.word).contains(where: { $0.form.isFinite }) { return true }
        if nameAt[at + 1] != nil || grammar.is(text.tokens[at + 1].word, .infinitiveMark) && isVerbTag(at + 2) { return true }
        return tag(at + 1) == .determiner
    }

    /// "Orvane entre au capital": a preposition that is also a verb is the verb before another preposition.
    private func isVerbBeforePreposition(_ at: Int) -> Bool {
        guard let word = canon(at), let next = canon(at + 1), grammar.is(word, .preposition), at > range.lowerBound else { return false }
        return grammar.is(next, .preposition) && nameAt[at + 1] == nil
            && grammar.readings(text.tokens[at].word).contains { $0.form.isFinite } && tag(at - 1) != .verb && tag(at - 1) != .auxiliary
    }

    /// "Orvane's Lumia answers": a name that has an owner already needs no noun behind it.
    private func followsOwnedName(_ at: Int) -> Bool {
        guard nameAt.ends(at) else { return false }
        var start = at - 1
        while start > range.lowerBound, nameAt[start] == nil { start -= 1 }
        return start > range.lowerBound && grammar.is(text.tokens[start - 1].word, .genitive)
    }

    private func isVerbTag(_ at: Int) -> Bool { tag(at) == .verb || tag(at) == .auxiliary }

    private func endsName(_ at: Int) -> Bool {
        nameAt.ends(at + 1)
    }

    private func isNoun(_ at: Int) -> Bool {
        guard range.contains(at), !isVerb(at) else { return false }
        let token = text.tokens[at]
        if token.shape.contains(.isPunctuation) { return false }
        if grammar.readings(token.word).contains(where: { !$0.form.isVerb }) {
            if token.tag == .adjective, tag(at + 1) == .noun || tag(at + 1) == .properNoun && nameAt[at + 1] == nil { return false }
            return token.tag != .adposition
        }
        return token.tag == .noun || token.tag == .properNoun || token.tag == .symbol || token.tag == .other
            && token.shape.contains(.hasLetter)
    }

    private mutating func phrase(_ kind: GrammarWord, _ tokens: Range<Int>) -> Int {
        switch kind {
        case .preposition: add(.preposition, tokens)
        case .subjectPronoun: addPronoun(tokens)
        default: add(.grammar(kind), tokens)
        }
        return tokens.upperBound
    }

    private mutating func addPronoun(_ tokens: Range<Int>) {
        var group = NounGroup(tokens: tokens, head: tokens.upperBound - 1, hasNoun: false, name: nil)
        group.isPronoun = true
        group.isPlural = grammar.isPlural(text.tokens[tokens.upperBound - 1].word)
        add(group)
    }

    private mutating func word(_ at: Int) -> Int {
        let token = text.tokens[at]
        let own = grammar.kinds(token.word)
        let kinds = own.union(grammar.kinds(canonical[at - range.lowerBound]))
        let next = at + 1
        if !kinds.isEmpty {
            if kinds.contains(.genitive), token.tag != .auxiliary, token.tag != .verb, case .noun(let group)? = parse.units.last?.kind,
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
            if isVerb(at), kinds.isDisjoint(with: [.preposition, .coordinator]) || isVerbBeforePreposition(at), let end = verbGroup(at) {
                return end
            }
            if kinds.contains(.subjectPronoun) && token.tag != .determiner {
                addPronoun(at..<next)
                return next
            }
            if kinds.contains(.possessive), token.tag != .pronoun || !(kinds.contains(.dativePronoun)) { return nounGroup(at) }
            if isFrench, own.contains(.indefinite) || own.contains(.definite), token.tag == .determiner { return nounGroup(at) }
            if kinds.contains(.hypothetical), token.tag != .adverb, token.tag != .auxiliary {
                add(.grammar(.hypothetical), at..<next)
                return next
            }
            if let relative = relative(kinds, at) {
                add(.grammar(relative), at..<next)
                return next
            }
            if kinds.contains(.examples), kinds.contains(.relativeOf) || followsGroup && precedesNameClosely(at) {
                add(.grammar(.examples), at..<next)
                return next
            }
            for kind in [GrammarWord.coordinator, .adversative, .subordinator, .negation, .noLonger, .respectively]
            where kinds.contains(kind) {
                if kind == .subordinator && (token.tag == .adposition || kinds.contains(.preposition) && precedesName(at)) { continue }
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
        switch token.tag {
        case .adjective, .noun, .properNoun, .numeral, .symbol, .determiner: return nounGroup(at)
        case .other where token.shape.contains(.hasLetter): return nounGroup(at)
        default: break
        }
        if isNoun(at) { return nounGroup(at) }
        add(.other, at..<next)
        return next
    }

    private var followsGroup: Bool {
        var last = parse.units.last?.kind
        if last == .comma { last = parse.units.dropLast().last?.kind }
        if case .noun? = last { return true }
        return false
    }

    /// Whether a name follows at once or behind an article, and the noun before is a plural where the word could also be "as".
    private func precedesNameClosely(_ at: Int) -> Bool {
        guard nameAt[at + 1] != nil || nameAt[at + 2] != nil && tag(at + 1) == .determiner else { return false }
        guard grammar.is(text.tokens[at].word, .preposition), case .noun(let group)? = parse.units.last?.kind else { return true }
        return parse.groups[group].isPlural != false
    }

    /// Whether a name, or a noun with a name, follows with nothing but small words between.
    private func precedesName(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 5 {
            if nameAt[index] != nil { return true }
            if isVerb(index) || text.tokens[index].shape.contains(.isPunctuation) { return false }
            index += 1
        }
        return false
    }

    /// Which kind of relative pronoun a word is here, if it is one.
    private func relative(_ kinds: GrammarWordSet, _ at: Int) -> GrammarWord? {
        var last = parse.units.last?.kind
        if last == .comma || last == .quote || last == .dash { last = parse.units.dropLast().last?.kind }
        var followsGroup = false
        if case .noun? = last { followsGroup = true }
        if last == .close { followsGroup = true }
        let afterPreposition = parse.units.last?.kind == .preposition
        if kinds.contains(.relativeOblique), afterPreposition || (isFrench && followsGroup) { return .relativeOblique }
        if kinds.contains(.relativePossessive) { return .relativePossessive }
        if kinds.contains(.relativeOf) { return hasVerbAhead(at) ? .relativeOf : nil }
        if kinds.contains(.relativeSubject) { return .relativeSubject }
        guard followsGroup else { return nil }
        if kinds.contains(.relativeObject) {
            if isFrench {
                // "annonce que": a noun of saying is followed by what is said; so is a verb at some distance.
                guard case .noun(let group)? = last, parse.groups[group].value == nil else { return nil }
                return parse.units.last?.kind == .comma || !isNounOfSaying(parse.groups[group].head) ? .relativeObject : nil
            }
            return .relativeObject
        }
        if kinds.contains(.relativeAny), tag(at) != .determiner {
            // "a start-up that Intel acquired": a conjunction only behind a noun of saying.
            if case .noun(let group)? = last, isNounOfSaying(parse.groups[group].head) && !isVerb(at + 1)
                || tag(at) == .subordinator && parse.groups[group].isPronoun
            {
                return nil
            }
            return .relativeAny
        }
        return nil
    }

    private func isNounOfSaying(_ token: Int) -> Bool {
        grammar.readings(text.tokens[token].word).contains {
            grammar.cues.value(of: $0.lemma)?.contains(.says) ?? false
        }
    }

    private func hasVerbAhead(_ at: Int) -> Bool {
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

    // MARK: Noun groups

    private mutating func nounGroup(_ begin: Int) -> Int {
        var at = begin
        var group = NounGroup(tokens: begin..<begin, head: begin, hasNoun: false, name: nil)
        var nouns: [Int] = []
        var nameEnd: Int?
        var hasAdjective = false
        while at < range.upperBound {
            if let index = nameAt[at] {
                let name = text.names[index]
                if let end = compoundEnd(name.tokens.upperBound) {
                    at = end
                    continue
                }
                if let last = group.name {
                    // A second name in a row: "Microsoft CEO Satya Nadella" has a noun between, two bare names are two groups.
                    if nouns.isEmpty || nameEnd == at { break }
                    group.leading.append(last)
                }
                group.name = index
                at = name.tokens.upperBound
                nameEnd = at
                continue
            }
            let token = text.tokens[at]
            if at == begin || group.name == nil && nouns.isEmpty {
                if let determiner = determiner(at) {
                    group.determiner = determiner
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
                at = text.values[value].tokens.upperBound
                if case .round = text.values[value].value {
                    nouns.append(at - 1)
                    group.isPlural = group.isPlural ?? false
                }
                continue
            }
            let word = canonical[at - range.lowerBound]
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
            if isFrench, nameEnd == at, token.tag != .adjective { break }
            if isNoun(at), !(isFrench && !nouns.isEmpty && token.tag == .adjective) {
                if isFrench, !nouns.isEmpty, text.tokens[at].tag != .properNoun, !isCompound(at) { break }
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
            if token.tag == .adjective || token.tag == .numeral
                || token.tag == .adverb && hasAdjectiveNext(at) && group.determiner != .none
                || token.shape.contains(.isNumber)
                || isModifierVerb(at, afterNoun: !nouns.isEmpty) || isParticipleBeforeName(at, afterNoun: !nouns.isEmpty)
            {
                if nameEnd == at, !isFrench { break }
                hasAdjective = true
                at += 1
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
        if at == begin { return begin }
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
        return at
    }

    /// Where "-backed" behind a name ends.
    private func compoundEnd(_ at: Int) -> Int? {
        guard at + 2 < range.upperBound, isHyphen(at), grammar.compounds.contains(text.tokens[at + 1].word) else { return nil }
        return at + 2
    }

    private func determiner(_ at: Int) -> NounGroup.Determiner? {
        let word = text.tokens[at].word
        let kinds = grammar.kinds(word)
        if kinds.contains(.possessive) { return .possessive }
        if kinds.contains(.demonstrative) { return .demonstrative }
        if kinds.contains(.definite) { return .definite }
        if kinds.contains(.indefinite) { return .indefinite }
        return nil
    }

    private func isAdjectivePlace(_ at: Int) -> Bool {
        let next = at + 1
        return nameAt[next] != nil || isNoun(next) || tag(next) == .adjective || tag(next) == .punctuation
    }

    /// A second noun right after the first that belongs to it: "capital risque", "business angel".
    private func isCompound(_ at: Int) -> Bool {
        grammar.readings(text.tokens[at].word).isEmpty
    }

    private func hasAdjectiveNext(_ at: Int) -> Bool {
        tag(at + 1) == .adjective || tag(at + 1) == .adverb || tag(at + 1) == .numeral || text.tokens.indices.contains(at + 1)
            && range.contains(at + 1) && text.tokens[at + 1].shape.contains(.isNumber)
    }

    /// "leading chipmaker", "listed company": a participle between determiner and noun.
    private func isModifierVerb(_ at: Int, afterNoun: Bool) -> Bool {
        guard !isFrench, !afterNoun, tag(at) == .verb || tag(at) == .adjective else { return false }
        return isNoun(at + 1) || nameAt[at + 1] != nil && grammar.readings(text.tokens[at].word).allSatisfy { !$0.form.isFinite }
            && tag(at - 1) == .determiner
    }

    /// "son programme élargi « X »": a participle that belongs to the noun before it, not to the name behind it.
    private func isParticipleBeforeName(_ at: Int, afterNoun: Bool) -> Bool {
        guard isFrench, afterNoun, tag(at) == .verb || tag(at) == .adjective, at + 1 < range.upperBound else { return false }
        return nameAt[at + 1] != nil && grammar.readings(text.tokens[at].word).allSatisfy { !$0.form.isFinite }
            || mark(at + 1) == .quote && closingQuote(at + 1) != nil
    }

    private func closingQuote(_ at: Int) -> Int? {
        guard at + 1 < range.upperBound, let name = nameAt[at + 1] else { return nil }
        let end = text.names[name].tokens.upperBound
        return end < range.upperBound && mark(end) == .quote ? end : nil
    }

    // MARK: Verb groups

    private mutating func verbGroup(_ begin: Int) -> Int? {
        var at = begin
        var verb = VerbGroup(tokens: begin..<begin, main: begin, lemmas: [], kind: .finite)
        var hasMark = false
        var first: Int?
        scan: while at < range.upperBound, nameAt[at] == nil {
            let word = text.tokens[at].word
            let kinds = grammar.kinds(word).union(grammar.kinds(canonical[at - range.lowerBound]))
            if first == nil {
                if kinds.contains(.negationHead) {
                    at += 1
                    continue
                }
                if kinds.contains(.negation) {
                    verb.isNegated = true
                    at += 1
                    continue
                }
                if kinds.contains(.infinitiveMark) {
                    guard isVerb(at + 1) || tag(at + 1) == .adverb && isVerb(at + 2) else { return nil }
                    hasMark = true
                    at += 1
                    continue
                }
                if isFrench, kinds.contains(.clitic) || kinds.contains(.dativePronoun), followsVerb(at) {
                    if kinds.contains(.dativePronoun) { verb.dative = at }
                    if grammar.is(word, .placeClitic) { verb.placeClitic = at }
                    if grammar.is(word, .genitiveClitic) { verb.genitiveClitic = at }
                    if grammar.is(word, .objectClitic) { verb.objectClitic = at }
                    if text.text(at..<at + 1).lowercased().hasPrefix("s") { verb.isReflexive = true }
                    at += 1
                    continue
                }
                if kinds.contains(.modal), !isFrench {
                    guard hasVerbWithin(at + 1, 4) else { return nil }
                    verb.modal = word
                    first = at
                    at += 1
                    continue
                }
                if tag(at) == .adverb, at > begin, isVerb(at + 1) {
                    at += 1
                    continue
                }
                guard isVerb(at) else { return nil }
                first = at
                verb.main = at
                at += 1
                continue
            }
            // After the first verb: negation, adverbs, pronouns, and participles or bare forms that go on.
            if kinds.contains(.negation) {
                verb.isNegated = true
                at += 1
                continue
            }
            if kinds.contains(.noLonger), isFrench, begin < at,
                (begin..<at).contains(where: { grammar.is(canonical[$0 - range.lowerBound], .negationHead) })
            {
                verb.isNoLonger = true
                at += 1
                continue
            }
            if verb.main != first || verb.modal != nil || isAuxiliary(verb.main) {
                // "is 49% owned by".
                if let value = valueAt[at], case .percent = text.values[value].value, isVerb(text.values[value].tokens.upperBound) {
                    at = text.values[value].tokens.upperBound
                    continue
                }
                if isVerb(at), isAuxiliary(verb.main) || verb.modal != nil && verb.main == begin || verb.main < (first ?? 0) || verb.modal != nil && !isVerb(verb.main) {
                    if let (passive, perfect) = combine(verb.main, at, modal: verb.modal != nil && !isVerb(verb.main), reflexive: verb.isReflexive) {
                        verb.isPassive = passive
                        verb.isPerfect = verb.isPerfect || perfect
                        verb.main = at
                        at += 1
                        continue
                    }
                }
                if tag(at) == .adverb || kinds.contains(.noLonger) || grammar.is(word, .respectively),
                    verbFollowsAdverbs(at)
                {
                    if kinds.contains(.noLonger) && !isFrench { verb.isNoLonger = true }
                    at += 1
                    continue
                }
            }
            break scan
        }
        guard let first else { return nil }
        verb.tokens = begin..<at
        finish(&verb, first: first, hasMark: hasMark)
        add(verb)
        return at
    }

    private func followsVerb(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 4 {
            if isVerb(index) {
                // "le investit" never; "la finance": an article before a noun that is also a verb.
                return tag(index) == .verb || tag(index) == .auxiliary
            }
            let kinds = grammar.kinds(text.tokens[index].word)
            guard kinds.contains(.clitic) || kinds.contains(.dativePronoun) || kinds.contains(.negationHead) else { return false }
            index += 1
        }
        return false
    }

    private func hasVerbWithin(_ at: Int, _ count: Int) -> Bool {
        for index in at..<min(at + count, range.upperBound) {
            if isVerb(index) { return true }
            if nameAt[index] != nil || text.tokens[index].shape.contains(.isPunctuation) { return false }
        }
        return false
    }

    private func verbFollowsAdverbs(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 4 {
            if isVerb(index) { return true }
            guard tag(index) == .adverb || grammar.is(text.tokens[index].word, .negation) else { return false }
            index += 1
        }
        return false
    }

    private func isAuxiliary(_ at: Int) -> Bool {
        grammar.readings(text.tokens[at].word).contains {
            $0.lemma == grammar.auxiliaries.be || $0.lemma == grammar.auxiliaries.have || $0.lemma == grammar.auxiliaries.support
        }
    }

    /// What an auxiliary and the verb after it make: nil when they do not go together.
    private func combine(_ auxiliary: Int, _ next: Int, modal: Bool, reflexive: Bool) -> (passive: Bool, perfect: Bool)? {
        if modal { return (false, false) }
        let lemmas = grammar.readings(text.tokens[auxiliary].word).map(\.lemma)
        let forms = Set(grammar.readings(text.tokens[next].word).map(\.form))
        let isParticiple = forms.contains(.participle) || forms.isEmpty && looksLikeParticiple(next)
        let isGerund = forms.contains(.gerund) || forms.isEmpty && text.text(next..<next + 1).hasSuffix("ing")
        if let support = grammar.auxiliaries.support, lemmas.contains(support) { return (false, false) }
        if lemmas.contains(grammar.auxiliaries.have) {
            return isParticiple ? (false, true) : nil
        }
        if lemmas.contains(grammar.auxiliaries.be) {
            if isGerund, !isFrench { return (false, false) }
            guard isParticiple else { return nil }
            if reflexive { return (false, true) }
            let isIntransitive = grammar.readings(text.tokens[next].word).contains { grammar.auxiliaries.intransitive.contains($0.lemma) }
            return (!isIntransitive, isIntransitive)
        }
        return nil
    }

    private func looksLikeParticiple(_ at: Int) -> Bool {
        let word = text.text(at..<at + 1).lowercased()
        if isFrench {
            return ["é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "it", "ite", "ert"].contains { word.hasSuffix($0) }
        }
        return word.hasSuffix("ed") || word.hasSuffix("en") || word.hasSuffix("n")
    }

    /// The ending of an unknown word that is a participle and hardly anything else.
    private func isPlainParticiple(_ word: String) -> Bool {
        word.hasSuffix("é") || word.hasSuffix("ée") || word.hasSuffix("és") || word.hasSuffix("ées")
    }

    private func finish(_ verb: inout VerbGroup, first: Int, hasMark: Bool) {
        let readings = grammar.readings(text.tokens[verb.main].word).filter(\.form.isVerb)
        var lemmas: [WordID] = []
        for reading in readings where !lemmas.contains(reading.lemma) { lemmas.append(reading.lemma) }
        verb.lemmas = lemmas
        if verb.modal != nil {
            verb.kind = .finite
            return
        }
        let forms = grammar.readings(text.tokens[first].word).filter(\.form.isVerb).map(\.form)
        let finite = forms.first(where: \.isFinite)
        var surface: String { text.text(first..<first + 1).lowercased() }
        if hasMark {
            verb.kind = .infinitive
            return
        }
        if isFrench {
            if forms.contains(.infinitive) || forms.isEmpty && tag(first) == .verb && takesInfinitive()
                && ["er", "ir", "re", "oir"].contains(where: surface.hasSuffix)
            {
                verb.kind = .infinitive
            } else if forms.contains(.gerund) && finite == nil || forms.isEmpty && surface.hasSuffix("ant") {
                verb.kind = .gerund
            } else if first == verb.main, first == verb.tokens.lowerBound, finite == nil, forms.contains(.participle) || forms.isEmpty && looksLikeParticiple(first) && (isPlainParticiple(surface) || hasAgentNext(verb.tokens.upperBound))
            {
                verb.kind = .participle
            } else if first == verb.main, forms.contains(.participle), followsGroupDirectly(), hasAgentNext(verb.tokens.upperBound) {
                verb.kind = .participle
            }
        } else {
            if forms.contains(.gerund) && first == verb.main || forms.isEmpty && surface.hasSuffix("ing") {
                verb.kind = .gerund
            } else if first == verb.main, forms.contains(.participle) || forms.isEmpty && looksLikeParticiple(first),
                hasAgentNext(verb.tokens.upperBound) || finite == nil && !surface.hasSuffix("ed")
            {
                verb.kind = .participle
            }
        }
        verb.form = finite
    }

    private func followsGroupDirectly() -> Bool {
        if case .noun? = parse.units.last?.kind { return true }
        return parse.units.last?.kind == .comma
    }

    /// Whether an unknown form that looks like an infinitive may be one: behind a preposition or another verb.
    private func takesInfinitive() -> Bool {
        switch parse.units.last?.kind {
        case .preposition?, .verb?, nil, .other?: true
        default: false
        }
    }

    /// Whether the doer of a passive follows, at once or behind a date: "founded in 2019 by".
    private func hasAgentNext(_ at: Int) -> Bool {
        var index = at
        while index < min(range.upperBound, at + 7) {
            if grammar.agents.contains(text.tokens[index].word) { return true }
            if index == at, !followsGroupDirectly(), !parse.units.isEmpty { return false }
            if isVerb(index) || text.tokens[index].shape.contains(.isPunctuation) { return false }
            if nameAt[index] != nil || valueAt[index].map({ if case .money = text.values[$0].value { true } else { false } }) ?? false { return false }
            index += 1
        }
        return false
    }
}
