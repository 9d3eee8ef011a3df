internal import LiaisonLanguage
internal import LiaisonModel

/// Tries the frames that the words of a sentence wake.
struct FrameMatcher {
    let text: AnnotatedText
    let syntax: Syntax
    let knowledge: LanguageKnowledge
    let resolver: ReferenceResolver
    let vocabulary: Vocabulary
    private(set) var candidates: [Candidate] = []
    /// Things that this sentence calls a product: "X, un moteur de recherche".
    private let saidProducts: Set<Int>
    /// Things that may be of any kind: the ends of a pair that somebody marked.
    var anyKind: Set<Int> = []
    /// What the sentence before stated, for words that only echo it: "So did Orvane."
    var earlier: [Candidate] = []
    /// Roles that the sentences before spoke of: "Kaptio's investors", which "they" or "another" may take up.
    var earlierRoles: [OpenRole] = []
    /// Those of this sentence.
    private(set) var openRoles: [OpenRole] = []

    init(
        text: AnnotatedText, syntax: Syntax, knowledge: LanguageKnowledge, resolver: ReferenceResolver,
        vocabulary: Vocabulary
    ) {
        self.text = text
        self.syntax = syntax
        self.knowledge = knowledge
        self.resolver = resolver
        self.vocabulary = vocabulary
        var products: Set<Int> = []
        for (group, noun) in syntax.parse.groups.enumerated() where noun.hasNoun {
            guard let name = noun.name ?? syntax.parse.host[group].flatMap({ syntax.parse.groups[$0].name }),
                resolver.entities.items[resolver.entities.itemOfName[name]].entry == nil
            else { continue }
            let isThing = noun.tokens.contains { token in
                token <= noun.head
                    && (knowledge.grammar.is(text.tokens[token].word, .thingNoun)
                        || knowledge.grammar.is(text.tokens[token].word, .teamNoun) && noun.name != nil)
            }
            let isProduct =
                syntax.lemmas(ofGroup: group).contains { knowledge.frames.products.contains($0) }
                && !resolver.isType(group, syntax, knowledge)
            // "X (robots, Pau)": a bare plural says what a firm deals in.
            guard isThing || isProduct, noun.name != nil || noun.isPlural != true else { continue }
            products.insert(resolver.entities.itemOfName[name])
        }
        saidProducts = products
    }

    var parse: SentenceParse { syntax.parse }
    var frames: [Frame] { knowledge.frames.frames }

    /// All candidates of the sentence, in the order of their triggers.
    mutating func match() -> [Candidate] {
        for unit in parse.units.indices {
            switch parse.units[unit].kind {
            case .verb(let verb): matchVerb(verb)
            case .noun(let group): matchNoun(group)
            case .preposition: matchPreposition(unit)
            default: break
            }
        }
        matchCompounds()
        matchEarlierRoles()
        matchEchoes()
        return candidates
    }

    // MARK: Filling slots

    /// What the recogniser takes for a place with less than this, and no list knows, may be a firm.
    private static let surePlace: Float = 0.9

    /// A group that may fill a role, with what it stands for.
    typealias Fill = (group: Int?, reference: Reference)

    func kinds(_ frame: Frame, subject: Bool) -> Set<EntityKind> {
        if let kinds = subject ? frame.kinds.subject : frame.kinds.object { return kinds }
        guard let relation = vocabulary[frame.relation] else { return [] }
        return subject ? relation.subjectKinds : relation.objectKinds
    }

    func isAllowed(_ reference: Reference, _ frame: Frame, subject: Bool) -> Bool {
        if anyKind.contains(reference.item) { return true }
        let kinds = kinds(frame, subject: subject)
        let item = resolver.entities.items[reference.item]
        let kind = item.reference.kind
        if let types = subject ? frame.types.subject : frame.types.object, item.types.isDisjoint(with: types) {
            return false
        }
        if !kinds.contains(.product), saidProducts.contains(reference.item) { return false }
        if kinds.contains(kind) { return true }
        // The recogniser may take an unknown company for an organisation; what the lexicon says stands.
        // Nor does a capital tell an unknown firm from an unknown place.
        if item.entry == nil, kind == .place, item.score < Self.surePlace, frame.trigger != .preposition,
            knowledge.demonyms[text.tokens[reference.tokens.lowerBound].word] == nil
        {
            return kinds.contains(.company)
        }
        guard item.entry == nil, kind.family == .organisation, kind != .government else { return false }
        return kinds.contains(.company) && kinds.contains(.organisation)
    }

