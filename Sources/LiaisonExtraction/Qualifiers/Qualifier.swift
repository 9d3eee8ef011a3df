internal import LiaisonLanguage
internal import LiaisonModel

/// Works out what qualifies a candidate: negation, mood, plans, sources, endings, sums, dates.
///
/// A cue reaches to the end of its clause and down into what depends on it, after NegEx (Chapman et al. 2001).
struct Qualifier {
    let text: AnnotatedText
    let syntax: Syntax
    let knowledge: LanguageKnowledge
    let resolver: ReferenceResolver

    var parse: SentenceParse { syntax.parse }
    var grammar: Grammar { knowledge.grammar }

    func qualify(_ candidate: Candidate, frame: Frame) -> Qualifiers {
        var out = Qualifiers()
        if let verb = candidate.verb {
            apply(verb, to: &out, isPredicate: candidate.construction == .copula)
        } else if frame.trigger == .noun, let group = candidate.group {
            applyNoun(group, to: &out)
        }
        if let group = candidate.group, frame.trigger != .verb {
            if parse.groups[group].isFormer || isOver(group, candidate) { out.time = .ended }
            if parse.groups[group].isFuture, frame.trigger == .role { out.time = .planned }
            if parse.groups[group].tokens.contains(where: { grammar.is(text.tokens[$0].word, .negativeDeterminer) }) {
                out.negated = true
            }
            // "cousins et non frères".
            if frame.trigger == .role, syntax.kind(parse.unitOfGroup[group] - 1) == .grammar(.negation) {
                out.negated = true
            }
            if candidate.construction == .list, isRumouredList(group) { out.factuality = .rumoured }
            if candidate.construction == .list, isNegatedList(group) { out.negated = true }
            if candidate.construction == .copula, let verb = candidate.verb, isLostPost(verb, group) {
                out.time = .ended
            }
            for token in parse.groups[group].tokens {
                let cues = cues(at: token)
                if cues.contains(.rumoured) { out.factuality = .rumoured }
                if cues.contains(.hypothetical), frame.trigger == .noun { out.factuality = .hypothetical }
            }
        }
        if let verb = candidate.verb, let group = candidate.group, frame.trigger == .verb,
            parse.groups[group].value == nil, frame.relation != "regulates", frame.settings.time == nil,
            frame.settings.negated == nil
        {
            // "weigh a tie-up", "abandoned their merger": what the verb does to the deal itself.
            let cues = verbCues(verb)
            if cues.contains(.abandoned) { out.negated = true } else if cues.contains(.planned) { out.time = .planned }
            // "ended its partnership".
            if cues.contains(.ended), frame.relation == "partners-with" {
                out.time = .ended
            }
        }
        if let group = candidate.group, frame.trigger == .verb,
            parse.groups[group].tokens.contains(where: { grammar.is(text.tokens[$0].word, .negativeDeterminer) })
        {
            out.negated = true
        }
        applyEnding(candidate, frame, to: &out)
        // "has no plans to raise its stake", "plans to sell its shares": that there is one is taken for granted.
        let holdsAnyway =
            frame.relation == "invests-in" && frame.trigger != .role
            && (out.negated || out.time == .planned || out.factuality == .denied)
            && (frame.settings.time == .ended || candidate.group.map { parse.groups[$0].possessive != nil } ?? false)
        if holdsAnyway {
            if out.factuality == .denied { out.factuality = .asserted }
            out.negated = false
            out.time = .current
        }
        // "tried to buy X and was turned down".
        if out.time == .planned, frame.trigger == .verb || frame.trigger == .noun, isUndone(after: candidate.trigger) {
            out.negated = true
        }
        // "had agreed to buy X, but the deal fell through".
        if isAgreed(candidate, frame), !out.negated, out.time != .ended,
            tellsUndone(frame.relation, from: candidate.trigger.upperBound)
        {
            out.negated = true
            out.time = .planned
        }
        if frame.trigger == .verb || frame.trigger == .noun { attribute(candidate, &out) }
        if frame.trigger == .verb || frame.trigger == .noun, out.factuality == .asserted, isAsked(candidate) {
            out.factuality = .hypothetical
        }
        if out.time == .current, let past = frame.settings.past, isPast(candidate, frame) { out.time = past }
        // "must compete with X": that they are rivals is no supposition.
        if frame.relation == "rival-of", grammar.language == .english, out.factuality == .hypothetical,
            let verb = candidate.verb, let modal = parse.verbs[verb].modal, !grammar.is(modal, .presumptiveModal),
            !grammar.is(modal, .possibleModal), !isInHypothesis(syntax.clause(ofVerb: verb))
        {
            out.factuality = .asserted
        }
        // A purchase that is only supposed would be to come.
        if out.factuality == .hypothetical, out.time == .current, frame.relation == "acquires" { out.time = .planned }
        if let time = frame.settings.time, !holdsAnyway, time != .ended || out.time == .current { out.time = time }
        if let negated = frame.settings.negated { out.negated = negated }
        if let factuality = frame.settings.factuality, out.factuality == .asserted { out.factuality = factuality }
        out.role = frame.settings.role
        Values(text: text, syntax: syntax, knowledge: knowledge, candidate: candidate, frame: frame, resolver: resolver)
            .apply(to: &out)
        return out
    }

