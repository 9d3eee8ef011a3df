internal import LiaisonLanguage
internal import LiaisonModel

/// What the statements of earlier sentences tell about later words: "leur sœur", "his company".
extension ReferenceResolver {
    /// How many sentences back siblings may have been spoken of.
    private static var familyReach: Int { 6 }

    /// Takes note that two persons are siblings: so are then all that the text said to be siblings of either.
    mutating func noteSiblings(_ first: Int, _ second: Int) {
        var family: Set<Int> = [first, second]
        families.removeAll { other in
            guard !other.isDisjoint(with: family) else { return false }
            family.formUnion(other)
            return true
        }
        families.append(family)
    }

    /// A person with all that the text has said to be their siblings.
    func family(of person: Int) -> Set<Int> { families.first { $0.contains(person) } ?? [person] }

    /// A sibling of whom a sentence says something by speaking of another.
    func kin(_ person: Int, of spoken: Reference) -> Reference {
        Reference(
            item: person, tokens: spoken.tokens,
            via: [spoken.tokens] + lastMention(of: person, before: spoken.tokens.lowerBound), sieve: .possessive)
    }

    /// Takes note of a firm that a person leads or founded.
    mutating func noteFirm(_ organisation: Int, of person: Int, isLeader: Bool) {
        if isLeader {
            if led[person]?.contains(organisation) != true { led[person, default: []].append(organisation) }
        } else if founded[person]?.contains(organisation) != true {
            founded[person, default: []].append(organisation)
        }
    }

    /// Sets the sign of organisations that one of some persons was said to lead or to have founded.
    func setTies(_ values: inout [Double], _ item: Int, of persons: Set<Int>) {
        if persons.contains(where: {
            led[$0]?.contains(item) == true || founded[$0]?.contains(item) == true || bearsName(item, of: $0)
        }) {
            values[AntecedentWeights.Feature.tied.rawValue] = 1
        }
    }

    /// "Darcel Emballages" is rather Cédric Darcel's than any other firm.
    private func bearsName(_ item: Int, of person: Int) -> Bool {
        let reference = entities.items[person].reference
        guard reference.kind == .person, let last = reference.name.split(separator: " ").last, last.count > 3 else {
            return false
        }
        let words = entities.items[item].reference.name.split(separator: " ")
        return words.count > 1 && words.contains(last)
    }

    /// The siblings whose sister or brother "leur sœur" is: those of whom the text said so last, without the one meant.
    func siblings(before place: Place, excluding: Set<Int>) -> [Int] {
        guard let family = families.last?.subtracting(excluding), family.count > 1,
            let last = records.last(where: {
                family.contains($0.item) && $0.tokens.upperBound <= place.tokens.lowerBound
            }), place.sentence - last.sentence <= Self.familyReach
        else { return [] }
        return family.sorted()
    }

    /// "son entreprise", "Haskell's company": the one firm that the text said the person leads, else founded.
    func personsFirm(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        guard !led.isEmpty || !founded.isEmpty || knowledge.frames.language == .french else { return nil }
        let noun = syntax.parse.groups[group]
        let holder = noun.possessor ?? personBehind(group, syntax, knowledge)
        guard noun.hasNoun, noun.isPlural != true, holder != nil || noun.possessive != nil,
            let meaning = meaning(of: group, syntax, knowledge), meaning.isGeneric, meaning.kinds.contains(.company)
        else { return nil }
        let owner =
            holder.map { resolve($0, syntax, knowledge) }
            ?? possessor(of: group, syntax, knowledge, excluding: [], kinds: [.person])
        guard let owner, entities.items[owner.item].reference.kind == .person,
            let firm = onlyFirm(of: owner.item) ?? firm(ofPostOf: owner.item, syntax, knowledge)
        else {
            return nil
        }
        return Reference(item: firm, tokens: noun.tokens, via: [owner.tokens] + owner.via, sieve: .description)
    }

    /// "Le PDG de X, Denis Vial, a cédé son entreprise": the firm of the post that the same sentence gives somebody.
    private func firm(ofPostOf person: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Int? {
        guard knowledge.frames.language == .french else { return nil }
        for (post, noun) in syntax.parse.groups.enumerated()
        where noun.name == nil && syntax.grammar.is(text.tokens[noun.head].word, .personNoun) {
            let unit = syntax.parse.unitOfGroup[post]
            guard syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
                let firm = syntax.group(unit + 2), let name = syntax.parse.groups[firm].name,
                text.names[name].kind.family == .organisation
            else { continue }
            let behind = syntax.kind(unit + 3) == .comma ? syntax.group(unit + 4) : nil
            if let holder = syntax.parse.host[post] ?? behind, let named = syntax.parse.groups[holder].name,
                entities.itemOfName[named] == person
            {
                return entities.itemOfName[name]
            }
        }
        return nil
    }

    /// "la société de Clélia Darvant": the person right behind "de".
    private func personBehind(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Int? {
        let unit = syntax.parse.unitOfGroup[group]
        guard syntax.parse.groups[group].determiner == .definite || syntax.parse.preposition[group] != nil,
            syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let person = syntax.group(unit + 2), syntax.parse.members(of: person).count == 1,
            let name = syntax.parse.groups[person].name, text.names[name].kind == .person,
            !syntax.parse.groups[person].hasNoun
        else { return nil }
        return person
    }
}
