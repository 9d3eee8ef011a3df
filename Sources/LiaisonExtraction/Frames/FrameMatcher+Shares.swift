internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// "holds 20% of X and 5% of Y": further shares of the same owner, each with what it is a share of.
    mutating func addShares(_ frame: Frame, _ index: Int, from: [Fill], verb: Int, after support: Int) {
        var unit = parse.unitOfGroup[support] + 1
        guard syntax.kind(unit) == .preposition, syntax.group(unit + 1) != nil else { return }
        let preposition = syntax.words(unit)
        unit += 2
        while true {
            let start = unit
            while [.comma, .grammar(.coordinator)].contains(syntax.kind(unit)) { unit += 1 }
            guard unit > start, let share = syntax.group(unit), let value = parse.groups[share].value,
                syntax.kind(unit + 1) == .preposition,
                syntax.words(unit + 1) == preposition, let held = syntax.group(unit + 2),
                parse.groups[held].name != nil
            else { return }
            var (stake, sum): (ExactDecimal?, Amount?)
            switch text.values[value].value {
            case .percent(let percent, _): stake = percent
            case .money(let amount):
                // "invested $5m in X and $7m in Y".
                sum = amount
                sum?.text = text.text(parse.groups[share].tokens)
            default: return
            }
            let fills = references(parse.members(of: held), frame, subject: false)
            add(
                index, from: from, to: fills, trigger: parse.groups[share].tokens, verb: verb, group: share,
                construction: .active, stake: stake, sum: sum)
            unit += 3
        }
    }

    /// "is 49% owned": the share stands inside the verb.
    func holdsShare(_ verb: Int) -> Bool {
        text.values(in: parse.verbs[verb].tokens).contains { mention in
            if case .percent = mention.value { mention.tokens.overlaps(parse.verbs[verb].tokens) } else { false }
        }
    }
}
