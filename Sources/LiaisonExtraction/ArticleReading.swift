internal import LiaisonLanguage
internal import LiaisonModel

/// The reading of one article, sentence by sentence.
struct ArticleReading {
    /// A candidate with its qualifiers and where it was found.
    struct Finding: Sendable {
        var candidate: Candidate
        var frame: Frame
        var qualifiers: Qualifiers
        var sentence: Int
        var confidence: Double
        /// The confidence from which on it is said unless somebody asks for more or less.
        var threshold = 0.0
    }

    let extractor: Extractor
    let text: AnnotatedText
    private(set) var resolver: ReferenceResolver
    /// What the last sentence that stated anything stated.
    private var last: (sentence: Int, candidates: [Candidate])?
    /// Roles that the last sentences spoke of.
    private var openRoles: [OpenRole] = []
    var findings: [Finding] = []
    /// What the scorer asks for: the sentences that were parsed, and the things that they mention.
    private(set) var parsed: [ParsedSentence] = []
    private var keepsMentions = false
    /// Things that may be of any kind: the ends of a marked pair.
    private var anyKind: Set<Int> = []

    /// A parsed sentence and what it mentions.
    struct ParsedSentence: Sendable {
        var syntax: Syntax
        var mentions: [Reference]
    }

    /// - Parameter keepsMentions: Whether ``parsed`` has all sentences with what they mention; otherwise only those in which
    ///   something was found, for its confidence.
    /// - Parameter log: Takes down what is asked about words that take up others.
    init(extractor: Extractor, text: AnnotatedText, keepsMentions: Bool = false, log: AntecedentLog? = nil) {
        var text = text
        NameScreen(extractor: extractor).screen(&text)
        NameSplitter(cues: extractor.analyzer.reader.cues).split(&text)
        EnglishNames(extractor: extractor).mend(&text)
        NameJoiner(extractor: extractor)?.join(&text)
        self.init(extractor: extractor, screened: text)
        self.keepsMentions = keepsMentions
        resolver.log = log
    }

    /// A text whose names are final, with the names that may be of any kind.
    init(extractor: Extractor, marked text: AnnotatedText, ends: [Range<Int>]) {
        self.init(extractor: extractor, screened: text)
        keepsMentions = true
        for (index, name) in text.names.enumerated() where ends.contains(name.tokens) {
            anyKind.insert(resolver.entities.itemOfName[index])
        }
    }

    private init(extractor: Extractor, screened text: AnnotatedText) {
        self.extractor = extractor
        self.text = text
        resolver = ReferenceResolver(
            text: text,
            entities: DocumentEntities(text: text, lexicon: extractor.analyzer.lexicon, names: extractor.names),
            words: extractor.reference)
    }

    mutating func read() {
        guard !text.names.isEmpty else { return }
        for sentence in text.sentences.indices { read(sentence) }
        completeSums()
        completeRounds()
    }

    private mutating func read(_ sentence: Int) {
        let paragraph = text.paragraphs[text.sentences[sentence].paragraph]
        guard paragraph.role != .boilerplate, let knowledge = extractor.knowledge(paragraph.language) else { return }
        let tokens = text.sentences[sentence].tokens
        let isAwake = tokens.contains { knowledge.frames.wakes.contains(text.tokens[$0].word) }
        let deal = dealTold(before: sentence)
        guard isAwake || hasName(in: tokens) || deal != nil else { return }
        let syntax = Syntax(text: text, sentence: sentence, grammar: knowledge.grammar)
        if let deal { noteUndoing(of: deal, syntax, knowledge) }
        guard isAwake || hasName(in: tokens) else { return }
        resolver.read(syntax, knowledge: knowledge)
        if keepsMentions {
            parsed.append(ParsedSentence(syntax: syntax, mentions: mentions(syntax, knowledge)))
        }
        guard isAwake || !knowledge.frames.possessions.isEmpty else { return }
        let known = findings.count
        let (stated, roles) = match(syntax, knowledge, sentence)
        if !stated.isEmpty { last = (sentence, stated.map(\.candidate)) }
        openRoles = openRoles.filter { sentence - $0.sentence <= 2 } + roles
        for role in roles {
            resolver.noteOwners(
                role.owners, of: knowledge.frames.frames[role.frame].relation, isSubject: !role.headIsSubject)
        }
        for (candidate, qualifiers) in stated {
            let frame = knowledge.frames.frames[candidate.frame]
            takeNote(of: candidate, frame, qualifiers, in: sentence)
            findings.append(
                Finding(
                    candidate: candidate, frame: frame, qualifiers: qualifiers, sentence: sentence,
                    confidence: confidence(candidate, frame)))
        }
        noteSum(syntax, knowledge, from: known)
        if !keepsMentions, findings.count > known, extractor.scorer.model != nil {
            parsed.append(ParsedSentence(syntax: syntax, mentions: []))
        }
    }

