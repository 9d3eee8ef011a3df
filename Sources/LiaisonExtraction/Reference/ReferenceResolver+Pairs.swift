internal import LiaisonLanguage
internal import LiaisonModel

/// Words that tell two things apart that were named together.
extension ReferenceResolver {
    /// How many sentences back the two may have been named.
    private static var pairReach: Int { 2 }

    /// "le premier", "la seconde": one of the two things that were named together last.
    func oneOfPair(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard let index = words.ordinals[text.tokens[noun.head].word], noun.name == nil, noun.value == nil,
            noun.leading.isEmpty, noun.possessor == nil, noun.isPlural != true
        else { return nil }
        let isAlone: Bool
        switch noun.tokens.count {
        case 2: isAlone = noun.determiner == .definite || noun.isPronoun
        case 1:
            // "au premier".
            let before = noun.tokens.lowerBound - 1
            isAlone = before >= 0 && knowledge.grammar.isContracted(text.tokens[before].word)
        default: isAlone = false
        }
        let next = syntax.parse.unitOfGroup[group] + 1
        // "le premier des deux", "la première de ses usines": of something else.
        guard isAlone, syntax.kind(next) != .preposition || syntax.words(next) != knowledge.genitive else { return nil }
        let place = Place(tokens: noun.tokens, sentence: syntax.parse.sentence)
        let isFeminine = noun.tokens.lazy.compactMap { words.genders[text.tokens[$0].word] }.first
        func agrees(_ item: Int) -> Bool {
            guard entities.items[item].reference.kind == .person, let isFeminine, let own = givenGenders[item] else {
                return true
            }
            return own == isFeminine
        }
        let pair =
            companies.last { company in
                company.items.count == 2 && company.tokens.upperBound <= place.tokens.lowerBound
                    && place.sentence - company.sentence <= Self.pairReach && company.sentence < place.sentence
            }?.items ?? personsNamed(before: place)
        guard pair.count == 2, agrees(pair[index]) else { return nil }
        return reference(pair[index], place, .pronoun)
    }

    /// The two persons that the sentences before named, in the order of the text.
    private func personsNamed(before place: Place) -> [Int] {
        var out: [Int] = []
        for record in records
        where record.tokens.upperBound <= place.tokens.lowerBound && record.sentence < place.sentence
            && place.sentence - record.sentence <= Self.pairReach
            && entities.items[record.item].reference.kind == .person && !out.contains(record.item)
        {
            out.append(record.item)
        }
        return out.count == 2 ? out : []
    }

    /// "tous deux", "toutes trois": how many things, where nothing says what.
    func countOfAll(_ noun: NounGroup) -> Int? {
        guard noun.tokens.count == 2, words.all.contains(text.tokens[noun.tokens.lowerBound].word) else { return nil }
        return words.numbers[text.tokens[noun.tokens.lowerBound + 1].word]
    }

    /// "les frères", "les jumeaux": persons named together before who bear one name, or were said to be of one family.
    func theSame(_ noun: NounGroup, _ syntax: Syntax) -> [Int] {
        guard noun.hasNoun, noun.isPlural == true, noun.determiner == .definite, noun.name == nil, noun.leading.isEmpty,
            words.persons.contains(text.tokens[noun.head].word)
        else { return [] }
        let place = Place(tokens: noun.tokens, sentence: syntax.parse.sentence)
        let family = siblings(before: place, excluding: [])
        if !family.isEmpty { return family }
        let named = personsTogether(before: place)
        let lastNames = Set(named.map { entities.items[$0].reference.name.split(separator: " ").last ?? "" })
        return lastNames.count == 1 ? named : []
    }

    /// The persons named together last, at most some sentences back; none where nobody was.
    func personsTogether(before place: Place, within reach: Int = pairReach) -> [Int] {
        companies.last { company in
            company.tokens.upperBound <= place.tokens.lowerBound && place.sentence - company.sentence <= reach
                && company.items.allSatisfy { entities.items[$0].reference.kind == .person }
        }?.items ?? []
    }
}
