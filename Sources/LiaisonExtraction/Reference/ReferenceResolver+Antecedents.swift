internal import LiaisonLanguage
internal import LiaisonModel

extension ReferenceResolver {
    /// Where the words stand that take something up.
    struct Place {
        var tokens: Range<Int>
        var sentence: Int
    }

    /// What speaks for a candidate beside its place in the text.
    typealias Signs = (inout [Double], Int) -> Void

    /// The thing that words take up: the candidate with the most weight, where it is far enough ahead of the second.
    /// - Parameters:
    ///   - allowed: whether an item can be meant at all.
    ///   - signs: sets further features of an item.
    ///   - role: the end of a relation that is asked for, where it is known.
    func antecedent(
        _ mention: AntecedentWeights.Mention, at place: Place, role: RelationEnd? = nil, allowed: (Int) -> Bool,
        signs: Signs = { _, _ in }
    ) -> Int? {
        let model = words.weights[mention]
        let alone = onlyOrganisation(before: place)
        let known = role.flatMap { ends[$0] }
        var latest: [Int: Record] = [:]
        var nearest: Int?
        var often: [Int: Int] = [:]
        let paragraph = text.sentences[place.sentence].paragraph
        for record in records.reversed() where record.tokens.upperBound <= place.tokens.lowerBound {
            let distance = place.sentence - record.sentence
            if distance > max(model.reach, model.topicReach) { break }
            if distance > model.reach, !isTopic(record.item) { continue }
            guard allowed(record.item), record.isSubject || !isExchange(record.item) || mention == .description,
                !isQuoted(record.tokens, in: record.sentence, unlike: place)
            else { continue }
            if nearest == nil { nearest = record.item }
            if distance <= 3 { often[record.item, default: 0] += 1 }
            if let known = latest[record.item] {
                if known.sentence == record.sentence, record.isSubject { latest[record.item]?.isSubject = true }
            } else {
                latest[record.item] = record
            }
        }
        guard !latest.isEmpty else { return nil }
        var runoff = Runoff()
        var asked: [AntecedentQuestion.Candidate] = []
        for item in latest.keys.sorted() {
            guard let record = latest[item] else { continue }
            let family = entities.items[item].reference.kind.family
            var values = [Double](repeating: 0, count: AntecedentWeights.Feature.allCases.count)
            func set(_ feature: AntecedentWeights.Feature, _ value: Double) { values[feature.rawValue] = value }
            let distance = place.sentence - record.sentence
            set(.recency, 1 / Double(1 + distance))
            if record.isSubject { set(.subject, 1 / Double(max(1, distance))) }
            if distance == 0 { set(.same, 1) }
            let other = text.sentences[record.sentence].paragraph
            if other == paragraph { set(.paragraph, 1) }
            set(.centre, centrality(of: item, before: place.sentence))
            if headings[paragraph] == item { set(.centre, 1) }
            if investors.contains(item) { set(.investor, isTopic(item) ? 0.5 : 1) }
            if isTopic(item, at: place.sentence) { set(.topic, 1) }
            if alone == item { set(.alone, 1) }
            if other != paragraph, text.paragraphs[paragraph].role == .listItem,
                text.paragraphs[other].role == .listItem
            {
                set(.otherItem, 1)
            }
            if known?.contains(item) ?? false { set(.role, 1) }
            if isOutlet(item) { set(.outlet, 1) }
            if opening == item { set(.opening, 1) }
            if record.isTakenUp { set(.taken, 1) }
            if record.isSubject, subjectTokens.contains(place.tokens.lowerBound) {
                set(.parallel, 1 / Double(max(1, distance)))
            }
            if record.isComplement { set(.complement, 1) }
            if record.isMain { set(.main, 1 / Double(max(1, distance))) }
            if entities.items[item].reference.kind == .fund { set(.fund, 1) }
            if family == .person { set(.person, 1) }
            if titled.contains(item) { set(.title, 1) }
            set(.often, min(1, Double(often[item] ?? 0) / 3))
            set(.few, 1 / Double(latest.count))
            if heads[paragraph] == item { set(.head, 1) }
            if nearest == item { set(.nearest, 1) }
            if entities.items[item].reference.kind == .government || isExchange(item)
                || entities.items[item].isAuthority
            {
                set(.authority, 1)
            }
            if let most = mostProminent[family], most > 0, item < prominence.count {
                set(.share, min(1, prominence[item] / most))
            }
            signs(&values, item)
            var score = 0.0
            for index in values.indices { score += values[index] * model.weights[index] }
            runoff.offer(item, score)
            if log != nil { asked.append(.init(entity: entities.items[item].reference, values: values)) }
        }
        let best =
            if let probability = model.probability {
                runoff.winner(probability: probability, threshold: model.threshold)?.item
            } else {
                runoff.winner(margin: model.margin).flatMap { $0.score >= model.threshold ? $0.item : nil }
            }
        log?.questions.append(
            AntecedentQuestion(
                mention: mention.name, tokens: place.tokens,
                role: role.map { "\($0.relation) \($0.isSubject ? "subject" : "object")" }, candidates: asked,
                chosen: best.map { entities.items[$0].reference }))
        return best
    }

