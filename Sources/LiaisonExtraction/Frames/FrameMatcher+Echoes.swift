internal import LiaisonLanguage
internal import LiaisonModel

/// Clauses that say again of others what was just said: "So did Orvane", "as has Veltrix", "Borgant followed". Ellipsis of the
/// verb phrase, after Hankamer and Sag 1976; only where the words before it state a relation.
extension FrameMatcher {
    mutating func matchEchoes() {
        markActors()
        guard !knowledge.echoes.isEmpty else { return }
        let own = candidates
        for verb in parse.verbs.indices where parse.verbs[verb].kind == .finite {
            guard let (groups, begin) = echo(verb) ?? follower(verb) else { continue }
            let unit = parse.unitOfVerb[verb]
            var models = own.filter { candidate in
                candidate.actsAsSubject != nil
                    && candidate.verb.map { parse.unitOfVerb[$0] < begin } ?? false
            }
            if let last = models.compactMap({ $0.verb.map { parse.unitOfVerb[$0] } }).max() {
                models = models.filter { $0.verb.map { parse.unitOfVerb[$0] == last } ?? false }
            } else if !parse.verbs.indices.contains(where: { parse.unitOfVerb[$0] < begin }) {
                let all = earlier.filter { $0.actsAsSubject != nil }
                let last = all.map(\.trigger.lowerBound).max()
                models = all.filter { $0.trigger.lowerBound == last }
            }
            for model in unique(models) {
                guard let acts = model.actsAsSubject else { continue }
                let frame = frames[model.frame]
                for group in groups {
                    for reference in resolver.references(of: group, syntax, knowledge)
                    where isAllowed(reference, frame, subject: acts) && parse.unitOfGroup[group] != unit {
                        let other = acts ? model.object : model.subject
                        guard reference.item != other.item else { continue }
                        add(
                            model.frame, from: [(nil, acts ? reference : carried(other))],
                            to: [(nil, acts ? carried(other) : reference)], trigger: mainTokens(verb), verb: verb,
                            group: nil, construction: .active)
                    }
                }
            }
        }
    }

    /// What an earlier sentence named is taken up here without a word.
    private func carried(_ reference: Reference) -> Reference {
        let sentence = text.sentences[parse.sentence].tokens
        if sentence.contains(reference.tokens.lowerBound) { return reference }
        return Reference(
            item: reference.item, tokens: sentence.lowerBound..<sentence.lowerBound + 1,
            via: [reference.tokens] + reference.via, sieve: max(.description, reference.sieve))
    }

    /// One model for each frame and other end.
    private func unique(_ models: [Candidate]) -> [Candidate] {
        var out: [Candidate] = []
        for model in models {
            guard let acts = model.actsAsSubject else { continue }
            let other = acts ? model.object.item : model.subject.item
            if !out.contains(where: {
                $0.frame == model.frame && ($0.actsAsSubject == true ? $0.object.item : $0.subject.item) == other
            }) {
                out.append(model)
            }
        }
        return out
    }

    /// Which end the grammatical subject is.
    private mutating func markActors() {
        for index in candidates.indices {
            guard let verb = candidates[index].verb, candidates[index].actsAsSubject == nil else { continue }
            let items = Set(
                doers(of: verb).flatMap { identified in
                    resolver.references(of: identified, syntax, knowledge).map(\.item)
                })
            let isSubject = items.contains(candidates[index].subject.item)
            let isObject = items.contains(candidates[index].object.item)
            if isSubject != isObject { setActor(index, isSubject) }
        }
    }

    /// "So are X and Y", "nor has X", ", as did X": the groups behind the verb, and the unit where the echo begins.
    private func echo(_ verb: Int) -> (groups: [Int], begin: Int)? {
        let group = parse.verbs[verb]
        guard group.tokens.count == 1,
            syntax.isAuxiliary(verb) || syntax.grammar.is(text.tokens[group.main].word, .modal)
        else { return nil }
        let unit = parse.unitOfVerb[verb]
        // Between "so" and the verb nothing but what stands between commas.
        var begin = unit - 1
        if syntax.kind(begin) == .comma {
            begin -= 1
            while begin > 0, syntax.kind(begin) != .comma, unit - begin < 6 { begin -= 1 }
            guard syntax.kind(begin) == .comma else { return nil }
            begin -= 1
        }
        guard begin >= 0, let token = parse.units[begin].tokens.first, parse.units[begin].tokens.count == 1,
            knowledge.echoes.contains(text.tokens[token].word)
        else { return nil }
        switch syntax.kind(begin - 1) {
        case nil, .comma, .semicolon, .colon, .grammar(.coordinator), .quote, .dash: break
        default: return nil
        }
        var next = unit + 1
        while syntax.kind(next) == .other { next += 1 }
        guard let first = syntax.group(next) else { return nil }
        return (parse.members(of: first), begin)
    }

    /// "X followed", "X followed suit", "X did too".
    private func follower(_ verb: Int) -> (groups: [Int], begin: Int)? {
        guard parse.verbs[verb].lemmas.contains(where: { knowledge.follows.contains($0) }),
            !parse.verbs[verb].isPassive, !parse.verbs[verb].isNegated, parse.verbs[verb].dative == nil,
            parse.verbs[verb].objectClitic == nil
        else { return nil }
        let behind = parse.verbs[verb].tokens.upperBound
        if text.sentences[parse.sentence].tokens.contains(behind),
            syntax.grammar.is(text.tokens[behind].word, .dativePronoun)
        {
            return nil
        }
        let unit = parse.unitOfVerb[verb]
        // Nothing but a time may stand behind it.
        var next = unit + 1
        while next < parse.units.count, parse.units[next].kind != .semicolon {
            switch parse.units[next].kind {
            case .noun(let group):
                let words = parse.groups[group].tokens.map { text.tokens[$0].word }
                if let value = parse.groups[group].value {
                    guard case .date = text.values[value].value else { return nil }
                } else {
                    guard words.count == 1, knowledge.follows.contains(words[0]) else { return nil }
                }
            case .verb: return nil
            default: break
            }
            next += 1
        }
        let subjects = syntax.subject(of: verb)
        guard !subjects.isEmpty, subjects.allSatisfy({ parse.groups[$0].name != nil }) else { return nil }
        return (subjects, parse.unitOfGroup[subjects[0]])
    }
}
