internal import LiaisonLanguage
internal import LiaisonModel

/// What a verb is done to.
extension Syntax {
    /// "has taken in $13 million", "brought in $5m": nothing is done in a sum.
    private func isBehindParticle(_ group: Int, of verb: Int) -> Bool {
        guard parse.preposition[group] == verb + 1, parse.units[verb + 1].tokens.count == 1,
            !parse.groups[group].hasNoun,
            grammar.is(text.tokens[parse.units[verb + 1].tokens.lowerBound].word, .particle),
            let value = parse.groups[group].value, case .money = text.values[value].value
        else { return false }
        return true
    }

    /// "La régie, X l'a confiée à Y": the noun that opens the sentence, which the pronoun before the verb takes up.
    private func dislocated(_ verb: Int) -> Int? {
        guard grammar.language == .french, parse.verbs[verb].objectClitic != nil, parse.verbs[verb].kind == .finite,
            let first = group(0), parse.groups[first].hasNoun, parse.groups[first].name == nil,
            parse.groups[first].value == nil, clause(ofGroup: first) == clause(ofVerb: verb)
        else { return nil }
        var next = 1
        while kind(next) == .preposition, group(next + 1) != nil { next += 2 }
        guard kind(next) == .comma, let doer = group(next + 1), parse.unitOfVerb[verb] == next + 2,
            parse.groups[doer].name != nil
        else { return nil }
        return first
    }

    /// "a racheté pour 500 millions d'euros d'actions": what a verb takes for a sum that stands before it.
    private func objectForSum(_ unit: Int) -> Int? {
        guard grammar.language == .french, kind(unit + 1) == .preposition, parse.units[unit + 1].tokens.count == 1,
            grammar.is(text.tokens[parse.units[unit + 1].tokens.lowerBound].word, .sumPreposition),
            let sum = group(unit + 2), isSum(sum),
            kind(unit + 3) == .preposition, parse.units[unit + 3].tokens.count == 1,
            grammar.genitives.contains(words(unit + 3)[0]), let noun = group(unit + 4), parse.groups[noun].hasNoun
        else { return nil }
        return noun
    }

    /// "awarded X, a startup based in Lyon, a contract": what an English verb takes behind that which commas say of whom it is done to.
    private func secondObject(behind comma: Int, first: Int, of verb: Int) -> Int? {
        guard grammar.language == .english, !parse.verbs[verb].isPassive, parse.groups[first].name != nil else {
            return nil
        }
        let (depth, clause) = (parse.units[comma].depth, parse.units[comma].clause)
        var unit = comma + 1
        while unit < min(parse.units.count, comma + 12) {
            let candidate = parse.units[unit]
            switch candidate.kind {
            case .verb(let inner) where parse.verbs[inner].kind == .finite && candidate.clause == clause: return nil
            case .semicolon, .colon, .quote: return nil
            case .comma where candidate.depth == depth:
                guard unit > comma + 1, let second = group(unit + 1), parse.groups[second].determiner == .indefinite,
                    parse.groups[second].hasNoun, parse.groups[second].name == nil, parse.preposition[second] == nil,
                    kind(unit + 2) != .comma
                else { return nil }
                return second
            default: break
            }
            unit += 1
        }
        return nil
    }

    /// The groups that a verb takes without preposition, from left to right.
    func objects(of verb: Int) -> [Int] {
        let unit = parse.unitOfVerb[verb]
        if let object = objectForSum(unit) { return [object] }
        if let object = dislocated(verb) { return [object] }
        var out: [Int] = []
        let clause = parse.clauses[parse.units[unit].clause]
        if clause.kind == .relative, let opener = clause.opener, let antecedent = clause.antecedent,
            kind(opener - 1) != .preposition, cleftPreposition(of: antecedent, before: opener) == nil
        {
            switch parse.units[opener].kind {
            case .grammar(.relativeObject) where !isCleftAside(antecedent, before: opener): out.append(antecedent)
            case .grammar(.relativeAny) where relativeSubject(unit).isEmpty: out.append(antecedent)
            default: break
            }
        }
        var next = unit + 1
        while next < parse.units.count {
            let candidate = parse.units[next]
            if candidate.depth > parse.units[unit].depth {
                next += 1
                continue
            }
            // "a confié à X (Lyon) la maintenance": what stands in brackets behind a name says more of it.
            if candidate.kind == .open && group(next - 1).map { parse.groups[$0].name != nil } ?? false
                || candidate.kind == .close
            {
                next += 1
                continue
            }
            if candidate.clause != parse.units[unit].clause { break }
            switch candidate.kind {
            case .noun(let group):
                if parse.preposition[group] == nil || isBehindParticle(group, of: unit), parse.host[group] == nil,
                    kind(next + 1) != .grammar(.genitive), !isExample(group)
                {
                    if let value = parse.groups[group].value, case .date = text.values[value].value { break }
                    let first = parse.members(of: group)[0]
                    if let inverted = invertedSubject(unit), inverted.contains(group) { break }
                    if first == group { out.append(group) }
                    if out.count >= 3 { return out }
                }
            case .verb: return out
            case .comma:
                if out.isEmpty, let behind = objectBehindAside(next, of: verb) {
                    next = behind
                    continue
                }
                if out.count == 1, let second = secondObject(behind: next, first: out[0], of: verb) {
                    return out + [second]
                }
                // A comma ends the objects unless it belongs to a list, and begins none.
                if let after = group(next + 1) {
                    if parse.members(of: after)[0] != after { break }
                    if parse.groups[after].value == nil { return out }
                }
                if !out.isEmpty { return out }
            case .grammar(.coordinator):
                if let after = group(next + 1), parse.members(of: after)[0] != after { break }
                if out.isEmpty, next == unit + 1, let joined = verbJoined(behind: next, to: verb) {
                    return objects(of: joined)
                }
                return out
            case .semicolon, .colon, .open, .dash: return out
            default: break
            }
            next += 1
        }
        return out
    }
}
