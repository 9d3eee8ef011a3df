internal import LiaisonLanguage
internal import LiaisonModel

/// What is a member of a list and what is not: names that own others, and names with a sum or share of their own.
extension ClauseBuilder {
    /// "X and the founder's family office, Carrow House": a noun with an owner that has none, and the name of the thing.
    func namedForOwner(_ owner: Int) -> Int? {
        let unit = parse.unitOfGroup[owner]
        guard grammar.language == .english, parse.groups[owner].name == nil, parse.groups[owner].determiner != .none,
            parse.groups[owner].hasNoun, kind(unit + 1) == .grammar(.genitive), let owned = group(unit + 2),
            owned == owner + 1, parse.groups[owned].name != nil, namings.values.contains(owned)
        else { return nil }
        return owned
    }

    /// "Y's venture fund": the noun that a name owns and that has no name, where a comma or "and" goes on behind it.
    func ownedNoun(_ owner: Int) -> Int? {
        let unit = parse.unitOfGroup[owner]
        guard grammar.language == .english, ownsNoun(owner), let owned = group(unit + 2), owned == owner + 1,
            kind(unit + 3) == .grammar(.coordinator)
                || kind(unit + 3) == .comma && kind(unit + 4) == .grammar(.coordinator)
        else { return nil }
        let next = kind(unit + 3) == .comma ? unit + 5 : unit + 4
        return group(next).map { parse.groups[$0].name != nil } ?? false ? owned : nil
    }

    /// Whether a name only says whose the noun behind it is.
    func ownsNoun(_ owner: Int) -> Bool {
        let unit = parse.unitOfGroup[owner]
        guard grammar.language == .english, parse.groups[owner].name != nil, kind(unit + 1) == .grammar(.genitive),
            let owned = group(unit + 2)
        else { return false }
        return parse.groups[owned].name == nil && parse.groups[owned].hasNoun
    }

    /// "X and Orvane's Kaptio", "with Germany's X and Japan's Y": the name that a name owns, which is the member of the list.
    func ownedName(_ owner: Int) -> Int? {
        let unit = parse.unitOfGroup[owner]
        guard kind(unit + 1) == .grammar(.genitive), let owned = group(unit + 2), owned == owner + 1,
            parse.groups[owned].name != nil, parse.groups[owned].possessor == owner,
            let name = parse.groups[owner].name,
            parse.groups[owner].tokens == text.names[name].tokens
                || parse.groups[owner].determiner != .none
        else { return namedForOwner(owner) }
        return owned
    }

    /// "X invested $5m in Y and Z $2m": a name that a sum follows without a verb shares the verb, and is in no list.
    func isGapped(_ group: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        guard let sum = self.group(unit + 1) else { return false }
        var mayBePercent = false
        switch parse.groups[sum].value.map({ text.values[$0].value }) {
        case .money?, .percent?: if parse.groups[sum].hasNoun { return false }
        // "X holds 12 per cent of Y, and Z another 9".
        case .count?, nil:
            guard grammar.language == .english, let last = parse.groups[sum].tokens.last else { return false }
            // "and Z another 10 percent".
            if isShare(last) { break }
            guard isBareCount(last) else { return false }
            mayBePercent = true
        default: return false
        }
        return (0..<unit).contains { before in
            guard let other = self.group(before), let value = parse.groups[other].value else { return false }
            switch text.values[value].value {
            case .percent: return true
            case .money: return !mayBePercent
            default: return false
            }
        }
    }

    /// Whether a share or a sum ends with a token.
    func isShare(_ token: Int) -> Bool {
        text.valueEnding(token..<token + 1).map { text.values[$0].value.isAmount } ?? false
    }

    /// A number with nothing behind it that it counts.
    func isBareCount(_ token: Int) -> Bool {
        guard let value = text.valueEnding(token..<token + 1), case .count = text.values[value].value else {
            return false
        }
        return true
    }

    /// "le fabricant de puces X et Y", "le spécialiste de la cybersécurité X et Y": the firm that the name behind its trade names, which
    /// is what is listed.
    func firmOfTrade(namedBy named: Int) -> Int? {
        let unit = parse.unitOfGroup[named]
        guard grammar.language == .french, parse.groups[named].hasNoun, family(named) == .organisation,
            kind(unit - 1) == .preposition, parse.units[unit - 1].tokens.count == 1,
            grammar.genitives.contains(grammar.canon(text.tokens[parse.units[unit - 1].tokens.lowerBound].word)),
            !isFirmNoun(named), let firm = group(unit - 2), parse.groups[firm].name == nil, isFirmNoun(firm),
            parse.groups[firm].isPlural != true
        else { return nil }
        return firm
    }

    /// "X et le fabricant de puces Y": the second of two firms, named behind its trade.
    func isFirmOfTrade(_ firm: Int, beside other: Int) -> Bool {
        guard family(other) == .organisation || parse.groups[other].name == nil && isFirmNoun(other),
            let named = group(parse.unitOfGroup[firm] + 2)
        else { return false }
        return firmOfTrade(namedBy: named) == firm
    }

    private func isFirmNoun(_ group: Int) -> Bool {
        grammar.is(text.tokens[parse.groups[group].head].word, .firmNoun)
    }
}