    /// Shares trade there, and that is all that is mostly said of it: "listed on X until it was bought by Y".
    func isExchange(_ item: Int) -> Bool { entities.items[item].types.contains("exchange") }

    /// Whether it is a newspaper or the like, which mostly tells of others.
    func isOutlet(_ item: Int) -> Bool { !words.outlets.isDisjoint(with: entities.items[item].types) }

    func reference(_ item: Int, _ place: Place, _ sieve: Reference.Sieve) -> Reference {
        Reference(
            item: item, tokens: place.tokens, via: lastMention(of: item, before: place.tokens.lowerBound), sieve: sieve)
    }

    /// Sets the signs of gender: what last spoke of a thing, the given name of a person.
    func setGender(_ values: inout [Double], _ item: Int, isFeminine: Bool?) {
        guard let isFeminine, let own = gender(of: item) else { return }
        values[(own == isFeminine ? AntecedentWeights.Feature.gender : .otherGender).rawValue] = 1
    }

    /// Whether a thing is feminine, as far as the text or a given name tells.
    func gender(of item: Int) -> Bool? {
        if let known = entities.items[item].isFeminine { return known }
        return givenGenders[item]
    }

    /// What stands beside a group as another argument of its verb, and is not what it stands for: "Orvane a racheté l'entreprise".
    func coArguments(of group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Set<Int> {
        let parse = syntax.parse
        let unit = parse.unitOfGroup[group]
        let clause = parse.units[unit].clause
        func isFinite(_ unit: Int) -> Bool {
            parse.units[unit].clause == clause && syntax.verb(unit).map { parse.verbs[$0].kind == .finite } ?? false
        }
        var out: Set<Int> = []
        var next = unit + 1
        while syntax.kind(next) == .other { next += 1 }
        let isSubject = next < parse.units.count && isFinite(next)
        var first = unit
        while first > 0, !isFinite(first - 1) { first -= 1 }
        if !isSubject, first > 0, let verb = syntax.verb(first - 1) {
            for subject in syntax.subject(of: verb) where subject != group {
                if let reference = resolve(subject, syntax, knowledge) { out.insert(reference.item) }
            }
        }
        // "X, avec lequel l'entreprise construit": another thing than the one of which the clause is said.
        if knowledge.frames.language == .french, parse.clauses[clause].kind == .relative,
            let antecedent = parse.clauses[clause].antecedent, let opener = parse.clauses[clause].opener,
            parse.units[opener].kind != .grammar(.relativePlace)
        {
            for member in parse.members(of: antecedent) {
                if let name = parse.groups[member].name { out.insert(entities.itemOfName[name]) }
            }
        }
        var last = isSubject ? next + 1 : unit + 1
        while last < parse.units.count, !isFinite(last) { last += 1 }
        for index in first..<last where parse.units[index].clause == clause && index != unit {
            guard let other = syntax.group(index) else { continue }
            if let name = parse.groups[other].name { out.insert(entities.itemOfName[name]) }
            for name in parse.groups[other].leading { out.insert(entities.itemOfName[name]) }
        }
        return out
    }
}
