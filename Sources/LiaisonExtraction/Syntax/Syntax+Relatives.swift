internal import LiaisonLanguage
internal import LiaisonModel

/// What a relative says something of.
extension Syntax {
    /// The antecedent, when the verb is the first of a clause that a subject relative opens.
    func relativeSubject(_ unit: Int) -> [Int] {
        let clause = parse.clauses[parse.units[unit].clause]
        guard clause.kind == .relative, let opener = clause.opener, let antecedent = clause.antecedent else {
            return []
        }
        switch parse.units[opener].kind {
        case .grammar(.relativeSubject):
            // "X, à qui Y livre des bacs": no subject behind a preposition.
            if grammar.language == .french, kind(opener - 1) == .preposition,
                (opener + 1..<unit).contains(where: { group($0).map { isFree($0) } ?? false })
            {
                return []
            }
            let members = frontedMembers(antecedent) ?? antecedentMembers(antecedent)
            if members.count > 1, let verb = verb(unit), !looksPlural(verb), let host = hostOfDoers(members[0]) {
                return [host]
            }
            return members
        case .grammar(.relativeOblique), .grammar(.relativePlace):
            // "X and Y, both of which supply Z".
            guard kind(opener - 1) == .preposition, let part = group(opener - 2), parse.isPart(part, text, grammar),
                parse.units[opener - 2].clause == parse.units[opener].clause
            else { return [] }
            return parse.members(of: antecedent)
        case .grammar(.relativeAny):
            // "which invested": no group between the pronoun and its verb.
            let between = (opener + 1..<unit).contains { index in
                group(index).map { isFree($0) && !isDistributive($0) } ?? false
            }
            if kind(opener - 1) == .preposition { return [] }
            return between ? [] : antecedentMembers(antecedent)
        default: return []
        }
    }

    /// Whether a French verb may be a plural.
    func looksPlural(_ verb: Int) -> Bool {
        grammar.language != .french
            || parse.verbs[verb].tokens.contains { grammar.endings.isPlural(text.text($0..<$0 + 1)) }
    }

    /// "X, cofondé par Y et Z, qui recrute": X, where the names before the relative have done what a participle says.
    private func hostOfDoers(_ group: Int) -> Int? {
        guard let preposition = parse.preposition[group] else { return nil }
        var before = preposition - 1
        while before >= 0, preposition - before < 5 {
            if let verb = verb(before) {
                return parse.verbs[verb].kind == .participle ? participleHost(verb) : nil
            }
            if kind(before) == .comma { return nil }
            before -= 1
        }
        return nil
    }

    /// "which each own a part": a word that says how it is shared out is nobody.
    private func isDistributive(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        return noun.tokens.count == 1 && noun.name == nil && grammar.is(text.tokens[noun.head].word, .distributive)
    }

    /// A relative takes up the whole list before it only behind a comma; else the last member.
    func antecedentMembers(_ group: Int) -> [Int] {
        let members = parse.members(of: group)
        guard members.count > 1 else { return members }
        guard members.last == group else {
            // "X, who founded Y, and Z": of the first alone.
            let next = parse.unitOfGroup[group] + 1
            let opener = kind(next) == .comma ? next + 1 : next
            if case .grammar(let word)? = kind(opener), ClauseBuilder.clauseKind(word) == .relative { return [group] }
            return members
        }
        // "X, who builds the tunnel, and Y, who …".
        if grammar.language == .english, members.dropLast().contains(where: { isFollowedByRelative($0) }) {
            return [group]
        }
        // "X, the boss of Y, and Z, who …": where each is spoken of apart, the last is.
        if members.dropLast().contains(where: { parse.host.contains($0) }) { return [group] }
        let unit = parse.unitOfGroup[group]
        return kind(unit + 1) == .comma ? members : [group]
    }
}
