internal import LiaisonLanguage
internal import LiaisonModel

/// Names that stand elsewhere in the sentence than the noun that they are for.
extension FrameMatcher {
    /// "Deux fonds ont investi dans X : Y et Z": the names behind the colon that a plural noun announces.
    func announced(by group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        func announces(_ group: Int) -> Bool {
            let noun = parse.groups[group]
            guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.isPlural == true, noun.possessor == nil else {
                return false
            }
            return noun.determiner == .indefinite || isCounted(noun)
        }
        guard announces(group),
            let colon = parse.units.indices.last(where: { syntax.kind($0) == .colon }),
            colon > parse.unitOfGroup[group], let first = syntax.group(colon + 1), parse.groups[first].name != nil,
            !parse.groups.indices.contains(where: {
                $0 != group && parse.unitOfGroup[$0] < colon && announces($0)
            })
        else { return [] }
        let members = parse.members(of: first)
        guard members.count > 1, let last = members.last, parse.unitOfGroup[last] + 2 >= parse.units.count else {
            return []
        }
        var out: [Fill] = []
        for member in members {
            for reference in resolver.references(of: member, syntax, knowledge)
            where isAllowed(reference, frame, subject: subject) {
                var reference = reference
                reference.sieve = .apposition
                out.append((member, reference))
            }
        }
        return out
    }

    /// "par deux frères, Denis et Paul Vial": the names behind the comma that a noun in the plural announces.
    func listed(behind group: Int) -> [Int]? {
        let noun = parse.groups[group]
        // "par un trio : X, Y et Z".
        let isBand =
            knowledge.frames.language == .french
            && syntax.lemmas(ofGroup: group).contains { knowledge.bands.contains($0) }
        guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.isPlural != false || isBand,
            parse.host[group] == nil, announcesSeveral(group) || isBand
        else { return nil }
        var unit = parse.unitOfGroup[group] + 1
        var steps = 0
        while steps < 3 {
            if syntax.kind(unit) == .preposition, let inner = syntax.group(unit + 1) {
                unit = parse.unitOfGroup[parse.members(of: inner).last ?? inner] + 1
            } else if syntax.kind(unit) == .other {
                unit += 1
            } else {
                break
            }
            steps += 1
        }
        let isColon = syntax.kind(unit) == .colon && knowledge.frames.language == .french
        guard syntax.kind(unit) == .comma || syntax.kind(unit) == .open || isColon, let first = syntax.group(unit + 1),
            parse.preposition[first] == nil || parse.preposition[first] == parse.preposition[group]
        else { return nil }
        let members = parse.members(of: first)
        guard members.count > 1, members[0] == first, let last = members.last,
            members.allSatisfy({ parse.groups[$0].name != nil && !parse.groups[$0].hasNoun })
        else { return nil }
        switch syntax.kind(parse.unitOfGroup[last] + 1) {
        case nil, .comma?, .close?, .semicolon?, .other?, .dash?: return members
        default: return nil
        }
    }

    /// "deux anciens", "plusieurs fonds": how many there are, or that there are several, whom nobody knows yet.
    func announcesSeveral(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        if noun.isPlural == true, noun.determiner == .indefinite,
            !knowledge.grammar.isContracted(text.tokens[noun.tokens.lowerBound].word)
        {
            return true
        }
        return isCounted(noun)
    }

    /// "deux fonds": whether a number says how many.
    func isCounted(_ noun: NounGroup) -> Bool {
        text.values(in: noun.tokens).contains { mention in
            if case .count = mention.value { mention.tokens.overlaps(noun.tokens) } else { false }
        }
    }