    /// "whose investors reportedly include X".
    private func isRumouredList(_ group: Int) -> Bool {
        let clause = syntax.clause(ofGroup: group)
        return parse.units.contains { unit in
            guard unit.clause == clause else { return false }
            switch unit.kind {
            case .verb, .other:
                return unit.tokens.contains { phraseCues(at: $0, end: unit.tokens.upperBound).contains(.rumoured) }
            default: return false
            }
        }
    }

    /// "ne compte pas parmi les actionnaires de X".
    private func isNegatedList(_ group: Int) -> Bool {
        let clause = syntax.clause(ofGroup: group)
        return parse.verbs.indices.contains { verb in
            parse.verbs[verb].isNegated && syntax.clause(ofVerb: verb) == clause
                && parse.verbs[verb].lemmas.contains { knowledge.includes.contains($0) }
        }
    }

    /// "was replaced as chairman by X", "is no longer a shareholder".
    private func isLostPost(_ verb: Int, _ group: Int) -> Bool {
        if verbCues(verb).contains(.succeeds), parse.verbs[verb].isPassive { return true }
        let head = parse.groups[group].tokens.lowerBound
        let first = parse.verbs[verb].main + 1
        guard first < head, head - first < 4, syntax.isCopula(verb) else { return false }
        return (first..<head).contains { phraseCues(at: $0, end: head).contains(.ended) }
    }

    /// Whether the sentence asks for it: it ends with a question mark, and no colon stands between.
    private func isAsked(_ candidate: Candidate) -> Bool {
        let sentence = text.sentences[parse.sentence].tokens
        guard let last = sentence.last(where: { !"»\"”’) ".contains(text.text($0..<$0 + 1)) }),
            text.text(last..<last + 1) == "?"
        else { return false }
        return !parse.units.contains { $0.kind == .colon && $0.tokens.lowerBound > candidate.trigger.upperBound }
    }

    /// Whether a state is told in the past: "was the chief executive", "présidait X", "once a physicist at X".
    func isPast(_ candidate: Candidate, _ frame: Frame) -> Bool {
        if let group = candidate.group, frame.trigger != .verb {
            var before = parse.unitOfGroup[group] - 1
            if syntax.kind(before) == .preposition { before -= 1 }
            if saysEnded(before) { return true }
        }
        if let group = candidate.group, frame.trigger == .role {
            // "chercheurs au CNRS à l'époque".
            let end = text.sentences[parse.sentence].tokens.upperBound
            var token = parse.groups[group].tokens.upperBound
            while token < end, token < parse.groups[group].tokens.upperBound + 8, text.text(token..<token + 1) != "," {
                if phraseCues(at: token, end: end).contains(.ended) { return true }
                token += 1
            }
        }
        guard let index = candidate.verb,
            frame.trigger == .verb || syntax.isState(index) || syntax.hasCue(index, .serves)
        else { return false }
        let verb = parse.verbs[index]
        // "Kaptio, alors dirigée par X".
        if verb.kind == .participle, saysEnded(parse.unitOfVerb[index] - 1) { return true }
        // "said he was", "a dit qu'il présidait": past only by the sequence of tenses.
        if isAnnounced(index) { return false }
        if verb.kind != .finite { return verb.kind == .infinitive && verb.isPerfect }
        if verb.modal != nil { return false }
        if grammar.language == .french {
            return verb.form == .imperfect || verb.form == .past || verb.isPerfect && !verb.isPassive
        }
        guard verb.form == .past else { return false }
        return !verb.isPassive || syntax.isState(index)
    }

    // MARK: Cues

    func cues(at token: Int) -> CueSet {
        let word = text.tokens[token].word
        var out: CueSet = []
        for reading in grammar.readings(word) {
            if let set = grammar.cues.value(of: reading.lemma) { out.formUnion(set) }
        }
        if let set = grammar.cues.value(of: grammar.canon(word)) { out.formUnion(set) }
        return out
    }

    /// The cues of phrases that begin at a token.
    func phraseCues(at token: Int, end: Int) -> CueSet {
        guard token < end else { return [] }
        return grammar.cues.longest(token..<min(end, token + 6), { grammar.canon(text.tokens[$0].word) })?.value ?? []
    }

    func verbCues(_ verb: Int) -> CueSet {
        var out: CueSet = []
        for lemma in parse.verbs[verb].lemmas {
            if let set = grammar.cues.value(of: lemma) { out.formUnion(set) }
        }
        return out
    }
}
