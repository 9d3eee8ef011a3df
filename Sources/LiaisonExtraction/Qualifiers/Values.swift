internal import LiaisonLanguage
internal import LiaisonModel

/// Which of the sums, dates, stakes and rounds around a candidate belong to it.
struct Values {
    let text: AnnotatedText
    let syntax: Syntax
    let knowledge: LanguageKnowledge
    let candidate: Candidate
    let frame: Frame
    let resolver: ReferenceResolver

    var parse: SentenceParse { syntax.parse }

    /// "détenue à 60 % par X et à 25 % par Y": the share right before the doer whose it is.
    private func isShareOfDoer(_ share: Range<Int>) -> Bool {
        guard knowledge.frames.language == .french,
            let agent = parse.units.firstIndex(where: {
                $0.kind == .preposition && $0.tokens.lowerBound >= share.upperBound
            }), parse.units[agent].tokens.lowerBound == share.upperBound,
            knowledge.agents.contains(syntax.words(agent)), let doer = syntax.group(agent + 1)
        else { return false }
        let subject = candidate.subject.tokens
        return parse.members(of: doer).contains { parse.groups[$0].tokens.overlaps(subject) }
    }

    func apply(to out: inout Qualifiers) {
        let clause = triggerClause
        let span = clauseTokens(clause)
        var dates: [(String, Value.DateRole, Int)] = []
        var amount: (Amount, Range<Int>, Int)?
        var lastShare: Range<Int>?
        for mention in text.values(in: span) where span.contains(mention.tokens.lowerBound) {
            var isDate = false
            if case .date = mention.value { isDate = true }
            guard isIn(clause, mention.tokens, isDate: isDate) else { continue }
            let distance = distance(mention.tokens)
            switch mention.value {
            case .money(let value):
                if frame.amountScope == nil || frame.relation != "regulates" && isOtherSum(mention.tokens) { continue }
                if distance < (amount?.2 ?? .max) { amount = (value, mention.tokens, distance) }
            case .percent(let share, _):
                // "raised its stake from 12% to 20%": what it is now.
                if let before = lastShare, out.stake != nil, share.approximate <= 1, isRange(before, mention.tokens) {
                    out.stake = share
                }
                lastShare = mention.tokens
                // "provided half of it" is of the round, not of the company.
                let isOfSum = frame.amountScope == .round && !text.text(mention.tokens).contains(where: \.isNumber)
                if ["invests-in", "acquires", "subsidiary-of"].contains(frame.relation), share.approximate <= 1,
                    !isOfSum,
                    out.stake == nil || isShareOfDoer(mention.tokens)
                {
                    out.stake = share
                }
            case .date(let date, let role): dates.append((date, role, isOwn(mention.tokens) ? -1 : distance))
            case .round(let round): if frame.relation == "invests-in" { out.round = round }
            case .duration, .count: break
            }
        }
        if let stake = candidate.stake ?? bracketed { out.stake = stake }
        if dates.isEmpty, frame.trigger == .verb || frame.trigger == .noun {
            dates = announcementDates(clause)
            if dates.isEmpty { dates = sayingDates() }
            if dates.isEmpty, let month = monthOfWhatJustHappened { dates = [(month, .at, 0)] }
        }
        if frame.amountScope == .round, ownSum == nil, let round = resolver.round(at: parse.sentence),
            !isOtherRound(round, named: out.round),
            // "dont X est actionnaire depuis 2021": no money of this round.
            frame.trigger != .role || !dates.contains(where: { $0.1 == .since })
        {
            out.amount = round.amount
            if let (value, tokens, _) = amount, out.amount == nil || isPart(value, of: round) {
                out.amount = value
                out.amount?.scope = isPart(value, of: round) ? .edge : .round
                out.amount?.text = text.text(tokens)
            }
            out.round = out.round ?? round.name
            if dates.isEmpty, let date = round.date, out.time != .ended { dates.append((date, .at, 0)) }
        } else if let sum = candidate.sum ?? ownSum {
            out.amount = sum
            out.amount?.scope = .edge
        } else if let (value, tokens, _) = amount {
            var value = value
            value.scope = isTotal(tokens) ? .total : isShared || isJoint ? .round : scope(value)
            value.text = text.text(tokens)
            out.amount = value
        }
        count(&out)
        zip(&out)
        for (date, role, _) in dates.sorted(by: { $0.2 < $1.2 }) {
            switch role {
            case .at:
                if out.time == .ended, frame.settings.time == .ended || Self.states.contains(frame.relation) {
                    out.end = out.end ?? date
                } else if Self.posts.contains(frame.relation) {
                    // Who is named on a day has the post from then on.
                    out.start = out.start ?? date
                } else {
                    out.date = out.date ?? date
                }
            case .since: out.start = out.start ?? date
            case .until:
                out.end = out.end ?? date
                // "chief scientist until this month": a state that has ended.
                if frame.settings.past == .ended || Self.states.contains(frame.relation), out.time == .current,
                    text.published.map({ date <= $0 }) ?? !isToldAsCurrent
                {
                    out.time = .ended
                }
            case .by: break
            }
        }
        role(&out)
        if isShared, out.role == nil { out.role = "participant" }
    }

