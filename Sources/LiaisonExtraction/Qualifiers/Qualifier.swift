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

    private var parse: SentenceParse { syntax.parse }
    private var grammar: Grammar { knowledge.grammar }

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
            for token in parse.groups[group].tokens {
                let cues = cues(at: token)
                if cues.contains(.rumoured) { out.factuality = .rumoured }
                if cues.contains(.hypothetical), frame.trigger == .noun { out.factuality = .hypothetical }
            }
        }
        if frame.trigger == .verb || frame.trigger == .noun { attribute(candidate, &out) }
        if let time = frame.settings.time, time != .ended || out.time == .current { out.time = time }
        if let negated = frame.settings.negated { out.negated = negated }
        if let factuality = frame.settings.factuality, out.factuality == .asserted { out.factuality = factuality }
        out.role = frame.settings.role
        Values(text: text, syntax: syntax, knowledge: knowledge, candidate: candidate, frame: frame, resolver: resolver)
            .apply(to: &out)
        return out
    }

    // MARK: Cues

    private func cues(at token: Int) -> CueSet {
        let word = text.tokens[token].word
        var out: CueSet = []
        for reading in grammar.readings(word) {
            if let set = grammar.cues.value(of: reading.lemma) { out.formUnion(set) }
        }
        if let set = grammar.cues.value(of: grammar.canon(word)) { out.formUnion(set) }
        return out
    }

    /// The cues of phrases that begin at a token.
    private func phraseCues(at token: Int, end: Int) -> CueSet {
        guard token < end else { return [] }
        return grammar.cues.longest(token..<min(end, token + 6), { grammar.canon(text.tokens[$0].word) })?.value ?? []
    }

    private func verbCues(_ verb: Int) -> CueSet {
        var out: CueSet = []
        for lemma in parse.verbs[verb].lemmas {
            if let set = grammar.cues.value(of: lemma) { out.formUnion(set) }
        }
        return out
    }

    // MARK: Verbs

    private func apply(_ verb: Int, to out: inout Qualifiers, isPredicate: Bool) {
        let group = parse.verbs[verb]
        mood(of: verb, &out, isTrigger: true)
        if group.isNegated { out.negated = true }
        if group.isNoLonger { out.time = .ended }
        if isInHypothesis(syntax.clause(ofVerb: verb)) { out.factuality = .hypothetical }
        // What governs the verb, outwards: "prévoit d'investir", "a renoncé à entrer".
        var current = verb
        var steps = 0
        while steps < 4, parse.verbs[current].kind == .infinitive || parse.verbs[current].kind == .gerund,
            let governor = parse.governor[current]
        {
            if parse.verbs[current].kind == .gerund, current == verb, group.kind == .gerund { break }
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

    private func mood(of verb: Int, _ out: inout Qualifiers, isTrigger: Bool) {
        let group = parse.verbs[verb]
        if grammar.language == .french {
            if group.kind == .finite, group.form == .conditional {
                // "a annoncé qu'il investirait" is a plan; "aurait investi" is the press conditional.
                if !group.isPerfect, !group.isPassive, isAnnounced(verb) {
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
    private func isAnnounced(_ verb: Int) -> Bool {
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
    private func govern(_ governor: Int, _ dependent: Int, _ out: inout Qualifiers) {
        let group = parse.verbs[governor]
        mood(of: governor, &out, isTrigger: false)
        if group.isNegated { out.negated = true }
        var cues = verbCues(governor)
        for token in group.tokens.upperBound..<max(group.tokens.upperBound, parse.verbs[dependent].tokens.lowerBound) {
            cues.formUnion(self.cues(at: token))
            cues.formUnion(phraseCues(at: token, end: parse.verbs[dependent].tokens.lowerBound))
        }
        if cues.contains(.abandoned) { out.negated = true }
        if cues.contains(.denied) { out.factuality = .denied }
        if cues.contains(.planned), !cues.contains(.abandoned), !cues.contains(.done) { out.time = .planned }
        if cues.contains(.advice) { out.factuality = .hypothetical }
        if cues.contains(.ended) { out.time = .ended }
        if cues.contains(.rumoured) { out.factuality = .rumoured }
        if grammar.language == .french, group.form == .future, out.time == .current { out.time = .planned }
        if group.lemmas.contains(where: { knowledge.possibility.contains($0) }) {
            out.factuality = .hypothetical
            out.time = .planned
        }
    }

    /// "son projet de racheter X", "plans to buy X", without a verb in between.
    private func nounGovernors(_ verb: Int, _ out: inout Qualifiers) {
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
    private func purpose(_ verb: Int, _ out: inout Qualifiers) {
        out.time = .planned
    }

    private func clauseCues(_ verb: Int, _ out: inout Qualifiers) {
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

    private func isInHypothesis(_ clause: Int) -> Bool {
        var current: Int? = clause
        while let index = current {
            if parse.clauses[index].kind == .hypothetical { return true }
            if parse.clauses[index].kind == .main { return false }
            current = parse.clauses[index].parent
        }
        return false
    }

    /// "X a démenti que Y rachète Z", "said it would not": what the clauses around say of this one.
    private func outerClauses(_ clause: Int, _ out: inout Qualifiers) {
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

    private func lastVerb(before unit: Int, clause: Int) -> Int? {
        var before = unit - 1
        while before >= 0 {
            if parse.units[before].clause == clause, let verb = syntax.verb(before) { return verb }
            before -= 1
        }
        return nil
    }

    // MARK: Nouns

    /// A noun of an event takes its mood from what governs it: "a démenti tout projet d'investissement".
    private func applyNoun(_ group: Int, to out: inout Qualifiers) {
        let unit = parse.unitOfGroup[group]
        for token in parse.groups[group].tokens {
            if self.cues(at: token).contains(.planned) { out.time = .planned }
            if self.cues(at: token).contains(.abandoned) { out.negated = true }
            if grammar.is(text.tokens[token].word, .future) { out.time = .planned }
            if grammar.is(text.tokens[token].word, .negativeDeterminer) { out.negated = true }
        }
        // "projet d'investissement", "talks on a merger": the nouns it depends on.
        var before = unit
        var steps = 0
        while steps < 3, syntax.kind(before - 1) == .preposition, let outer = syntax.group(before - 2) {
            let cues = cues(at: parse.groups[outer].head)
            if cues.contains(.planned) { out.time = .planned }
            if cues.contains(.abandoned) { out.negated = true }
            if cues.contains(.rumoured) { out.factuality = .rumoured }
            if cues.contains(.denied) { out.factuality = .denied }
            before = parse.unitOfGroup[outer]
            steps += 1
        }
        let clause = syntax.clause(ofGroup: group)
        // The verb of which it is object, complement, or subject.
        var governing: Int?
        for verb in parse.verbs.indices where syntax.clause(ofVerb: verb) == clause {
            if parse.unitOfVerb[verb] < unit {
                governing = verb
            } else if governing == nil, syntax.subject(of: verb).contains(group) {
                governing = verb
            }
        }
        guard let governing else {
            if isInHypothesis(clause) { out.factuality = .hypothetical }
            return
        }
        mood(of: governing, &out, isTrigger: true)
        if out.time == .planned, parse.unitOfVerb[governing] > unit, out.factuality == .asserted { out.time = .current }
        var cues = verbCues(governing)
        let begin = parse.verbs[governing].tokens.lowerBound
        let end = parse.groups[group].tokens.lowerBound
        if begin < end {
            for token in begin..<end { cues.formUnion(phraseCues(at: token, end: end)) }
        }
        let isObject = parse.unitOfVerb[governing] < unit
        if cues.contains(.denied), isObject {
            out.factuality = .denied
            out.time = .current
        }
        if cues.contains(.abandoned) {
            out.negated = true
            out.time = .current
        }
        if cues.contains(.planned), isObject, !cues.contains(.abandoned), !cues.contains(.denied) {
            out.time = .planned
        }
        if parse.verbs[governing].isNegated, isObject { out.negated = true }
        if cues.contains(.ended), isObject { out.time = .ended }
        if parse.verbs[governing].kind != .finite, let outer = parse.governor[governing] {
            govern(outer, governing, &out)
        }
        if isInHypothesis(clause) { out.factuality = .hypothetical }
        outerClauses(clause, &out)
    }

    // MARK: Attribution

    /// Who says so: "selon une source proche" is rumour, another outlet or a quoted person is report.
    private func attribute(_ candidate: Candidate, _ out: inout Qualifiers) {
        guard out.factuality == .asserted || out.factuality == .rumoured else { return }
        let sentence = text.sentences[parse.sentence].tokens
        var isAnonymous = false
        var isMedia = false
        var accordingTo: Int?
        for token in sentence {
            let found = phraseCues(at: token, end: sentence.upperBound)
            if found.contains(.anonymousSource) { isAnonymous = true }
            if found.contains(.accordingTo) { accordingTo = token }
            if found.contains(.media) { isMedia = true }
        }
        if isAnonymous {
            out.factuality = .rumoured
            out.source = sourceWords(from: accordingTo, sentence) ?? out.source
            return
        }
        if let accordingTo {
            out.source = sourceWords(from: accordingTo, sentence)
            if isMedia { out.factuality = out.factuality == .rumoured ? .rumoured : .reported }
            return
        }
        // A verb of saying outside, whose subject is a medium or a person who is no party.
        guard
            let trigger = candidate.verb.map({ syntax.clause(ofVerb: $0) })
                ?? candidate.group.map({ syntax.clause(ofGroup: $0) })
        else { return }
        for verb in parse.verbs.indices where parse.verbs[verb].kind == .finite && verb != candidate.verb {
            let cues = verbCues(verb)
            guard cues.contains(.says) || cues.contains(.reports) else { continue }
            guard governs(verb, clause: trigger, candidate) else { continue }
            let subjects = syntax.subject(of: verb)
            for subject in subjects {
                if isMediaGroup(subject) {
                    if out.factuality == .asserted { out.factuality = .reported }
                    out.source = text.text(parse.groups[subject].tokens)
                    return
                }
                if let reference = resolver.resolve(subject, syntax, knowledge),
                    resolver.entities.items[reference.item].reference.kind == .person,
                    reference.item != candidate.subject.item, reference.item != candidate.object.item,
                    out.factuality == .asserted, candidate.group != nil || syntax.clause(ofVerb: verb) != trigger
                {
                    out.factuality = .reported
                    out.source = resolver.entities.items[reference.item].reference.name
                    return
                }
            }
        }
    }

    private func isMediaGroup(_ group: Int) -> Bool {
        let tokens = parse.groups[group].tokens
        return tokens.contains { phraseCues(at: $0, end: tokens.upperBound).contains(.media) }
    }

    /// Whether what a verb says includes the clause of the candidate: a clause it opens, or a noun among its objects.
    private func governs(_ verb: Int, clause: Int, _ candidate: Candidate) -> Bool {
        let own = syntax.clause(ofVerb: verb)
        if own == clause {
            guard let group = candidate.group else { return grammar.language == .english }
            return parse.unitOfGroup[group] > parse.unitOfVerb[verb]
        }
        var current: Int? = clause
        while let index = current {
            if parse.clauses[index].parent == own, parse.clauses[index].kind == .subordinate { return true }
            current = parse.clauses[index].parent
        }
        return false
    }

    private func sourceWords(from token: Int?, _ sentence: Range<Int>) -> String? {
        guard let token else { return nil }
        var end = token + 1
        let comma: Set<String> = [",", ".", ";", "»", "\"", ")"]
        while end < sentence.upperBound, !comma.contains(text.text(end..<end + 1)) { end += 1 }
        let skip =
            grammar.cues.longest(token..<min(end, token + 6), { grammar.canon(text.tokens[$0].word) })?.length ?? 1
        return token + skip < end ? text.text(token + skip..<end) : nil
    }
}
