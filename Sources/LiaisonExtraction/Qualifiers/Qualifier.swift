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
            if parse.groups[group].isFormer { out.time = .ended }
            if parse.groups[group].isFuture, frame.trigger == .role { out.time = .planned }
            if parse.groups[group].tokens.contains(where: { grammar.is(text.tokens[$0].word, .negativeDeterminer) }) {
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
        // "tried to buy X and was turned down".
        if out.time == .planned, frame.trigger == .verb || frame.trigger == .noun, isUndone(after: candidate.trigger) {
            out.negated = true
        }
        if frame.trigger == .verb || frame.trigger == .noun { attribute(candidate, &out) }
        if frame.trigger == .verb || frame.trigger == .noun, out.factuality == .asserted, isAsked(candidate) {
            out.factuality = .hypothetical
        }
        if out.time == .current, let past = frame.settings.past, isPast(candidate, frame) { out.time = past }
        // A purchase that is only supposed would be to come.
        if out.factuality == .hypothetical, out.time == .current, frame.relation == "acquires" { out.time = .planned }
        if let time = frame.settings.time, time != .ended || out.time == .current { out.time = time }
        if let negated = frame.settings.negated { out.negated = negated }
        if let factuality = frame.settings.factuality, out.factuality == .asserted { out.factuality = factuality }
        out.role = frame.settings.role
        Values(text: text, syntax: syntax, knowledge: knowledge, candidate: candidate, frame: frame, resolver: resolver)
            .apply(to: &out)
        return out
    }

    /// Whether the sentence says further on that nothing came of it.
    private func isUndone(after trigger: Range<Int>) -> Bool {
        let end = text.sentences[parse.sentence].tokens.upperBound
        return (trigger.upperBound..<max(trigger.upperBound, end)).contains {
            phraseCues(at: $0, end: end).contains(.undone)
        }
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

    // MARK: Verbs

    func apply(_ verb: Int, to out: inout Qualifiers, isPredicate: Bool) {
        let group = parse.verbs[verb]
        mood(of: verb, &out, isTrigger: true)
        if group.isNegated || hasNegatedSubject(verb) { out.negated = true }
        if group.isNoLonger { out.time = .ended }
        if isInHypothesis(syntax.clause(ofVerb: verb)) { out.factuality = .hypothetical }
        // What governs the verb, outwards: "prévoit d'investir", "a renoncé à entrer".
        var current = verb
        if let sister = sisterSharingMood(verb) {
            mood(of: sister, &out, isTrigger: true)
            if parse.verbs[sister].isNegated { out.negated = true }
            current = sister
        }
        var steps = 0
        while steps < 4, parse.verbs[current].kind == .infinitive || parse.verbs[current].kind == .gerund,
            let governor = parse.governor[current]
        {
            // "En rachetant X, Y …" is no part of what Y goes on to do; "denied buying X" is.
            if current == verb, group.kind == .gerund,
                grammar.language == .french || parse.unitOfVerb[governor] != parse.unitOfVerb[verb] - 1
            {
                break
            }
            govern(governor, current, &out)
            current = governor
            steps += 1
        }
        if steps == 0, group.kind == .infinitive { nounGovernors(verb, &out) }
        // Adverbs and phrases of the clause.
        clauseCues(verb, &out)
        if group.kind == .infinitive, steps == 0, out.time == .current, !group.isPerfect { purpose(verb, &out) }
        outerClauses(syntax.clause(ofVerb: verb), &out)
    }

    /// "will invest in X and supply it", "plans to buy X and close it": the verb with a modal or "to" that a bare form behind "and"
    /// goes on from.
    private func sisterSharingMood(_ verb: Int) -> Int? {
        let group = parse.verbs[verb]
        guard grammar.language == .english, group.kind == .finite, group.modal == nil, group.tokens.count == 1,
            grammar.readings(text.tokens[group.main].word).contains(where: { $0.form == .infinitive })
        else { return nil }
        var before = parse.unitOfVerb[verb] - 1
        while syntax.kind(before) == .other { before -= 1 }
        guard syntax.kind(before) == .grammar(.coordinator),
            let sister = syntax.previousClauseVerb(parse.unitOfVerb[verb]),
            parse.verbs[sister].kind == .infinitive || parse.verbs[sister].modal != nil
        else { return nil }
        return sister
    }

    /// "Neither X nor Y has invested", "aucun fonds n'a investi".
    func hasNegatedSubject(_ verb: Int) -> Bool {
        guard let subject = syntax.subject(of: verb).first else { return false }
        if parse.groups[subject].tokens.contains(where: { grammar.is(text.tokens[$0].word, .negativeDeterminer) }) {
            return true
        }
        var before = parse.unitOfGroup[subject] - 1
        // "Nor has X invested": the auxiliary stands before the subject.
        if grammar.language == .english, syntax.verb(before) != nil, parse.units[before].tokens.count == 1 {
            before -= 1
        }
        return before >= 0 && parse.units[before].tokens.contains { grammar.is(text.tokens[$0].word, .negation) }
    }

    func mood(of verb: Int, _ out: inout Qualifiers, isTrigger: Bool) {
        let group = parse.verbs[verb]
        if grammar.language == .french {
            if group.kind == .finite, group.form == .conditional {
                // "a annoncé qu'il investirait" is a plan; "aurait investi" is the press conditional.
                if !group.isPerfect, !group.isPassive, isAnnounced(verb) {
                    out.time = .planned
                } else if !group.isPerfect, parse.clauses.contains(where: { $0.kind == .hypothetical }) {
                    // "Si l'offre échouait, X investirait".
                    out.factuality = .hypothetical
                    out.time = .planned
                } else {
                    out.factuality = .rumoured
                }
            }
            if group.kind == .finite, group.form == .future, isTrigger { out.time = .planned }
        } else if let modal = group.modal {
            if grammar.is(modal, .futureModal) {
                if isTrigger { out.time = .planned }
            } else {
                let isPresumptive = grammar.is(modal, .presumptiveModal)
                if isPresumptive || grammar.is(modal, .possibleModal) { out.time = .planned }
                // "said it would" is a plan; "could" is a supposition, announced or not.
                if !isPresumptive || !isAnnounced(verb) { out.factuality = .hypothetical }
            }
        }
        let cues = verbCues(verb)
        if cues.contains(.rumoured) { out.factuality = .rumoured }
    }

    /// Whether a verb stands in what somebody said before it: "said it would", "a annoncé qu'il".
    func isAnnounced(_ verb: Int) -> Bool {
        let clause = syntax.clause(ofVerb: verb)
        if parse.clauses[clause].kind == .subordinate, let parent = parse.clauses[clause].parent,
            let opener = parse.clauses[clause].opener,
            let outer = lastVerb(before: opener, clause: parent)
        {
            return verbCues(outer).contains(.says)
        }
        guard grammar.language == .english, let before = lastVerb(before: parse.unitOfVerb[verb], clause: clause) else {
            return false
        }
        return verbCues(before).contains(.says)
    }

    /// What a verb does to an infinitive that depends on it, with the words between the two.
    func govern(_ governor: Int, _ dependent: Int, _ out: inout Qualifiers) {
        let group = parse.verbs[governor]
        mood(of: governor, &out, isTrigger: false)
        if group.isNegated { out.negated = true }
        var cues = verbCues(governor)
        for token in group.main..<max(group.main, parse.verbs[dependent].tokens.lowerBound) {
            cues.formUnion(self.cues(at: token))
            cues.formUnion(phraseCues(at: token, end: parse.verbs[dependent].main))
            // "has no plans to buy".
            if grammar.is(text.tokens[token].word, .negativeDeterminer) { out.negated = true }
        }
        // "was to acquire X".
        if grammar.language == .english, syntax.isState(governor),
            parse.unitOfVerb[dependent] == parse.unitOfVerb[governor] + 1
        {
            out.time = .planned
        }
        if cues.contains(.abandoned) { out.negated = true }
        if cues.contains(.denied) { out.factuality = .denied }
        // "va cesser de fournir": what is to end is at its end.
        if cues.contains(.planned), !cues.contains(.abandoned), !cues.contains(.done), out.time != .ended {
            out.time = .planned
        }
        // "est appelé à présider": what is planned for somebody, not what they are told to do.
        if cues.contains(.advice), !(group.isPassive && cues.contains(.planned)) { out.factuality = .hypothetical }
        if cues.contains(.ended) { out.time = .ended }
        if cues.contains(.rumoured) { out.factuality = .rumoured }
        if grammar.language == .french, group.form == .future, out.time == .current { out.time = .planned }
        if group.lemmas.contains(where: { knowledge.possibility.contains($0) }) {
            out.factuality = .hypothetical
            out.time = .planned
        }
    }

    /// "son projet de racheter X", "plans to buy X", without a verb in between.
    func nounGovernors(_ verb: Int, _ out: inout Qualifiers) {
        var unit = parse.unitOfVerb[verb] - 1
        var steps = 0
        while unit >= 0, steps < 3 {
            if let group = syntax.group(unit) {
                let cues = cues(at: parse.groups[group].head)
                if cues.contains(.planned) { out.time = .planned }
                if cues.contains(.abandoned) { out.negated = true }
                return
            }
            unit -= 1
            steps += 1
        }
    }

    /// "pour racheter Y": a purpose is a plan.
    func purpose(_ verb: Int, _ out: inout Qualifiers) {
        out.time = .planned
    }

    func clauseCues(_ verb: Int, _ out: inout Qualifiers) {
        let clause = syntax.clause(ofVerb: verb)
        let verbUnit = parse.unitOfVerb[verb]
        for unit in parse.units.indices where parse.units[unit].clause == clause {
            // Nouns further on have their own say; before the verb and in its own words the cue reaches it.
            guard unit <= verbUnit || parse.units[unit].kind == .other else { continue }
            if case .verb(let other) = parse.units[unit].kind, other != verb { continue }
            for token in parse.units[unit].tokens {
                let found = phraseCues(at: token, end: parse.units[unit].tokens.upperBound)
                if found.contains(.rumoured) { out.factuality = .rumoured }
                if found.contains(.planned), case .other = parse.units[unit].kind { out.time = .planned }
            }
        }
    }

    func isInHypothesis(_ clause: Int) -> Bool {
        var current: Int? = clause
        while let index = current {
            if parse.clauses[index].kind == .hypothetical { return true }
            if parse.clauses[index].kind == .main { return false }
            current = parse.clauses[index].parent
        }
        return false
    }

    /// "X a démenti que Y rachète Z", "said it would not": what the clauses around say of this one.
    func outerClauses(_ clause: Int, _ out: inout Qualifiers) {
        var current = clause
        var steps = 0
        while steps < 4, parse.clauses[current].kind == .subordinate || parse.clauses[current].kind == .relative,
            let parent = parse.clauses[current].parent, let opener = parse.clauses[current].opener
        {
            if parse.clauses[current].kind == .subordinate, let governor = lastVerb(before: opener, clause: parent) {
                let cues = verbCues(governor)
                if cues.contains(.denied) {
                    out.factuality = parse.verbs[governor].isNegated ? out.factuality : .denied
                }
                if cues.contains(.rumoured) { out.factuality = .rumoured }
                if parse.verbs[governor].isNegated, !cues.contains(.denied), out.factuality == .asserted {
                    out.factuality = .hypothetical
                }
            }
            current = parent
            steps += 1
        }
        // English leaves "that" out: "denied it would invest".
        if grammar.language == .english, steps == 0 {
            let verbs = parse.verbs.indices.filter {
                syntax.clause(ofVerb: $0) == clause && parse.verbs[$0].kind == .finite
            }
            if let first = verbs.first, verbs.count > 1, verbCues(first).contains(.denied),
                !parse.verbs[first].isNegated
            {
                out.factuality = .denied
                out.time = .current
            }
        }
    }

    func lastVerb(before unit: Int, clause: Int) -> Int? {
        var before = unit - 1
        while before >= 0 {
            if parse.units[before].clause == clause, let verb = syntax.verb(before) { return verb }
            before -= 1
        }
        return nil
    }
}
