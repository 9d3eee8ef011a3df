internal import LiaisonLanguage
internal import LiaisonModel

/// Sums that another sentence tells than the one that states what was bought, ordered or invested.
extension ArticleReading {
    /// How many sentences back what a sum is for may have been told.
    private static var sumReach: Int { 3 }
    /// How many words the sum may stand behind the noun that it is of.
    private static var sumDistance: Int { 14 }
    /// How many sentences may lie between an investor and the sum of the round.
    private static var roundReach: Int { 6 }

    /// "La transaction s'élève à 52 millions d'euros.", "Montant du chèque : 24 millions", "Le repreneur versera 3 millions": gives
    /// the sum to what was told last.
    /// - Parameter known: The first of the findings of this sentence.
    mutating func noteSum(_ syntax: Syntax, _ knowledge: LanguageKnowledge, from known: Int) {
        let sentence = syntax.parse.sentence
        let tokens = text.sentences[sentence].tokens
        var sums: [(amount: Amount, tokens: Range<Int>)] = []
        for mention in text.values(in: tokens) where tokens.contains(mention.tokens.lowerBound) {
            if case .money(let amount) = mention.value { sums.append((amount, mention.tokens)) }
        }
        guard sums.count == 1, !tellsOtherSum(tokens, knowledge) else { return }
        if let payer = payer(of: sums[0].tokens, syntax, knowledge) {
            give(sums[0].amount, sums[0].tokens, in: sentence, to: ["acquires", "contracts-with"], payer: payer)
            return
        }
        let relations = relations(of: sums[0].tokens, syntax)
        guard !relations.isEmpty, !findings[known...].contains(where: { relations.contains($0.frame.relation) }) else {
            return
        }
        give(sums[0].amount, sums[0].tokens, in: sentence, to: relations, payer: nil)
    }

    /// What the noun before a sum may be the price of.
    private func relations(of sum: Range<Int>, _ syntax: Syntax) -> Set<RelationID> {
        let words = extractor.reference
        var out: Set<RelationID> = []
        var isPrice = false
        for group in syntax.parse.groups.indices {
            let noun = syntax.parse.groups[group]
            guard noun.hasNoun, noun.name == nil, noun.isPlural != true,
                // "The $40 million deal": the sum stands in the group.
                noun.tokens.upperBound <= sum.lowerBound || noun.tokens.overlaps(sum),
                sum.lowerBound - noun.tokens.upperBound <= Self.sumDistance
            else { continue }
            let lemmas = syntax.lemmas(ofGroup: group)
            let isBare = noun.determiner == .none && syntax.parse.unitOfGroup[group] == 0
            let isIndefinite =
                noun.determiner == .indefinite && sum.lowerBound - noun.tokens.upperBound <= 2
                && words.sums["invests-in"]?.isDisjoint(with: lemmas) == false
            guard
                isBare || isIndefinite || noun.determiner == .definite || noun.determiner == .demonstrative
                    || syntax.parse.preposition[group] != nil && noun.determiner == .none
            else { continue }
            if lemmas.contains(where: { words.prices.contains($0) }) { isPrice = true }
            for (relation, nouns) in words.sums where lemmas.contains(where: { nouns.contains($0) }) {
                out.insert(relation)
            }
        }
        return out.isEmpty && isPrice ? ["acquires", "contracts-with"] : out
    }

