internal import LiaisonLanguage
internal import LiaisonModel

/// States that are over, as the words around them say.
extension Qualifier {
    /// What the verb that a role goes with says of its end.
    func applyEnding(_ candidate: Candidate, _ frame: Frame, to out: inout Qualifiers) {
        // "a cédé sa filiale X".
        if frame.relation == "subsidiary-of", frame.trigger == .role, let group = candidate.group,
            candidate.construction == .prenominal || candidate.construction == .apposition, out.time == .current,
            parse.groups[group].possessive != nil,
            parse.verbs.indices.contains(where: { verb in
                verbCues(verb).contains(.ended) && !parse.verbs[verb].isNegated
                    && syntax.clause(ofVerb: verb) == syntax.clause(ofGroup: group)
                    && syntax.objects(of: verb).contains(group)
            })
        {
            out.time = .ended
        }
        if let verb = candidate.verb, out.time == .current, isOfEndedTie(verb) { out.time = .ended }
        // "quitte ses fonctions de PDG de X".
        if let verb = candidate.verb, candidate.construction == .copula, frame.trigger == .role,
            verbCues(verb).contains(.leaves)
                || phraseCues(
                    at: parse.verbs[verb].main, end: text.sentences[parse.sentence].tokens.upperBound
                ).contains(.leaves),
            out.time == .current
        {
            out.time = .ended
        }
    }

    /// "a résilié le contrat qui le liait à X", "ended the deal under which it supplied X": what is said of a contract that is over.
    private func isOfEndedTie(_ verb: Int) -> Bool {
        let clause = parse.clauses[syntax.clause(ofVerb: verb)]
        guard clause.kind == .relative, let tie = clause.antecedent,
            syntax.lemmas(ofGroup: tie).contains(where: { resolver.words.ties.contains($0) })
        else { return false }
        return parse.verbs.indices.contains { other in
            let group = parse.verbs[other]
            return other != verb && verbCues(other).contains(.ended) && !group.isNegated && group.form != .future
                && group.modal == nil && group.kind == .finite && syntax.objects(of: other).contains(tie)
        }
    }

    /// "X, once Y's only supplier, …", "X was once Y's supplier".
    func isOver(_ group: Int, _ candidate: Candidate) -> Bool {
        guard grammar.language == .english,
            candidate.construction == .apposition || candidate.construction == .copula
        else { return false }
        return saysEnded(parse.unitOfGroup[parse.groups[group].possessor ?? group] - 1)
    }

    /// "alors", "jusqu'alors", "once" right before a state.
    func saysEnded(_ unit: Int) -> Bool {
        guard syntax.kind(unit) == .other else { return false }
        let tokens = parse.units[unit].tokens
        return tokens.contains {
            let found = cues(at: $0).union(phraseCues(at: $0, end: tokens.upperBound))
            return found.contains(.ended) || found.contains(.then)
        }
    }
}
