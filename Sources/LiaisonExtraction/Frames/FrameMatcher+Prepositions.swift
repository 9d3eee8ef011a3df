internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// "X, à la tête de Y, …", "X of Y": a name, and behind a preposition what it belongs to.
    mutating func matchPreposition(_ unit: Int) {
        guard let indices = knowledge.frames.prepositions[syntax.words(unit)], let behind = syntax.group(unit + 1)
        else { return }
        matchNotice(indices.filter { frames[$0].to == [.round] }, behind, unit)
        guard let (group, construction) = described(by: unit) else { return }
        let others = parse.members(of: ownedOrOwner(behind))
        for index in indices where frames[index].to != [.round] {
            let frame = frames[index]
            if isForbidden(frame, unit: unit) { continue }
            let headIsSubject = frame.from.contains(.head)
            let heads = references([group], frame, subject: headIsSubject)
            let rest = references(others, frame, subject: !headIsSubject)
            guard !heads.isEmpty, !rest.isEmpty else { continue }
            add(
                index, from: headIsSubject ? heads : rest, to: headIsSubject ? rest : heads,
                trigger: parse.units[unit].tokens, verb: nil, group: group, construction: construction)
        }
    }

    /// "Kaptio (Cork, robots): €3m from X": a notice without a verb, whose sum or round comes from those behind the preposition.
    private mutating func matchNotice(_ indices: [Int], _ behind: Int, _ unit: Int) {
        guard !indices.isEmpty, resolver.round(at: parse.sentence)?.sentence == parse.sentence else { return }
        var before = unit - 1
        while syntax.kind(before) == .comma || syntax.kind(before) == .other { before -= 1 }
        guard let told = syntax.group(before), parse.groups[told].name == nil,
            isQuantity(told) || resolver.isRound(told, syntax, knowledge) || resolver.isMoney(told, syntax),
            !parse.verbs.indices.contains(where: {
                parse.verbs[$0].kind == .finite
                    && parse.units[parse.unitOfVerb[$0]].clause == parse.units[unit].clause
            })
        else { return }
        for index in indices where !isForbidden(frames[index], unit: unit) {
            let frame = frames[index]
            add(
                index, from: references(parse.members(of: behind), frame, subject: true),
                to: round(frame, trigger: parse.units[unit].tokens, subject: false),
                trigger: parse.units[unit].tokens, verb: nil, group: nil, construction: .noun)
        }
    }

    /// "X, ex-Google": a name that is nothing but a former place.
    mutating func matchFormer(_ group: Int) {
        let noun = parse.groups[group]
        guard noun.isFormer, !noun.hasNoun, noun.name != nil, let host = parse.host[group],
            let indices = knowledge.frames.prepositions[[
                knowledge.grammar.canon(text.tokens[noun.tokens.lowerBound].word)
            ]]
        else { return }
        for index in indices {
            let frame = frames[index]
            let headIsSubject = frame.from.contains(.head)
            let heads = references([host], frame, subject: headIsSubject)
            let rest = references([group], frame, subject: !headIsSubject)
            add(
                index, from: headIsSubject ? heads : rest, to: headIsSubject ? rest : heads, trigger: noun.tokens,
                verb: nil, group: group, construction: .apposition)
        }
    }

    /// The group that a prepositional phrase says something of: the one before it, with or without a comma between,
    /// or the subject of the sentence that it opens.
    func described(by unit: Int) -> (group: Int, construction: Candidate.Construction)? {
        var before = unit - 1
        while syntax.kind(before) == .other { before -= 1 }
        // "After eight years at the top of X, Y …".
        if knowledge.frames.language == .english, before == 1, syntax.kind(0) == .preposition,
            let time = syntax.group(1),
            let value = parse.groups[time].value
        {
            switch text.values[value].value {
            case .duration, .date: before = -1
            default: break
            }
        }
        switch syntax.kind(before) {
        case .noun(let group):
            // Behind a common noun the phrase says something of that noun.
            return parse.groups[group].name != nil && !parse.groups[group].hasNoun ? (group, .prenominal) : nil
        case .comma, .open, .dash:
            return parse.host(before: before).map { ($0, .apposition) }
        case nil:
            guard
                let verb = parse.verbs.indices.first(where: {
                    parse.verbs[$0].kind == .finite
                        && parse.units[parse.unitOfVerb[$0]].clause == parse.units[unit].clause
                }),
                (unit..<parse.unitOfVerb[verb]).contains(where: { syntax.kind($0) == .comma })
            else { return nil }
            let subjects = syntax.subject(of: verb)
            return subjects.count == 1 ? (subjects[0], .apposition) : nil
        default: return nil
        }
    }
}
