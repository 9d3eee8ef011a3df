internal import LiaisonLanguage
internal import LiaisonModel

/// Finds what noun groups, pronouns and possessives stand for, by sieves from the surest to the least sure;
/// where two candidates are equal it gives nothing. After the multi-pass sieve of Lee et al. 2013, for things only;
/// the last sieves weigh their candidates by ``AntecedentWeights``.
struct ReferenceResolver {
    /// A mention that a later word may take up.
    struct Record {
        var item: Int
        var tokens: Range<Int>
        var sentence: Int
        var isSubject: Bool
        /// The subject of the sentence's first main clause.
        var isMain = false
        /// Behind a preposition.
        var isComplement = false
        /// A pronoun or description that took it up.
        var isTakenUp = false
    }

    /// Things named together: "Orvane et Quantrel".
    struct Company {
        var items: [Int]
        var tokens: Range<Int>
        var sentence: Int
        var isSubject: Bool
    }

    /// More words between quotation marks than names and titles have.
    static let speechLength = 4

    let text: AnnotatedText
    let words: ReferenceKnowledge
    /// Takes down what is asked, where somebody wants to know.
    var log: AntecedentLog?
    var entities: DocumentEntities
    var records: [Record] = []
    var companies: [Company] = []
    /// In the order of the text.
    var rounds: [FundingRound] = []
    /// The last sentence that spoke of a round.
    var roundSentence: Int?
    /// The last sentence that named a round by its stage: "Series B".
    var stageSentence: Int?
    /// What the last sentence that spoke of a round, but of nobody who raises it, said of it.
    var roundTerms: FundingRoundTerms?
    /// Persons whom the text said to be siblings: those it said last at the end.
    var families: [Set<Int>] = []
    /// By person, the organisations that the text said they lead, and those that it said they founded.
    var led: [Int: [Int]] = [:]
    var founded: [Int: [Int]] = [:]
    /// Those that the text said to have put money into another.
    var investors: Set<Int> = []
    /// By sentence, what stands between quotation marks.
    var quoted: [Int: [Range<Int>]] = [:]
    /// By person, the organisations that the text said they work for.
    var employers: [Int: [Int]] = [:]
    /// By end of a relation, the things to which the text gave it.
    var ends: [RelationEnd: Set<Int>] = [:]
    /// By product, the organisation that the text said makes it.
    var makers: [Int: Int] = [:]
    /// By paragraph, the thing whose name is its heading: "MUDLARK. Dredging data, sold by the bucket."
    var headings: [Int: Int] = [:]
    /// Who was quoted last, and in which sentence.
    var voice: Voice?
    /// By item: mentions, and more for those in the title and the first sentence.
    private(set) var prominence: [Double] = []
    /// By item: whether the person's given name is a woman's.
    private(set) var givenGenders: [Int: Bool] = [:]
    /// What the article is about, among organisations and among persons: named more than any other.
    private(set) var topics: [EntityKind.Family: Int] = [:]
    /// By item, how much it looks like what the article is about, by its names alone.
    private(set) var protagonists: [Double?] = []
    /// Whether no organisation is named more than all others, so that the text's other signs decide.
    var isTopicWeighed = false
    /// By item, how often pronouns and descriptions have taken it up.
    private(set) var takenUp: [Int] = []
    /// What the title names.
    private(set) var titled: Set<Int> = []
    private(set) var mostProminent: [EntityKind.Family: Double] = [:]
    /// The organisation that the title or the first sentence speaks of.
    private(set) var opening: Int?
    /// The organisation that a paragraph names first.
    private(set) var heads: [Int: Int] = [:]
    /// By sentence, what the sentences before it were last about: their subject, where it was an organisation or person.
    var centres: [Int: [EntityKind.Family: Int]] = [:]
    var centre: [EntityKind.Family: Int] = [:]
    /// The paragraphs that made them so.
    var centreParagraphs: [EntityKind.Family: Int] = [:]
    /// The words of the subjects of the sentence that is read.
    private(set) var subjectTokens: Set<Int> = []
    /// What the groups of the sentences read so far stand for.
    var resolved: [Int: [Reference?]] = [:]
    /// Groups whose words name a government of the country that the article is about, by their first token.
    private(set) var contextual: [Int: Int] = [:]