    func references(_ groups: [Int], _ frame: Frame, subject: Bool) -> [Fill] {
        var out: [Fill] = []
        let groups = groups.flatMap { listed(behind: $0) ?? [$0] }
        for group in groups {
            let target = nameApposed(to: group) ?? group
            let found = resolver.references(
                of: target, syntax, knowledge, kinds: kinds(frame, subject: subject))
            let known = out.count
            for reference in found {
                guard reference.sieve != .description || !holdsUnknownName(group) else { continue }
                if isAllowed(reference, frame, subject: subject) {
                    out.append((group, reference))
                } else if let maker = maker(of: reference, frame, subject: subject) {
                    out.append((group, maker))
                }
            }
            if out.count == known, found.isEmpty || parse.groups[target].isPronoun {
                out += identified(target, frame, subject: subject)
            }
        }
        if out.isEmpty, let group = groups.first, groups.count == 1 {
            out = announced(by: group, frame, subject: subject)
        }
        return out
    }

    /// "Deux fonds ont investi dans X : Y et Z": the names behind the colon that a plural noun announces.
    private func announced(by group: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        func announces(_ group: Int) -> Bool {
            let noun = parse.groups[group]
            guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.isPlural == true, noun.possessor == nil else {
                return false
            }
            return noun.determiner == .indefinite
                || text.values(in: noun.tokens).contains { mention in
                    if case .count = mention.value { mention.tokens.overlaps(noun.tokens) } else { false }
                }
        }
        guard announces(group),
            let colon = parse.units.indices.last(where: { syntax.kind($0) == .colon }),
            colon > parse.unitOfGroup[group], let first = syntax.group(colon + 1), parse.groups[first].name != nil,
            !parse.groups.indices.contains(where: {
                $0 != group && parse.unitOfGroup[$0] < colon && announces($0)
            })
        else { return [] }
        let members = parse.members(of: first)
        guard members.count > 1, let last = members.last, parse.unitOfGroup[last] + 2 >= parse.units.count else {
            return []
        }
        var out: [Fill] = []
        for member in members {
            for reference in resolver.references(of: member, syntax, knowledge)
            where isAllowed(reference, frame, subject: subject) {
                var reference = reference
                reference.sieve = .apposition
                out.append((member, reference))
            }
        }
        return out
    }

    /// "le groupe Zarquon" stands for no other group, though nobody knows the name: a capital in or right behind a description.
    func holdsUnknownName(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        let sentence = text.sentences[parse.sentence].tokens
        // "le groupe iliad": some names have no capital.
        let next = noun.tokens.upperBound
        if knowledge.frames.language == .french, noun.tokens.contains(noun.head), sentence.contains(next),
            next == noun.head + 1, text.tokens[next].tag == .properNoun,
            knowledge.grammar.readings(text.tokens[next].word).isEmpty
        {
            return true
        }
        for token in noun.tokens.lowerBound + 1..<min(noun.tokens.upperBound + 1, sentence.upperBound)
        where text.tokens[token].shape.contains(.initialCapital) {
            // "the Sydney company", "the Irish group".
            if knowledge.demonyms[text.tokens[token].word] != nil
                || text.names.contains(where: { $0.tokens.contains(token) })
            {
                continue
            }
            return true
        }
        return false
    }

    /// "par deux frères, Denis et Paul Vial": the names behind the comma that a noun in the plural announces.
    private func listed(behind group: Int) -> [Int]? {
        let noun = parse.groups[group]
        guard noun.hasNoun, noun.name == nil, noun.value == nil, noun.isPlural != false, parse.host[group] == nil,
            announcesSeveral(group)
        else { return nil }
        var unit = parse.unitOfGroup[group] + 1
        var steps = 0
        while steps < 3 {
            if syntax.kind(unit) == .preposition, let inner = syntax.group(unit + 1) {
                unit = parse.unitOfGroup[parse.members(of: inner).last ?? inner] + 1
            } else if syntax.kind(unit) == .other {
                unit += 1
            } else {
                break
            }
            steps += 1
        }
        guard syntax.kind(unit) == .comma || syntax.kind(unit) == .open, let first = syntax.group(unit + 1),
            parse.preposition[first] == nil || parse.preposition[first] == parse.preposition[group]
        else { return nil }
        let members = parse.members(of: first)
        guard members.count > 1, members[0] == first, let last = members.last,
            members.allSatisfy({ parse.groups[$0].name != nil && !parse.groups[$0].hasNoun })
        else { return nil }
        switch syntax.kind(parse.unitOfGroup[last] + 1) {
        case nil, .comma?, .close?, .semicolon?, .other?, .dash?: return members
        default: return nil
        }
    }

    /// "deux anciens", "plusieurs fonds": how many there are, or that there are several, whom nobody knows yet.
    private func announcesSeveral(_ group: Int) -> Bool {
        let noun = parse.groups[group]
        if noun.isPlural == true, noun.determiner == .indefinite,
            !knowledge.grammar.isContracted(text.tokens[noun.tokens.lowerBound].word)
        {
            return true
        }
        return text.values(in: noun.tokens).contains { mention in
            if case .count = mention.value { mention.tokens.overlaps(noun.tokens) } else { false }
        }
    }

