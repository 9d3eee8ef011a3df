internal import LiaisonLanguage
internal import LiaisonModel

extension Syntax {
    /// One group after a preposition, and the words of that preposition.
    struct Complement {
        var unit: Int
        var preposition: [WordID]
        var groups: [Int]
    }

    /// The complement that a preposition opens: none where it only repeats that of the list it stands in.
    func complement(at unit: Int) -> Complement? {
        guard let group = group(unit + 1) ?? (kind(unit + 1) == .quote ? group(unit + 2) : nil) else { return nil }
        let members = parse.members(of: group)
        guard members[0] == group, !isDenied(unit) else { return nil }
        return Complement(unit: unit, preposition: words(unit), groups: members)
    }

    /// "bought by X, not by Y", "à X et non à Y", "but not in Y": whether a preposition opens what is not meant.
    private func isDenied(_ unit: Int) -> Bool {
        guard kind(unit - 1) == .grammar(.negation) else { return false }
        return parse.units[unit - 1].tokens.count > 1 || kind(unit - 2) == .comma
            || kind(unit - 2) == .grammar(.adversative) || kind(unit - 2) == .grammar(.coordinator)
    }

    /// The prepositional groups that may depend on a verb or noun at a unit: those after it up to the next verb of its
    /// clause, then those before it at the beginning of the clause, then what a relative pronoun takes up.
    func complements(ofUnit unit: Int, leading: Bool) -> [Complement] {
        var out: [Complement] = []
        let clause = parse.units[unit].clause
        var next = unit + 1
        scan: while next < parse.units.count {
            let candidate = parse.units[next]
            if candidate.depth > parse.units[unit].depth
                || candidate.clause != clause && parse.clauses[candidate.clause].parent == clause
            {
                next += 1
                continue
            }
            if candidate.clause != clause { break }
            switch candidate.kind {
            case .preposition:
                if let complement = complement(at: next), !belongsToApposition(next, behind: unit) {
                    out.append(complement)
                }
            case .verb(let index):
                if parse.verbs[index].kind == .finite || parse.verbs[index].kind == .infinitive { break scan }
                if parse.verbs[index].kind == .participle, verb(unit) == nil { break scan }
                if parse.verbs[index].kind == .gerund { break scan }
            case .semicolon, .colon: break scan
            default: break
            }
            next += 1
        }
        if leading {
            var before = unit - 1
            while before >= 0 {
                if parse.units[before].clause == clause, parse.units[before].kind == .preposition,
                    let complement = complement(at: before), !isOfOpening(before)
                {
                    out.append(complement)
                }
                if let verb = verb(before), parse.units[before].clause == clause, parse.verbs[verb].kind == .finite {
                    break
                }
                before -= 1
            }
        }
        if let relative = relativeComplement(clause) { out.append(relative) }
        return out
    }

    /// "Filiale à 100 % de X, Y a …": what belongs to the bare noun that the sentence opens with.
    private func isOfOpening(_ unit: Int) -> Bool {
        guard grammar.language == .french else { return false }
        var first = 0
        while kind(first) == .other { first += 1 }
        guard let noun = group(first), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
            parse.groups[noun].determiner == .none, first < unit
        else { return false }
        return !(first..<unit).contains { kind($0) == .comma || verb($0) != nil }
    }

    /// "revient à X, ancien dirigeant de Y": whether "of" stands right behind a noun that says who a name is.
    private func belongsToApposition(_ preposition: Int, behind unit: Int) -> Bool {
        guard let said = group(preposition - 1), preposition - 1 > unit, let host = parse.host[said],
            parse.unitOfGroup[host] > unit, parse.units[preposition].tokens.count == 1,
            grammar.genitives.contains(grammar.canon(text.tokens[parse.units[preposition].tokens.lowerBound].word))
        else { return false }
        return parse.groups[said].hasNoun && parse.groups[said].name == nil
    }

    /// "dans laquelle", "into which", "dont": the antecedent with the preposition that the relative carries.
    func relativeComplement(_ clause: Int) -> Complement? {
        let clause = parse.clauses[clause]
        guard clause.kind == .relative, let opener = clause.opener, let antecedent = clause.antecedent else {
            return nil
        }
        switch parse.units[opener].kind {
        case .grammar(.relativePlace):
            return Complement(unit: opener, preposition: words(opener), groups: [antecedent])
        case .grammar(.relativeOf):
            return Complement(unit: opener, preposition: words(opener), groups: [antecedent])
        case .grammar(.relativeOblique), .grammar(.relativeAny), .grammar(.relativeObject), .grammar(.relativeSubject):
            if let preposition = cleftPreposition(of: antecedent, before: opener) {
                return Complement(
                    unit: preposition, preposition: words(preposition), groups: antecedentMembers(antecedent))
            }
            // "auquel" carries "à".
            if grammar.language == .french, parse.units[opener].kind == .grammar(.relativeOblique),
                kind(opener - 1) != .preposition
            {
                return Complement(unit: opener, preposition: words(opener), groups: antecedentMembers(antecedent))
            }
            guard kind(opener - 1) == .preposition else { return nil }
            return Complement(unit: opener - 1, preposition: words(opener - 1), groups: antecedentMembers(antecedent))
        default: return nil
        }
    }
}