    init(text: AnnotatedText, entities: DocumentEntities, words: ReferenceKnowledge) {
        self.text = text
        self.entities = entities
        self.words = words
        weighTopics()
    }

    /// What the article names most is what it is about.
    mutating func weighTopics() {
        prominence = entities.items.map { Double($0.mentions) }
        guard !prominence.isEmpty else { return }
        let bodyStart = text.bodyStart
        let first = text.sentences.first {
            Int(text.tokens[$0.tokens.lowerBound].start) >= bodyStart
                && text.paragraphs[$0.paragraph].role != .boilerplate
        }
        for (index, mention) in text.names.enumerated() {
            let item = entities.itemOfName[index]
            if mention.kind == .person, givenGenders[item] == nil,
                let isFeminine = words.givenNames[text.tokens[mention.tokens.lowerBound].word]
            {
                givenGenders[item] = isFeminine
            }
            if Int(text.tokens[mention.tokens.lowerBound].start) < bodyStart {
                titled.insert(item)
                prominence[item] += 2
            } else if let first, first.tokens.contains(mention.tokens.lowerBound) {
                prominence[item] += 1
            }
        }
        for family in [EntityKind.Family.organisation, .person, .product] {
            func contenders(_ isOne: (EntityKind) -> Bool) -> [Int] {
                entities.items.indices.filter { isOne(entities.items[$0].reference.kind) }
            }
            // Authorities are what an article is about only where it names nobody else.
            var among = contenders { $0.family == family && $0 != .government }
            if among.isEmpty { among = contenders { $0.family == family } }
            guard let most = among.map({ prominence[$0] }).max() else { continue }
            mostProminent[family] = most
            let best = among.filter { prominence[$0] == most }
            if best.count == 1 { topics[family] = best[0] }
        }
        protagonists = weighProtagonists()
        takenUp = Array(repeating: 0, count: protagonists.count)
        isTopicWeighed = topics[.organisation] == nil
        if isTopicWeighed { topics[.organisation] = protagonist() }
    }

    func isTopic(_ item: Int) -> Bool {
        let family = entities.items[item].reference.kind.family
        return topics[family] == item
    }

    /// How sure the recogniser may be of a person whom the text names by one word that is no given name, and never in full: such
    /// a name is as likely a firm's.
    static let doubtfulPerson: Float = 0.985

    /// Whether what was read as a person may be a firm.
    func isDoubtfulPerson(_ item: Int) -> Bool {
        let entry = entities.items[item]
        guard entry.reference.kind == .person, entry.entry == nil, entry.score < Self.doubtfulPerson,
            !entry.reference.name.contains(" "), givenGenders[item] == nil
        else { return false }
        return entry.names.allSatisfy { !$0.contains(" ") }
    }

    /// How much a thing is what the sentences before one were about: less where another paragraph was.
    func centrality(of item: Int, before sentence: Int) -> Double {
        let family = entities.items[item].reference.kind.family
        guard (centres[sentence] ?? centre)[family] == item else { return 0 }
        return centreParagraphs[family] == text.sentences[sentence].paragraph ? 1 : 0.6
    }

    // MARK: Reading on

