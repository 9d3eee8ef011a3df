internal import LiaisonLanguage
internal import LiaisonModel

/// Whose "notre" and "nous" are: quotes and interviews speak for a firm.
extension ReferenceResolver {
    /// Whether a group is introduced as the speaker's: "notre rival", "vos actionnaires".
    func isSpeakers(_ group: Int, _ syntax: Syntax) -> Bool {
        guard let first = syntax.parse.groups[group].tokens.first else { return false }
        return words.speakerOwners.contains(text.tokens[first].word)
    }

    /// The word of a verb group, or right before it, by which the speakers say that they do something (`asSubject`) or that
    /// something is done to them.
    func speakerToken(_ verb: VerbGroup, asSubject: Bool, in sentence: Range<Int>) -> Int? {
        guard !words.speakerPronouns.isEmpty else { return nil }
        let start = max(sentence.lowerBound, verb.tokens.lowerBound - 1)
        guard
            let token = (start..<verb.tokens.upperBound).first(where: {
                words.speakerPronouns.contains(text.tokens[$0].word)
            })
        else { return nil }
        let isDoing = (token + 1..<verb.tokens.upperBound).contains { at in
            let word = text.text(at..<at + 1).lowercased()
            return words.speakerEndings.contains { word.hasSuffix($0) }
        }
        return isDoing == asSubject ? token : nil
    }

    /// The firm for which the words at a place speak: that of a person whom the sentence names, that of the person whom the
    /// article is about, or what the article is about.
    func speakersFirm(at place: Place, _ syntax: Syntax, excluding: Set<Int>, kinds: Set<EntityKind>) -> Reference? {
        func fits(_ item: Int) -> Bool {
            kinds.contains(entities.items[item].reference.kind) && !excluding.contains(item)
                && entities.items[item].reference.kind.family == .organisation
        }
        var firm: Int?
        for group in syntax.parse.groups.indices {
            guard let name = syntax.parse.groups[group].name, text.names[name].kind == .person else { continue }
            let person = entities.itemOfName[name]
            if let own = onlyFirm(of: person), fits(own) { firm = own }
            // "… », dit X, porte-parole de Y".
            if firm == nil, let own = firmBeside(group, syntax), fits(own) { firm = own }
        }
        if firm == nil, let person = topics[.person], let own = onlyFirm(of: person), fits(own) { firm = own }
        if firm == nil, let topic = topics[.organisation], fits(topic),
            entities.items[topic].reference.kind == .company || kinds.count == 1
        {
            firm = topic
        }
        return firm.map { reference($0, place, .possessive) }
    }

    /// The one firm that a person was said to lead, else to have founded.
    func onlyFirm(of person: Int) -> Int? {
        let firms = led[person] ?? founded[person] ?? []
        return firms.count == 1 ? firms[0] : nil
    }

    /// The firm that several persons were said to lead or to have founded together: "leurs clients".
    func commonFirm(of persons: [Int]) -> Int? {
        var common: Set<Int>?
        for person in persons {
            let firms = Set((led[person] ?? []) + (founded[person] ?? []))
            if firms.isEmpty { continue }
            common = common.map { $0.intersection(firms) } ?? firms
        }
        return common?.count == 1 ? common?.first : nil
    }
}
