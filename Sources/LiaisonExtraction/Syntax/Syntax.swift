internal import LiaisonLanguage
internal import LiaisonModel

/// Questions about a parsed sentence: who does it, to whom, with what.
struct Syntax: Sendable {
    let text: AnnotatedText
    let grammar: Grammar
    let parse: SentenceParse

    /// The parse of one sentence.
    init(text: AnnotatedText, sentence: Int, grammar: Grammar) {
        self.text = text
        self.grammar = grammar
        var chunker = Chunker(text: text, sentence: sentence, grammar: grammar)
        var builder = ClauseBuilder(text: text, grammar: grammar, parse: chunker.chunk())
        parse = builder.build()
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

    func clause(ofVerb verb: Int) -> Int { parse.units[parse.unitOfVerb[verb]].clause }

    func clause(ofGroup group: Int) -> Int { parse.units[parse.unitOfGroup[group]].clause }

    /// The canonical words of a unit.
    func words(_ unit: Int) -> [WordID] {
        parse.units[unit].tokens.map { grammar.canon(text.tokens[$0].word) }
    }

    /// The lemmas that a group's noun may be a form of; its own word where no data knows it.
    func lemmas(ofGroup group: Int) -> [WordID] {
        let word = text.tokens[parse.groups[parse.groups[group].standsFor ?? group].head].word
        let nouns = grammar.readings(word).filter { !$0.form.isVerb }.map(\.lemma)
        return nouns.isEmpty ? [word] : nouns
    }

    func isCopula(_ verb: Int) -> Bool {
        !parse.verbs[verb].isPassive
            && parse.verbs[verb].lemmas.contains {
                grammar.auxiliaries.copulas.contains($0)
                    || parse.verbs[verb].isReflexive && grammar.auxiliaries.reflexiveCopulas.contains($0)
            }
    }

    /// Whether a verb may help another one: a form of "be", "have" or, in English, "do".
    func isAuxiliary(_ verb: Int) -> Bool {
        parse.verbs[verb].lemmas.contains { grammar.auxiliaries.isAuxiliary($0) }
    }

    /// Whether a verb says what somebody is, not what they become.
    func isState(_ verb: Int) -> Bool {
        isCopula(verb) && parse.verbs[verb].lemmas.contains(grammar.auxiliaries.be)
    }

    func hasCue(_ verb: Int, _ cue: Cue) -> Bool {
        parse.verbs[verb].lemmas.contains { grammar.cues.value(of: $0)?.contains(cue) ?? false }
    }

    /// Whether a group may be a subject or object: no preposition, no apposition, no date.
    func isFree(_ group: Int) -> Bool {
        guard parse.preposition[group] == nil, parse.host[group] == nil else { return false }
        let unit = parse.unitOfGroup[group]
        if kind(unit + 1) == .grammar(.genitive) { return false }
        if isExample(group) { return false }
        if let value = parse.groups[group].value, case .date = text.values[value].value { return false }
        // "X, not Y, supplies": it is said of the other.
        if kind(unit - 1) == .grammar(.negation), kind(unit - 2) == .comma, kind(unit + 1) == .comma { return false }
        return !isNamedAgent(group)
    }

    /// "run by its founder, X, has hired": the name of who does what a passive says is no subject of what follows.
    private func isNamedAgent(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard grammar.language == .english, parse.groups[group].name != nil, kind(unit - 1) == .comma,
            let noun = self.group(unit - 2), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
            let preposition = parse.preposition[noun], preposition == unit - 3,
            parse.units[preposition].tokens.count == 1,
            grammar.agents.contains(text.tokens[parse.units[preposition].tokens.lowerBound].word),
            let verb = verb(preposition - 1)
        else { return false }
        return (parse.verbs[verb].isPassive || parse.verbs[verb].kind == .participle)
            && (kind(unit + 1) == .comma || kind(unit + 1) == nil || kind(unit + 1) == .other)
    }

    /// "sells to carmakers such as X": an example of the noun before it.
    func isExample(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard grammar.language == .english, kind(unit - 1) == .grammar(.examples) else { return false }
        let before = kind(unit - 2) == .comma ? unit - 3 : unit - 2
        return self.group(before).map { parse.groups[$0].hasNoun && parse.groups[$0].name == nil } ?? false
    }
}
