internal import LiaisonLanguage
internal import LiaisonModel

extension Syntax {
    /// What a participle or gerund speaks of.
    func participleHost(_ verb: Int) -> Int? {
        let unit = parse.unitOfVerb[verb]
        var before = unit - 1
        if kind(before) == .comma { before -= 1 }
        var skipped = 0
        while before >= 0 {
            switch parse.units[before].kind {
            case .noun(let group):
                if parse.units[before].depth != parse.units[unit].depth {
                    before -= 1
                    continue
                }
                if let value = parse.groups[group].value {
                    if case .date = text.values[value].value {} else if parse.preposition[group] == nil { return group }
                }
                // "une série B de 45 millions menée par": the head of the phrase, not the sum inside it.
                if let preposition = parse.preposition[group], let outer = self.group(preposition - 1),
                    parse.groups[group].value != nil
                        || parse.groups[outer].hasNoun && parse.groups[outer].name == nil && skipped < 2
                            && isMoneyOrNoun(group)
                {
                    skipped += 1
                    before = parse.unitOfGroup[outer]
                    continue
                }
                return parse.host[group] ?? group
            case .close, .quote: before -= 1
            case .other where skipped == 0: before -= 1
            default:
                if parse.units[before].depth > parse.units[unit].depth {
                    before -= 1
                    continue
                }
                return nil
            }
        }
        // A participle at the beginning of a sentence speaks of the subject: "Fondée par X, Y …".
        return firstSubjectAfter(unit)
    }

    private func isMoneyOrNoun(_ group: Int) -> Bool { parse.groups[group].name == nil }

    private func firstSubjectAfter(_ unit: Int) -> Int? {
        guard unit <= 1 || kind(unit - 1) == .comma || kind(unit - 1) == .other else { return nil }
        // The subject of the first finite verb of the main clause.
        for index in unit + 1..<max(unit + 1, parse.units.count)
        where parse.units[index].clause == parse.units[unit].clause {
            guard let verb = verb(index), parse.verbs[verb].kind == .finite else { continue }
            var before = index - 1
            while before > unit {
                if parse.units[before].clause == parse.units[unit].clause, let group = group(before), isFree(group),
                    parse.groups[group].value == nil
                {
                    return group
                }
                before -= 1
            }
            return nil
        }
        return nil
    }
}