    /// The same for the groups behind a preposition: "in X's rival Y" is in Y.
    func references(behind complement: Syntax.Complement, _ frame: Frame, subject: Bool) -> [Fill] {
        references(complement.groups.flatMap(ownedOrOwners), frame, subject: subject)
    }

    /// The name that says who or what a noun is: "du PDG d'Orvane Karim Vial", "l'éditeur de logiciels Kaptio",
    /// "Orvane's venture arm, Halcyon, …".
    private func nameApposed(to group: Int) -> Int? {
        let noun = parse.groups[group]
        guard noun.name == nil, noun.hasNoun, noun.value == nil else { return nil }
        let hosted = parse.groups.indices.first {
            parse.host[$0] == group && $0 > group && parse.groups[$0].name != nil && !parse.groups[$0].hasNoun
        }
        if let hosted { return hosted }
        let unit = parse.unitOfGroup[group]
        if noun.possessor != nil || noun.possessive != nil || noun.determiner == .definite, noun.isPlural != true,
            syntax.kind(unit + 1) == .comma, parse.preposition[group] != 0,
            let next = syntax.group(unit + 2), parse.groups[next].name != nil, !parse.groups[next].hasNoun,
            syntax.kind(unit + 3) == .comma || unit + 3 >= parse.units.count - 1,
            parse.members(of: next).count == 1
        {
            return next
        }
        // A noun without article behind a plain "de" says more of what the first noun calls the name.
        guard knowledge.frames.language == .french, noun.determiner != .none || parse.preposition[group] != nil,
            syntax.kind(unit + 1) == .preposition, syntax.words(unit + 1) == knowledge.genitive,
            let inner = syntax.group(unit + 2), let name = parse.groups[inner].name, parse.groups[inner].hasNoun,
            parse.groups[inner].possessive == nil
        else { return nil }
        let isPlain =
            parse.groups[inner].determiner == .none
            && !knowledge.grammar.isContracted(text.tokens[parse.units[unit + 1].tokens.lowerBound].word)
        // "le spécialiste de la cartographie Kaptio", "le géant du paiement Kaptio": a trade with an article.
        guard
            isPlain
                || text.names[name].kind.family == .organisation && noun.isPlural != true
                    && !resolver.isType(inner, syntax, knowledge)
                    && !knowledge.grammar.is(text.tokens[parse.groups[inner].head].word, .personNoun)
                    && syntax.lemmas(ofGroup: inner).allSatisfy({ knowledge.frames.nouns[$0] == nil })
        else { return nil }
        return resolver.isType(group, syntax, knowledge)
            || isPlain && syntax.lemmas(ofGroup: group).contains(where: { knowledge.frames.products.contains($0) })
            ? inner : nil
    }

    /// What a name before `'s` owns, where that is a thing of its own: "X's rival", "X's Lumia"; else the owner,
    /// as in "a stake in X's cloud business".
    func ownedOrOwner(_ group: Int) -> Int {
        guard let owned = parse.groups.indices.first(where: { parse.groups[$0].possessor == group }) else {
            return group
        }
        if parse.groups[owned].name != nil { return owned }
        // "in Haskell's company": the firm that he was said to run.
        if resolver.personsFirm(owned, syntax, knowledge) != nil { return owned }
        let isRole = syntax.lemmas(ofGroup: owned).contains { lemma in
            knowledge.frames.nouns[lemma]?.contains {
                frames[$0].trigger == .role && (frames[$0].from + frames[$0].to).contains(.owner)
            } ?? false
        }
        return isRole ? owned : group
    }

    /// The same for the first of a list: "with Germany's X, Japan's Y and France's Z".
    func ownedOrOwners(_ group: Int) -> [Int] {
        let owned = ownedOrOwner(group)
        guard owned != group else { return [group] }
        let members = parse.members(of: owned)
        return members[0] == owned ? members : [owned]
    }

    mutating func setActor(_ candidate: Int, _ isSubject: Bool) { candidates[candidate].actsAsSubject = isSubject }

    mutating func open(_ role: OpenRole) { openRoles.append(role) }

    mutating func add(
        _ index: Int, from: [Fill], to: [Fill], trigger: Range<Int>, verb: Int?, group: Int?,
        construction: Candidate.Construction, stake: ExactDecimal? = nil, sum: Amount? = nil
    ) {
        for subject in from {
            for object in to where subject.reference.item != object.reference.item {
                candidates.append(
                    Candidate(
                        frame: index, subject: subject.reference, object: object.reference, trigger: trigger,
                        verb: verb, group: group, construction: construction,
                        isShared: Set(from.map(\.reference.item)).count > 1, stake: stake, sum: sum))
            }
        }
    }