    /// The name that says who or what a noun is: "du PDG d'Orvane Karim Vial", "l'éditeur de logiciels Kaptio",
    /// "Orvane's venture arm, Halcyon, …".
    func nameApposed(to group: Int) -> Int? {
        let noun = parse.groups[group]
        guard noun.name == nil, noun.hasNoun, noun.value == nil else { return nil }
        let hosted = parse.groups.indices.first {
            parse.host[$0] == group && $0 > group && parse.groups[$0].name != nil && !parse.groups[$0].hasNoun
        }
        if let hosted { return hosted }
        let unit = parse.unitOfGroup[group]
        if noun.possessor != nil || noun.possessive != nil || noun.determiner == .definite || isContracted(group)
            || isNewcomer(group), noun.isPlural != true, parse.preposition[group] != 0
        {
            if let named = nameBehindComma(unit + 1) { return named }
            // "la filiale allemande d'Orvane, Kaptio": behind the noun's complement.
            if isDescription(group), parse.host[group] == nil, syntax.kind(unit + 1) == .preposition,
                syntax.words(unit + 1) == knowledge.genitive, let inner = syntax.group(unit + 2),
                parse.members(of: inner).count == 1, let named = nameBehindComma(unit + 3)
            {
                return named
            }
        }
        // A noun without article behind a plain "de" says more of what the first noun calls the name.
        guard knowledge.frames.language == .french, noun.determiner != .none || parse.preposition[group] != nil,
            syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let inner = syntax.group(unit + 2), let name = parse.groups[inner].name, parse.groups[inner].hasNoun,
            parse.groups[inner].possessive == nil
        else { return nil }
        let isPlain =
            parse.groups[inner].determiner == .none
            && !knowledge.grammar.isContracted(text.tokens[parse.units[unit + 1].tokens.lowerBound].word)
        // "le spécialiste de la cartographie Kaptio", "le géant du paiement Kaptio": a trade with an article.
        guard
            isPlain
                || text.names[name].kind.family == .organisation && noun.isPlural != true
                    && !resolver.isType(inner, syntax, knowledge)
                    && !knowledge.grammar.is(text.tokens[parse.groups[inner].head].word, .personNoun)
                    && !syntax.lemmas(ofGroup: inner).contains(where: isRoleNoun)
        else { return nil }
        return resolver.isType(group, syntax, knowledge)
            || isPlain && syntax.lemmas(ofGroup: group).contains(where: { knowledge.frames.products.contains($0) })
            ? inner : nil
    }

    /// The name behind a comma, where a comma or the end of the sentence follows it.
    private func nameBehindComma(_ comma: Int) -> Int? {
        guard syntax.kind(comma) == .comma, let next = syntax.group(comma + 1), parse.groups[next].name != nil,
            !parse.groups[next].hasNoun, syntax.kind(comma + 2) == .comma || comma + 2 >= parse.units.count - 1,
            parse.members(of: next).count == 1
        else { return nil }
        return next
    }

    /// "du concurrent": the article is in the preposition.
    private func isContracted(_ group: Int) -> Bool {
        guard let preposition = parse.preposition[group], parse.groups[group].determiner == .none else { return false }
        return knowledge.grammar.isContracted(
            text.tokens[parse.units[preposition].tokens.upperBound - 1].word)
            && parse.units[preposition].tokens.upperBound == parse.groups[group].tokens.lowerBound
    }

    /// Whether a noun says what sort of thing or whose something is: "filiale", "start-up".
    private func isDescription(_ group: Int) -> Bool {
        resolver.isType(group, syntax, knowledge)
            || syntax.lemmas(ofGroup: group).contains { lemma in
                knowledge.frames.nouns[lemma]?.contains { frames[$0].trigger == .role } ?? false
            }
    }

    /// "a concurrent, X", "une start-up lyonnaise, X": an article that brings in what the comma then names.
    func isNewcomer(_ group: Int) -> Bool {
        parse.groups[group].determiner == .indefinite && parse.host[group] == nil && isDescription(group)
    }

    /// The phrase that the sentence opens with, behind whose comma a noun is the subject or what "c'est" says.
    func fronted(before group: Int) -> [Syntax.Complement] {
        guard syntax.kind(0) == .preposition, let first = syntax.group(1),
            let last = parse.members(of: first).last
        else { return [] }
        let comma = parse.unitOfGroup[last] + 1
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(comma) == .comma, unit > comma,
            (comma + 1..<unit).allSatisfy({ before in
                switch parse.units[before].kind {
                case .other: true
                case .verb(let verb): syntax.isState(verb)
                default: false
                }
            })
        else { return [] }
        return [
            Syntax.Complement(unit: 0, preposition: syntax.words(0), groups: parse.members(of: first))
        ]
    }

    /// Whether a noun stands for one end of a relation: "actionnaire", "filiale".
    private func isRoleNoun(_ lemma: WordID) -> Bool {
        knowledge.frames.nouns[lemma]?.contains { frames[$0].trigger == .role } ?? false
    }
}