    /// Takes note of a sentence's mentions, so that later sentences can refer to them.
    mutating func read(_ syntax: Syntax, knowledge: LanguageKnowledge) {
        let sentence = syntax.parse.sentence
        noteHeading(syntax)
        noteQuotes(syntax)
        centres[sentence] = centre
        noteDescriptions(syntax, knowledge)
        noteGovernments(syntax, knowledge)
        var subjects: Set<Int> = []
        var mainSubjects: Set<Int> = []
        for verb in syntax.parse.verbs.indices where syntax.parse.verbs[verb].kind == .finite {
            let clause = syntax.parse.clauses[syntax.clause(ofVerb: verb)]
            guard clause.kind == .main || clause.kind == .subordinate else { continue }
            let found = syntax.subject(of: verb)
            subjects.formUnion(found)
            if clause.kind == .main, mainSubjects.isEmpty { mainSubjects.formUnion(found) }
            if let speaker = speaker(of: verb, syntax) { subjects.insert(speaker) }
        }
        subjectTokens = Set(subjects.flatMap { Array(syntax.parse.groups[$0].tokens) })
        resolved[sentence] = []
        for group in syntax.parse.groups.indices {
            for name in syntax.parse.groups[group].leading {
                record(
                    Record(
                        item: entities.itemOfName[name], tokens: text.names[name].tokens, sentence: sentence,
                        isSubject: false))
            }
            let reference = compute(group, syntax, knowledge)
            resolved[sentence]?.append(reference)
            guard let reference, syntax.parse.groups[group].name != nil || syntax.parse.host[group] == nil else {
                continue
            }
            record(
                Record(
                    item: reference.item, tokens: reference.tokens, sentence: sentence,
                    isSubject: subjects.contains(group), isMain: mainSubjects.contains(group),
                    isComplement: syntax.parse.preposition[group] != nil, isTakenUp: reference.sieve.isTakingUp))
            noteGender(group, reference.item, syntax, knowledge)
        }
        let found = resolved[sentence] ?? []
        noteCompanies(found, subjects, syntax)
        // "Son premier actionnaire, Orvane, se tait": the text goes on about the one whose he is.
        subjects = subjects.filter { !isOwned($0, syntax) }
        mainSubjects = mainSubjects.filter { !isOwned($0, syntax) }
        moveCentre(
            found, subjects: subjects, mainSubjects: mainSubjects,
            paragraph: text.sentences[sentence].paragraph)
        let known = rounds.count
        noteRounds(syntax, knowledge)
        noteVoice(syntax, knowledge)
        noteVoiceAhead(syntax, knowledge)
        noteTaking(found, hasRound: rounds.count > known, syntax, knowledge)
    }

    /// Counts what pronouns, possessives and descriptions take up: the article is more likely to be about it. What everybody
    /// calls so, "le géant de Redmond", is named and not taken up.
    mutating func noteTaking(
        _ found: [Reference?], hasRound: Bool, _ syntax: Syntax, _ knowledge: LanguageKnowledge
    ) {
        guard isTopicWeighed else { return }
        var hasNew = hasRound
        var taken: [Int] = []
        for case .some(let reference) in found {
            if reference.sieve.isTakingUp { taken.append(reference.item) }
        }
        taken += takenByPossessives(syntax, knowledge) + takenByClitics(syntax, knowledge)
        for item in taken where item < takenUp.count {
            takenUp[item] += 1
            hasNew = true
        }
        if hasNew, isTopicWeighed { topics[.organisation] = protagonist() }
    }

    /// Whether a group is introduced as what belongs to another: "its rival Quorin", "Quorin, its rival,".
    func isOwned(_ group: Int, _ syntax: Syntax) -> Bool {
        let parse = syntax.parse
        if parse.groups[group].possessive != nil { return true }
        if parse.groups.indices.contains(where: { parse.host[$0] == group && parse.groups[$0].possessive != nil }) {
            return true
        }
        let unit = parse.unitOfGroup[group]
        guard syntax.kind(unit - 1) == .comma, let before = syntax.group(unit - 2) else { return false }
        return parse.groups[before].possessive != nil && parse.groups[before].name == nil
    }

    mutating func record(_ record: Record) {
        records.append(record)
        let paragraph = text.sentences[record.sentence].paragraph
        if heads[paragraph] == nil, entities.items[record.item].reference.kind.family == .organisation {
            heads[paragraph] = record.item
        }
    }

    /// The subject of the main clause is what a sentence is about; where it names none, what the text was about before.
    mutating func moveCentre(
        _ found: [Reference?], subjects: Set<Int>, mainSubjects: Set<Int>, paragraph: Int
    ) {
        for family in [EntityKind.Family.organisation, .person] {
            func items(_ groups: Set<Int>) -> Set<Int> {
                Set(groups.compactMap { found[$0]?.item }.filter { entities.items[$0].reference.kind.family == family })
            }
            var about = items(mainSubjects)
            if about.isEmpty { about = items(subjects) }
            if about.count == 1, let item = about.first {
                centre[family] = item
                centreParagraphs[family] = paragraph
                if opening == nil, family == .organisation { opening = item }
            } else if about.count > 1 {
                centre[family] = nil
            }
        }
    }

