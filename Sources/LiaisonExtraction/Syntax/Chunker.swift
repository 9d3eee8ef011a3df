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
    func endOfRate(_ value: Int, from end: Int) -> Int {
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
