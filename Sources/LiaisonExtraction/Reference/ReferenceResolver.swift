internal import LiaisonLanguage
internal import LiaisonModel

/// Finds what noun groups, pronouns and possessives stand for, by sieves from the surest to the least sure;
/// where two candidates are equal it gives nothing. After the multi-pass sieve of Lee et al. 2013, for things only.
struct ReferenceResolver {
    /// A mention that a later word may take up.
    struct Record {
        var item: Int
        var tokens: Range<Int>
        var sentence: Int
        var isSubject: Bool
    }

    let text: AnnotatedText
    var entities: DocumentEntities
    var records: [Record] = []
    private let mostMentions: Int
    private let isMostUnique: Bool
    /// The organisation that the title or the first sentence speaks of.
    private var firstSubject: Int?
    /// In the order of the text.
    var rounds: [FundingRound] = []
    /// Groups whose words name a government of the country that the article is about, by their first token.
    private var contextual: [Int: Int] = [:]
    /// Of two candidates the second must weigh less than this share of the first; else there is no link. Chosen on the
    /// training articles: from .85 to .5 precision rose from .85 to .90 (French) and .87 (English), recall fell by two points.
    static let margin = 0.5
    /// How far back a description or pronoun may reach, in sentences.
    static let reach = 3

    init(text: AnnotatedText, entities: DocumentEntities) {
        self.text = text
        self.entities = entities
        let most = entities.items.map(\.mentions).max() ?? 0
        mostMentions = most
        isMostUnique = entities.items.count { $0.mentions == most } == 1
    }

    // MARK: Reading on

    /// Takes note of a sentence's mentions, so that later sentences can refer to them.
    mutating func read(_ syntax: Syntax, knowledge: LanguageKnowledge) {
        noteTypes(syntax, knowledge)
        noteGovernments(syntax, knowledge)
        var subjects: Set<Int> = []
        for verb in syntax.parse.verbs.indices where syntax.parse.verbs[verb].kind == .finite {
            let clause = syntax.parse.clauses[syntax.clause(ofVerb: verb)]
            guard clause.kind == .main || clause.kind == .subordinate else { continue }
            subjects.formUnion(syntax.subject(of: verb))
        }
        var found: [Record] = []
        for group in syntax.parse.groups.indices {
            if let name = syntax.parse.groups[group].name {
                found.append(
                    Record(
                        item: entities.itemOfName[name], tokens: text.names[name].tokens,
                        sentence: syntax.parse.sentence,
                        isSubject: subjects.contains(group)))
            } else if subjects.contains(group) || syntax.parse.groups[group].determiner == .definite,
                syntax.parse.host[group] == nil,
                let reference = resolve(group, syntax, knowledge)
            {
                found.append(
                    Record(
                        item: reference.item, tokens: reference.tokens, sentence: syntax.parse.sentence,
                        isSubject: subjects.contains(group)))
            }
            for name in syntax.parse.groups[group].leading {
                found.append(
                    Record(
                        item: entities.itemOfName[name], tokens: text.names[name].tokens,
                        sentence: syntax.parse.sentence,
                        isSubject: false))
            }
        }
        if firstSubject == nil {
            let subjects = found.filter {
                $0.isSubject && entities.items[$0.item].reference.kind.family == .organisation
            }
            if subjects.count == 1 { firstSubject = subjects[0].item }
        }
        records += found
        noteRounds(syntax, knowledge)
    }

    /// "la start-up Lumenor", "Lumenor, une jeune pousse": the text says what it is.
    private mutating func noteTypes(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        for index in syntax.parse.groups.indices {
            let group = syntax.parse.groups[index]
            guard group.hasNoun, group.possessive == nil, let meaning = meaning(of: index, syntax, knowledge) else {
                continue
            }
            var named: Int?
            if let name = group.name {
                named = entities.itemOfName[name]
            } else if let host = syntax.parse.host[index], let name = syntax.parse.groups[host].name {
                named = entities.itemOfName[name]
            }
            guard let item = named, entities.items[item].entry == nil else { continue }
            for type in meaning.types { entities.add(type: type, to: item) }
        }
    }

    /// "le gouvernement fédéral" means that of the country whose government the article names elsewhere.
    private mutating func noteGovernments(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        for group in syntax.parse.groups where group.name == nil && group.hasNoun && group.determiner == .definite {
            guard
                let hit = knowledge.governments.longest(
                    group.head..<min(end, group.head + 5), { syntax.grammar.canon(text.tokens[$0].word) })
            else { continue }
            let countries = Set(entities.items.filter { $0.reference.kind == .government }.compactMap(\.country))
            let fitting = hit.value.filter { $0.country.map { countries.contains($0) } ?? false }
            guard fitting.count == 1, let item = entities.item(of: fitting[0]) else { continue }
            contextual[group.tokens.lowerBound] = item
        }
    }

