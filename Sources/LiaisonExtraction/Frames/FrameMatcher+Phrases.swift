internal import LiaisonLanguage
internal import LiaisonModel

/// Prepositions of several words without the end that they open: "au capital", "at its helm", for "au capital de", "at the helm of".
extension FrameMatcher {
    /// What stands of such a preposition where its last word and what that would open are missing.
    struct ReducedPhrase {
        var tokens: Range<Int>
        /// The group that a possessive in it makes its end: "sa tête".
        var owned: Int?
    }

    /// A preposition of several words at a unit, without its last.
    func reduced(_ words: [WordID], at unit: Int) -> ReducedPhrase? {
        guard words.count > 2, words.last == knowledge.genitive.last, syntax.kind(unit) == .preposition else {
            return nil
        }
        let sentence = text.sentences[parse.sentence].tokens
        let start = parse.units[unit].tokens.lowerBound
        var token = start
        var owner: Int?
        var index = 0
        while index < words.count - 1 {
            guard token < sentence.upperBound else { return nil }
            let word = text.tokens[token].word
            if index > 0, owner == nil, knowledge.grammar.is(word, .possessive) {
                owner = token
                token += 1
                if knowledge.grammar.is(words[index], .definite) { index += 1 }
                continue
            }
            guard knowledge.grammar.canon(word) == words[index] else { return nil }
            token += 1
            index += 1
        }
        guard token == sentence.upperBound || knowledge.grammar.canon(text.tokens[token].word) != words.last else {
            return nil
        }
        let owned = owner.flatMap { owner in parse.groups.firstIndex { $0.possessive == owner } }
        if owner != nil, owned == nil { return nil }
        // "à sa direction financière": not at the head of all.
        if let owned, parse.groups[owned].tokens.upperBound > token { return nil }
        // "in charge of": only what may be said without its end.
        let isBare = owner != nil || resolver.words.bareEnds.contains((start..<token).map { text.tokens[$0].word })
        return isBare ? ReducedPhrase(tokens: start..<token, owned: owned) : nil
    }

    /// The end that such a phrase of a verb's clause leaves out, or gives by a possessive.
    /// - Parameter others: What fills the other end.
    func reducedEnd(
        _ words: [WordID], _ frame: Frame, verb: Int, others: [Fill], subject: Bool
    ) -> [Fill] {
        let clause = syntax.clause(ofVerb: verb)
        for unit in parse.units.indices where parse.units[unit].clause == clause {
            guard let phrase = reduced(words, at: unit) else { continue }
            let found = end(of: phrase, frame, clause: clause, around: parse.unitOfVerb[verb], others, subject: subject)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "Luc Baratier, à sa tête depuis 2019, …", "At the helm since 2012, Peter Lund …".
    mutating func matchReduced(_ unit: Int) {
        guard let first = parse.units[unit].tokens.first,
            let phrases = knowledge.frames.phrased[knowledge.grammar.canon(text.tokens[first].word)]
        else { return }
        for words in phrases {
            guard let phrase = reduced(words, at: unit), let (group, construction) = described(by: unit) else {
                continue
            }
            for index in knowledge.frames.prepositions[words] ?? [] where frames[index].to != [.round] {
                let frame = frames[index]
                if isForbidden(frame, unit: unit) { continue }
                let headIsSubject = frame.from.contains(.head)
                let heads = references(parse.members(of: group), frame, subject: headIsSubject)
                guard !heads.isEmpty else { continue }
                let rest = end(
                    of: phrase, frame, clause: parse.units[unit].clause, around: nil, heads, subject: !headIsSubject)
                add(
                    index, from: headIsSubject ? heads : rest, to: headIsSubject ? rest : heads,
                    trigger: phrase.tokens, verb: nil, group: group, construction: construction)
            }
        }
    }

    private func end(
        of phrase: ReducedPhrase, _ frame: Frame, clause: Int, around unit: Int?, _ others: [Fill], subject: Bool
    ) -> [Fill] {
        let excluding = Set(others.map(\.reference.item))
        if let owned = phrase.owned {
            return owners(of: owned, frame, subject: subject, excluding: excluding).filter {
                !excluding.contains($0.reference.item)
            }
        }
        let place = ReferenceResolver.Place(tokens: phrase.tokens, sentence: parse.sentence)
        return unsaid(frame, at: place, clause: clause, around: unit, others: others, subject: subject).map { [$0] }
            ?? []
    }
}
