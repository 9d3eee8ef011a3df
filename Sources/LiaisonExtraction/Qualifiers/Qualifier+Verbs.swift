internal import LiaisonLanguage
internal import LiaisonModel

/// What verbs say of what depends on them: mood, negation, plans, and what somebody else says.
extension Qualifier {
    func apply(_ verb: Int, to out: inout Qualifiers, isPredicate: Bool) {
        let group = parse.verbs[verb]
        mood(of: verb, &out, isTrigger: true)
        if group.isNegated || hasNegatedSubject(verb) { out.negated = true }
        if group.isNoLonger { out.time = .ended }
        if isInHypothesis(syntax.clause(ofVerb: verb)) || opensWithAuxiliary(verb) { out.factuality = .hypothetical }
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
        if group.kind == .gerund, isShortOf(verb) { out.negated = true }
        // Adverbs and phrases of the clause.
        clauseCues(verb, &out)
        if group.kind == .infinitive, steps == 0, out.time == .current, !group.isPerfect { purpose(verb, &out) }
        outerClauses(syntax.clause(ofVerb: verb), &out)
    }

    /// "stopped short of buying", "is far from owning": two words right before a gerund that say it was not done.
    private func isShortOf(_ verb: Int) -> Bool {
        let begin = parse.verbs[verb].tokens.lowerBound
        return grammar.language == .english && begin - 2 >= text.sentences[parse.sentence].tokens.lowerBound
            && phraseCues(at: begin - 2, end: begin).contains(.abandoned)
    }

    /// "will invest in X and supply it", "plans to buy X and close it": the verb with a modal or "to" that a bare form behind "and"
    /// goes on from.
    private func sisterSharingMood(_ verb: Int) -> Int? {
        let group = parse.verbs[verb]
        guard grammar.language == .english, group.kind == .finite, group.modal == nil, group.tokens.count == 1,
            grammar.readings(text.tokens[group.main].word).contains(where: { $0.form == .infinitive })
        else { return nil }
        guard let sister = syntax.joinedVerb(before: parse.unitOfVerb[verb]),
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
        // "is no longer planning to buy".
        if group.isNegated || group.isNoLonger { out.negated = true }
        var cues = verbCues(governor)
        // "dropped out of school to found X": what follows is done all the more.
        let behind = parse.unitOfVerb[governor] + 1
        if grammar.language == .english, parse.verbs[dependent].kind == .infinitive,
            syntax.kind(behind) == .preposition, parse.units[behind].tokens.count > 1
        {
            cues.remove(CueSet(.abandoned))
        }
        for token in group.main..<max(group.main, parse.verbs[dependent].tokens.lowerBound) {
            cues.formUnion(self.cues(at: token))
            cues.formUnion(phraseCues(at: token, end: parse.verbs[dependent].main))
            // "has no plans to buy".
            if grammar.is(text.tokens[token].word, .negativeDeterminer) { out.negated = true }
        }
        // "is reportedly planning to buy".
        if group.tokens.contains(where: { phraseCues(at: $0, end: group.tokens.upperBound).contains(.rumoured) }) {
            out.factuality = .rumoured
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
        if cues.contains(.advice), !((group.isPassive || group.kind == .participle) && cues.contains(.planned)) {
            out.factuality = .hypothetical
        }
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
                // "was wrongly described as".
                if found.contains(.denied), unit == verbUnit, grammar.language == .english { out.factuality = .denied }
                if found.contains(.planned), case .other = parse.units[unit].kind { out.time = .planned }
                // "almost bought", "a presque racheté".
                if found.contains(.abandoned), unit == verbUnit || unit == verbUnit - 1,
                    text.tokens[token].tag == .adverb
                {
                    out.negated = true
                }
            }
        }
    }

    /// "Should X buy Y, …", "Did X buy Y?": an English sentence that an auxiliary opens, right before its subject, supposes or asks.
    private func opensWithAuxiliary(_ verb: Int) -> Bool {
        guard grammar.language == .english, syntax.kind(0) == .other, parse.units[0].tokens.count == 1,
            text.tokens[parse.units[0].tokens.lowerBound].tag == .auxiliary, let subject = syntax.group(1),
            syntax.subject(of: verb).contains(subject)
        else { return false }
        return !parse.verbs.indices.contains { $0 < verb && parse.verbs[$0].kind == .finite }
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