    /// Whether a group's noun says what kind of thing it is: "du fonds de capital-risque X".
    func isType(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Bool {
        meaning(of: group, syntax, knowledge) != nil
    }

    private func meaning(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> TypeWords.Meaning? {
        let noun = syntax.parse.groups[group]
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        var start = noun.tokens.lowerBound
        var best: (TypeWords.Meaning, Int)?
        while start <= noun.head {
            if let hit = knowledge.types.phrases.longest(
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

    // MARK: Sieves

    /// What a group stands for, or nil when it is not sure.
    func resolve(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        if let name = noun.name {
            return Reference(item: entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
        }
        if noun.value != nil { return nil }
        if noun.leading.count == 1, noun.determiner != .possessive, noun.determiner != .indefinite,
            noun.isPlural != true,
            syntax.grammar.is(text.tokens[noun.head].word, .designator), noun.possessor == nil
        {
            // "the Orvane Cloud service" is Orvane Cloud.
            let name = noun.leading[0]
            return Reference(item: entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
        }
        if let host = syntax.parse.host[group], let name = syntax.parse.groups[host].name {
            return Reference(
                item: entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .apposition)
        }
        if let apposed = apposedName(group, syntax) {
            return Reference(item: entities.itemOfName[apposed], tokens: text.names[apposed].tokens, sieve: .apposition)
        }
        if let item = contextual[noun.tokens.lowerBound] {
            return Reference(item: item, tokens: noun.tokens, sieve: .epithet)
        }
        if noun.isPronoun { return pronoun(group, syntax) }
        guard
            noun.determiner == .definite || noun.determiner == .demonstrative
                || syntax.parse.preposition[group] != nil && noun.determiner == .none
        else { return nil }
        if let epithet = epithet(group, syntax, knowledge) { return epithet }
        return description(group, syntax, knowledge)
    }

    /// "le géant, Microsoft, a …": a name between commas right after a description.
    private func apposedName(_ group: Int, _ syntax: Syntax) -> Int? {
        let noun = syntax.parse.groups[group]
        guard noun.hasNoun, noun.determiner != .none else { return nil }
        let unit = syntax.parse.unitOfGroup[group]
        guard syntax.kind(unit + 1) == .comma, let next = syntax.group(unit + 2), !syntax.parse.groups[next].hasNoun,
            let name = syntax.parse.groups[next].name, syntax.parse.members(of: next).count == 1,
            syntax.kind(unit + 3) == .comma, syntax.parse.members(of: group).count == 1
        else { return nil }
        return name
    }

    /// "le géant de Redmond": the lexicon knows whom it means, and the article names it.
    private func epithet(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        for start in noun.tokens.lowerBound...noun.head {
            guard
                let hit = knowledge.epithets.longest(
                    start..<min(end, start + 8), { syntax.grammar.canon(text.tokens[$0].word) }),
                start + hit.length > noun.head
            else { continue }
            let present = hit.value.compactMap { entry in entities.items.firstIndex { $0.entry == entry } }
            guard present.count == 1 else { continue }
            return Reference(
                item: present[0], tokens: noun.tokens.lowerBound..<start + hit.length,
                via: lastMention(of: present[0], before: noun.tokens.lowerBound),
                sieve: .epithet)
        }
        return nil
    }

    func lastMention(of item: Int, before token: Int) -> [Range<Int>] {
        records.last { $0.item == item && $0.tokens.upperBound <= token }.map { [$0.tokens] } ?? []
    }

    /// "la jeune pousse", "the chipmaker": the nearest thing that can be called so.
    private func description(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        guard noun.isPlural != true, let meaning = meaning(of: group, syntax, knowledge) else { return nil }
        // "le fonds de pension de X", "l'entreprise d'Elon Musk": described by something else as well.
        let isQualified =
            syntax.kind(syntax.parse.unitOfGroup[group] + 1) == .preposition && noun.determiner != .demonstrative
            && syntax.group(syntax.parse.unitOfGroup[group] + 2).map { other in
                syntax.parse.groups[other].name.map { text.names[$0].kind != .place } ?? false
            } ?? false
        if isQualified { return nil }
        let sentence = syntax.parse.sentence
        let adjectives = demonyms(of: group, syntax, knowledge)
        var scores: [Int: Double] = [:]
        for record in candidates(before: noun.tokens.lowerBound, sentence: sentence) {
            let item = entities.items[record.item]
            guard item.reference.kind != .person, fits(item, meaning) else { continue }
            if let country = item.country, !adjectives.isEmpty, !adjectives.contains(country) { continue }
            if syntax.parse.sentence == record.sentence, sameClauseOtherRole(record, group, syntax) { continue }
            var score = weight(record, sentence)
            if !item.types.isDisjoint(with: meaning.types) {
                score *= 1.6
            } else if item.entry != nil, !item.types.isEmpty, !meaning.types.contains("company"),
                !meaning.types.contains("fund")
            {
                score *= 0.6
            }
            if let country = item.country, adjectives.contains(country) { score *= 2 }
            scores[record.item] = max(scores[record.item] ?? 0, score)
        }
        return best(scores, tokens: noun.tokens, before: noun.tokens.lowerBound, sieve: .description)
    }

    /// Things named in the same clause as a description are mostly not what it stands for: "Orvane a racheté l'entreprise".
    private func sameClauseOtherRole(_ record: Record, _ group: Int, _ syntax: Syntax) -> Bool {
        guard
            let other = syntax.parse.groups.indices.first(where: {
                syntax.parse.groups[$0].tokens.contains(record.tokens.lowerBound)
            })
        else { return false }
        return syntax.clause(ofGroup: other) == syntax.clause(ofGroup: group)
    }

    func fits(_ item: DocumentEntities.Item, _ meaning: TypeWords.Meaning) -> Bool {
        let kind = item.reference.kind
        if !item.types.isDisjoint(with: meaning.types) { return true }
        if kind == .company, meaning.types.contains("company") { return true }
        if kind == .fund, meaning.types.contains("fund") { return true }
        return meaning.kinds.contains(kind) && item.types.isDisjoint(with: meaning.excludes)
    }

    /// Countries that the adjectives of a group name: "le groupe américain".
    private func demonyms(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Set<String> {
        var out: Set<String> = []
        for token in syntax.parse.groups[group].tokens {
            if let country = knowledge.demonyms[text.tokens[token].word] { out.insert(country) }
        }
        return out
    }

    /// `il`, `elle`, `it`, `he`: the subject of what came before.
    private func pronoun(_ group: Int, _ syntax: Syntax) -> Reference? {
        let noun = syntax.parse.groups[group]
        if noun.isPlural == true { return nil }
        let word = text.text(noun.tokens).lowercased()
        return pronoun(word, tokens: noun.tokens, syntax: syntax, clause: syntax.clause(ofGroup: group))
    }

    /// What a pronoun stands for at a place.
    func pronoun(_ word: String, tokens: Range<Int>, syntax: Syntax, clause: Int) -> Reference? {
        let wantsPerson = tokens.contains { syntax.grammar.is(text.tokens[$0].word, .personPronoun) }
        let wantsThing = tokens.contains { syntax.grammar.is(text.tokens[$0].word, .thingPronoun) }
        var scores: [Int: Double] = [:]
        for record in candidates(before: tokens.lowerBound, sentence: syntax.parse.sentence) {
            let kind = entities.items[record.item].reference.kind
            if kind == .place || kind == .sector { continue }
            if wantsPerson != (kind == .person), wantsPerson || wantsThing { continue }
            if kind == .product, record.isSubject == false { continue }
            guard record.isSubject || record.sentence == syntax.parse.sentence else { continue }
            scores[record.item] = max(scores[record.item] ?? 0, weight(record, syntax.parse.sentence))
        }
        return best(scores, tokens: tokens, before: tokens.lowerBound, sieve: .pronoun)
    }

    // MARK: Candidates

    func candidates(before token: Int, sentence: Int) -> [Record] {
        // What the article is about may be taken up again from farther away.
        records.filter {
            $0.tokens.upperBound <= token
                && sentence - $0.sentence <= (isTopic($0.item) ? 3 * Self.reach : Self.reach)
        }
    }

    /// Whether the article is about a thing: it is named more often than any other, or as often and is its first subject.
    func isTopic(_ item: Int) -> Bool {
        entities.items[item].mentions == mostMentions && (isMostUnique || item == firstSubject || firstSubject == nil)
    }

    /// Nearer sentences and subjects weigh more; the title weighs like the sentence before.
    func weight(_ record: Record, _ sentence: Int) -> Double {
        let distance = Double(sentence - record.sentence)
        let role = record.isSubject ? 2.0 : 1.0
        // What the article speaks of most is what it goes on to speak of.
        let topic = isTopic(record.item) ? 1.3 : 1.0
        return topic * role / (1 + distance * 0.8)
    }

    func best(_ scores: [Int: Double], tokens: Range<Int>, before: Int, sieve: Reference.Sieve) -> Reference? {
        let ranked = scores.sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }
        guard let first = ranked.first else { return nil }
        if ranked.count > 1, ranked[1].value > first.value * Self.margin { return nil }
        return Reference(item: first.key, tokens: tokens, via: lastMention(of: first.key, before: before), sieve: sieve)
    }
}
