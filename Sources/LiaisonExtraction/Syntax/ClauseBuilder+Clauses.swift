internal import LiaisonLanguage
internal import LiaisonModel

extension ClauseBuilder {
    mutating func clauses() {
        var stack = [0]
        func top() -> Int { stack[stack.count - 1] }
        func push(_ clause: Clause, _ parse: inout SentenceParse) {
            parse.clauses.append(clause)
            stack.append(parse.clauses.count - 1)
        }
        func isDependent(_ clause: Int) -> Bool {
            [.relative, .subordinate, .hypothetical].contains(parse.clauses[clause].kind)
        }
        for unit in parse.units.indices {
            if joints.contains(unit) {
                parse.units[unit].clause = top()
                continue
            }
            switch parse.units[unit].kind {
            case .open:
                push(Clause(kind: .bracket, parent: top(), opener: unit, antecedent: groupBefore(unit)), &parse)
            case .close:
                parse.units[unit].clause = top()
                while stack.count > 1 {
                    let closed = stack.removeLast()
                    if parse.clauses[closed].kind == .bracket { break }
                }
                continue
            case .semicolon:
                while stack.count > 1, parse.clauses[top()].kind != .bracket { stack.removeLast() }
                let parent = parse.clauses[top()].kind == .bracket ? top() : nil
                if parent == nil { stack = [] }
                push(Clause(kind: .main, parent: parent), &parse)
            case .colon:
                while stack.count > 1, isDependent(top()) { stack.removeLast() }
                push(Clause(kind: .main, parent: nil), &parse)
                stack = [top()]
            case .grammar(.adversative) where isInset(unit):
                break
            case .grammar(.adversative):
                while stack.count > 1, isDependent(top()) { stack.removeLast() }
                if parse.clauses[top()].hasVerb {
                    let parent = parse.clauses[top()].kind == .bracket ? top() : nil
                    if parent == nil { stack = [] }
                    push(Clause(kind: .main, parent: parent), &parse)
                }
            case .comma:
                if stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb || isNonFinite(top()),
                    parse.clauses[top()].isDetached || verbFollows(unit)
                {
                    parse.units[unit].clause = top()
                    stack.removeLast()
                    // "X, which Y founded after leaving Z, is": what follows is the verb of the clause around both.
                    while stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb, verbFollows(unit) {
                        stack.removeLast()
                    }
                    continue
                }
            // "is considering whether to buy X": what it considers is no clause of its own.
            case .grammar(.hypothetical)
            where grammar.language == .english
                && (verb(unit + 1).map { parse.verbs[$0].kind == .infinitive } ?? false):
                break
            case .grammar(let word):
                if let kind = Self.clauseKind(word) {
                    let detached =
                        unit == 0 || isComma(unit - 1) || self.kind(unit - 1) == .preposition && isComma(unit - 2)
                    var antecedent = kind == .relative ? antecedent(unit) : nil
                    // "that calls itself X and whose backers": both relatives speak of the same.
                    if kind == .relative, stack.count > 1, self.kind(unit - 1) == .grammar(.coordinator),
                        parse.clauses[top()].kind == .relative, let earlier = parse.clauses[top()].antecedent,
                        parse.clauses[top()].hasVerb
                    {
                        antecedent = earlier
                        stack.removeLast()
                    }
                    // "X, dont le siège est à Y, et que préside Z".
                    if grammar.language == .french, kind == .relative, self.kind(unit - 1) == .grammar(.coordinator),
                        self.kind(unit - 2) == .comma,
                        let earlier = parse.clauses.last(where: { $0.kind == .relative && $0.parent == top() }),
                        let shared = earlier.antecedent, earlier.hasVerb, parse.units[unit - 2].clause != top()
                    {
                        antecedent = shared
                    }
                    if detached, stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb, kind != .relative {
                        stack.removeLast()
                    }
                    push(
                        Clause(kind: kind, parent: top(), opener: unit, antecedent: antecedent, isDetached: detached),
                        &parse)
                    if self.kind(unit - 1) == .preposition {
                        parse.units[unit - 1].clause = top()
                        if let part = group(unit - 2), parse.isPart(part, text, grammar), isComma(unit - 3) {
                            parse.units[unit - 2].clause = top()
                            parse.clauses[top()].isDetached = true
                        }
                    }
                }
            case .verb(let index) where parse.verbs[index].kind == .finite:
                if stack.count > 1, let joint = sharedRelative(unit, of: top()) {
                    let earlier = stack.removeLast()
                    push(parse.clauses[earlier], &parse)
                    for between in joint..<unit where parse.units[between].clause == earlier {
                        parse.units[between].clause = top()
                    }
                } else if stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb, !isCoordinated(unit),
                    let parent = parse.clauses[top()].parent,
                    !parse.clauses[parent].hasVerb || parse.clauses[top()].kind == .relative
                {
                    stack.removeLast()
                }
                parse.clauses[top()].hasVerb = true
            case .verb:
                // An infinitive satisfies a relative: "à qui racheter".
                break
            default: break
            }
            parse.units[unit].clause = top()
        }
    }

