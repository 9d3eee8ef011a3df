internal import LiaisonLanguage
internal import LiaisonModel

extension ArticleReading {
    /// Two things that a sentence mentions.
    struct Pair {
        var first: ScorerMention
        var second: ScorerMention
        var references: (Reference, Reference)
        var sentence: Int
        var evidence: PairEvidence
    }

    /// A sentence that mentions more things than this is a list.
    private static let mostMentions = 14

    /// All pairs of a parsed sentence that some relation could link.
    func pairs(of sentence: ParsedSentence, _ document: ScorerDocument) -> [Pair] {
        var mentions = sentence.mentions.filter { !$0.tokens.isEmpty }
        mentions.sort { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
        guard mentions.count > 1, mentions.count <= Self.mostMentions else { return [] }
        var triggers: UInt32 = 0
        for token in text.sentences[sentence.syntax.parse.sentence].tokens {
            triggers |= document.tokens[token].triggers
        }
        var out: [Pair] = []
        for (index, one) in mentions.enumerated() {
            for other in mentions[(index + 1)...]
            where other.item != one.item && !other.tokens.overlaps(one.tokens) {
                if let pair = pair(one, other, sentence.syntax.parse.sentence, triggers, document) { out.append(pair) }
            }
        }
        return out
    }

    /// The pair of two references of one sentence; nil where no relation could link them or they are not in it.
    func pair(
        _ one: Reference, _ other: Reference, _ sentence: Int, _ triggers: UInt32, _ document: ScorerDocument
    ) -> Pair? {
        let tokens = text.sentences[sentence].tokens
        guard !one.tokens.isEmpty, !other.tokens.isEmpty, !one.tokens.overlaps(other.tokens),
            tokens.contains(one.tokens.lowerBound), tokens.contains(other.tokens.lowerBound)
        else { return nil }
        let isOrdered = one.tokens.lowerBound < other.tokens.lowerBound
        let (low, high) = isOrdered ? (one, other) : (other, one)
        let (first, second) = (mention(low), mention(high))
        guard let firstKind = first.kind, let secondKind = second.kind else { return nil }
        let allowed = extractor.scorer.allowed(firstKind, secondKind)
        guard allowed != 0 else { return nil }
        let items = [low, high].map { resolver.entities.items[$0.item] }
        let isLinked = document.hits.contains {
            $0.sentence == sentence
                && ($0.subject == low.item && $0.object == high.item
                    || $0.subject == high.item && $0.object == low.item)
        }
        return Pair(
            first: first, second: second, references: (low, high), sentence: sentence,
            evidence: PairEvidence(
                isNamed: low.sieve == .name && high.sieve == .name,
                nameScore: items.map { $0.entry == nil ? min(1, $0.score) : 1 }.min() ?? 0, triggers: triggers,
                distance: max(0, high.tokens.lowerBound - low.tokens.upperBound), isLinked: isLinked, allowed: allowed))
    }

    private func mention(_ reference: Reference) -> ScorerMention {
        let form: ScorerMention.Form =
            switch reference.sieve {
            case .name, .apposition: .name
            case .epithet, .description: .description
            case .possessive, .pronoun: .pronoun
            }
        return ScorerMention(
            tokens: reference.tokens, item: reference.item,
            kind: resolver.entities.items[reference.item].reference.kind, form: form,
            types: resolver.entities.items[reference.item].types.sorted().map { ScorerMention.hash($0) })
    }

    /// What speaks for a find besides the words around it.
    func evidence(_ finding: Finding, isTurned: Bool) -> FrameEvidence {
        let sieves = [finding.candidate.subject.sieve, finding.candidate.object.sieve]
        return FrameEvidence(
            outcome: extractor.scorer.lanes.outcome(of: finding.frame.relation, isTurned: isTurned),
            prior: Float(finding.confidence), isDescribed: sieves.contains(.description),
            isPronoun: sieves.contains(.pronoun) || sieves.contains(.possessive),
            isNoun: finding.candidate.construction == .noun, holds: finding.qualifiers.holds)
    }
}
