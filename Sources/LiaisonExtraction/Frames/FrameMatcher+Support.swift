internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// The noun of "signer un contrat" or "entrer au capital".
    func supportNoun(_ frame: Frame, objects: [Int], complements: [Syntax.Complement], verb: Int) -> Int? {
        func fits(_ group: Int) -> Bool {
            (parse.groups[group].hasNoun || parse.groups[group].value != nil || holdsValue(group)
                || frame.with.contains(knowledge.frames.product))
                && !(frame.relation == "leads" && isPostAtPart(group))
                && (!frame.with.isDisjoint(with: lemmasIn(group)) || holdsPhrase(frame, group))
        }
        if let preposition = frame.withPreposition {
            for complement in complements where complement.preposition == preposition {
                for group in complement.groups {
                    if fits(group) { return group }
                    // "sits on Orvane's board".
                    if let owned = parse.groups.indices.first(where: { parse.groups[$0].possessor == group }),
                        fits(owned)
                    {
                        return owned
                    }
                }
            }
            return nil
        }
        if let group = objects.first(where: fits) { return group }
        // "Halcyon led it": the round just told of.
        if frame.to.contains(.round), knowledge.frames.language == .english,
            let pronoun = objects.first(where: { resolver.mayBeRound($0, syntax) }),
            !syntax.subject(of: verb).contains(where: isPerson)
        {
            return pronoun
        }
        // "ont créé X, une coentreprise": what the object is.
        if let said = parse.groups.indices.first(where: { group in
            parse.host[group].map(objects.contains) ?? false && fits(group)
        }) {
            return said
        }
        // "des milliers de contrats", "80 % of the shares": the noun that is counted.
        for object in objects {
            let unit = parse.unitOfGroup[object]
            if isQuantity(object), syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
                let counted = syntax.group(unit + 2), fits(counted)
            {
                return counted
            }
        }
        // "cède du terrain", "a passé des commandes": the French partitive looks like a preposition.
        if knowledge.frames.language == .french,
            let partitive = complements.first(where: {
                $0.unit == parse.unitOfVerb[verb] + 1 && $0.preposition == knowledge.genitive
            }), let group = partitive.groups.first, fits(group)
        {
            return group
        }
        if frame.with.contains(knowledge.frames.percent) {
            for complement in complements {
                if let group = complement.groups.first(where: { parse.groups[$0].value != nil && fits($0) }) {
                    return group
                }
            }
        }
        let verbGroup = parse.verbs[verb]
        if verbGroup.isPassive || verbGroup.kind == .participle
            || !frame.from.contains(.subject) && !frame.to.contains(.subject)
        {
            let subjects = syntax.subject(of: verb)
            if frame.to.contains(.round), let pronoun = subjects.first(where: { resolver.mayBeRound($0, syntax) }) {
                return pronoun
            }
            return subjects.first(where: fits) ?? outerNouns(of: subjects).first(where: fits)
        }
        return nil
    }

    /// Persons lead the firm rather than its round.
    private func isPerson(_ group: Int) -> Bool {
        resolver.resolve(group, syntax, knowledge).map {
            resolver.entities.items[$0.item].reference.kind == .person
        } ?? true
    }

    /// "La levée de fonds de X, menée par Y": the nouns on which the name before a participle depends.
    private func outerNouns(of groups: [Int]) -> [Int] {
        guard groups.count == 1, var inner = groups.first else { return [] }
        var out: [Int] = []
        while out.count < 3, let preposition = parse.preposition[inner],
            syntax.words(preposition) == knowledge.genitive, let outer = syntax.group(preposition - 1)
        {
            out.append(outer)
            inner = outer
        }
        return out
    }

    /// "ses 22 %": a share or sum with a determiner before it.
    private func holdsValue(_ group: Int) -> Bool {
        let tokens = parse.groups[group].tokens
        return parse.groups[group].name == nil
            && text.values(in: tokens).contains { mention in
                switch mention.value {
                case .percent, .money, .count: mention.tokens.overlaps(tokens)
                default: false
                }
            }
    }

    /// Whether one of a frame's phrases begins in a group: "un appel d'offres".
    private func holdsPhrase(_ frame: Frame, _ group: Int) -> Bool {
        guard !frame.withPhrases.isEmpty else { return false }
        let end = text.sentences[parse.sentence].tokens.upperBound
        return parse.groups[group].tokens.contains { start in
            frame.withPhrases.contains { phrase in
                start + phrase.count <= end
                    && phrase.indices.allSatisfy {
                        knowledge.grammar.canon(text.tokens[start + $0].word) == phrase[$0]
                    }
            }
        }
    }

    private func holdsPercent(_ group: Int) -> Bool {
        guard let value = parse.groups[group].value, case .percent = text.values[value].value else { return false }
        return true
    }

    /// "X holds 20% of Z, Y 15% and W 10%": owners that share the verb, each with a share of its own.
    mutating func addGapped(_ frame: Frame, _ index: Int, to: [Fill], verb: Int, after support: Int) {
        var unit = parse.unitOfGroup[support] + 1
        if syntax.kind(unit) == .preposition, syntax.group(unit + 1) != nil { unit += 2 }
        while true {
            let start = unit
            while [.comma, .semicolon, .grammar(.coordinator)].contains(syntax.kind(unit)) { unit += 1 }
            // "and Canada's Z another 10 percent".
            if unit > start, syntax.kind(unit + 1) == .grammar(.genitive), syntax.group(unit + 2) != nil { unit += 2 }
            guard unit > start, let owner = syntax.group(unit), parse.groups[owner].name != nil,
                parse.members(of: owner).count == 1
            else { return }
            unit += 1
            if syntax.kind(unit) == .comma { unit += 1 }
            guard let share = syntax.group(unit),
                let value = parse.groups[share].value ?? text.valueEnding(parse.groups[share].tokens)
            else { return }
            var (stake, sum): (ExactDecimal?, Amount?)
            switch text.values[value].value {
            case .percent(let percent, _): stake = percent
            case .money(let amount):
                sum = amount
                sum?.text = text.text(parse.groups[share].tokens)
            // "and Z another 9".
            case .count(let number) where knowledge.frames.language == .english && holdsPercent(support):
                guard let count = Double(number), count <= 100, count > 0 else { return }
                stake = ExactDecimal(String(count / 100))
            default: return
            }
            let owners = references([owner], frame, subject: true)
            add(
                index, from: owners, to: to, trigger: parse.groups[share].tokens, verb: verb, group: share,
                construction: .active, stake: stake, sum: sum)
            unit += 1
        }
    }
}