    /// Who pays a sum: the subject of the verb of which it is the object.
    private func payer(of sum: Range<Int>, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Int? {
        for verb in syntax.parse.verbs.indices
        where syntax.parse.verbs[verb].lemmas.contains(where: { extractor.reference.pays.contains($0) })
            && !syntax.parse.verbs[verb].isPassive && !syntax.parse.verbs[verb].isNegated
        {
            guard syntax.objects(of: verb).contains(where: { syntax.parse.groups[$0].tokens.overlaps(sum) }) else {
                continue
            }
            let subjects = syntax.subject(of: verb)
            if subjects.count == 1 { return resolver.resolve(subjects[0], syntax, knowledge)?.item }
        }
        return nil
    }

    /// "valorisée", "de chiffre d'affaires": the sentence tells of another sum.
    private func tellsOtherSum(_ tokens: Range<Int>, _ knowledge: LanguageKnowledge) -> Bool {
        let cues = knowledge.grammar.cues
        let own = extractor.reference.sums.values
        return tokens.contains { token in
            let hit = cues.longest(token..<min(tokens.upperBound, token + 4)) {
                knowledge.grammar.canon(text.tokens[$0].word)
            }
            if hit?.value.contains(.otherSum) ?? false { return true }
            return knowledge.grammar.readings(text.tokens[token].word).contains { reading in
                cues.value(of: reading.lemma)?.contains(.otherSum) ?? false
                    && !own.contains { $0.contains(reading.lemma) }
            }
        }
    }

    /// Gives a sum to the last of some relations, where the sentence names nobody else.
    private mutating func give(
        _ amount: Amount, _ tokens: Range<Int>, in sentence: Int, to relations: Set<RelationID>, payer: Int?
    ) {
        guard
            let last = findings.lastIndex(where: { finding in
                relations.contains(finding.frame.relation) && finding.qualifiers.holds
                    && finding.qualifiers.time != .ended && sentence - finding.sentence <= Self.sumReach
                    && (payer != nil || finding.sentence < sentence)
                    && (payer == nil || payer == Self.payer(of: finding))
            })
        else { return }
        let event = findings[last]
        let same = findings.indices.filter { index in
            findings[index].sentence == event.sentence && findings[index].frame.relation == event.frame.relation
                && findings[index].qualifiers.holds
        }
        // Of several purchases or orders nobody knows which one it is for.
        let objects = Set(same.map { findings[$0].candidate.object.item })
        let subjects = Set(same.map { findings[$0].candidate.subject.item })
        guard objects.count == 1 || payer != nil, subjects.count == 1 || event.frame.relation != "contracts-with",
            same.allSatisfy({ findings[$0].qualifiers.amount == nil }),
            names(in: sentence).isSubset(of: objects.union(subjects))
        else { return }
        var amount = amount
        amount.scope = event.frame.relation == "invests-in" && subjects.count > 1 ? .round : .edge
        if event.frame.relation == "contracts-with", amount.bound == .atMost { amount.scope = .ceiling }
        amount.text = text.text(tokens)
        for index in same where payer == nil || Self.payer(of: findings[index]) == payer {
            findings[index].qualifiers.amount = amount
        }
    }

    private static func payer(of finding: Finding) -> Int {
        finding.frame.relation == "contracts-with" ? finding.candidate.object.item : finding.candidate.subject.item
    }

    /// The organisations that a sentence names.
    func names(in sentence: Int) -> Set<Int> {
        let tokens = text.sentences[sentence].tokens
        return Set(
            text.names.indices.lazy.filter { tokens.contains(text.names[$0].tokens.lowerBound) }.map {
                resolver.entities.itemOfName[$0]
            }.filter { item in
                resolver.entities.items[item].reference.kind.family == .organisation && !resolver.isOutlet(item)
            })
    }

    private func tellsSum(_ sentence: Int) -> Bool {
        let tokens = text.sentences[sentence].tokens
        return text.values(in: tokens).contains { mention in
            if case .money = mention.value { tokens.contains(mention.tokens.lowerBound) } else { false }
        }
    }

    /// What is told twice has its sum once; and the sum of a round that is told behind its investors is theirs.
    mutating func completeSums() {
        for index in findings.indices where findings[index].qualifiers.amount == nil && findings[index].qualifiers.holds
        {
            let finding = findings[index]
            let (candidate, time) = (finding.candidate, finding.qualifiers.time)
            let relation = finding.frame.relation
            guard relation == "acquires" || relation == "contracts-with" || relation == "invests-in" else { continue }
            let sums = findings.filter { other in
                other.frame.relation == relation && other.candidate.subject.item == candidate.subject.item
                    && other.candidate.object.item == candidate.object.item && other.qualifiers.holds
                    && other.qualifiers.time == time && other.qualifiers.amount != nil
                    && (other.qualifiers.date == nil || finding.qualifiers.date == nil
                        || other.qualifiers.date == finding.qualifiers.date)
            }.compactMap(\.qualifiers.amount)
            if let sum = sums.first, Set(sums.map(\.value)).count == 1 { findings[index].qualifiers.amount = sum }
        }
    }

    /// Whoever is said to put money into a round, before or after its sum is told, has that sum, and its name and day.
    mutating func completeRounds() {
        for index in findings.indices where findings[index].frame.relation == "invests-in" {
            let finding = findings[index]
            let known = finding.qualifiers
            guard known.holds, known.time != .ended, known.start == nil, isOfRound(finding) else { continue }
            let rounds = resolver.rounds.filter { round in
                round.raiser == finding.candidate.object.item
                    && abs(round.sentence - finding.sentence) <= Self.roundReach
                    && (known.round == nil || round.name == nil || known.round == round.name)
            }
            if known.amount == nil, !tellsSum(finding.sentence) {
                let sums = rounds.compactMap(\.amount)
                if let sum = sums.first, Set(sums.map(\.value)).count == 1 { findings[index].qualifiers.amount = sum }
            }
            if known.round == nil, let name = rounds.lazy.compactMap(\.name).first,
                rounds.allSatisfy({ $0.name == nil || $0.name == name })
            {
                findings[index].qualifiers.round = name
            }
        }
    }

    /// Whether it is money put into a round, not a share that somebody has.
    private func isOfRound(_ finding: Finding) -> Bool {
        if finding.frame.amountScope == .round { return true }
        switch finding.qualifiers.role {
        case "lead", "co-lead", "participant", "principal": return true
        default: return false
        }
    }
}