    /// What a sentence states, and the roles that it leaves open.
    ///
    /// The resolver is handed over as it stands here and let go of before anything is noted in it, so that nothing is copied.
    private func match(
        _ syntax: Syntax, _ knowledge: LanguageKnowledge, _ sentence: Int
    ) -> (stated: [(candidate: Candidate, qualifiers: Qualifiers)], roles: [OpenRole]) {
        var matcher = FrameMatcher(
            text: text, syntax: syntax, knowledge: knowledge, resolver: resolver, vocabulary: extractor.vocabulary)
        matcher.anyKind = anyKind
        if let last, sentence - last.sentence <= 1 { matcher.earlier = last.candidates }
        matcher.earlierRoles = openRoles.filter { sentence - $0.sentence <= 2 }
        let qualifier = Qualifier(text: text, syntax: syntax, knowledge: knowledge, resolver: resolver)
        let stated = matcher.match().map { candidate in
            (candidate, qualifier.qualify(candidate, frame: knowledge.frames.frames[candidate.frame]))
        }
        return (stated, matcher.openRoles)
    }

    /// Lets later sentences know whose sibling somebody is, and whose firm a company.
    private mutating func takeNote(
        of candidate: Candidate, _ frame: Frame, _ qualifiers: Qualifiers, in sentence: Int
    ) {
        let (subject, object) = (candidate.subject.item, candidate.object.item)
        resolver.noteEnds(
            subject, frame.relation, object,
            isSymmetric: extractor.vocabulary[frame.relation]?.isSymmetric ?? false)
        switch frame.relation {
        case "makes":
            if qualifiers.holds { resolver.makers[object] = subject }
        case "works-for":
            if qualifiers.holds, qualifiers.time == .current {
                resolver.employers[subject] = (resolver.employers[subject] ?? []).filter { $0 != object } + [object]
            }
        case "sibling-of":
            resolver.completeName(of: object, after: subject)
            resolver.completeName(of: subject, after: object)
            if qualifiers.holds { completeFamily(candidate, frame, qualifiers, in: sentence) }
        case "invests-in":
            resolver.investors.insert(subject)
            if qualifiers.holds, qualifiers.time == .current, qualifiers.amount != nil, frame.trigger == .verb,
                candidate.object.sieve == .name
            {
                resolver.noteRound(of: candidate.object, in: sentence)
            }
        case "acquires":
            if resolver.entities.items[subject].reference.kind == .fund { resolver.investors.insert(subject) }
        case "leads", "founder-of":
            guard qualifiers.holds, qualifiers.time == .current else { return }
            resolver.noteFirm(object, of: subject, isLeader: frame.relation == "leads")
        default: break
        }
    }

    /// The siblings of siblings are siblings: what a sentence adds to a family is said of all of it.
    private mutating func completeFamily(
        _ candidate: Candidate, _ frame: Frame, _ qualifiers: Qualifiers, in sentence: Int
    ) {
        let (subject, object) = (candidate.subject.item, candidate.object.item)
        let before = [subject, object].map { resolver.family(of: $0) }
        resolver.noteSiblings(subject, object)
        guard before[0].isDisjoint(with: before[1]) else { return }
        for first in before[0].sorted() {
            for second in before[1].sorted() where (first, second) != (subject, object) {
                var inferred = candidate
                if first != subject { inferred.subject = resolver.kin(first, of: candidate.subject) }
                if second != object { inferred.object = resolver.kin(second, of: candidate.object) }
                findings.append(
                    Finding(
                        candidate: inferred, frame: frame, qualifiers: qualifiers, sentence: sentence,
                        confidence: confidence(inferred, frame)))
            }
        }
    }

