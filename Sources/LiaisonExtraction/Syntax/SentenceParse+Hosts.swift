internal import LiaisonLanguage

extension SentenceParse {
    private func kind(_ unit: Int) -> Unit.Kind? { units.indices.contains(unit) ? units[unit].kind : nil }

    private func group(_ unit: Int) -> Int? {
        if case .noun(let group)? = kind(unit) { group } else { nil }
    }

    /// The group that an apposition behind a comma or bracket belongs to.
    func host(before unit: Int) -> Int? {
        var before = unit - 1
        // What stands in brackets in between is passed over: "X (filiale de Y), PDG de Z".
        while before >= 0,
            kind(before) == .quote || kind(before) == .close
                || kind(before) == .open && units[before].depth == units[unit].depth
                || units[before].depth > units[unit].depth
        {
            before -= 1
        }
        guard let group = group(before) else { return nil }
        // The head of the phrase that ends here: "X, PDG de Y, investisseur": the host of the apposition before.
        var head = group
        var steps = 0
        while steps < 4, groups[head].name == nil || preposition[head] != nil {
            if let host = host[head] { return host }
            guard let preposition = preposition[head], let outer = self.group(preposition - 1) else { break }
            if let host = host[outer] { return host }
            if groups[head].name != nil { break }
            head = outer
            steps += 1
        }
        return groups[head].value == nil ? head : nil
    }

    /// The name of which "lui-même" at a unit says more: the one before it, whatever that depends on.
    func emphasised(_ unit: Int, _ text: AnnotatedText, _ grammar: Grammar) -> Int? {
        guard units.indices.contains(unit), units[unit].tokens.count == 1,
            grammar.is(text.tokens[units[unit].tokens.lowerBound].word, .emphatic)
        else { return nil }
        var before = unit - 1
        if kind(before) == .comma { before -= 1 }
        guard let named = group(before), groups[named].name != nil else { return nil }
        return named
    }

    /// "both of which", "most of whom": a group that is nothing but a number or share of what is spoken of.
    func isPart(_ group: Int, _ text: AnnotatedText, _ grammar: Grammar) -> Bool {
        guard groups[group].name == nil, groups[group].tokens.count == 1 else { return false }
        let word = text.tokens[groups[group].head].word
        return grammar.is(word, .distributive) || grammar.is(word, .partitive) || grammar.is(word, .indefinite)
    }
}