    /// "bought X in 2020, Y in 2021": a date right behind the object, or behind a preposition there, is that object's.
    private func isOwn(_ date: Range<Int>) -> Bool {
        let end = candidate.object.tokens.upperBound
        return date.lowerBound == end || date.lowerBound == end + 1 && text.tokens[end].tag == .adposition
    }

    /// "EQT, which had led the seed round", "who led the previous round": not the round that the text is about.
    private func isOtherRound(_ round: FundingRound, named name: String?) -> Bool {
        if let name, let known = round.name { return name != known }
        let clause = triggerClause
        return parse.groups.indices.contains { group in
            syntax.clause(ofGroup: group) == clause && parse.groups[group].isFormer
                && resolver.isRound(group, syntax, knowledge)
        }
    }

    /// "Halcyon a apporté 20 millions": less than what the round told of before came to is what one gave.
    private func isPart(_ sum: Amount, of round: FundingRound) -> Bool {
        guard let whole = round.amount, round.sentence < parse.sentence, sum.currency == whole.currency else {
            return false
        }
        return sum.value < whole.value
    }

    /// Whether nothing but a preposition stands between two shares, and one before the first.
    private func isRange(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard let a = parse.units.firstIndex(where: { $0.tokens.overlaps(first) }),
            let b = parse.units.firstIndex(where: { $0.tokens.overlaps(second) })
        else { return false }
        return b == a + 2 && syntax.kind(a + 1) == .preposition && syntax.kind(a - 1) == .preposition
            && knowledge.datives.contains(syntax.words(a + 1))
    }

    /// "Tikéo (18,5 %)", "Kestrel, 12%,": the share right behind the investor's name.
    private var bracketed: ExactDecimal? {
        guard frame.relation == "invests-in" else { return nil }
        let behind = candidate.subject.tokens.upperBound
        for mention in text.values(in: behind..<behind + 2) where mention.tokens.lowerBound == behind + 1 {
            guard case .percent(let share, _) = mention.value, share.approximate <= 1,
                ["(", ","].contains(text.text(behind..<behind + 1))
            else { continue }
            return share
        }
        return nil
    }

    /// "18 millions, dont 4 apportés par X": the sum that the participle itself speaks of is what its doer gave.
    private var ownSum: Amount? {
        guard frame.relation == "invests-in", let verb = candidate.verb, parse.verbs[verb].kind == .participle,
            frame.trigger == .verb, let host = syntax.subject(of: verb).first, let value = parse.groups[host].value,
            case .money(var sum) = text.values[value].value,
            parse.unitOfGroup[host] == parse.unitOfVerb[verb] - 1
        else { return nil }
        sum.text = text.text(parse.groups[host].tokens)
        return sum
    }

    /// Relations that hold for some time, and begin or end on a day.
    private static let states: Set<RelationID> = [
        "invests-in", "leads", "works-for", "subsidiary-of", "contracts-with", "partners-with",
    ]
    private static let posts: Set<RelationID> = ["leads", "works-for", "subsidiary-of"]

    /// Whether a company raised the sum from several at once: then it is the round's.
    private var isShared: Bool {
        frame.relation == "invests-in" && frame.trigger == .verb && frame.to == [.subject] && candidate.isShared
    }

    /// "a total of $90m", "$90m altogether", "$90m in all": what adds up several investments.
    private func isTotal(_ tokens: Range<Int>) -> Bool {
        guard frame.relation == "invests-in", !knowledge.totals.isEmpty else { return false }
        let sentence = text.sentences[parse.sentence].tokens
        let near = max(sentence.lowerBound, tokens.lowerBound - 2)..<min(sentence.upperBound, tokens.upperBound + 1)
        return near.contains { !tokens.contains($0) && knowledge.totals.contains(text.tokens[$0].word) }
    }