    /// What the groups of a sentence stand for.
    private func mentions(_ syntax: Syntax, _ knowledge: LanguageKnowledge) -> [Reference] {
        var out: [Reference] = []
        for (group, noun) in syntax.parse.groups.enumerated() {
            for name in noun.leading {
                out.append(
                    Reference(item: resolver.entities.itemOfName[name], tokens: text.names[name].tokens, sieve: .name))
            }
            // An apposition says again what its host is.
            if let reference = resolver.resolve(group, syntax, knowledge), reference.sieve != .apposition {
                out.append(reference)
            }
        }
        return out
    }

    /// Whether a name begins in a range of tokens; names are in order.
    private func hasName(in tokens: Range<Int>) -> Bool {
        var (low, high) = (0, text.names.count)
        while low < high {
            let middle = (low + high) / 2
            if text.names[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < text.names.count && text.names[low].tokens.lowerBound < tokens.upperBound
    }

    /// The frame's own reliability, less for names and references that are less sure.
    private func confidence(_ candidate: Candidate, _ frame: Frame) -> Double {
        var value = frame.confidence
        for reference in [candidate.subject, candidate.object] {
            let item = resolver.entities.items[reference.item]
            if item.entry == nil { value *= 0.9 + 0.1 * Double(min(1, item.score)) }
            switch reference.sieve {
            case .name, .apposition: break
            case .epithet: value *= 0.98
            case .possessive: value *= 0.95
            case .description: value *= 0.9
            case .pronoun: value *= 0.85
            }
        }
        return (value * 10_000).rounded() / 10_000
    }

    // MARK: Statements

    /// - Parameter minimum: The least confidence of what is said; nil for that of each relation.
    func extraction(of article: Article, minimum: Double? = nil) -> Extraction {
        let points = CodePoints(text)
        let head = article.head
        var best: [String: Statement] = [:]
        var told: Set<Direction> = []
        for finding in findings {
            guard let statement = statement(finding, head, points),
                statement.confidence >= minimum ?? finding.threshold
            else { continue }
            if finding.candidate.construction == .infinitive {
                told.insert(Direction(statement, from: statement.subject.key, to: statement.object.key))
            }
            // One sentence states a thing once: the surest frame speaks for it.
            let place =
                "\(statement.evidence.part.rawValue) \(statement.evidence.range.start) \(statement.relation.text) \(statement.subject.key.text) \(statement.object.key.text)"
            if let known = best[place], !isBetter(statement, than: known) { continue }
            best[place] = statement
        }
        let statements = oneDirection(best.values.sorted(by: Statement.precedes), told: told)
        var keys: Set<EntityKey> = []
        for statement in statements { keys.formUnion([statement.subject.key, statement.object.key]) }
        return Extraction(
            statements: statements, entities: entities(keys, language: article.language), languages: languages())
    }

    /// A sentence that seems to state a relation both ways round states the surer one; a verb is surer than a noun.
    /// - Parameter told: What an infinitive says: "signed a contract with X to supply sensors" tells who supplies.
    private func oneDirection(_ statements: [Statement], told: Set<Direction>) -> [Statement] {
        func weight(_ statement: Statement) -> Double {
            let direction = Direction(statement, from: statement.subject.key, to: statement.object.key)
            return statement.confidence + (isOfNoun(statement) ? 0 : 0.1) + (told.contains(direction) ? 0.5 : 0)
        }
        var weights: [Direction: Double] = [:]
        for statement in statements {
            let direction = Direction(statement, from: statement.subject.key, to: statement.object.key)
            weights[direction] = max(weights[direction] ?? 0, weight(statement))
        }
        return statements.filter { statement in
            let reverse = Direction(statement, from: statement.object.key, to: statement.subject.key)
            return weights[reverse].map { $0 <= weight(statement) } ?? true
        }
    }

    /// One way round of what a sentence states.
    private struct Direction: Hashable {
        let relation: RelationID
        let part: ArticlePart
        let range: CodePointRange
        let from: EntityKey
        let to: EntityKey

        init(_ statement: Statement, from: EntityKey, to: EntityKey) {
            relation = statement.relation
            part = statement.evidence.part
            range = statement.evidence.range
            (self.from, self.to) = (from, to)
        }
    }

    private func isOfNoun(_ statement: Statement) -> Bool { statement.rule.hasSuffix(".noun") }

    private func isBetter(_ a: Statement, than b: Statement) -> Bool {
        // What does not hold outweighs what holds: a denial must not come out as a fact.
        if a.qualifiers.holds != b.qualifiers.holds { return !a.qualifiers.holds }
        // "lost its contract with X": the verb says what becomes of what the noun names.
        if a.qualifiers.time != b.qualifiers.time, isOfNoun(a) != isOfNoun(b) { return isOfNoun(b) }
        if a.confidence != b.confidence { return a.confidence > b.confidence }
        if (a.qualifiers.amount != nil) != (b.qualifiers.amount != nil) { return a.qualifiers.amount != nil }
        return Statement.precedes(a, b)
    }

    private func statement(_ finding: Finding, _ head: ArticleHead, _ points: CodePoints) -> Statement? {
        let candidate = finding.candidate
        var (subject, object) = (candidate.subject, candidate.object)
        let items = resolver.entities.items
        // Two mentions that turn out to be of one thing.
        guard items[subject.item].reference.key != items[object.item].reference.key else { return nil }
        if extractor.vocabulary[finding.frame.relation]?.isSymmetric == true,
            items[object.item].reference.key < items[subject.item].reference.key
        {
            swap(&subject, &object)
        }
        let tokens = text.sentences[finding.sentence].tokens
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let bytes = Int(text.tokens[first].start)..<Int(text.tokens[last].end)
        let part: ArticlePart = bytes.lowerBound < text.bodyStart ? .title : .text
        let evidence = Evidence(
            part: part, range: points.range(bytes), quote: String(decoding: text.bytes[bytes], as: UTF8.self),
            subject: points.range(byteRange(subject.tokens)), object: points.range(byteRange(object.tokens)),
            via: (subject.via + object.via).map { byteRange($0) }.filter { points.part(of: $0) == part }.map {
                points.range($0)
            })
        return Statement(
            article: head, subject: items[subject.item].reference, relation: finding.frame.relation,
            object: items[object.item].reference, qualifiers: finding.qualifiers,
            confidence: confidence(finding, part: part), evidence: evidence,
            rule: "\(finding.frame.id).\(candidate.construction.rawValue)")
    }

    /// A headline leaves things out, and what says when and how much is more surely the event itself.
    private func confidence(_ finding: Finding, part: ArticlePart) -> Double {
        var value = finding.confidence * (part == .title ? 0.97 : 1)
        if finding.qualifiers.amount != nil { value *= 1.01 }
        if finding.qualifiers.date != nil || finding.qualifiers.start != nil || finding.qualifiers.end != nil {
            value *= 1.01
        }
        return (min(1, value) * 10_000).rounded() / 10_000
    }

    func byteRange(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return Int(text.tokens[first].start)..<Int(text.tokens[last].end)
    }

    private func entities(_ keys: Set<EntityKey>, language: String?) -> [Entity] {
        var out: [EntityKey: Entity] = [:]
        let main = languages().first { $0 != Language.other.code }
        for item in resolver.entities.items where keys.contains(item.reference.key) {
            var entity = out[item.reference.key] ?? Entity(reference: item.reference)
            if let entry = item.entry { entity.names += extractor.analyzer.lexicon[entry].entity.names }
            for name in item.names
            where name != item.reference.name && !entity.names.contains(where: { $0.text == name }) {
                entity.names.append(EntityName(text: name, language: main))
            }
            entity.names = Array(Set(entity.names)).sorted()
            out[item.reference.key] = entity
        }
        return out.values.sorted { $0.key < $1.key }
    }

    private func languages() -> [String] {
        var bytes: [Language: Int] = [:]
        for paragraph in text.paragraphs where paragraph.role != .boilerplate {
            bytes[paragraph.language, default: 0] += paragraph.range.count
        }
        return bytes.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map(\.key.code)
    }
}
