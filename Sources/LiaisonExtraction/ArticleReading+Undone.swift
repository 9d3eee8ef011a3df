internal import LiaisonLanguage
internal import LiaisonModel

/// Deals of which a later sentence tells that nothing came, and rumours that it denies.
extension ArticleReading {
    /// How many sentences back the deal may have been told of.
    private static var undoneReach: Int { 2 }

    /// The last deal told of before a sentence that the sentence may undo or deny.
    func dealTold(before sentence: Int) -> Finding? {
        guard let last = findings.last, sentence - last.sentence <= Self.undoneReach else { return nil }
        return findings.last { finding in
            finding.sentence < sentence && sentence - finding.sentence <= Self.undoneReach
                && finding.qualifiers.holds && finding.qualifiers.time != .ended
                && extractor.reference.deals[finding.frame.relation] != nil
        }
    }

    /// "L'opération a été abandonnée en 2022.", "The two companies called off the deal.", "Thales a démenti.": says it of the deal that
    /// was told of last, where the sentence names no other firm.
    mutating func noteUndoing(of deal: Finding, _ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        let sentence = syntax.parse.sentence
        let ends = [deal.candidate.subject.item, deal.candidate.object.item]
        let others = names(in: sentence).subtracting(ends)
        guard others.allSatisfy({ resolver.entities.items[$0].reference.kind == .government }) else { return }
        let qualifier = Qualifier(text: text, syntax: syntax, knowledge: knowledge, resolver: resolver)
        let start = text.sentences[sentence].tokens.lowerBound
        let isUndone = qualifier.tellsUndone(deal.frame.relation, from: start)
        guard isUndone || isDenied(deal, ends, qualifier) else { return }
        for index in findings.indices
        where findings[index].sentence == deal.sentence && findings[index].frame.relation == deal.frame.relation
            && findings[index].qualifiers.holds
        {
            if isUndone {
                findings[index].qualifiers.negated = true
                findings[index].qualifiers.time = .planned
            } else {
                findings[index].qualifiers.factuality = .denied
            }
        }
    }

    /// Whether one end of a rumour denies it: "Thales a démenti.", "Orvane denied the report."
    private func isDenied(_ rumour: Finding, _ ends: [Int], _ qualifier: Qualifier) -> Bool {
        guard [.rumoured, .reported].contains(rumour.qualifiers.factuality) else { return false }
        let syntax = qualifier.syntax
        return syntax.parse.verbs.indices.contains { verb in
            let group = syntax.parse.verbs[verb]
            guard group.kind == .finite, !group.isNegated, !group.isPassive, group.modal == nil,
                qualifier.verbCues(verb).contains(.denied), !syntax.parse.governor.contains(verb),
                syntax.objects(of: verb).allSatisfy({ object in
                    let noun = syntax.parse.groups[object]
                    return noun.isPronoun && noun.name == nil
                        || syntax.lemmas(ofGroup: object).contains { extractor.reference.claims.contains($0) }
                })
            else { return false }
            let unit = syntax.parse.unitOfVerb[verb]
            // "a démenti que", "denied that": what it denies is said there.
            if case .grammar? = syntax.kind(unit + 1) { return false }
            let subjects = syntax.subject(of: verb)
            return subjects.count == 1
                && qualifier.resolver.resolve(subjects[0], syntax, qualifier.knowledge).map { ends.contains($0.item) }
                    ?? false
        }
    }
}