    /// "in which Orvane holds 5% and Boralia has invested": where a second verb with a subject of its own goes on with a relative
    /// that a preposition opens, the coordinator before that subject.
    private func sharedRelative(_ verb: Int, of clause: Int) -> Int? {
        let relative = parse.clauses[clause]
        guard relative.kind == .relative, relative.hasVerb, relative.antecedent != nil, let opener = relative.opener
        else { return nil }
        switch parse.units[opener].kind {
        case .grammar(.relativePlace), .grammar(.relativeOf): break
        default: guard kind(opener - 1) == .preposition else { return nil }
        }
        var before = verb - 1
        var hasSubject = false
        while before > opener {
            switch parse.units[before].kind {
            case .noun: hasSubject = true
            case .preposition, .other: break
            case .grammar(.coordinator):
                return hasSubject && kind(before - 1) != .comma && parse.units[before].clause == clause ? before : nil
            default: return nil
            }
            before -= 1
        }
        return nil
    }

    static func clauseKind(_ word: GrammarWord) -> Clause.Kind? {
        switch word {
        case .relativeSubject, .relativeObject, .relativeAny, .relativeOf, .relativePossessive, .relativeOblique,
            .relativePlace:
            .relative
        case .subordinator: .subordinate
        case .hypothetical: .hypothetical
        default: nil
        }
    }

    func isComma(_ unit: Int) -> Bool {
        guard let kind = kind(unit) else { return true }
        return kind == .comma || kind == .open || kind == .semicolon || kind == .colon
    }

    func isCoordinated(_ unit: Int) -> Bool {
        var before = unit - 1
        while kind(before) == .other { before -= 1 }
        return kind(before) == .grammar(.coordinator) || kind(before) == .comma
    }

    /// Whether a finite verb follows a comma directly: the clause around goes on.
    func verbFollows(_ unit: Int) -> Bool {
        var next = unit + 1
        while kind(next) == .other { next += 1 }
        guard let verb = verb(next) else { return false }
        return parse.verbs[verb].kind == .finite
    }

    /// "after leaving X": a subordinate whose verb is a gerund right behind its opener.
    private func isNonFinite(_ clause: Int) -> Bool {
        guard parse.clauses[clause].kind == .subordinate, let opener = parse.clauses[clause].opener,
            let verb = verb(opener + 1)
        else { return false }
        return parse.verbs[verb].kind == .gerund
    }

    func groupBefore(_ unit: Int) -> Int? {
        var before = unit - 1
        while before >= 0 {
            switch parse.units[before].kind {
            case .noun(let group): return group
            case .quote, .comma, .close: before -= 1
            default: return nil
            }
        }
        return nil
    }

    /// "NetEase possède toutefois 9 %": an adverb right behind the verb opens no clause; "mais" does.
    func isInset(_ unit: Int) -> Bool {
        guard grammar.language == .french, unit > 0, let verb = verb(unit - 1), parse.verbs[verb].kind == .finite,
            let token = parse.units[unit].tokens.first
        else { return false }
        return text.tokens[token].tag == .adverb || parse.units[unit].tokens.count > 1
    }

