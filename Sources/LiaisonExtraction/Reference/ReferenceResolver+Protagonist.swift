internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// How much each organisation looks like what the article is about, by its names alone; nil for what is no organisation.
    func weighProtagonists() -> [Double?] {
        let bodyStart = text.bodyStart
        var first = [Int](repeating: .max, count: entities.items.count)
        var titled: Set<Int> = []
        var order: [Int: Int] = [:]
        var sentence = 0
        for (index, mention) in text.names.enumerated() {
            let token = mention.tokens.lowerBound
            let item = entities.itemOfName[index]
            if Int(text.tokens[token].start) < bodyStart {
                titled.insert(item)
                continue
            }
            while sentence < text.sentences.count, text.sentences[sentence].tokens.upperBound <= token { sentence += 1 }
            first[item] = min(first[item], sentence)
        }
        // Sentences of the text are counted from its first.
        let opening = text.sentences.firstIndex { Int(text.tokens[$0.tokens.lowerBound].start) >= bodyStart } ?? 0
        for item in first.indices where first[item] != .max { order[item] = first[item] - opening }
        let organisations = entities.items.indices.filter { entities.items[$0].reference.kind.family == .organisation }
        let earliest = organisations.compactMap { order[$0] }.min()
        let most = organisations.map { entities.items[$0].mentions }.max() ?? 0
        let weights = words.protagonist
        return entities.items.indices.map { item in
            let kind = entities.items[item].reference.kind
            guard kind.family == .organisation, most > 0 else { return nil }
            let mentions = Double(entities.items[item].mentions)
            var score = weights[.share] * mentions / Double(most) + weights[.mentions] * mentions.squareRoot()
            if titled.contains(item) { score += weights[.title] }
            if let place = order[item] {
                if place < 2 { score += weights[.opening] }
                if place == earliest { score += weights[.first] }
            }
            if kind == .fund { score += weights[.fund] }
            if kind == .government { score += weights[.government] }
            return score
        }
    }

    /// Kinds of things that an article may be about.
    private static var houses: Set<EntityKind> { Set(EntityKind.allCases.filter { $0.family == .organisation }) }

    /// Whose "son directeur", "its board" are.
    func takenByPossessives(_ syntax: Syntax, _ knowledge: LanguageKnowledge) -> [Int] {
        syntax.parse.groups.indices.compactMap { group in
            guard syntax.parse.groups[group].possessive != nil else { return nil }
            let hosted = syntax.parse.host[group].flatMap { syntax.parse.groups[$0].name }
            let own = [syntax.parse.groups[group].name, hosted, apposedName(group, syntax)].compactMap { name in
                name.map { entities.itemOfName[$0] }
            }
            return possessor(of: group, syntax, knowledge, excluding: Set(own), kinds: Self.houses)?.item
        }
    }

    /// What "y investit", "l'a fondée", "en détient 12 %" are about.
    func takenByClitics(_ syntax: Syntax, _ knowledge: LanguageKnowledge) -> [Int] {
        syntax.parse.verbs.indices.compactMap { verb in
            let group = syntax.parse.verbs[verb]
            guard let token = group.placeClitic ?? group.objectClitic ?? group.genitiveClitic else { return nil }
            let doers = Set(syntax.subject(of: verb).compactMap { resolve($0, syntax, knowledge)?.item })
            return clitic(at: token, syntax: syntax, excluding: doers, kinds: Self.houses)?.item
        }
    }

    /// What the article is about, as far as it has been read; nil where two organisations come too close.
    func protagonist() -> Int? {
        var runoff = Runoff()
        for (item, names) in protagonists.enumerated() {
            guard let names else { continue }
            let taken = item < takenUp.count ? takenUp[item] : 0
            var score = names + words.protagonist[.takenUp] * Double(min(taken, 2)) / 2
            if rounds.contains(where: { $0.raiser == item }) { score += words.protagonist[.raiser] }
            runoff.offer(item, score)
        }
        return runoff.winner(margin: words.protagonist.margin)?.item
    }
}
