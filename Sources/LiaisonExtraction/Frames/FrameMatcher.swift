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
    /// Things that may be of any kind: the ends of a pair that somebody marked.
    var anyKind: Set<Int> = []

    init(
        text: AnnotatedText, syntax: Syntax, knowledge: LanguageKnowledge, resolver: ReferenceResolver,
        vocabulary: Vocabulary
    ) {
        self.text = text
        self.syntax = syntax
        self.knowledge = knowledge
        self.resolver = resolver
        self.vocabulary = vocabulary
    }

    var parse: SentenceParse { syntax.parse }
    var frames: [Frame] { knowledge.frames.frames }

    /// All candidates of the sentence, in the order of their triggers.
    mutating func match() -> [Candidate] {
        for unit in parse.units.indices {
            switch parse.units[unit].kind {
            case .verb(let verb): matchVerb(verb)
            case .noun(let group): matchNoun(group)
            default: break
            }
        }
        matchCompounds()
        return candidates
    }

    // MARK: Filling slots

    /// A group that may fill a role, with what it stands for.
    typealias Fill = (group: Int?, reference: Reference)

    func kinds(_ frame: Frame, subject: Bool) -> Set<EntityKind> {
        guard let relation = vocabulary[frame.relation] else { return [] }
        return subject ? relation.subjectKinds : relation.objectKinds
    }

    func isAllowed(_ reference: Reference, _ frame: Frame, subject: Bool) -> Bool {
        if anyKind.contains(reference.item) { return true }
        let kinds = kinds(frame, subject: subject)
        let item = resolver.entities.items[reference.item]
        let kind = item.reference.kind
        if kinds.contains(kind) { return true }
        // The recogniser may take an unknown company for an organisation; what the lexicon says stands.
        guard item.entry == nil, kind.family == .organisation else { return false }
        return kinds.contains(.company) && kinds.contains(.organisation)
    }

    func references(_ groups: [Int], _ frame: Frame, subject: Bool) -> [Fill] {
        var out: [Fill] = []
        for group in groups {
            if let reference = resolver.resolve(group, syntax, knowledge), isAllowed(reference, frame, subject: subject)
            {
                out.append((group, reference))
            }
        }
        return out
    }

    mutating func add(
        _ index: Int, from: [Fill], to: [Fill], trigger: Range<Int>, verb: Int?, group: Int?,
        construction: Candidate.Construction
    ) {
        for subject in from {
            for object in to where subject.reference.item != object.reference.item {
                candidates.append(
                    Candidate(
                        frame: index, subject: subject.reference, object: object.reference, trigger: trigger,
                        verb: verb,
                        group: group, construction: construction))
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
        // "dont" carries "de".
        return syntax.parse.units[complement.unit].kind == .grammar(.relativeOf) && preposition == knowledge.genitive
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
        let clause = parse.units[unit].clause
        let low = max(0, unit - 4)
        let high = min(parse.units.count, unit + 6)
        for index in low..<high where parse.units[index].clause == clause {
            if hasShare,
                text.values(in: parse.units[index].tokens).contains(where: { mention in
                    if case .percent = mention.value {
                        mention.tokens.overlaps(parse.units[index].tokens)
                    } else {
                        false
                    }
                })
            {
                return true
            }
            for token in parse.units[index].tokens {
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
