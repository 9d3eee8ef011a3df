internal import LiaisonLanguage
public import LiaisonModel

/// Something that spoke for or against a relation between two mentions.
public struct ScorerReason: Hashable, Sendable {
    /// A word of the text in quotes, or what else was looked at: "kinds", "frame", "grammar".
    public var what: String
    /// In units of the logarithm of the odds against no relation; negative where it spoke against.
    public var weight: Double
}

extension Extractor {
    /// What weighed most for and against a relation between two mentions, the weightiest first.
    /// - Parameter isTurned: Whether ``MarkedPair/b`` is the subject.
    public func reasons(
        for pair: MarkedPair, relation: RelationID, isTurned: Bool, limit: Int = 8
    ) -> [ScorerReason] {
        let bytes = MarkedBytes(pair.text)
        guard let model = scorer.model, scorer.lanes.lane(of: relation) != nil,
            let reading = PairReading(
                extractor: self, text: pair.text, language: pair.language, a: bytes.range(pair.a),
                b: bytes.range(pair.b))
        else { return [] }
        var list = PairFeatureList()
        reading.write(into: &list, source: .article)
        let outcome = scorer.lanes.outcome(of: relation, isTurned: isTurned != reading.isTurned)
        let none = scorer.lanes.outcomeCount - 1
        let count = list.elements.count
        var sums: [String: Float] = [:]
        for element in list.elements {
            let weight =
                model.weight(element, outcome: outcome, count: count)
                - model.weight(element, outcome: none, count: count)
            sums[reading.name(of: element), default: 0] += weight
        }
        var likeness = [Float](repeating: 0, count: scorer.lanes.outcomeCount)
        model.addVectors(list, to: &likeness)
        sums["what the words are like", default: 0] += likeness[outcome] - likeness[none]
        let sorted = sums.filter { abs($0.value) >= 0.005 }.sorted {
            abs($0.value) == abs($1.value) ? $0.key < $1.key : abs($0.value) > abs($1.value)
        }
        return sorted.prefix(limit).map {
            ScorerReason(what: $0.key, weight: (Double($0.value) * 100).rounded() / 100)
        }
    }
}

extension PairReading {
    /// What a feature is called for people: the word it speaks of, else its sort.
    fileprivate func name(of element: PairFeatureList.Element) -> String {
        let token = Int(element.token)
        if token >= 0, token < document.text.tokens.count { return "“\(document.text.text(token..<token + 1))”" }
        switch element.feature {
        case .frame, .frameConstruction, .frameRule, .frameElsewhere, .frameNone, .reference: return "frames"
        case .path, .pathSlots, .pathWords, .pathStep, .pathTrigger, .pathLength, .pathNone, .slots, .slotWord:
            return "grammar"
        case .mentionKind, .kindPair, .kindRoles, .mentionClass: return "kinds"
        case .mentionForm, .formPair, .firstForm, .secondForm, .mentionLength, .firstLength, .secondLength:
            return "form of the mentions"
        case .distance, .namesBetween, .commasBetween, .sentencesBetween: return "distance"
        case .bias, .source: return "before reading"
        default: return "pairs of words"
        }
    }
}