    mutating func noteCompanies(_ found: [Reference?], _ subjects: Set<Int>, _ syntax: Syntax) {
        for list in syntax.parse.lists where list.members.count > 1 {
            var items: [Int] = []
            for member in list.members {
                if let reference = found[member], !items.contains(reference.item) { items.append(reference.item) }
            }
            guard Set(items.map { entities.items[$0].reference.kind.family }).count == 1,
                items.count == list.members.count, let first = list.members.first, let last = list.members.last
            else {
                continue
            }
            let tokens =
                syntax.parse.groups[first].tokens
                .lowerBound..<max(
                    syntax.parse.groups[first].tokens.upperBound, syntax.parse.groups[last].tokens.upperBound)
            companies.append(
                Company(
                    items: items, tokens: tokens, sentence: syntax.parse.sentence, isSubject: subjects.contains(first)))
        }
    }

    // MARK: Sieves

    /// What a group stands for, or nil when it is not sure.
    func resolve(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        // "us": who speaks is known only when the whole sentence has been read.
        if isVoice(group, syntax) {
            return voice(at: Place(tokens: syntax.parse.groups[group].tokens, sentence: syntax.parse.sentence))
        }
        if let known = resolved[syntax.parse.sentence], group < known.count { return known[group] }
        return compute(group, syntax, knowledge)
    }

    func compute(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        if let name = noun.name {
            return Reference(item: entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name)
        }
        if noun.value != nil { return nil }
        if noun.leading.count == 1, noun.determiner != .possessive, noun.determiner != .indefinite,
            noun.isPlural != true,
            syntax.grammar.is(text.tokens[noun.head].word, .designator), noun.possessor == nil,
            text.names[noun.leading[0]].kind != .place
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
        if isVoice(group, syntax) { return nil }
        if noun.isPronoun {
            let isBehindName = syntax.parse.groups[..<group].contains { $0.name != nil }
            return (isBehindName ? nil : oneOfPair(group, syntax, knowledge)) ?? pronoun(group, syntax, knowledge)
        }
        if let one = oneOfPair(group, syntax, knowledge) { return one }
        if let firm = personsFirm(group, syntax, knowledge) { return firm }
        if let sister = sisterPost(group, syntax), let reference = resolve(sister, syntax, knowledge),
            reference.sieve == .description, entities.items[reference.item].reference.kind == .person
        {
            return Reference(item: reference.item, tokens: noun.tokens, via: reference.via, sieve: .description)
        }
        if noun.determiner == .indefinite { return namedNext(group, syntax, knowledge) }
        guard
            noun.determiner == .definite || noun.determiner == .demonstrative
                || syntax.parse.preposition[group] != nil && noun.determiner == .none
        else { return nil }
        if let epithet = epithet(group, syntax, knowledge) { return epithet }
        return description(group, syntax, knowledge)
    }

    func lastMention(of item: Int, before token: Int) -> [Range<Int>] {
        records.last { $0.item == item && $0.tokens.upperBound <= token }.map { [$0.tokens] } ?? []
    }

    mutating func completeName(of item: Int, after other: Int) { entities.completeName(of: item, after: other) }

    /// "le gouvernement fédéral" means that of the country whose government the article names elsewhere.
    mutating func noteGovernments(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        for group in syntax.parse.groups where group.name == nil && group.hasNoun && group.determiner == .definite {
            guard
                let hit = knowledge.governments.longest(
                    group.head..<min(end, group.head + 5), { syntax.grammar.canon(text.tokens[$0].word) })
            else { continue }
            let countries = Set(entities.items.filter { $0.reference.kind == .government }.compactMap(\.country))
            let fitting = hit.value.filter { $0.country.map { countries.contains($0) } ?? false }
            guard fitting.count == 1, let item = entities.item(of: fitting[0]) else { continue }
            while prominence.count <= item { prominence.append(0) }
            contextual[group.tokens.lowerBound] = item
        }
    }
}
