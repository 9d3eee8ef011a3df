internal import LiaisonLanguage
internal import LiaisonModel

/// What the relations stated so far tell about words that take something up.
extension ReferenceResolver {
    /// Takes note of the ends of a relation that the text stated, supposed or denied: any of them says what may stand there.
    mutating func noteEnds(_ subject: Int, _ relation: RelationID, _ object: Int, isSymmetric: Bool) {
        ends[RelationEnd(relation: relation, isSubject: true), default: []].insert(subject)
        ends[RelationEnd(relation: relation, isSubject: false), default: []].insert(object)
        if isSymmetric {
            ends[RelationEnd(relation: relation, isSubject: true), default: []].insert(object)
            ends[RelationEnd(relation: relation, isSubject: false), default: []].insert(subject)
        }
    }

    /// Takes note of whose role was spoken of, though nobody was said to have it: "Kaptio's investors looked relieved."
    mutating func noteOwners(_ owners: [Reference], of relation: RelationID, isSubject: Bool) {
        ends[RelationEnd(relation: relation, isSubject: isSubject), default: []].formUnion(owners.map(\.item))
    }

    /// The only organisation that the paragraph of a place names before it; public bodies and newspapers aside.
    func onlyOrganisation(before place: Place) -> Int? {
        let paragraph = text.sentences[place.sentence].paragraph
        var found: Int?
        for record in records.reversed() where record.tokens.upperBound <= place.tokens.lowerBound {
            if text.sentences[record.sentence].paragraph != paragraph { break }
            let item = entities.items[record.item]
            guard item.reference.kind.family == .organisation, item.reference.kind != .government,
                !isOutlet(record.item)
            else { continue }
            if let found, found != record.item { return nil }
            found = record.item
        }
        return found
    }

    /// What a pronoun or description stands for where a frame has a place for it, so that only things of some kinds can be
    /// meant: "Käärmann still runs it".
    func end(
        _ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge, role: RelationEnd, kinds: Set<EntityKind>
    ) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard noun.name == nil, noun.value == nil, noun.isPlural != true, noun.possessor == nil,
            noun.possessive == nil, syntax.parse.host[group] == nil
        else { return nil }
        if !noun.isPronoun {
            guard noun.determiner == .definite || noun.determiner == .demonstrative else { return nil }
            guard let meaning = meaning(of: group, syntax, knowledge),
                meaning.kinds.contains(where: { kinds.contains($0) })
            else { return nil }
            return description(group, syntax, knowledge, role: role)
        }
        let word = text.tokens[noun.head].word
        // "tools for IT departments".
        if text.tokens[noun.head].shape.contains(.initialCapital),
            noun.head > text.sentences[syntax.parse.sentence].tokens.lowerBound,
            text.tokens[noun.head].shape.contains(.allCapitals)
        {
            return nil
        }
        guard syntax.grammar.is(word, .thingPronoun), !syntax.grammar.is(word, .personPronoun) else { return nil }
        let place = Place(tokens: noun.tokens, sentence: syntax.parse.sentence)
        let others = coArguments(of: group, syntax, knowledge)
        let found = antecedent(.end, at: place, role: role) { index in
            let kind = entities.items[index].reference.kind
            return kinds.contains(kind) && kind.family == .organisation && !others.contains(index)
        }
        return found.map { reference($0, place, .pronoun) }
    }

    // MARK: Headings

    /// "MUDLARK. Dredging data, sold by the bucket. It has two clients": a name that is all of a paragraph's first sentence, or
    /// that stands before a colon there, is what the paragraph is about.
    mutating func noteHeading(_ syntax: Syntax) {
        let sentence = syntax.parse.sentence
        let paragraph = text.sentences[sentence].paragraph
        guard headings[paragraph] == nil,
            sentence == 0 || text.sentences[sentence - 1].paragraph != paragraph, let group = heading(syntax),
            let name = syntax.parse.groups[group].name
        else { return }
        let kind = text.names[name].kind
        guard kind.family == .organisation || kind == .product else { return }
        headings[paragraph] = entities.itemOfName[name]
        centre[kind.family] = entities.itemOfName[name]
        centreParagraphs[kind.family] = paragraph
    }

    private func heading(_ syntax: Syntax) -> Int? {
        let parse = syntax.parse
        if parse.groups.count == 1, parse.verbs.isEmpty, !parse.groups[0].hasNoun {
            // Only where the paragraph goes on.
            let next = parse.sentence + 1
            let goesOn =
                next < text.sentences.count
                && text.sentences[next].paragraph == text.sentences[parse.sentence].paragraph
            return goesOn ? 0 : nil
        }
        // "About Kaptio: the firm …", "Kaptio (Cork, robots): …".
        var unit = 0
        while syntax.kind(unit) == .other || syntax.kind(unit) == .dash { unit += 1 }
        if syntax.kind(unit) == .preposition { unit += 1 }
        guard let group = syntax.group(unit), !parse.groups[group].hasNoun, parse.members(of: group).count == 1 else {
            return nil
        }
        unit += 1
        if syntax.kind(unit) == .open {
            while let kind = syntax.kind(unit), kind != .close { unit += 1 }
            unit += 1
        }
        return syntax.kind(unit) == .colon ? group : nil
    }

    /// What a sentence is about by its paragraph's heading, else by the whole article.
    func isTopic(_ item: Int, at sentence: Int) -> Bool {
        let kind = entities.items[item].reference.kind
        if kind.family == .organisation, let heading = headings[text.sentences[sentence].paragraph] {
            return heading == item
        }
        return isTopic(item)
    }
}
