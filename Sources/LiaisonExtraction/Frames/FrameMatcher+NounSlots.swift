internal import LiaisonLanguage
internal import LiaisonModel

/// What fills the slots of a frame that a noun wakes.
extension FrameMatcher {
    func fill(
        _ slots: [Frame.Slot], _ frame: Frame, group: Int, last unit: Int, complements: [Syntax.Complement],
        subject: Bool, excluding: Set<Int>
    ) -> [Fill] {
        for slot in slots {
            var found: [Fill] = []
            switch slot {
            case .preposition(let words):
                for complement in complements
                where isSaid(complement, words) && mayBelong(complement, to: group, last: unit) {
                    found = fills(behind: complement, words, frame, subject: subject, excluding: excluding)
                    // "partnerships with companies like X".
                    if found.isEmpty, knowledge.frames.language == .english, let named = complement.groups.first,
                        parse.groups[named].hasNoun, parse.groups[named].name == nil,
                        parse.groups[named].isPlural == true, parse.groups[named].possessor == nil,
                        let examples = examples(named, frame, subject: subject)
                    {
                        found = examples.filter { !excluding.contains($0.reference.item) }
                    }
                    // "frère du PDG d'Orvane Karim Vial": who holds the post.
                    if found.isEmpty, kinds(frame, subject: subject) == [.person], let post = complement.groups.first,
                        parse.groups[post].hasNoun, parse.groups[post].name == nil,
                        let holder = nameBehind(post, frame, subject: subject)
                    {
                        found = holder.filter { !excluding.contains($0.reference.item) }
                    }
                    // "chef des logiciels du groupe" leads the software, not the group.
                    // "la vente de billets de X": of what kind, and nobody's.
                    if found.isEmpty, frame.trigger == .noun, frame.relation == "acquires", isBareKind(complement) {
                        break
                    }
                    // "la filiale de livraison express de X": a bare noun says of what sort it is.
                    if !found.isEmpty
                        || frame.trigger == .role && isPlainNoun(complement.groups)
                            && !saysOfWhatSort(complement, frame) && !isThrough(complement, frame)
                    {
                        break
                    }
                }
                if found.isEmpty, frame.trigger == .role { found = opening(words, group, frame, subject: subject) }
            case .owner:
                found = owners(of: group, frame, subject: subject, excluding: excluding)
            case .topic:
                if let reference = resolver.topic(of: group, syntax, knowledge),
                    isAllowed(reference, frame, subject: subject)
                {
                    found = [(nil, reference)]
                }
            case .subject:
                // A noun as the object of any verb: its subject.
                // or, behind a preposition that belongs to the verb, its complement: "walked away from an investment".
                if let verb = governingVerb(of: group),
                    frame.trigger != .role
                        || parse.verbs[verb].lemmas.contains(where: { knowledge.appoints.contains($0) }) || isAs(group),
                    frame.trigger != .noun || !syntax.hasCue(verb, .outside),
                    isAs(group) || syntax.objects(of: verb).contains(frame.trigger == .role ? group : top(of: group))
                        || parse.preposition[group] == parse.unitOfVerb[verb] + 1
                {
                    if frame.trigger == .noun, Self.ofHouses.contains(frame.relation) {
                        // "Le PDG d'Orvane, Karim Vial, a confirmé le rachat": it is the firm that buys.
                        found = references(
                            syntax.subject(of: verb).compactMap(house), frame, subject: subject)
                    }
                    if found.isEmpty { found = references(syntax.subject(of: verb), frame, subject: subject) }
                    if found.isEmpty, frame.trigger == .noun {
                        found = references(
                            syntax.subject(of: verb).compactMap(represented), frame, subject: subject)
                    }
                }
                // "Avec l'acquisition de Y, X …", "X muscle son offre par le rachat de Y".
                if found.isEmpty, frame.trigger == .noun, frame.relation == "acquires",
                    let preposition = parse.preposition[group], knowledge.means.contains(syntax.words(preposition)),
                    let verb = governingVerb(of: group) ?? verbAfter(group)
                {
                    found = references(syntax.subject(of: verb), frame, subject: subject)
                }
            case .round: found = round(frame, trigger: parse.groups[group].tokens, subject: subject)
            case .modifier: found = modifiers(of: group, frame, subject: subject)
            case .object, .objectOwner, .objectUser, .objectMaker, .dative, .head, .mutual, .place: break
            }
            found = found.filter { !excluding.contains($0.reference.item) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "titulaire du marché de X": a noun of the frame's own, whose complement tells.
    private func isThrough(_ complement: Syntax.Complement, _ frame: Frame) -> Bool {
        guard !frame.with.isEmpty, let group = complement.groups.first else { return false }
        return !frame.with.isDisjoint(with: syntax.lemmas(ofGroup: group))
    }

    /// "vente de billets": a noun without any article behind a plain "de".
    private func isBareKind(_ complement: Syntax.Complement) -> Bool {
        guard knowledge.frames.language == .french, complement.preposition == knowledge.genitive,
            isPlainNoun(complement.groups)
        else { return false }
        return lacksArticle(complement)
    }

    /// Whether what stands behind a preposition has no article, not even one that the preposition took in: "du", "des".
    private func lacksArticle(_ complement: Syntax.Complement) -> Bool {
        guard let group = complement.groups.first, parse.groups[group].determiner == .none,
            let last = parse.units[complement.unit].tokens.last
        else { return false }
        let word = text.tokens[last].word
        return !knowledge.grammar.isContracted(word) && !knowledge.grammar.is(word, .indefinite)
    }

    /// "filiale de services", "fournisseur de puces": firms are told apart by what they deal in, which stands without an article.
    private func saysOfWhatSort(_ complement: Syntax.Complement, _ frame: Frame) -> Bool {
        knowledge.frames.language == .french
            && ["subsidiary-of", "contracts-with", "rival-of"].contains(frame.relation) && lacksArticle(complement)
    }

    /// The noun on which others hang: "projet" in "projet d'investissement".
    private func top(of group: Int) -> Int {
        var top = group
        var steps = 0
        while steps < 3, let preposition = parse.preposition[top], syntax.words(preposition) == knowledge.genitive,
            let outer = syntax.group(preposition - 1), parse.groups[outer].hasNoun
        {
            top = outer
            steps += 1
        }
        return top
    }

    /// "Tim Cook unveiled Lumia", "Le patron d'Orvane a dévoilé Lumia": the firm for which somebody shows what it makes.
    func houseOfMaker(_ reference: Reference, _ group: Int, _ frame: Frame) -> Reference? {
        guard resolver.entities.items[reference.item].reference.kind == .person else { return nil }
        if let house = house(of: group) ?? parse.groups.indices.first(where: { parse.host[$0] == group }).flatMap(house)
        {
            let found = resolver.references(of: house, syntax, knowledge, kinds: [.company]).filter {
                isAllowed($0, frame, subject: true)
            }
            if found.count == 1 { return found[0] }
        }
        if let name = parse.groups[group].leading.last {
            let firm = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            if isAllowed(firm, frame, subject: true) { return firm }
        }
        guard let firm = resolver.onlyFirm(of: reference.item) else { return nil }
        let found = Reference(item: firm, tokens: reference.tokens, via: reference.via, sieve: .description)
        return isAllowed(found, frame, subject: true) ? found : nil
    }

    /// "le patron d'Orvane", "Karim Vial, le patron d'Orvane": the firm for which somebody acts.
    private func house(of group: Int) -> Int? {
        if let firm = represented(by: group) { return firm }
        let unit = parse.unitOfGroup[group]
        if syntax.kind(unit - 1) == .comma, let firm = syntax.group(unit - 2),
            let preposition = parse.preposition[firm], let post = syntax.group(preposition - 1),
            represented(by: post) == firm
        {
            return firm
        }
        return parse.groups.indices.lazy.filter { parse.host[$0] == group }.compactMap { represented(by: $0) }.first
    }

    /// "le patron d'Orvane", "Orvane's chairman": who speaks and acts for a company.
    private func represented(by group: Int) -> Int? {
        let noun = parse.groups[group]
        guard noun.name == nil, knowledge.grammar.is(text.tokens[noun.head].word, .personNoun) else { return nil }
        if let owner = noun.possessor { return owner }
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive else { return nil }
        return syntax.group(unit + 2)
    }

    /// "Chez X, Y, le directeur de la recherche, …": the place that the sentence opens with.
    private func opening(_ words: [WordID], _ group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard parse.host[group] != nil || parse.unitOfGroup[group] == 3, words != knowledge.genitive,
            syntax.kind(0) == .preposition, syntax.words(0) == words, let place = syntax.group(1),
            syntax.kind(2) == .comma
        else { return [] }
        return references(parse.members(of: place), frame, subject: subject)
    }

    /// "took X back as chief executive".
    private func isAs(_ group: Int) -> Bool {
        parse.preposition[group].map { knowledge.asPrepositions.contains(syntax.words($0)) } ?? false
    }

    /// Whether the first of some groups is a noun that names nothing and counts nothing.
    func isPlainNoun(_ groups: [Int]) -> Bool {
        guard let group = groups.first else { return false }
        return parse.groups[group].hasNoun && parse.groups[group].value == nil && parse.groups[group].name == nil
            && !syntax.lemmas(ofGroup: group).contains { knowledge.quantities.contains($0) }
            && !resolver.isType(group, syntax, knowledge)
    }
}
