internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// How many sentences a round is spoken of after the sentence that told of it.
    private static var roundReach: Int { 6 }
    /// How many sentences after its terms who raises a round is told.
    private static var termsReach: Int { 2 }
    /// How many words behind the name of a round its sum stands at most: "un tour de table d'au moins 8 millions".
    private static var sumReach: Int { 8 }

    /// Takes note of a round: "X lève 12 millions", "X announced a Series B", "la levée de fonds de X".
    mutating func noteRounds(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        let sentence = syntax.parse.sentence
        let tokens = text.sentences[sentence].tokens
        for verb in syntax.parse.verbs.indices
        where syntax.parse.verbs[verb].lemmas.contains(where: { knowledge.raises.contains($0) }) {
            guard !syntax.parse.verbs[verb].isPassive, syntax.parse.verbs[verb].kind != .participle else { continue }
            let objects = syntax.objects(of: verb)
            let isFund = objects.contains { raisesFund($0, syntax, knowledge) }
            let isRaised = objects.contains {
                isMoney($0, syntax) || isRound($0, syntax, knowledge) || isFunds($0, syntax, knowledge)
            }
            guard isFund || isRaised else {
                continue
            }
            let subject = syntax.subject(of: verb)
            guard
                let raiser = raiser(subject, syntax, knowledge, isFund: isFund)
                    ?? (holdsName(subject, syntax) ? nil : onlyCompany(before: verb, syntax))
            else { continue }
            note(
                raiser, sentence, tokens,
                sum: objects.first { isMoney($0, syntax) }.map { syntax.parse.groups[$0].tokens })
        }
        for verb in syntax.parse.verbs.indices
        where syntax.parse.verbs[verb].lemmas.contains(where: { knowledge.raises.contains($0) })
            && (syntax.parse.verbs[verb].isPassive || syntax.parse.verbs[verb].kind == .participle)
        {
            // "the round raised by X".
            let unit = syntax.parse.unitOfVerb[verb]
            guard syntax.subject(of: verb).contains(where: { isMoney($0, syntax) || isRound($0, syntax, knowledge) }),
                let agent = syntax.complements(ofUnit: unit, leading: false).first(where: {
                    knowledge.agents.contains($0.preposition)
                }), let raiser = raiser(agent.groups, syntax, knowledge)
            else { continue }
            note(raiser, sentence, tokens)
        }
        for verb in syntax.parse.verbs.indices {
            if let raiser = served(by: verb, syntax, knowledge) { note(raiser, sentence, tokens) }
        }
        if let raiser = noticed(syntax, knowledge) { note(raiser, sentence, tokens) }
        for group in syntax.parse.groups.indices where isRound(group, syntax, knowledge) {
            if let owner = syntax.parse.groups[group].possessor, let raiser = raiser([owner], syntax, knowledge) {
                note(raiser, sentence, tokens)
            }
            let unit = syntax.parse.unitOfGroup[group]
            // "led a $9 million investment in X".
            let isLed =
                syntax.verb(unit - 1).map { verb in
                    syntax.parse.verbs[verb].lemmas.contains { knowledge.leadsRound.contains($0) }
                } ?? false
            for complement in syntax.complements(ofUnit: unit, leading: false)
            where
                (complement.preposition == knowledge.genitive
                || isLed && complement.unit == unit + 1 && knowledge.into.contains(complement.preposition))
                && complement.unit <= unit + 5
            {
                if let raiser = raiser(complement.groups, syntax, knowledge) {
                    note(raiser, sentence, tokens)
                    break
                }
            }
        }
        if rounds.last?.sentence != sentence {
            specifyRound(syntax, knowledge, tokens)
            noteTerms(syntax, knowledge, tokens)
        }
        if roundSentence != sentence,
            syntax.parse.groups.indices.contains(where: { isRound($0, syntax, knowledge) })
        {
            roundSentence = sentence
        }
        let namesStage = text.values(in: tokens).contains { mention in
            if case .round = mention.value { tokens.contains(mention.tokens.lowerBound) } else { false }
        }
        if namesStage { stageSentence = sentence }
    }

    /// "Le tour de série D est emmené par Y", "The €45 million Series B …": what a later sentence says of the round told of.
    private mutating func specifyRound(_ syntax: Syntax, _ knowledge: LanguageKnowledge, _ tokens: Range<Int>) {
        guard let last = rounds.indices.last, syntax.parse.sentence - rounds[last].sentence <= Self.roundReach,
            let told = syntax.parse.groups.indices.first(where: {
                isRound($0, syntax, knowledge) || isMoney($0, syntax) && isDemonstrative($0, syntax, knowledge)
            }),
            syntax.parse.groups[told].possessor == nil
        else { return }
        let begin = syntax.parse.groups[told].tokens.lowerBound
        for mention in text.values(in: tokens) where mention.tokens.lowerBound >= begin {
            switch mention.value {
            case .round(let name) where rounds[last].name == nil: rounds[last].name = name
            case .money(var amount)
            where rounds[last].amount == nil && mention.tokens.lowerBound < begin + Self.sumReach:
                amount.scope = .round
                amount.text = text.text(mention.tokens)
                rounds[last].amount = amount
            default: break
            }
        }
    }

    /// "A $9 million seed round will pay for the factory.": a round that nobody is said to raise.
    private mutating func noteTerms(_ syntax: Syntax, _ knowledge: LanguageKnowledge, _ tokens: Range<Int>) {
        guard let told = syntax.parse.groups.indices.first(where: { isRound($0, syntax, knowledge) }),
            syntax.parse.groups[told].possessor == nil
        else { return }
        let group = syntax.parse.groups[told].tokens
        var terms = FundingRoundTerms(sentence: syntax.parse.sentence)
        for mention in text.values(in: tokens) where tokens.contains(mention.tokens.lowerBound) {
            switch mention.value {
            case .round(let name) where terms.name == nil: terms.name = name
            case .money(var amount)
            where terms.amount == nil && mention.tokens.lowerBound >= group.lowerBound
                && mention.tokens.lowerBound < group.lowerBound + Self.sumReach:
                amount.scope = .round
                amount.text = text.text(mention.tokens)
                terms.amount = amount
            case .date(let date, .at) where terms.date == nil: terms.date = date
            default: break
            }
        }
        if terms.amount != nil || terms.name != nil { roundTerms = terms }
    }

    /// A round that a statement tells of, not a sentence of its own: "Halcyon puts 12 million into Kaptio".
    mutating func noteRound(of raiser: Reference, in sentence: Int) {
        guard entities.items[raiser.item].reference.kind == .company else { return }
        guard round(at: sentence) == nil else { return }
        rounds.append(FundingRound(raiser: raiser.item, mention: raiser.tokens, sentence: sentence))
    }

    /// "Le tour valorise X 1 milliard d'euros", "Cette levée permettra à X de …", "The round will help X expand": whom a round serves.
    private func served(by verb: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let group = syntax.parse.verbs[verb]
        guard !group.isPassive, group.kind != .participle, group.lemmas.contains(where: { words.serves.contains($0) }),
            syntax.subject(of: verb).contains(where: { isRound($0, syntax, knowledge) })
        else { return nil }
        let objects = syntax.objects(of: verb).filter { syntax.parse.groups[$0].name != nil }
        if let reference = raiser(objects, syntax, knowledge) { return reference }
        let receiver = syntax.complements(ofUnit: syntax.parse.unitOfVerb[verb], leading: false).first {
            knowledge.datives.contains($0.preposition)
        }
        return receiver.flatMap { raiser($0.groups, syntax, knowledge) }
    }

    /// "Kaptio (robots, Pau) : 7 millions d'euros auprès de …": the company that a notice names before the colon.
    private func noticed(_ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        var unit = 0
        while syntax.kind(unit) == .dash || syntax.kind(unit) == .other || syntax.kind(unit) == .quote { unit += 1 }
        guard unit < 3, let name = syntax.group(unit), syntax.parse.groups[name].name != nil else { return nil }
        unit += 1
        if syntax.kind(unit) == .quote { unit += 1 }
        if syntax.kind(unit) == .open {
            while let kind = syntax.kind(unit), kind != .close { unit += 1 }
            unit += 1
        }
        guard syntax.kind(unit) == .colon else { return nil }
        // The sum, or the round: the first group of what follows.
        let end = min(unit + 4, syntax.parse.units.count)
        guard unit + 1 < end, let told = (unit + 1..<end).lazy.compactMap({ syntax.group($0) }).first,
            isMoney(told, syntax) || isRound(told, syntax, knowledge)
        else { return nil }
        return raiser([name], syntax, knowledge)
    }

    /// - Parameter sum: The words of what was raised, where they are known: a valuation may stand before it.
    private mutating func note(_ raiser: Reference, _ sentence: Int, _ tokens: Range<Int>, sum: Range<Int>? = nil) {
        var round = FundingRound(raiser: raiser.item, mention: raiser.tokens, sentence: sentence)
        for mention in text.values(in: tokens) where tokens.contains(mention.tokens.lowerBound) {
            switch mention.value {
            case .money(var amount) where round.amount == nil && (sum.map { mention.tokens.overlaps($0) } ?? true):
                amount.scope = .round
                amount.text = text.text(mention.tokens)
                round.amount = amount
            case .round(let name) where round.name == nil: round.name = name
            case .date(let date, .at) where round.date == nil: round.date = date
            default: break
            }
        }
        if let last = rounds.last, last.raiser == raiser.item, sentence - last.sentence <= Self.roundReach {
            round.amount = last.amount ?? round.amount
            round.name = last.name ?? round.name
            round.date = last.date ?? round.date
        }
        if let terms = roundTerms, sentence - terms.sentence <= Self.termsReach { round.complete(with: terms) }
        rounds.append(round)
        roundSentence = sentence
    }

    private func raiser(
        _ groups: [Int], _ syntax: Syntax, _ knowledge: LanguageKnowledge, isFund: Bool = false
    ) -> Reference? {
        guard groups.count == 1, let reference = resolve(groups[0], syntax, knowledge) else { return nil }
        let kind = entities.items[reference.item].reference.kind
        // Nobody raises a round but a firm, whatever its name looks like.
        let isFirm = kind == .company || kind == .organisation || isDoubtfulPerson(reference.item)
        return isFirm || isFund && kind == .fund ? reference : nil
    }

    /// "has closed its third fund": an investor raises money too.
    private func raisesFund(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        let noun = syntax.parse.groups[group]
        return noun.hasNoun && noun.name == nil && noun.isPlural != true
            && (noun.possessive != nil || noun.determiner == .indefinite)
            && syntax.lemmas(ofGroup: group).contains { knowledge.fundNouns.contains($0) }
    }

    private func holdsName(_ groups: [Int], _ syntax: Syntax) -> Bool {
        groups.contains { syntax.parse.groups[$0].name.map { text.names[$0].kind != .place } ?? false }
    }

    /// "Quorin, a firm that answers questions, has raised …": the one company before a verb whose subject is not understood.
    private func onlyCompany(before verb: Int, _ syntax: Syntax) -> Reference? {
        let unit = syntax.parse.unitOfVerb[verb]
        var found: Reference?
        for group in syntax.parse.groups.indices where syntax.parse.unitOfGroup[group] < unit {
            guard let name = syntax.parse.groups[group].name else { continue }
            let item = entities.itemOfName[name]
            guard entities.items[item].reference.kind == .company, item != found?.item else { continue }
            if found != nil { return nil }
            found = Reference(item: item, tokens: text.names[name].tokens, sieve: .name)
        }
        return found
    }

    func isMoney(_ group: Int, _ syntax: Syntax) -> Bool {
        text.values(in: syntax.parse.groups[group].tokens).contains { mention in
            if case .money = mention.value { mention.tokens.overlaps(syntax.parse.groups[group].tokens) } else { false }
        }
    }

    /// "lève des fonds", "a levé de nouveaux capitaux".
    private func isFunds(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        let noun = syntax.parse.groups[group]
        return noun.hasNoun && noun.name == nil && noun.determiner == .indefinite
            && syntax.lemmas(ofGroup: group).contains { knowledge.funds.contains($0) }
    }

    /// "Ces 22 millions d'euros".
    private func isDemonstrative(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        let noun = syntax.parse.groups[group]
        if noun.determiner == .demonstrative { return true }
        let before = noun.tokens.lowerBound - 1
        return text.sentences[syntax.parse.sentence].tokens.contains(before)
            && knowledge.grammar.is(text.tokens[before].word, .demonstrative)
    }

    func isRound(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        let noun = syntax.parse.groups[group]
        if noun.hasNoun, syntax.lemmas(ofGroup: group).contains(where: { knowledge.roundNouns.contains($0) }) {
            return true
        }
        return text.values(in: noun.tokens).contains { mention in
            if case .round = mention.value { mention.tokens.overlaps(noun.tokens) } else { false }
        }
    }

    /// The round that a sentence speaks of.
    func round(at sentence: Int) -> FundingRound? {
        if let last = rounds.last {
            // Where the article is about the only one who raises money, it goes on about that round.
            let isOnly = rounds.allSatisfy { $0.raiser == last.raiser } && topics[.organisation] == last.raiser
            let reach = isOnly ? Self.roundReach * 2 : Self.roundReach
            if sentence - max(last.sentence, roundSentence ?? 0) <= reach { return last }
        }
        // Nobody was said to raise it: the firm that the article is about does.
        guard rounds.isEmpty, let last = stageSentence, sentence - last <= Self.roundReach,
            let topic = topics[.organisation], !investors.contains(topic),
            entities.items[topic].reference.kind == .company,
            let mention = records.last(where: { $0.item == topic && $0.sentence <= sentence })
        else { return nil }
        var round = FundingRound(raiser: topic, mention: mention.tokens, sentence: mention.sentence)
        if let terms = roundTerms, sentence - terms.sentence <= Self.roundReach { round.complete(with: terms) }
        return round
    }

    /// Whether a sentence or one of the two before it speaks of a round.
    func isOfRound(_ sentence: Int) -> Bool {
        round(at: sentence) != nil && sentence - max(roundSentence ?? 0, rounds.last?.sentence ?? 0) <= Self.termsReach
    }

    /// Whether "il est mené par …", "it was led by …" may speak of a round: the sentence before did, and the pronoun is no
    /// person's.
    func mayBeRound(_ group: Int, _ syntax: Syntax) -> Bool {
        let noun = syntax.parse.groups[group]
        let sentence = syntax.parse.sentence
        guard noun.isPronoun, noun.isPlural != true, let last = roundSentence, sentence - last <= 1, sentence > last
        else { return false }
        let word = text.tokens[noun.head].word
        return !syntax.grammar.is(word, .personPronoun) || syntax.grammar.is(word, .thingPronoun)
            || syntax.grammar.language == .french
    }
}
