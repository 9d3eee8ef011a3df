internal import LiaisonLanguage
internal import LiaisonModel

extension FrameMatcher {
    /// From here on the recogniser is hardly ever wrong about a name.
    private static let sureName: Float = 0.9

    /// "OpenAI's Sora", "son service Azure OpenAI": an owner and a name of the right kind are enough.
    mutating func matchPossession(_ group: Int) {
        let noun = parse.groups[group]
        if let host = parse.host[group], noun.determiner == .definite || noun.possessor != nil {
            matchApposed(group, to: host)
        }
        guard let name = noun.name,
            noun.possessive != nil || noun.possessor != nil || makerBehind(group) != nil
                || syntax.kind(parse.unitOfGroup[group] - 1) == .grammar(.relativePossessive)
        else { return }
        // "sa propre session Claude" is no product of one's own.
        if noun.hasNoun, !syntax.lemmas(ofGroup: group).contains(where: { knowledge.frames.products.contains($0) }) {
            return
        }
        for index in knowledge.frames.possessions {
            let frame = frames[index]
            guard frame.lemmas.contains(text.names[name].kind.rawValue) else { continue }
            let heads = references([group], frame, subject: frame.from.contains(.head))
            guard !heads.isEmpty else { continue }
            var owners = owners(
                of: group, frame, subject: !frame.from.contains(.head), excluding: Set(heads.map(\.reference.item)))
            if owners.isEmpty, let maker = makerBehind(group) {
                owners = references([maker], frame, subject: !frame.from.contains(.head))
            }
            if frame.from.contains(.head) {
                add(index, from: heads, to: owners, trigger: noun.tokens, verb: nil, group: group, construction: .noun)
            } else {
                add(index, from: owners, to: heads, trigger: noun.tokens, verb: nil, group: group, construction: .noun)
            }
        }
    }

    /// "Lumia, le répulsif d'Orvane", "Lumia, Orvane's browser": whatever a product is called, it is its owner's.
    private mutating func matchApposed(_ group: Int, to host: Int) {
        guard let name = parse.groups[host].name, text.names[name].kind == .product else { return }
        let unit = parse.unitOfGroup[group]
        var maker = parse.groups[group].possessor
        if maker == nil, syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let behind = syntax.group(unit + 2), !parse.groups[behind].hasNoun
        {
            maker = behind
        }
        // Its rival, its owner or its inventor is no product.
        let isRole = syntax.lemmas(ofGroup: group).contains { lemma in
            knowledge.frames.nouns[lemma]?.contains { frames[$0].trigger == .role } ?? false
        }
        guard let maker, !isRole else { return }
        for index in knowledge.frames.possessions {
            let frame = frames[index]
            guard frame.lemmas.contains(EntityKind.product.rawValue), frame.to.contains(.head) else { continue }
            add(
                index, from: references([maker], frame, subject: true), to: references([host], frame, subject: false),
                trigger: parse.groups[group].tokens, verb: nil, group: group, construction: .apposition)
        }
    }

    /// "Gemini de Google": the name right behind "de".
    private func makerBehind(_ group: Int) -> Int? {
        let unit = parse.unitOfGroup[group]
        guard knowledge.frames.language == .french, syntax.kind(unit + 1) == .preposition,
            syntax.words(unit + 1) == knowledge.genitive,
            let maker = syntax.group(unit + 2), !parse.groups[maker].hasNoun, parse.groups[maker].name != nil
        else { return nil }
        // Capitals in a title may look like that: "Cycle de Vie".
        for name in [parse.groups[group].name, parse.groups[maker].name].compactMap(\.self) {
            let item = resolver.entities.items[resolver.entities.itemOfName[name]]
            if item.entry == nil, item.score < Self.sureName { return nil }
        }
        return maker
    }

    /// "Orvane-backed Kaptio".
    mutating func matchCompounds() {
        guard !knowledge.frames.compounds.isEmpty else { return }
        let sentence = text.sentences[parse.sentence].tokens
        for token in sentence {
            guard let indices = knowledge.frames.compounds[text.tokens[token].word], token >= sentence.lowerBound + 2,
                text.text(token - 1..<token) == "-",
                let name = text.names.firstIndex(where: { $0.tokens.upperBound == token - 1 })
            else { continue }
            let left = Reference(
                item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
            // What follows: the group that begins after the compound or holds it.
            guard
                let group = parse.groups.indices.first(where: {
                    parse.groups[$0].tokens.upperBound > token + 1 && parse.groups[$0].tokens.lowerBound <= token + 1
                })
            else { continue }
            for index in indices {
                let frame = frames[index]
                let leftIsSubject = frame.from == [.owner]
                guard isAllowed(left, frame, subject: leftIsSubject) else { continue }
                // "X-backed start-ups Y and Z": of both; "X-backed Y and Z": of the first.
                let backed = parse.groups[group].isPlural == true ? parse.members(of: group) : [group]
                var right = references(backed.filter { $0 >= group }, frame, subject: !leftIsSubject)
                if right.isEmpty { right = referents(of: group, frame, subject: !leftIsSubject).fills }
                let fill: [Fill] = [(nil, left)]
                add(
                    index, from: leftIsSubject ? fill : right, to: leftIsSubject ? right : fill,
                    trigger: token..<token + 1, verb: nil,
                    group: group, construction: .compound)
            }
        }
    }
}
