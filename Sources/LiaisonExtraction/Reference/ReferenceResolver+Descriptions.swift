internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    // MARK: What the text says of things

    /// "la start-up lyonnaise Lumenor", "Lumenor, une jeune pousse", "Lumenor est un éditeur": the text says what it is.
    mutating func noteDescriptions(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        for index in syntax.parse.groups.indices where syntax.parse.groups[index].hasNoun {
            let group = syntax.parse.groups[index]
            guard group.isPlural != true, let item = described(index, syntax) else { continue }
            let isRelational = group.possessive != nil || group.possessor != nil
            let meaning = isRelational ? nil : meaning(of: index, syntax, knowledge)
            if meaning?.kinds == [.government], entities.items[item].entry == nil { entities.noteAuthority(item) }
            if meaning == nil, group.name != nil, !isRelational, knowledge.frames.language == .french,
                syntax.lemmas(ofGroup: index).contains(where: { knowledge.frames.products.contains($0) })
            {
                entities.noteProduct(item)
            }
            entities.describe(
                item, types: meaning?.types ?? [], nouns: syntax.lemmas(ofGroup: index),
                attributes: attributes(of: index, syntax), countries: countries(of: index, syntax, knowledge))
        }
    }

    /// The item that a group with a noun describes.
    private func described(_ index: Int, _ syntax: Syntax) -> Int? {
        let group = syntax.parse.groups[index]
        if let name = group.name { return entities.itemOfName[name] }
        if let host = syntax.parse.host[index] {
            return syntax.parse.groups[host].name.map { entities.itemOfName[$0] }
        }
        let unit = syntax.parse.unitOfGroup[index]
        if let verb = syntax.verb(unit - 1), syntax.isCopula(verb), !syntax.parse.verbs[verb].isNegated,
            group.determiner == .indefinite || group.determiner == .definite
        {
            let subject = syntax.subject(of: verb)
            if subject.count == 1, let name = syntax.parse.groups[subject[0]].name { return entities.itemOfName[name] }
        }
        return nil
    }

    /// The words of a group beside its noun, and those of a complement that names no organisation: "lyonnais", "stockholm".
    func attributes(of group: Int, _ syntax: Syntax) -> Set<String> {
        let noun = syntax.parse.groups[group]
        var out: Set<String> = []
        let name = noun.name.map { text.names[$0].tokens } ?? 0..<0
        for token in noun.tokens where token != noun.head && !name.contains(token) { add(token, &out, syntax) }
        let unit = syntax.parse.unitOfGroup[group]
        if noun.name == nil, syntax.kind(unit + 1) == .preposition, let complement = syntax.group(unit + 2) {
            let other = syntax.parse.groups[complement]
            if other.name.map({ text.names[$0].kind == .place }) ?? (other.value == nil) {
                for token in other.tokens { add(token, &out, syntax) }
            }
        }
        return out
    }

    private func add(_ token: Int, _ out: inout Set<String>, _ syntax: Syntax) {
        switch text.tokens[token].tag {
        case .adjective, .noun, .properNoun, .verb, .other: break
        default: return
        }
        guard text.tokens[token].shape.contains(.hasLetter), text.tokens[token].end - text.tokens[token].start > 2
        else {
            return
        }
        out.insert(Self.stem(text.text(token..<token + 1)))
    }

    /// A word without the endings of number and gender.
    static func stem(_ word: String) -> String {
        var word = word.lowercased()[...]
        for ending in ["s", "e"] where word.count > 3 && word.hasSuffix(ending) { word = word.dropLast() }
        return String(word)
    }

    /// Countries that the adjectives of a group name: "le groupe américain".
    func countries(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Set<String> {
        var out: Set<String> = []
        for token in syntax.parse.groups[group].tokens {
            if let country = knowledge.demonyms[text.tokens[token].word] { out.insert(country) }
        }
        return out
    }

    /// The gender of the words that just spoke of a thing, where they tell.
    mutating func noteGender(_ group: Int, _ item: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        guard knowledge.frames.language == .french,
            syntax.parse.groups[group].hasNoun || syntax.parse.groups[group].isPronoun,
            let isFeminine = isFeminine(group, syntax, knowledge)
        else { return }
        entities.note(isFeminine: isFeminine, of: item)
    }

    /// Whether a group's words are feminine; nil where they do not tell.
    func isFeminine(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool? {
        let noun = syntax.parse.groups[group]
        for token in noun.tokens {
            if let isFeminine = words.genders[text.tokens[token].word] { return isFeminine }
        }
        if let meaning = meaning(of: group, syntax, knowledge), knowledge.frames.language == .french {
            return meaning.isFeminine
        }
        return nil
    }

    // MARK: Meaning

    /// Whether a group's noun says what kind of thing it is: "du fonds de capital-risque X".
    func isType(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        meaning(of: group, syntax, knowledge) != nil
    }

    func meaning(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, isPlural: Bool = false)
        -> TypeWords.Meaning?
    {
        let noun = syntax.parse.groups[group]
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        let table = isPlural ? knowledge.types.plurals : knowledge.types.phrases
        var start = noun.tokens.lowerBound
        var best: (TypeWords.Meaning, Int)?
        while start <= noun.head {
            if let hit = table.longest(
                start..<min(end, start + 6), { syntax.grammar.canon(text.tokens[$0].word) }),
                start + hit.length > noun.head,
                hit.length > (best?.1 ?? 0)
            {
                best = (hit.value, hit.length)
            }
            start += 1
        }
        return best?.0
    }

    func fits(_ item: DocumentEntities.Item, _ meaning: TypeWords.Meaning) -> Bool {
        let kind = item.reference.kind
        if !item.types.isDisjoint(with: meaning.types) { return true }
        if kind == .company, meaning.types.contains("company") { return true }
        if kind == .fund, meaning.types.contains("fund") { return true }
        return meaning.kinds.contains(kind) && item.types.isDisjoint(with: meaning.excludes)
    }

    // MARK: Sieve

    /// "la jeune pousse", "the chipmaker", "le néerlandais", "la dirigeante": the thing that can be called so.
    /// - Parameter role: the end of a relation that is asked for, where it is known.
    func description(
        _ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, role: RelationEnd? = nil
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard noun.isPlural != true, noun.possessor == nil else { return nil }
        let place = Place(tokens: noun.tokens, sentence: syntax.parse.sentence)
        let meaning = meaning(of: group, syntax, knowledge)
        let lemmas = noun.hasNoun ? syntax.lemmas(ofGroup: group) : []
        let countries = countries(of: group, syntax, knowledge)
        let head = text.tokens[noun.head]
        if meaning == nil, knowledge.demonyms.contains(head.word), noun.leading.isEmpty {
            return nationality(group, place, countries, syntax, knowledge)
        }
        if meaning == nil, words.locals.contains(head.word), noun.leading.isEmpty {
            return local(group, place, syntax, knowledge)
        }
        if meaning == nil, syntax.grammar.is(head.word, .personNoun) {
            return person(group, place, lemmas, syntax, knowledge)
        }
        guard noun.hasNoun else { return nil }
        // "le fonds de pension de X", "l'entreprise d'Elon Musk": described by something else as well.
        let unit = syntax.parse.unitOfGroup[group]
        let isObject = syntax.parse.verbs.indices.contains { syntax.objects(of: $0).contains(group) }
        // "started the firm with X": what stands behind an object may be the verb's.
        let isQualified =
            syntax.kind(unit + 1) == .preposition && noun.determiner != .demonstrative
            && (!isObject || syntax.words(unit + 1) == knowledge.genitive)
            && syntax.group(unit + 2).map { other in
                syntax.parse.groups[other].name.map { text.names[$0].kind != .place } ?? false
            } ?? false
        // "the United States business", "the British business": a part of one.
        let isPart =
            lemmas.contains { words.parts.contains($0) }
            && (!noun.leading.isEmpty || noun.determiner != .demonstrative && !countries.isEmpty)
        let parent = isQualified ? parentOfDaughter(group, lemmas, syntax) : nil
        if isQualified && parent == nil || isPart { return nil }
        if let parent { return daughter(of: parent, place, countries) }
        let isBuyer = lemmas.contains { words.buyers.contains($0) }
        let isBought = lemmas.contains { words.bought.contains($0) }
        let targets = isBought ? ends[RelationEnd(relation: "acquires", isSubject: false)] ?? [] : []
        let attributes = attributes(of: group, syntax)
        let others = coArguments(of: group, syntax, knowledge)
        let only = meaning.flatMap(onlyOne)
        let found = antecedent(.description, at: place, role: role) { index in
            let item = entities.items[index]
            let kind = item.reference.kind
            guard kind != .person, kind != .place, kind != .sector, !others.contains(index) else { return false }
            if isBuyer { return kind.family == .organisation && isEnd(index, of: "acquires", isSubject: true) }
            if !targets.isEmpty { return targets.contains(index) }
            if let meaning {
                guard fits(item, meaning) else { return false }
            } else if item.nouns.isDisjoint(with: lemmas) {
                return false
            }
            return agrees(item, countries)
        } signs: { values, index in
            let item = entities.items[index]
            func set(_ feature: AntecedentWeights.Feature) { values[feature.rawValue] = 1 }
            if let meaning {
                if !item.types.isDisjoint(with: meaning.types) {
                    set(.type)
                } else if item.entry != nil, !item.types.isEmpty, !meaning.isGeneric {
                    set(.mismatch)
                }
            }
            if !item.nouns.isDisjoint(with: lemmas) { set(.noun) }
            if !item.attributes.isDisjoint(with: attributes) || echoes(item, attributes) {
                set(.attribute)
            } else if !attributes.isEmpty, countries.isEmpty {
                set(.unsaid)
            }
            if isOf(item, countries) { set(.country) }
            if only == index { set(.only) }
            if namesProduct(of: index, in: place.sentence) { set(.product) }
            setTies(&values, index, of: others)
            if let rank = rank(index, lemmas) { set(rank ? .rank : .otherRank) }
        }
        if let found { return reference(found, place, .description) }
        return meaning.flatMap { onlyFirmBefore(group, place, $0, syntax) }
    }

    /// "la filiale de X": X, where the words stand for a firm named before.
    private func parentOfDaughter(_ group: Int, _ lemmas: [WordID], _ syntax: Syntax) -> Int? {
        guard syntax.parse.groups[group].determiner == .definite,
            lemmas.contains(where: { words.daughters.contains($0) }),
            let owner = syntax.group(syntax.parse.unitOfGroup[group] + 2),
            syntax.parse.members(of: owner).count == 1, let name = syntax.parse.groups[owner].name
        else { return nil }
        return entities.itemOfName[name]
    }

    /// The firm that "la filiale de X" stands for: one that bears X's name, or the only one that the last sentences speak of.
    /// - Parameter countries: Of which one it has to be: "la filiale espagnole de X".
    private func daughter(of parent: Int, _ place: Place, _ countries: Set<String>) -> Reference? {
        var found: [Int] = []
        for record in records.reversed()
        where record.tokens.upperBound <= place.tokens.lowerBound && record.item != parent {
            if place.sentence - record.sentence > 2 { break }
            let item = entities.items[record.item]
            guard item.reference.kind == .company || item.reference.kind == .fund, !found.contains(record.item),
                countries.isEmpty || isOf(item, countries)
            else { continue }
            found.append(record.item)
        }
        let name = entities.items[parent].reference.name + " "
        let bearers = found.filter { entities.items[$0].reference.name.hasPrefix(name) }
        if bearers.count == 1 { return reference(bearers[0], place, .description) }
        return found.count == 1 ? reference(found[0], place, .description) : nil
    }

    /// "l'entreprise a dévoilé Mistral Large": a product of the same sentence that bears a firm's name tells the firm.
    private func namesProduct(of item: Int, in sentence: Int) -> Bool {
        let tokens = text.sentences[sentence].tokens
        guard let first = entities.items[item].reference.name.split(separator: " ").first, first.count > 3 else {
            return false
        }
        return text.names.contains { mention in
            mention.kind == .product && tokens.contains(mention.tokens.lowerBound) && mention.tokens.count > 1
                && text.text(mention.tokens.lowerBound..<mention.tokens.lowerBound + 1) == first
        }
    }

    private func isEnd(_ item: Int, of relation: RelationID, isSubject: Bool) -> Bool {
        ends[RelationEnd(relation: relation, isSubject: isSubject)]?.contains(item) ?? false
    }

    /// Whether an item was said to buy or own, and words are for who does, or to be bought or owned, and they are for that: true;
    /// the other way round: false.
    private func rank(_ item: Int, _ lemmas: [WordID]) -> Bool? {
        let isLarger = lemmas.contains { words.larger.contains($0) }
        guard isLarger || lemmas.contains(where: { words.smaller.contains($0) }) else { return nil }
        let owns = isEnd(item, of: "acquires", isSubject: true) || isEnd(item, of: "subsidiary-of", isSubject: false)
        let isOwned = isEnd(item, of: "acquires", isSubject: false) || isEnd(item, of: "subsidiary-of", isSubject: true)
        return owns == isOwned ? nil : owns == isLarger
    }

    /// The one thing of a trade that the article names: no generic word tells it.
    private func onlyOne(_ meaning: TypeWords.Meaning) -> Int? {
        guard !meaning.isGeneric else { return nil }
        let holders = entities.items.indices.filter { !entities.items[$0].types.isDisjoint(with: meaning.types) }
        return holders.count == 1 ? holders[0] : nil
    }

    /// Whether a thing can be of one of some countries, as far as is known.
    private func agrees(_ item: DocumentEntities.Item, _ countries: Set<String>) -> Bool {
        if countries.isEmpty { return true }
        if let country = item.country {
            return countries.contains(country) || !item.countries.isDisjoint(with: countries)
        }
        return item.countries.isEmpty || !item.countries.isDisjoint(with: countries)
    }

    /// "the solar company": a word of the name or its beginning, as in "SolarCity".
    private func echoes(_ item: DocumentEntities.Item, _ attributes: Set<String>) -> Bool {
        guard !attributes.isEmpty else { return false }
        let words = item.reference.name.lowercased().split(separator: " ")
        return attributes.contains { attribute in
            attribute.utf8.count > 3 && words.contains { $0.hasPrefix(attribute) }
        }
    }

    private func isOf(_ item: DocumentEntities.Item, _ countries: Set<String>) -> Bool {
        item.country.map { countries.contains($0) } ?? false || !item.countries.isDisjoint(with: countries)
    }

    /// "le néerlandais": the one firm of that country; with a capital, the one person.
    private func nationality(
        _ group: Int, _ place: Place, _ countries: Set<String>, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        let isPerson = text.tokens[noun.head].shape.contains(.initialCapital)
        let others = coArguments(of: group, syntax, knowledge)
        let found = antecedent(.nationality, at: place) { index in
            let item = entities.items[index]
            let kind = item.reference.kind
            guard isPerson ? kind == .person : kind == .company || kind == .fund || kind == .organisation else {
                return false
            }
            return isOf(item, countries) && !others.contains(index)
        } signs: { values, index in
            // What the text itself said, before what the lexicon knows.
            let isSaid = !entities.items[index].countries.isDisjoint(with: countries)
            values[(isSaid ? AntecedentWeights.Feature.attribute : .country).rawValue] = 1
        }
        return found.map { reference($0, place, .description) }
    }

    /// "le lyonnais", "la Nantaise": the firm that the text said to be from there, else the one that it is about.
    private func local(
        _ group: Int, _ place: Place, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Reference? {
        let token = syntax.parse.groups[group].head
        let stem = Self.stem(text.text(token..<token + 1))
        let others = coArguments(of: group, syntax, knowledge)
        func isFromThere(_ item: Int) -> Bool {
            entities.items[item].attributes.contains { zip($0, stem).prefix { $0 == $1 }.count >= Self.townLetters }
        }
        let found = antecedent(.nationality, at: place) { index in
            let kind = entities.items[index].reference.kind
            return (kind == .company || kind == .fund || kind == .organisation) && !others.contains(index)
                && (isFromThere(index) || isTopic(index, at: place.sentence))
        } signs: { values, index in
            if isFromThere(index) { values[AntecedentWeights.Feature.attribute.rawValue] = 1 }
        }
        return found.map { reference($0, place, .description) }
    }

    /// As many letters at the beginning tell a town from others: "Lyon", "lyonnais".
    private static var townLetters: Int { 4 }

    /// "la dirigeante", "the founder": the person just spoken of.
    private func person(
        _ group: Int, _ place: Place, _ lemmas: [WordID], _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) -> Reference? {
        let others = coArguments(of: group, syntax, knowledge)
        let isFeminine = knowledge.frames.language == .french ? isFeminine(group, syntax, knowledge) : nil
        let found = antecedent(.person, at: place) { index in
            entities.items[index].reference.kind == .person && !others.contains(index)
        } signs: { values, index in
            if !entities.items[index].nouns.isDisjoint(with: lemmas) {
                values[AntecedentWeights.Feature.noun.rawValue] = 1
            }
            setGender(&values, index, isFeminine: isFeminine)
        }
        return found.map { reference($0, place, .description) }
    }
}
