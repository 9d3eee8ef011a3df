internal import LiaisonLanguage
internal import LiaisonModel

extension ClauseBuilder {
    mutating func prepositions() {
        parse.preposition = Array(repeating: nil, count: parse.groups.count)
        for group in parse.groups.indices {
            let unit = parse.unitOfGroup[group] - 1
            if kind(unit) == .preposition {
                parse.preposition[group] = unit
            } else if kind(unit) == .grammar(.genitive), let owner = parse.groups[group].possessor {
                // "of Orvane's rival": the preposition stands before the owner.
                parse.preposition[group] = parse.preposition[owner]
            }
        }
        for list in parse.lists where list.members.count > 1 {
            for member in list.members.dropFirst() { parse.preposition[member] = parse.preposition[list.members[0]] }
        }
    }

    mutating func appositions() {
        parse.host = Array(repeating: nil, count: parse.groups.count)
        for index in parse.groups.indices {
            let group = parse.groups[index]
            let unit = parse.unitOfGroup[index]
            guard group.hasNoun, group.name == nil, group.value == nil,
                parse.preposition[index] == nil || group.possessor != nil
            else { continue }
            var first = group.possessor.map { parse.unitOfGroup[$0] } ?? unit
            // "X, déjà présent au capital".
            if kind(first - 1) == .other, kind(first - 2) == .comma { first -= 1 }
            guard let before = kind(first - 1) else { continue }
            if before == .comma || before == .open || before == .dash {
                guard let host = hostBefore(first - 1), isClosed(unit, opened: before) else { continue }
                parse.host[index] = host
            } else if before == .grammar(.coordinator) || before == .other && kind(first - 2) == .grammar(.coordinator)
            {
                // "cofondatrice de Halcyon et investisseuse de Kaptio": both roles are the same person's.
                if let sister = (0..<index).reversed().first(where: { parse.host[$0] != nil }),
                    parse.units[parse.unitOfGroup[sister]].clause == parse.units[unit].clause,
                    noVerb(from: parse.unitOfGroup[sister], to: unit)
                {
                    parse.host[index] = parse.host[sister]
                }
            }
        }
    }

    /// Whether an apposition ends with a comma, a bracket or the sentence: what runs on into a verb is its subject.
    func isClosed(_ unit: Int, opened: Unit.Kind) -> Bool {
        var next = unit + 1
        while let kind = kind(next) {
            switch kind {
            case .preposition, .noun, .other, .grammar(.genitive), .grammar(.coordinator), .quote: next += 1
            case .verb(let verb): return parse.verbs[verb].kind != .finite
            default: return true
            }
        }
        return true
    }

    func noVerb(from a: Int, to b: Int) -> Bool {
        !(a..<b).contains { if case .verb = parse.units[$0].kind { true } else { false } }
    }

    /// The group that an apposition behind a comma or bracket belongs to.
    func hostBefore(_ unit: Int) -> Int? {
        var before = unit - 1
        while kind(before) == .quote || kind(before) == .close { before -= 1 }
        guard let group = group(before) else { return nil }
        // The head of the phrase that ends here: "X, PDG de Y, investisseur": the host of the apposition before.
        var head = group
        var steps = 0
        while steps < 4, parse.groups[head].name == nil || parse.preposition[head] != nil {
            if let host = parse.host[head] { return host }
            guard let preposition = parse.preposition[head], let outer = self.group(preposition - 1) else { break }
            if let host = parse.host[outer] { return host }
            if parse.groups[head].name != nil && !(parse.groups[outer].hasNoun && parse.groups[outer].name == nil) {
                break
            }
            if parse.groups[head].name != nil && parse.groups[outer].hasNoun && parse.groups[outer].name == nil {
                break
            }
            head = outer
            steps += 1
        }
        return parse.groups[head].value == nil ? head : nil
    }

    mutating func governors() {
        parse.governor = Array(repeating: nil, count: parse.verbs.count)
        for index in parse.verbs.indices where parse.verbs[index].kind != .finite {
            let unit = parse.unitOfVerb[index]
            var before = unit - 1
            while before >= 0 {
                if parse.units[before].depth == parse.units[unit].depth, let candidate = verb(before),
                    parse.units[before].clause == parse.units[unit].clause
                {
                    parse.governor[index] = candidate
                    break
                }
                before -= 1
            }
            if parse.governor[index] == nil, parse.verbs[index].kind != .participle {
                // "En rachetant X, Y …": the verb comes after.
                parse.governor[index] = parse.verbs.indices.first { later in
                    later > index && parse.verbs[later].kind == .finite
                        && parse.units[parse.unitOfVerb[later]].clause == parse.units[unit].clause
                }
            }
        }
    }
}
