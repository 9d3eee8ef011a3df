internal import LiaisonLanguage
internal import LiaisonModel

/// Those who do something together with others, from outside the list of names.
extension FrameMatcher {
    /// Whether two names are of one sort, so that what stands between may join them.
    private func isOfOneSort(_ first: Int, _ second: Int) -> Bool {
        guard let name = parse.groups[first].name, let other = parse.groups[second].name else {
            return !parse.groups[first].hasNoun
        }
        return (text.names[name].kind == .person) == (text.names[other].kind == .person)
    }

    /// "Together with X, Y founded Z", "developed a drug together with X": what a phrase that elsewhere joins the members of a list
    /// adds to a clause, where no name stands before it.
    func joined(by words: [WordID], _ verb: Int, _ frame: Frame, subject: Bool) -> [Fill] {
        guard knowledge.frames.language == .english, words.count > 1 else { return [] }
        let clause = syntax.clause(ofVerb: verb)
        for unit in parse.units.indices
        where syntax.kind(unit) == .grammar(.coordinator) && parse.units[unit].clause == clause
            && syntax.words(unit) == words
        {
            guard let group = syntax.group(unit + 1), parse.groups[group].name != nil else { continue }
            let before = syntax.group(unit - 1)
            guard unit == 0 || unit > parse.unitOfVerb[verb],
                before.map({ !isOfOneSort($0, group) }) ?? true
            else { continue }
            let found = references(parse.members(of: group).filter { $0 >= group }, frame, subject: subject)
            if !found.isEmpty { return found }
        }
        return []
    }
}