    /// The group that a relative pronoun takes up: the nearest to its left at the same depth, or what that is apposed to or depends on.
    func antecedent(_ unit: Int) -> Int? {
        var before = unit - 1
        let depth = parse.units[unit].depth
        var hasComma = false
        // "X and Y, both of which …": all or some of what was named.
        if kind(before) == .preposition, let part = group(before - 1),
            parse.isPart(part, text, grammar), isComma(before - 2)
        {
            before -= 2
        }
        // "introduit à X en mars et dont …": what the participle speaks of.
        let isJoined = kind(unit - 1) == .grammar(.coordinator)
        if isJoined,
            let participle = (0..<unit).last(where: { index in
                verb(index).map { parse.verbs[$0].kind == .participle } ?? false
            }),
            !(participle + 1..<unit).contains(where: { verb($0) != nil || kind($0) == .comma })
        {
            var host = participle - 1
            if kind(host) == .comma { host -= 1 }
            if let group = group(host) { return group }
        }
        while before >= 0 {
            let candidate = parse.units[before]
            if candidate.depth > depth {
                before -= 1
                continue
            }
            switch candidate.kind {
            case .noun where hasComma && deniedLength(before) != nil:
                // "c'est X, et non Y, qui …", "c'est à X, et non à Y, que …".
                before -= deniedLength(before) ?? 0
                hasComma = false
            case .noun(let group):
                if parse.groups[group].value != nil {
                    before -= 1
                    continue
                }
                // "Adyen of the Netherlands, which …": the thing, not the place.
                if let name = parse.groups[group].name, text.names[name].kind == .place,
                    self.kind(before - 1) == .preposition,
                    let outer = self.group(before - 2)
                {
                    return outer
                }
                // "a unit of Leidos that …": without a comma, a relative says which one, and a name needs no telling; nor do two
                // ("la coentreprise de X et de Y qui vendra").
                let isListed = grammar.language == .french && parse.listOfGroup.indices.contains(group)
                let first = isListed ? parse.unitOfGroup[parse.members(of: group)[0]] : before
                if !hasComma, !parse.groups[group].hasNoun, parse.groups[group].name != nil,
                    parse.groups[group].determiner == .none, self.kind(first - 1) == .preposition,
                    let outer = self.group(first - 2), parse.groups[outer].hasNoun, parse.groups[outer].name == nil,
                    parse.groups[outer].value == nil
                {
                    return outer
                }
                if hasComma, let apposed = apposed(before) { return apposed }
                // "la plateforme de location qu'ils ont fondée": a bare noun behind a preposition only says what sort of thing it is.
                if grammar.language == .french, !hasComma, parse.groups[group].name == nil,
                    parse.groups[group].determiner == .none, parse.groups[group].tokens.count <= 2,
                    self.kind(before - 1) == .preposition, parse.units[before - 1].tokens.count == 1,
                    !grammar.isContracted(text.tokens[parse.units[before - 1].tokens.lowerBound].word),
                    let outer = self.group(before - 2), parse.groups[outer].hasNoun,
                    parse.groups[outer].name == nil, parse.groups[outer].determiner != .none,
                    parse.groups[outer].value == nil
                {
                    return outer
                }
                // "le patron de Tesla, qui …": the person, not the company.
                // "le patron de Tesla, dont X détient 5 %": the company.
                let isOf = grammar.language == .french && hasComma && parse.units[unit].kind == .grammar(.relativeOf)
                if self.kind(before - 1) == .preposition, let outer = self.group(before - 2),
                    parse.groups[outer].name == nil,
                    !isOf || parse.groups[group].name == nil,
                    grammar.is(text.tokens[parse.groups[outer].head].word, .personNoun)
                {
                    return outer
                }
                return group
            case .comma:
                if hasComma { return nil }
                hasComma = true
                before -= 1
            case .preposition, .quote, .close, .open, .other, .grammar(.coordinator): before -= 1
            case .verb(let verb):
                // "la coquille cotée que préside X": a participle that belongs to the noun before it.
                guard grammar.language == .french, parse.verbs[verb].kind == .participle, self.group(before - 1) != nil
                else { return nil }
                before -= 1
            default: return nil
            }
        }
        return nil
    }

    /// ", et non Y", ", not to Y": how many units before a comma say what is not meant.
    private func deniedLength(_ unit: Int) -> Int? {
        let length = kind(unit - 1) == .preposition ? 4 : 3
        return kind(unit - length + 2) == .grammar(.negation) && kind(unit - length + 1) == .comma ? length : nil
    }

    /// "X, un fonds amoureux des lettres, que dirige Y": the noun put beside a name, on which the one before the comma hangs.
    private func apposed(_ unit: Int) -> Int? {
        // "X, a maker of pumps, which Y bought".
        guard let inner = group(unit), parse.groups[inner].name == nil,
            grammar.language == .french
                || parse.groups[inner].determiner == .none && parse.groups[inner].leading.isEmpty
        else { return nil }
        var outer = unit
        while kind(outer - 1) == .preposition, group(outer - 2) != nil { outer -= 2 }
        guard outer < unit, let noun = group(outer), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
            parse.groups[noun].determiner != .none, isComma(outer - 1), let host = group(outer - 2),
            parse.groups[host].name != nil
        else { return nil }
        return noun
    }
}
