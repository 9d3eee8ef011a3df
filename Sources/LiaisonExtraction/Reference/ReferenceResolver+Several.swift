internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// "the two leagues that merged": a relative clause without a comma says which they are, and nothing before does.
    private func isRestricted(_ group: Int, _ syntax: Syntax) -> Bool {
        let noun = syntax.parse.groups[group]
        guard syntax.grammar.language == .english, noun.hasNoun,
            !words.collectives.contains(text.tokens[noun.head].word),
            case .grammar(let word)? = syntax.kind(syntax.parse.unitOfGroup[group] + 1)
        else { return false }
        return ClauseBuilder.clauseKind(word) == .relative
    }

    /// All that a group stands for: several things for "les deux groupes", "they", "the pair"; else what ``resolve(_:_:_:)`` gives.
    /// - Parameter kinds: what they can be, where that is known.
    func references(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, kinds: Set<EntityKind>? = nil
    ) -> [Reference] {
        if let one = resolve(group, syntax, knowledge) { return [one] }
        let noun = syntax.parse.groups[group]
        let place = Place(tokens: noun.tokens, sentence: syntax.parse.sentence)
        if let count = countOfAll(noun) {
            let found = together(before: place, fits: { _ in true })
            return found.count == count ? references(found, place, .pronoun) : []
        }
        guard noun.name == nil, noun.value == nil, noun.possessor == nil, !isRestricted(group, syntax) else {
            return []
        }
        if noun.isPronoun {
            guard noun.isPlural == true else { return [] }
            let several = together(before: place, fits: { _ in true })
            if several.isEmpty, !syntax.grammar.is(text.tokens[noun.head].word, .demonstrative),
                let firm = firmOfMany(before: place, syntax)
            {
                return references([firm], place, .pronoun)
            }
            return references(several, place, .pronoun)
        }
        let head = text.tokens[noun.head].word
        guard let number = number(of: noun, syntax) else {
            guard noun.determiner == .definite, words.kin.contains(head) else {
                return references(theSame(noun, syntax), place, .description)
            }
            return references(family(before: place), place, .description)
        }
        func isPerson(_ item: Int) -> Bool { entities.items[item].reference.kind == .person }
        func isFirm(_ item: Int) -> Bool {
            let entry = entities.items[item]
            let kind = entry.reference.kind
            return (kind == .company || kind == .fund || kind == .organisation && entry.entry == nil)
                && !isExchange(item)
                && ends[RelationEnd(relation: "listed-on", isSubject: false)]?.contains(item) != true
                && !isOutlet(item)
        }
        func isOrganisation(_ item: Int) -> Bool { entities.items[item].reference.kind.family == .organisation }
        if words.collectives.contains(head) {
            // "le trio": persons rather than firms.
            let persons = last(number, before: place, fits: isPerson)
            let found = persons.isEmpty ? last(number, before: place, asSubjects: true, fits: isOrganisation) : persons
            return references(found, place, .description)
        }
        if words.numbers[head] != nil {
            // "both the fund and the firm", "both “dear” and slow": no more than a conjunction.
            let next = syntax.kind(syntax.parse.unitOfGroup[group] + 1)
            if next == .quote { return [] }
            if case .noun? = next { return [] }
            // "both", "all three", "the two": what they are, only the place where they stand tells.
            let mayBePerson = kinds?.contains(.person) ?? true
            let mayBeFirm = kinds.map { !$0.isDisjoint(with: [.company, .fund, .organisation]) } ?? true
            let firms = mayBeFirm ? last(number, before: place, isBare: true, fits: isFirm) : []
            let persons = mayBePerson ? last(number, before: place, isBare: true, fits: isPerson) : []
            if !firms.isEmpty, !persons.isEmpty { return [] }
            return references(firms.isEmpty ? persons : firms, place, .description)
        }
        if words.persons.contains(head) || words.kin.contains(head) {
            return references(last(number, before: place, fits: isPerson), place, .description)
        }
        if words.parties.contains(head) {
            let found =
                inSentence(number, before: group, syntax, knowledge, fits: isOrganisation)
                ?? last(number, before: place, fits: isOrganisation)
            return references(found, place, .description)
        }
        guard let meaning = meaning(of: group, syntax, knowledge, isPlural: true) else { return [] }
        func isMeant(_ item: Int) -> Bool { fits(entities.items[item], meaning) }
        let found =
            inSentence(number, before: group, syntax, knowledge, fits: isMeant)
            ?? last(number, before: place, fits: isMeant)
        return references(found, place, .description)
    }

    /// "il s'est allié à X : les deux partenaires": what the sentence itself has spoken of, where that is just so many.
    private func inSentence(
        _ number: Int, before group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, fits: (Int) -> Bool
    ) -> [Int]? {
        let unit = syntax.parse.unitOfGroup[group]
        let items = syntax.parse.groups.indices.filter {
            syntax.parse.unitOfGroup[$0] < unit && syntax.parse.groups[$0].value == nil
        }.compactMap { resolve($0, syntax, knowledge)?.item }
        let found = Set(items).filter(fits)
        return found.count == number ? found.sorted() : nil
    }

    /// So many things that fit: those named together just before, those of the title, those named together earlier, or those
    /// named last.
    private func last(
        _ number: Int, before place: Place, asSubjects: Bool = false, isBare: Bool = false, fits: (Int) -> Bool
    ) -> [Int] {
        func together(within reach: Int) -> [Int]? {
            companies.last { company in
                company.tokens.upperBound <= place.tokens.lowerBound && place.sentence - company.sentence <= reach
                    && company.items.count == number && company.items.allSatisfy(fits)
                    && (company.isSubject || !asSubjects)
            }?.items
        }
        if let near = together(within: 1) { return near }
        let title = text.names.indices.filter {
            Int(text.tokens[text.names[$0].tokens.lowerBound].start) < text.bodyStart
        }
        let titled = Set(title.map { entities.itemOfName[$0] }).filter(fits).sorted()
        if titled.count == number { return titled }
        if isBare { return lastNamed(number, before: place, fits: fits) }
        if let near = together(within: 3) { return near }
        let prominent = mostNamed(number, fits: fits)
        if !prominent.isEmpty { return prominent }
        let named = lastNamed(number, before: place, fits: fits)
        if !named.isEmpty || number < 3 { return named }
        // "the same four companies": the only list of so many.
        let lists = Set(
            companies.filter {
                $0.tokens.upperBound <= place.tokens.lowerBound && $0.items.count == number && $0.items.allSatisfy(fits)
            }.map(\.items))
        return lists.count == 1 ? lists.first ?? [] : []
    }

    /// The things that the article names at least twice as often as any other of the kind, where they are just so many.
    private func mostNamed(_ number: Int, fits: (Int) -> Bool) -> [Int] {
        let ranked = entities.items.indices.filter {
            $0 < prominence.count && fits($0) && entities.items[$0].reference.kind.family == .organisation
        }.sorted {
            (prominence[$1], $0) < (prominence[$0], $1)
        }
        guard ranked.count > number, prominence[ranked[number - 1]] >= 2 * prominence[ranked[number]] else {
            return []
        }
        return ranked.prefix(number).sorted()
    }

    /// "the twins", "the sisters": the persons whom the text said to be of one family, else those named together.
    private func family(before place: Place) -> [Int] {
        if let family = families.last, family.count > 1 { return family.sorted() }
        return personsTogether(before: place, within: 4)
    }

    private func references(_ items: [Int], _ place: Place, _ sieve: Reference.Sieve) -> [Reference] {
        items.map { reference($0, place, sieve) }
    }

    /// How many things a group speaks of: "les deux groupes", "both companies", "le duo".
    private func number(of noun: NounGroup, _ syntax: Syntax) -> Int? {
        guard let first = noun.tokens.first, noun.determiner != .possessive else { return nil }
        let word = text.tokens[first].word
        guard
            syntax.grammar.is(word, .definite) || syntax.grammar.is(word, .demonstrative)
                || words.definite.contains(word)
                // "auprès des deux fondateurs".
                || first > 0 && syntax.grammar.isContracted(text.tokens[first - 1].word)
        else { return nil }
        for token in noun.tokens {
            if let number = words.numbers[text.tokens[token].word] {
                // A collective is the noun itself.
                if words.collectives.contains(text.tokens[token].word), token != noun.head { continue }
                return number
            }
        }
        return nil
    }

    /// The things named together last, in the same sentence or the one before: subjects rather than others.
    private func together(before place: Place, fits: (Int) -> Bool) -> [Int] {
        let near = companies.filter { company in
            company.tokens.upperBound <= place.tokens.lowerBound && place.sentence - company.sentence <= 1
                && company.items.allSatisfy(fits)
        }
        if let subject = near.last(where: \.isSubject) { return subject.items }
        return near.count == 1 ? near[0].items : []
    }

    /// The things that were named last, where they are just so many.
    private func lastNamed(_ number: Int, before place: Place, fits: (Int) -> Bool) -> [Int] {
        var out: [Int] = []
        var sentence = place.sentence
        for record in records.reversed() where record.tokens.upperBound <= place.tokens.lowerBound {
            if record.sentence < sentence {
                if out.count == number { break }
                sentence = record.sentence
                if place.sentence - sentence > 2 { break }
            }
            if fits(record.item), !out.contains(record.item) { out.append(record.item) }
            if out.count > number { return [] }
        }
        return out.count == number ? out.reversed() : []
    }

    /// Whose a group with `leur`, `their` is.
    func possessors(
        of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, excluding: Set<Int>, kinds: Set<EntityKind>,
        role: RelationEnd? = nil
    ) -> [Reference] {
        if let one = possessor(of: group, syntax, knowledge, excluding: excluding, kinds: kinds, role: role) {
            return [one]
        }
        guard let token = syntax.parse.groups[group].possessive,
            syntax.grammar.is(text.tokens[token].word, .pluralOwner)
        else { return [] }
        func fits(_ item: Int) -> Bool {
            kinds.contains(entities.items[item].reference.kind) && !excluding.contains(item)
        }
        let place = Place(tokens: token..<token + 1, sentence: syntax.parse.sentence)
        let clause = syntax.clause(ofGroup: group)
        for verb in syntax.parse.verbs.indices where syntax.clause(ofVerb: verb) == clause {
            let subject = syntax.subject(of: verb)
            if subject.contains(group) { continue }
            let owners = subject.flatMap { references(of: $0, syntax, knowledge) }.map(\.item)
            if owners.count > 1, owners.allSatisfy(fits) { return references(owners, place, .possessive) }
        }
        let siblings = siblings(before: place, excluding: excluding)
        if !siblings.isEmpty {
            if kinds == [.person] { return references(siblings, place, .possessive) }
            // "leurs clients": those of the firm that they run or founded together.
            if !kinds.contains(.person), let firm = commonFirm(of: siblings), fits(firm) {
                return references([firm], place, .possessive)
            }
        }
        let found = together(before: place, fits: fits)
        if found.isEmpty, !kinds.contains(.person), case let persons = personsTogether(before: place), !persons.isEmpty,
            let firm = commonFirm(of: persons), fits(firm)
        {
            return references([firm], place, .possessive)
        }
        if found.isEmpty, let firm = firmOfMany(before: place, syntax), fits(firm) {
            return references([firm], place, .possessive)
        }
        return references(found, place, .possessive)
    }

    /// "They have signed with Airbus", "Their nearest rival is …": British and spoken English takes a firm for several. Only the
    /// firm that the text is about, where neither this sentence nor the one before has anybody else in the plural.
    func firmOfMany(before place: Place, _ syntax: Syntax) -> Int? {
        guard syntax.grammar.language == .english,
            let topic = headings[text.sentences[place.sentence].paragraph] ?? topics[.organisation],
            entities.items[topic].reference.kind == .company,
            records.contains(where: {
                $0.item == topic && $0.sentence < place.sentence && place.sentence - $0.sentence < 5
            }),
            !companies.contains(where: {
                $0.tokens.upperBound <= place.tokens.lowerBound && place.sentence - $0.sentence <= 1
            })
        else { return nil }
        let earlier = place.sentence > 0 ? text.sentences[place.sentence - 1].tokens.lowerBound : 0
        let hasSeveral = (earlier..<place.tokens.lowerBound).contains { token in
            let readings = syntax.grammar.readings(text.tokens[token].word)
            return text.tokens[token].tag == .noun
                && (readings.contains { $0.form == .plural }
                    || readings.isEmpty && text.text(token..<token + 1).hasSuffix("s"))
        }
        return hasSeveral ? nil : topic
    }
}