    /// Both ends from one list, each pair once.
    mutating func addPairs(
        _ index: Int, _ fills: [Fill], trigger: Range<Int>, verb: Int?, group: Int?,
        construction: Candidate.Construction
    ) {
        for first in fills.indices {
            for second in fills.indices
            where second > first && fills[first].reference.item != fills[second].reference.item {
                candidates.append(
                    Candidate(
                        frame: index, subject: fills[first].reference, object: fills[second].reference,
                        trigger: trigger,
                        verb: verb, group: group, construction: construction))
            }
        }
    }

    func matches(_ complement: Syntax.Complement, _ preposition: [WordID]) -> Bool {
        if complement.preposition == preposition { return true }
        // "où il dirige": of what was named, or there.
        if syntax.parse.units[complement.unit].kind == .grammar(.relativePlace), let word = preposition.first {
            return preposition.count == 1 && knowledge.grammar.is(word, .placePreposition)
        }
        // "dont" carries "de".
        return syntax.parse.units[complement.unit].kind == .grammar(.relativeOf) && preposition == knowledge.genitive
    }

    /// Whether "de X" may belong to a trigger, `owner`: what stands right behind another noun belongs to that noun.
    func mayBelong(_ complement: Syntax.Complement, to owner: Int?, last unit: Int? = nil, verb: Int? = nil) -> Bool {
        if complement.preposition == knowledge.genitive, let other = syntax.verb(complement.unit - 1), other != verb {
            return false
        }
        guard complement.preposition == knowledge.genitive, let noun = syntax.group(complement.unit - 1), noun != owner,
            complement.unit - 1 != unit
        else { return true }
        // A sum or a date holds nothing, nor does what only counts.
        if parse.groups[noun].value != nil || isQuantity(noun) { return true }
        guard let owner else { return !parse.groups[noun].hasNoun }
        // "la présidence du conseil de X", "le rachat par Y de X": the noun before hangs on the owner.
        var inner = noun
        var steps = 0
        while steps < 4, let preposition = parse.preposition[inner] {
            var before = preposition - 1
            while before >= 0, syntax.kind(before) == .quote || syntax.kind(before) == .other { before -= 1 }
            guard let outer = syntax.group(before) else { return syntax.verb(before) != nil }
            if parse.members(of: outer).contains(owner) || isSister(outer, of: owner) { return true }
            inner = outer
            steps += 1
        }
        return isSister(inner, of: owner)
    }

    /// "PDG et fondateur de X": nouns that share what follows.
    private func isSister(_ group: Int, of other: Int) -> Bool {
        let unit = parse.unitOfGroup[group]
        return syntax.kind(unit - 1) == .grammar(.coordinator) && syntax.group(unit - 2) == other
            || syntax.kind(unit - 1) == .comma && syntax.group(unit - 2) == other
    }

    func mainTokens(_ verb: Int) -> Range<Int> { parse.verbs[verb].main..<parse.verbs[verb].main + 1 }

    /// Who raises the round that the sentence speaks of.
    func round(_ frame: Frame, trigger: Range<Int>, subject: Bool) -> [Fill] {
        guard let round = resolver.round(at: parse.sentence) else { return [] }
        let reference = Reference(
            item: round.raiser, tokens: round.sentence == parse.sentence ? round.mention : trigger,
            via: [round.mention], sieve: round.sentence == parse.sentence ? .apposition : .description)
        return isAllowed(reference, frame, subject: subject) ? [(nil, reference)] : []
    }

    /// Words that forbid a frame, anywhere in the clause's groups next to the trigger.
    func isForbidden(_ frame: Frame, unit: Int) -> Bool {
        guard !frame.without.isEmpty else { return false }
        let hasShare = frame.without.contains(knowledge.frames.percent)
        let hasSum = frame.without.contains(knowledge.frames.money)
        let clause = parse.units[unit].clause
        let low = max(0, unit - 4)
        let high = min(parse.units.count, unit + 6)
        for index in low..<high where parse.units[index].clause == clause {
            if hasShare || hasSum {
                for mention in text.values(in: parse.units[index].tokens)
                where mention.tokens.overlaps(parse.units[index].tokens) {
                    if case .percent = mention.value, hasShare { return true }
                    if case .money = mention.value, hasSum { return true }
                }
            }
            // A name's words say nothing: "client d'Amazon Web Services" is about no service.
            let names = syntax.group(index).map { parse.groups[$0] }.map { $0.leading + [$0.name].compactMap(\.self) }
            for token in parse.units[index].tokens
            where !(names ?? []).contains(where: { text.names[$0].tokens.contains(token) }) {
                let word = text.tokens[token].word
                if frame.without.contains(word)
                    || knowledge.grammar.readings(word).contains(where: { frame.without.contains($0.lemma) })
                {
                    return true
                }
            }
        }
        return false
    }
}
