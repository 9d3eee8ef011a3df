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
    private var saidProducts: Set<Int> = []
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
        saidProducts = itemsSaidProducts()
    }

    var parse: SentenceParse { syntax.parse }
    var frames: [Frame] { knowledge.frames.frames }

    /// What a noun before or beside a name says to be something made: "l'application X".
    private func itemsSaidProducts() -> Set<Int> {
        var products: Set<Int> = []
        for (group, noun) in parse.groups.enumerated() where noun.hasNoun {
            guard let name = noun.name ?? parse.host[group].flatMap({ parse.groups[$0].name }),
                resolver.entities.items[resolver.entities.itemOfName[name]].entry == nil, !isTradeOfName(group)
            else { continue }
            // "satellite operator X": what it operates says nothing, the last noun does.
            let isBeforeName = knowledge.frames.language == .english && noun.name != nil
            let isThing = noun.tokens.contains { token in
                (isBeforeName ? token == noun.head : token <= noun.head)
                    && (knowledge.grammar.is(text.tokens[token].word, .thingNoun)
                        || knowledge.grammar.is(text.tokens[token].word, .teamNoun) && noun.name != nil)
            }
            let lemmas =
                isBeforeName
                ? knowledge.grammar.readings(text.tokens[noun.head].word).map(\.lemma) : syntax.lemmas(ofGroup: group)
            let isProduct =
                lemmas.contains { knowledge.frames.products.contains($0) }
                && !resolver.isType(group, syntax, knowledge)
            // "X (robots, Pau)": a bare plural says what a firm deals in.
            guard isThing || isProduct, noun.name != nil || noun.isPlural != true else { continue }
            products.insert(resolver.entities.itemOfName[name])
        }
        return products
    }

    /// "le fabricant de puces X": the noun right before the name says in what the firm deals, and not what the name is.
    func isTradeOfName(_ group: Int) -> Bool {
        guard knowledge.frames.language == .french, parse.groups[group].name != nil,
            let firm = syntax.group(parse.unitOfGroup[group] - 2)
        else { return false }
        return nameApposed(to: firm) == group
    }

    /// All candidates of the sentence, in the order of their triggers.
    mutating func match() -> [Candidate] {
        for unit in parse.units.indices {
            switch parse.units[unit].kind {
            case .verb(let verb): matchVerb(verb)
            case .noun(let group): matchNoun(group)
            case .preposition:
                matchPreposition(unit)
                matchReduced(unit)
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

    /// The same for a person of one word.
    private static let surePerson: Float = 0.6

    /// The same for a product of one word.
    private static let sureProduct: Float = 0.85

    /// What is taken for a product or a fund of one word with less than this may as well be a firm.
    private static let doubtfulKind: Float = 0.7

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
        if item.entry == nil, kind == .place, item.score < Self.surePlace,
            frame.trigger != .preposition || frame.relation == "subsidiary-of",
            knowledge.demonyms[text.tokens[reference.tokens.lowerBound].word] == nil
        {
            return kinds.contains(.company)
        }
        // Nor an unknown firm of one word from somebody's last name, where no person can stand.
        if item.entry == nil, kind == .person, !kinds.contains(.person), reference.sieve == .name,
            reference.tokens.count == 1, item.score < Self.surePerson || resolver.isDoubtfulPerson(reference.item)
        {
            return kinds.contains(.company)
        }
        // Nor one of several words from a person, where neither the first is a given name.
        if item.entry == nil, kind == .person, item.score < Self.surePlace, !kinds.contains(.person),
            reference.sieve == .name, reference.tokens.count > 1, knowledge.frames.language == .french,
            resolver.words.givenNames[text.tokens[reference.tokens.lowerBound].word] == nil
        {
            return kinds.contains(.company)
        }
        // Nor what one has made from what it has made it with: "Veltrix's robotics arm, Kaptio".
        if item.entry == nil, kind == .product || kind == .fund, item.score < Self.doubtfulKind,
            reference.sieve == .name, reference.tokens.count == 1, !isDescribed(reference)
        {
            return kinds.contains(.company)
        }
        if item.entry == nil, kind == .product, item.score < Self.sureProduct, !kinds.contains(.product),
            ["subsidiary-of", "acquires", "leads"].contains(frame.relation)
                || frame.relation == "founder-of" && frame.trigger == .role, reference.sieve == .name,
            !item.names.contains(where: { $0.contains(" ") })
        {
            return kinds.contains(.company)
        }
        guard item.entry == nil, kind.family == .organisation, kind != .government else { return false }
        return kinds.contains(.company) && kinds.contains(.organisation)
    }

    /// Whether a noun says of what sort a name is: "sa marque X", "X, a chatbot".
    private func isDescribed(_ reference: Reference) -> Bool {
        func isName(_ group: Int) -> Bool {
            parse.groups[group].name.map { text.names[$0].tokens == reference.tokens } ?? false
        }
        return parse.groups.indices.contains { group in
            parse.groups[group].hasNoun && (isName(group) || parse.host[group].map(isName) ?? false)
        }
    }

    func references(_ groups: [Int], _ frame: Frame, subject: Bool) -> [Fill] {
        var out: [Fill] = []
        let groups = groups.flatMap { listed(behind: $0) ?? [$0] }
        for group in groups {
            let target = nameApposed(to: group) ?? group
            if resolver.isVoice(target, syntax) {
                if let firm = resolver.resolve(target, syntax, knowledge), isAllowed(firm, frame, subject: subject) {
                    out.append((group, firm))
                }
                continue
            }
            let found = resolver.references(
                of: target, syntax, knowledge, kinds: kinds(frame, subject: subject))
            let known = out.count
            for reference in found {
                guard reference.sieve != .description || !holdsUnknownName(group) else { continue }
                // "la famille Saadé" is nobody.
                if resolver.words.households.contains(text.tokens[parse.groups[target].head].word),
                    resolver.entities.items[reference.item].reference.kind == .person
                {
                    continue
                }
                if frame.relation == "makes", subject, let house = houseOfMaker(reference, group, frame) {
                    out.append((group, house))
                } else if isAllowed(reference, frame, subject: subject) {
                    out.append((group, reference))
                } else if let maker = maker(of: reference, frame, subject: subject) {
                    out.append((group, maker))
                }
            }
            if out.count == known, found.isEmpty || parse.groups[target].isPronoun {
                out += identified(target, frame, subject: subject)
            }
            if out.count == known, let reference = retaken(group, found, frame, subject: subject) {
                out.append((group, reference))
            }
        }
        if out.isEmpty, let group = groups.first, groups.count == 1 {
            out = announced(by: group, frame, subject: subject)
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
            // "la PME", "l'ESN": a noun in capitals.
            if token == noun.head, text.tokens[token].shape.contains(.allCapitals),
                resolver.isType(group, syntax, knowledge)
            {
                continue
            }
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

    /// Relations to a firm that what it has does not stand for.
    private static let ofOwnersAlone: Set<RelationID> = ["invests-in", "acquires", "rival-of", "merges-with"]

    /// The same for the groups behind a preposition: "in X's rival Y" is in Y.
    func references(behind complement: Syntax.Complement, _ frame: Frame, subject: Bool) -> [Fill] {
        // "chairman of Orvane's audit committee": of a part, and not of the firm.
        if frame.relation == "leads", frame.trigger == .role, knowledge.frames.language == .english,
            complement.groups.count == 1,
            let part = parse.groups.indices.first(where: { parse.groups[$0].possessor == complement.groups[0] }),
            parse.groups[part].name == nil, parse.groups[part].hasNoun,
            resolver.personsFirm(part, syntax, knowledge) == nil,
            !resolver.isType(part, syntax, knowledge),
            !syntax.lemmas(ofGroup: part).contains(where: { knowledge.boards.contains($0) })
        {
            return []
        }
        // "invested in Kaptio's rise": in what a firm does, which is no share of it.
        if Self.ofOwnersAlone.contains(frame.relation), frame.trigger == .verb || frame.trigger == .noun, !subject,
            knowledge.frames.language == .english, complement.groups.count == 1,
            let owned = parse.groups.indices.first(where: { parse.groups[$0].possessor == complement.groups[0] }),
            parse.groups[owned].name == nil, parse.groups[owned].hasNoun, ownedOrOwner(complement.groups[0]) != owned,
            !resolver.isType(owned, syntax, knowledge), !resolver.isRound(owned, syntax, knowledge),
            !syntax.lemmas(ofGroup: owned).contains(where: {
                knowledge.units.contains($0) || knowledge.wholes.contains($0) || knowledge.roundNouns.contains($0)
                    || knowledge.parts.contains($0) || knowledge.frames.products.contains($0)
            })
        {
            return []
        }
        // "competes with the likes of X".
        if knowledge.frames.language == .english, complement.groups.count == 1, let count = complement.groups.first,
            parse.groups[count].name == nil, parse.groups[count].value == nil, isQuantity(count),
            syntax.kind(parse.unitOfGroup[count] + 1) == .preposition,
            syntax.words(parse.unitOfGroup[count] + 1) == knowledge.genitive,
            let counted = syntax.group(parse.unitOfGroup[count] + 2), parse.groups[counted].name != nil
        {
            return references(parse.members(of: counted).flatMap(ownedOrOwners), frame, subject: subject)
        }
        return references(complement.groups.flatMap(ownedOrOwners), frame, subject: subject)
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
}
