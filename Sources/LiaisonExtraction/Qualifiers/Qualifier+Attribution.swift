internal import LiaisonLanguage
internal import LiaisonModel

extension Qualifier {
    /// Who says so: "selon une source proche" is rumour, another outlet or a quoted person is report.
    func attribute(_ candidate: Candidate, _ out: inout Qualifiers) {
        guard out.factuality == .asserted || out.factuality == .rumoured else { return }
        // "selon X, Y s'allie à Z, fondé par W": who reports the news does not vouch for what is said by the way.
        let isAside =
            candidate.construction == .participle
            || candidate.verb.map { parse.clauses[syntax.clause(ofVerb: $0)].kind == .relative } ?? false
        let sentence = text.sentences[parse.sentence].tokens
        var isAnonymous = false
        var isMedia = false
        var accordingTo: Int?
        for token in sentence {
            let found = phraseCues(at: token, end: sentence.upperBound)
            if found.contains(.anonymousSource) { isAnonymous = true }
            // "9.9 per cent" names no source.
            if found.contains(.accordingTo),
                !text.values(in: sentence).contains(where: { $0.tokens.contains(token) })
            {
                accordingTo = token
            }
            if found.contains(.media) { isMedia = true }
        }
        if isAnonymous {
            out.factuality = .rumoured
            out.source = sourceWords(from: accordingTo, sentence) ?? out.source
            return
        }
        if let accordingTo {
            out.source = sourceWords(from: accordingTo, sentence)
            if isMedia, !isAside { out.factuality = out.factuality == .rumoured ? .rumoured : .reported }
            return
        }
        // A verb of saying outside, whose subject is a medium or a person who is no party.
        guard
            let trigger = candidate.verb.map({ syntax.clause(ofVerb: $0) })
                ?? candidate.group.map({ syntax.clause(ofGroup: $0) })
        else { return }
        for verb in parse.verbs.indices where parse.verbs[verb].kind == .finite && verb != candidate.verb {
            let cues = verbCues(verb)
            guard cues.contains(.says) || cues.contains(.reports) else { continue }
            guard governs(verb, clause: trigger, candidate) else { continue }
            let subjects = syntax.subject(of: verb)
            for subject in subjects {
                if isMediaGroup(subject) {
                    if out.factuality == .asserted { out.factuality = .reported }
                    out.source = text.text(parse.groups[subject].tokens)
                    return
                }
                if let reference = resolver.resolve(subject, syntax, knowledge),
                    resolver.entities.items[reference.item].reference.kind == .person,
                    reference.item != candidate.subject.item, reference.item != candidate.object.item,
                    out.factuality == .asserted, candidate.group != nil || syntax.clause(ofVerb: verb) != trigger
                {
                    out.factuality = .reported
                    out.source = resolver.entities.items[reference.item].reference.name
                    return
                }
            }
        }
    }

    private func isMediaGroup(_ group: Int) -> Bool {
        let tokens = parse.groups[group].tokens
        return tokens.contains { phraseCues(at: $0, end: tokens.upperBound).contains(.media) }
    }

    /// Whether what a verb says includes the clause of the candidate: a clause it opens, or a noun among its objects.
    private func governs(_ verb: Int, clause: Int, _ candidate: Candidate) -> Bool {
        let own = syntax.clause(ofVerb: verb)
        if own == clause {
            guard let group = candidate.group else { return grammar.language == .english }
            return parse.unitOfGroup[group] > parse.unitOfVerb[verb]
        }
        var current: Int? = clause
        while let index = current {
            if parse.clauses[index].parent == own, parse.clauses[index].kind == .subordinate { return true }
            current = parse.clauses[index].parent
        }
        return false
    }

    private func sourceWords(from token: Int?, _ sentence: Range<Int>) -> String? {
        guard let token else { return nil }
        var end = token + 1
        let comma: Set<String> = [",", ".", ";", "»", "\"", ")"]
        while end < sentence.upperBound, !comma.contains(text.text(end..<end + 1)) { end += 1 }
        let skip =
            grammar.cues.longest(token..<min(end, token + 6), { grammar.canon(text.tokens[$0].word) })?.length ?? 1
        return token + skip < end ? text.text(token + skip..<end) : nil
    }
}