    /// "X and Y put in $5m": whether several put in one sum together.
    private var isJoint: Bool {
        guard knowledge.grammar.language == .english, frame.relation == "invests-in", frame.trigger == .verb,
            candidate.isShared, frame.from == [.subject]
        else { return false }
        return !parse.units.contains { unit in
            unit.clause == triggerClause
                && unit.tokens.contains { knowledge.grammar.is(text.tokens[$0].word, .distributive) }
        }
    }

    /// "menée par X, avec la participation de Y", "X, rejoint par Y": Y takes part and does not lead.
    private var isBeside: Bool {
        guard let group = subjectGroup, let preposition = parse.preposition[parse.members(of: group)[0]] else {
            return false
        }
        if knowledge.alongside.contains(syntax.words(preposition)) { return true }
        return syntax.verb(preposition - 1).map { verb in
            verb != candidate.verb && parse.verbs[verb].lemmas.contains { knowledge.joins.contains($0) }
        } ?? false
    }

    private var subjectGroup: Int? {
        parse.groups.indices.first { parse.groups[$0].tokens.contains(candidate.subject.tokens.lowerBound) }
    }

    /// "X and Y own 10% and 15%, respectively": the share at the place that the subject, or object, has in its list.
    private func zip(_ out: inout Qualifiers) {
        let clause = triggerClause
        guard out.stake != nil || out.amount != nil,
            parse.units.contains(where: { $0.clause == clause && holdsRespectively($0) })
        else {
            return
        }
        var shares: [ExactDecimal] = []
        var sums: [Amount] = []
        for mention in text.values where clauseTokens(clause).contains(mention.tokens.lowerBound) {
            switch mention.value {
            case .percent(let share, _): shares.append(share)
            case .money(let sum): sums.append(sum)
            default: break
            }
        }
        for end in [candidate.subject, candidate.object] {
            guard
                let group = parse.groups.indices.first(where: {
                    parse.groups[$0].tokens.contains(end.tokens.lowerBound)
                })
            else { continue }
            let members = parse.members(of: group)
            guard members.count > 1, let place = members.firstIndex(of: group) else { continue }
            if out.stake != nil, members.count == shares.count { out.stake = shares[place] }
            if let scope = out.amount?.scope, members.count == sums.count {
                out.amount = sums[place]
                out.amount?.scope = scope
            }
        }
    }

    private func holdsRespectively(_ unit: Unit) -> Bool {
        unit.tokens.contains { knowledge.grammar.is(text.tokens[$0].word, .respectively) }
    }

    private func scope(_ amount: Amount) -> Amount.Scope {
        guard let scope = frame.amountScope else { return .edge }
        // A contract "of up to" a sum has that sum for a ceiling.
        if frame.relation == "contracts-with", scope == .edge, amount.bound == .atMost, !isInDeal { return .ceiling }
        return scope
    }

    /// "a deal worth as much as": the sum of one deal, not what a contract may rise to.
    private var isInDeal: Bool {
        guard knowledge.grammar.language == .english, let group = candidate.group else { return false }
        return parse.groups[group].tokens.contains { token in
            knowledge.grammar.readings(text.tokens[token].word).contains { knowledge.roundNouns.contains($0.lemma) }
        }
    }

    func distance(_ tokens: Range<Int>) -> Int {
        let trigger = candidate.trigger
        if tokens.lowerBound >= trigger.upperBound { return tokens.lowerBound - trigger.upperBound }
        return trigger.lowerBound - tokens.upperBound + 2
    }

