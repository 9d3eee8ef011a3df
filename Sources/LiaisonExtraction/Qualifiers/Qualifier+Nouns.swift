internal import LiaisonLanguage
internal import LiaisonModel

extension Qualifier {
    /// "le projet de fusion entre X et Y, abandonné en 2023, …": what a participle behind the comma says became of it.
    private func applyParticiple(behind group: Int, to out: inout Qualifiers) {
        let unit = parse.unitOfGroup[group]
        var next = unit + 1
        while let kind = syntax.kind(next) {
            switch kind {
            case .noun, .preposition, .grammar(.coordinator), .grammar(.genitive), .quote, .other: next += 1
            case .comma:
                guard let verb = syntax.verb(next + 1), parse.verbs[verb].kind == .participle,
                    !parse.verbs[verb].isNegated
                else { return }
                let cues = verbCues(verb)
                if cues.contains(.abandoned) { out.negated = true }
                if cues.contains(.ended) { out.time = .ended }
                return
            default: return
            }
        }
    }

    /// "The contract ended in 2023": a plain past.
    private func isTold(_ verb: Int) -> Bool {
        let group = parse.verbs[verb]
        return group.kind == .finite && group.modal == nil && !group.isPassive && !group.isNegated
            && grammar.readings(text.tokens[group.main].word).contains { $0.form == .past || $0.form == .participle }
    }

    /// A noun of an event takes its mood from what governs it: "a démenti tout projet d'investissement".
    func applyNoun(_ group: Int, to out: inout Qualifiers) {
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
        applyParticiple(behind: group, to: &out)
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
        // "The merger of X and Y would create": what it will do once it is done; the merger itself is announced.
        if grammar.language == .english, parse.unitOfVerb[governing] > unit, out.factuality == .hypothetical,
            parse.groups[group].determiner == .definite || parse.groups[group].possessor != nil,
            parse.verbs[governing].modal.map({ grammar.is($0, .presumptiveModal) }) ?? false
        {
            out.factuality = .asserted
            out.time = .planned
        }
        var cues = verbCues(governing)
        let begin = parse.verbs[governing].tokens.lowerBound
        // Behind a subject the words of the verb and its particle: "fell through".
        let end = max(
            parse.groups[group].tokens.lowerBound,
            min(parse.verbs[governing].tokens.upperBound + 3, text.sentences[parse.sentence].tokens.upperBound))
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
        // "n'a pas signé le contrat", "la fusion n'aura pas lieu".
        if parse.verbs[governing].isNegated, isObject || cues.contains(.happens) || cues.contains(.done) {
            out.negated = true
        }
        if cues.contains(.ended), isObject || grammar.language == .english && isTold(governing) { out.time = .ended }
        if parse.verbs[governing].kind != .finite, let outer = parse.governor[governing] {
            govern(outer, governing, &out)
        }
        if isInHypothesis(clause) { out.factuality = .hypothetical }
        outerClauses(clause, &out)
    }
}
