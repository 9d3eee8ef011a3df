internal import LiaisonLanguage
internal import LiaisonModel

/// Deals that came to nothing.
extension Qualifier {
    /// Whether the sentence says further on that nothing came of it.
    func isUndone(after trigger: Range<Int>) -> Bool {
        let end = text.sentences[parse.sentence].tokens.upperBound
        return (trigger.upperBound..<max(trigger.upperBound, end)).contains {
            phraseCues(at: $0, end: end).contains(.undone)
        }
    }

    /// Whether a deal is told of that may still not have been closed: "agreed to buy", "devait racheter", "the takeover of".
    func isAgreed(_ candidate: Candidate, _ frame: Frame) -> Bool {
        guard resolver.words.deals[frame.relation] != nil else { return false }
        switch frame.trigger {
        case .noun: return true
        case .verb:
            return candidate.verb.map { parse.verbs[$0].kind != .finite || parse.verbs[$0].modal != nil } ?? false
        default: return false
        }
    }

    /// Whether the sentence tells, from a token on, that a deal came to nothing: "the deal fell through", "L'opération a été
    /// abandonnée", "The two called off the merger".
    func tellsUndone(_ relation: RelationID, from start: Int) -> Bool {
        guard let nouns = resolver.words.deals[relation] else { return false }
        let end = text.sentences[parse.sentence].tokens.upperBound
        return parse.verbs.indices.contains { index in
            let verb = parse.verbs[index]
            guard verb.kind == .finite, verb.main >= start, !verb.isNegated, verb.modal == nil,
                !parse.governor.contains(index)
            else { return false }
            let cues = verbCues(index).union(phraseCues(at: verb.main, end: end)).union(
                phraseCues(at: verb.tokens.lowerBound, end: end))
            guard cues.contains(.abandoned) || cues.contains(.undone) else { return false }
            let objects = syntax.objects(of: index)
            if verb.isPassive || objects.isEmpty, syntax.subject(of: index).contains(where: { isDeal($0, nouns) }) {
                return true
            }
            guard !verb.isPassive else { return false }
            let complements = syntax.complements(ofUnit: parse.unitOfVerb[index], leading: false)
            return (objects + complements.prefix(1).flatMap(\.groups)).contains { isDeal($0, nouns) }
        }
    }

    /// "the deal", "cette opération", "leur fusion": the deal that was told of.
    private func isDeal(_ group: Int, _ nouns: Set<WordID>) -> Bool {
        let noun = parse.groups[group]
        guard noun.hasNoun, noun.name == nil, noun.isPlural != true,
            syntax.lemmas(ofGroup: group).contains(where: { nouns.contains($0) })
        else { return false }
        switch noun.determiner {
        case .definite, .demonstrative, .possessive: return true
        default: return parse.preposition[group] != nil && noun.determiner == .none
        }
    }
}
