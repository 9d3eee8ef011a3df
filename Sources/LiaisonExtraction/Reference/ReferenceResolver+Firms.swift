internal import LiaisonLanguage
internal import LiaisonModel

/// Firms that a word for a firm can only mean: the one that the sentence named before, or the one that the next sentence names.
extension ReferenceResolver {
    /// "X, directrice générale d'Orvane, et Y, le président du groupe", "« Orvane grandit », dit X, présidente de l'entreprise":
    /// behind the post of a person the one organisation that the sentence has named so far.
    func onlyFirmBefore(
        _ group: Int, _ place: Place, _ meaning: TypeWords.Meaning, _ syntax: Syntax
    ) -> Reference? {
        guard let preposition = syntax.parse.preposition[group], let post = syntax.group(preposition - 1),
            syntax.grammar.is(text.tokens[syntax.parse.groups[post].head].word, .personNoun),
            let holder = syntax.parse.host[post].flatMap({ syntax.parse.groups[$0].name })
                ?? syntax.parse.groups[post].name, text.names[holder].kind == .person
        else { return nil }
        var found: Int?
        for record in records.reversed() {
            if record.sentence < place.sentence { break }
            guard record.sentence == place.sentence, record.tokens.upperBound <= place.tokens.lowerBound,
                entities.items[record.item].reference.kind.family == .organisation, record.item != found
            else { continue }
            if found != nil { return nil }
            found = record.item
        }
        guard let found, fits(entities.items[found], meaning) else { return nil }
        return reference(found, place, .description)
    }

    /// "A Halifax firm has raised £2m. Orvane, which …": the firm that the next sentence opens with, where neither the text before
    /// nor the lexicon knows it (cataphora).
    func namedNext(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        let next = syntax.parse.sentence + 1
        guard noun.hasNoun, noun.name == nil, noun.isPlural != true, noun.possessor == nil,
            syntax.parse.host[group] == nil, next < text.sentences.count,
            let meaning = meaning(of: group, syntax, knowledge), meaning.kinds.contains(.company),
            let name = text.names.indices.first(where: {
                text.sentences[next].tokens.contains(text.names[$0].tokens.lowerBound) && text.names[$0].kind != .place
            })
        else { return nil }
        let begin = text.sentences[next].tokens.lowerBound
        let first = text.names[name].tokens.lowerBound
        // "Fondée en 2019, Orvane …".
        guard first == begin || first < begin + Self.frontLength && text.text(first - 1..<first) == "," else {
            return nil
        }
        let item = entities.itemOfName[name]
        let kind = entities.items[item].reference.kind
        guard kind == .company || kind == .organisation, entities.items[item].entry == nil,
            entities.items[item].types.isEmpty || fits(entities.items[item], meaning)
        else { return nil }
        let isNew = text.names.indices.allSatisfy { other in
            other >= name || entities.itemOfName[other] != item
                || text.names[other].tokens.lowerBound < text.sentences[0].tokens.upperBound && next > 1
        }
        guard isNew else { return nil }
        return Reference(item: item, tokens: noun.tokens, via: [text.names[name].tokens], sieve: .description)
    }

    /// As many words at most stand before the name that a sentence is about: "Fondée à Lyon en 2019,".
    private static var frontLength: Int { 10 }
}