    /// "valorisée 3 milliards", "un chiffre d'affaires de …".
    private func isOtherSum(_ tokens: Range<Int>) -> Bool {
        let sentence = text.sentences[parse.sentence].tokens
        // "€14.20 a share", "$30 per unit".
        let next = tokens.upperBound
        if knowledge.grammar.language == .english, sentence.contains(next + 1),
            knowledge.each.contains(text.tokens[next].word),
            knowledge.grammar.readings(text.tokens[next + 1].word).contains(where: {
                knowledge.wholes.contains($0.lemma)
            })
        {
            return true
        }
        for token in max(sentence.lowerBound, tokens.lowerBound - 6)..<min(sentence.upperBound, tokens.upperBound + 3) {
            if token < tokens.lowerBound, isParted(token, from: tokens.lowerBound) || isDealValued(token) { continue }
            if knowledge.grammar.cues.longest(
                token..<min(sentence.upperBound, token + 4), { knowledge.grammar.canon(text.tokens[$0].word) })?.value
                .contains(.otherSum) ?? false
            {
                return true
            }
            for reading in knowledge.grammar.readings(text.tokens[token].word) {
                if knowledge.grammar.cues.value(of: reading.lemma)?.contains(.otherSum) ?? false {
                    // The noun must stand between the sum and the trigger or right beside the sum.
                    if token >= tokens.lowerBound - 4 && token <= tokens.upperBound + 2 { return true }
                }
            }
        }
        return false
    }

    /// "in a deal valued at €40 million": what is worth that is the deal itself.
    private func isDealValued(_ token: Int) -> Bool {
        guard let unit = parse.units.firstIndex(where: { $0.tokens.contains(token) }), syntax.verb(unit) != nil,
            let group = syntax.group(unit - 1), parse.groups[group].name == nil
        else { return false }
        return syntax.lemmas(ofGroup: group).contains { resolver.words.sums[frame.relation]?.contains($0) ?? false }
    }

    /// "… de chiffre d'affaires, a levé 3 millions": a comma and a verb part a word from the sum.
    private func isParted(_ token: Int, from sum: Int) -> Bool {
        var hasComma = false
        for unit in parse.units where unit.tokens.lowerBound > token && unit.tokens.upperBound <= sum {
            if unit.kind == .comma { hasComma = true }
            if hasComma, case .verb(let verb) = unit.kind, parse.verbs[verb].kind == .finite { return true }
        }
        return false
    }

    /// "des milliers de contrats": a count in or before the trigger's group.
    private func count(_ out: inout Qualifiers) {
        guard frame.relation == "contracts-with", let group = candidate.group else { return }
        let tokens = parse.groups[group].tokens
        for mention in text.values(in: tokens.lowerBound - 3..<tokens.upperBound) {
            guard case .count(let count) = mention.value, mention.tokens.upperBound > tokens.lowerBound - 3,
                mention.tokens.lowerBound < tokens.upperBound
            else { continue }
            out.count = count
            return
        }
    }

    /// "X, déjà au capital, …", "X et Y, déjà actionnaires, …": what stands behind the comma says that they were there before.
    private var isSaidToBeThere: Bool {
        guard let group = subjectGroup, let last = parse.members(of: group).last else { return false }
        let unit = parse.unitOfGroup[last]
        guard syntax.kind(unit + 1) == .comma, parse.units.indices.contains(unit + 2) else { return false }
        return parse.units[unit + 2].tokens.contains { knowledge.partPlayed[text.tokens[$0].word] == "existing" }
    }

    /// "par X et Y", "par X et par Y": whether another name is joined to the subject.
    private var isJoined: Bool {
        guard let group = subjectGroup else { return false }
        if parse.members(of: group).count > 1 { return true }
        let unit = parse.unitOfGroup[group]
        return syntax.kind(unit + 1) == .grammar(.coordinator) && syntax.kind(unit + 2) == .preposition
            || syntax.kind(unit - 1) == .preposition && syntax.kind(unit - 2) == .grammar(.coordinator)
    }

    /// "principal", "minoritaire", "existing": which part is played.
    private func role(_ out: inout Qualifiers) {
        guard frame.relation == "invests-in" else { return }
        if out.role == "lead", isBeside { out.role = "participant" }
        if knowledge.frames.language == .french {
            if out.role == "lead", candidate.isShared, isJoined { out.role = "co-lead" }
            if out.role == nil || out.role == "participant", isSaidToBeThere { out.role = "existing" }
        }
        if let group = candidate.group {
            for token in parse.groups[group].tokens {
                if let role = knowledge.partPlayed[text.tokens[token].word] { out.role = out.role ?? role }
            }
        }
        // "existing investor X": what its own group says of it is more than that it takes part.
        guard out.role == nil || out.role == "participant", let group = subjectGroup else { return }
        for token in parse.groups[group].tokens {
            if let role = knowledge.partPlayed[text.tokens[token].word] { out.role = role }
        }
    }
}
