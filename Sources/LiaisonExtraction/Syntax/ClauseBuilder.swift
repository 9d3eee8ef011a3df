internal import LiaisonLanguage
internal import LiaisonModel

/// Finds lists, prepositions, clauses, appositions and governing verbs in a chunked sentence.
struct ClauseBuilder {
    let text: AnnotatedText
    let grammar: Grammar
    var parse: SentenceParse
    /// Units of commas and coordinators that only join the members of a list.
    var joints: Set<Int> = []
    /// Names that a participle gives to a noun before it, with that noun: "un outil baptisé Lumia".
    var namings: [Int: Int] = [:]

    init(text: AnnotatedText, grammar: Grammar, parse: SentenceParse) {
        self.text = text
        self.grammar = grammar
        self.parse = parse
    }

    mutating func build() -> SentenceParse {
        pairDashes()
        possessors()
        nameNouns()
        nameSisters()
        nameAnnounced()
        lists()
        clauses()
        prepositions()
        appositions()
        governors()
        return parse
    }

    func kind(_ unit: Int) -> Unit.Kind? {
        parse.units.indices.contains(unit) ? parse.units[unit].kind : nil
    }

    func group(_ unit: Int) -> Int? {
        if case .noun(let group)? = kind(unit) { group } else { nil }
    }

    func verb(_ unit: Int) -> Int? {
        if case .verb(let verb)? = kind(unit) { verb } else { nil }
    }

    /// Two dashes in a sentence are a pair of brackets.
    mutating func pairDashes() {
        let dashes = parse.units.indices.filter { parse.units[$0].kind == .dash && $0 > 0 }
        guard dashes.count == 2 else { return }
        parse.units[dashes[0]].kind = .open
        parse.units[dashes[1]].kind = .close
        for unit in dashes[0] + 1..<dashes[1] { parse.units[unit].depth += 1 }
    }

    /// "un outil baptisé Lumia", "a start-up called Kaptio": the noun takes the name.
    mutating func nameNouns() {
        for index in parse.verbs.indices {
            let verb = parse.verbs[index]
            let unit = parse.unitOfVerb[index]
            guard verb.tokens.count == 1,
                verb.lemmas.contains(where: { grammar.cues.value(of: $0)?.contains(.calls) ?? false }),
                grammar.readings(text.tokens[verb.main].word).contains(where: { $0.form == .participle }),
                let named = group(kind(unit + 1) == .quote ? unit + 2 : unit + 1), !parse.groups[named].hasNoun,
                let name = parse.groups[named].name
            else { continue }
            var before = unit - 1
            if verb.kind == .participle, kind(before) == .comma { before -= 1 }
            guard let noun = group(before), parse.groups[noun].hasNoun, parse.groups[noun].name == nil else { continue }
            // "the company called Orvane" may go on: only what is new to the reader takes a name in this way.
            guard verb.kind == .participle || parse.groups[noun].determiner == .indefinite else { continue }
            parse.verbs[index].kind = .participle
            parse.groups[noun].name = name
            namings[named] = noun
        }
    }

    /// "has bought a company: Orvane, the maker of …": what a colon announces is the name of the noun before it.
    mutating func nameAnnounced() {
        guard grammar.language == .english else { return }
        for unit in parse.units.indices where parse.units[unit].kind == .colon {
            guard let noun = group(unit - 1), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
                parse.groups[noun].value == nil, parse.groups[noun].determiner == .indefinite,
                parse.groups[noun].isPlural != true, verb(unit - 2) != nil, let named = group(unit + 1),
                !parse.groups[named].hasNoun, let name = parse.groups[named].name,
                text.names[name].kind.family == .organisation,
                kind(unit + 2) == .comma || unit + 2 >= parse.units.count - 1
            else { continue }
            parse.groups[noun].name = name
            namings[named] = noun
        }
    }

    /// "by Ines Marchal and her twin brother, Denis": a noun behind "and" that says who the name behind the comma is.
    mutating func nameSisters() {
        for index in parse.groups.indices {
            let noun = parse.groups[index]
            let unit = parse.unitOfGroup[index]
            var last = unit
            let first = noun.possessor.map { parse.unitOfGroup[$0] } ?? unit
            guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.isPlural != true,
                kind(first - 1) == .grammar(.coordinator)
            else { continue }
            if let behind = behindTrade(index) {
                last = behind
            } else if noun.possessive == nil, noun.possessor == nil {
                continue
            }
            guard kind(last + 1) == .comma, let named = group(last + 2), let name = parse.groups[named].name,
                !parse.groups[named].hasNoun && parse.groups[named].determiner == .none
                    || grammar.language == .english && parse.groups[named].determiner == .definite
                        && text.names[name].kind == .person
            else { continue }
            switch kind(last + 3) {
            case .comma?:
                // A list of names, or the subject of a verb of its own.
                guard group(last + 4).map({ parse.groups[$0].name == nil || parse.groups[$0].hasNoun }) ?? true else {
                    continue
                }
            case .verb?, .preposition?, .grammar?, .noun?: continue
            default: break
            }
            parse.groups[index].name = name
            namings[named] = index
        }
    }

    /// "X et le géant de la chimie, Y, ont": the last unit of a definite noun for a firm that "and" joins to a name.
    private func behindTrade(_ index: Int) -> Int? {
        let noun = parse.groups[index]
        let unit = parse.unitOfGroup[index]
        guard grammar.language == .french, noun.determiner == .definite, noun.possessive == nil,
            !grammar.is(text.tokens[noun.head].word, .personNoun)
        else { return nil }
        let before = kind(unit - 2) == .comma ? unit - 3 : unit - 2
        guard let earlier = group(before), let other = parse.groups[earlier].name,
            text.names[other].kind.family == .organisation
        else { return nil }
        var last = unit
        while last < unit + 4, kind(last + 1) == .preposition, let inner = group(last + 2),
            parse.groups[inner].name == nil
        {
            last += 2
        }
        guard kind(last + 1) == .comma, let named = group(last + 2), let name = parse.groups[named].name,
            text.names[name].kind.family == .organisation, kind(last + 3) == .comma || kind(last + 3) == nil
        else { return nil }
        return last
    }

    /// "Orvane's investment": the group before `'s` owns the one after.
    mutating func possessors() {
        for unit in parse.units.indices where parse.units[unit].kind == .grammar(.genitive) {
            // "AMD's far larger competitor": adverbs may stand between.
            var next = unit + 1
            while kind(next) == .other, next < unit + 3 { next += 1 }
            if let owner = group(unit - 1), let owned = group(next) { parse.groups[owned].possessor = owner }
        }
    }
}
