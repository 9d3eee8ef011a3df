internal import LiaisonLanguage
internal import LiaisonModel

/// Finds lists, prepositions, clauses, appositions and governing verbs in a chunked sentence.
struct ClauseBuilder {
    let text: AnnotatedText
    let grammar: Grammar
    private(set) var parse: SentenceParse
    /// Units of commas and coordinators that only join the members of a list.
    private var joints: Set<Int> = []

    init(text: AnnotatedText, grammar: Grammar, parse: SentenceParse) {
        self.text = text
        self.grammar = grammar
        self.parse = parse
    }

    mutating func build() -> SentenceParse {
        pairDashes()
        possessors()
        lists()
        clauses()
        prepositions()
        appositions()
        governors()
        return parse
    }

    private func kind(_ unit: Int) -> Unit.Kind? {
        parse.units.indices.contains(unit) ? parse.units[unit].kind : nil
    }

    private func group(_ unit: Int) -> Int? {
        if case .noun(let group)? = kind(unit) { group } else { nil }
    }

    private func verb(_ unit: Int) -> Int? {
        if case .verb(let verb)? = kind(unit) { verb } else { nil }
    }

    /// Two dashes in a sentence are a pair of brackets.
    private mutating func pairDashes() {
        let dashes = parse.units.indices.filter { parse.units[$0].kind == .dash && $0 > 0 }
        guard dashes.count == 2 else { return }
        parse.units[dashes[0]].kind = .open
        parse.units[dashes[1]].kind = .close
        for unit in dashes[0] + 1..<dashes[1] { parse.units[unit].depth += 1 }
    }

    /// "Orvane's investment": the group before `'s` owns the one after.
    private mutating func possessors() {
        for unit in parse.units.indices where parse.units[unit].kind == .grammar(.genitive) {
            // "AMD's far larger competitor": adverbs may stand between.
            var next = unit + 1
            while kind(next) == .other, next < unit + 3 { next += 1 }
            if let owner = group(unit - 1), let owned = group(next) { parse.groups[owned].possessor = owner }
        }
    }

    // MARK: Lists

    private mutating func lists() {
        parse.listOfGroup = Array(repeating: -1, count: parse.groups.count)
        var current: [Int] = []
        var currentJoints: [Int] = []
        var hasCoordinator = false
        var tentative = 0
        func close(_ builder: inout ClauseBuilder) {
            var members = current
            // A run of commas without "et" at its end is a list from three names on, and not otherwise.
            if !hasCoordinator, members.count < 3 || tentative == 0 { members = Array(current.prefix(1)) }
            if members.count > 1, builder.lastIsNextSubject(members) { members.removeLast() }
            if members.count > 1 {
                let last = builder.parse.unitOfGroup[members[members.count - 1]]
                builder.joints.formUnion(currentJoints.filter { $0 < last })
            }
            if !members.isEmpty { builder.setList(members) }
            for rest in current.dropFirst(members.count) { builder.setList([rest]) }
            current = []
            currentJoints = []
            hasCoordinator = false
            tentative = 0
        }
        for next in parse.groups.indices {
            if let last = current.last, let joint = joint(from: last, to: next), isListed(last, next, joint.coordinated) {
                current.append(next)
                currentJoints += joint.units
                if joint.coordinated { hasCoordinator = true } else { tentative += 1 }
            } else {
                close(&self)
                current = [next]
            }
        }
        close(&self)
    }

    private mutating func setList(_ members: [Int]) {
        for member in members { parse.listOfGroup[member] = parse.lists.count }
        parse.lists.append(GroupList(members: members))
    }

    /// The commas and coordinators between two neighbouring groups, when nothing else is between them.
    private func joint(from first: Int, to second: Int) -> (units: [Int], coordinated: Bool)? {
        let begin = parse.unitOfGroup[first] + 1
        let end = parse.unitOfGroup[second]
        guard begin < end, end - begin <= 4 else { return nil }
        var coordinated = false
        var units: [Int] = []
        for unit in begin..<end {
            switch parse.units[unit].kind {
            case .comma: break
            case .grammar(.coordinator): coordinated = true
            case .preposition:
                // "dans X et dans Y": the same preposition again.
                let before = parse.unitOfGroup[first] - 1
                guard coordinated || units.count == 1, unit == end - 1, kind(before) == .preposition || isInListWithPreposition(first, as: unit),
                    samePreposition(before, unit) || isInListWithPreposition(first, as: unit)
                else { return nil }
            default: return nil
            }
            units.append(unit)
        }
        return (units, coordinated)
    }

    private func isInListWithPreposition(_ group: Int, as unit: Int) -> Bool {
        let before = parse.unitOfGroup[group] - 1
        return kind(before) == .preposition && samePreposition(before, unit)
    }

    private func samePreposition(_ a: Int, _ b: Int) -> Bool {
        guard kind(a) == .preposition, kind(b) == .preposition else { return false }
        // "auprès d'X et d'Y": the last word of the first is enough.
        let first = parse.units[a].tokens.map { grammar.canon(text.tokens[$0].word) }
        let second = parse.units[b].tokens.map { grammar.canon(text.tokens[$0].word) }
        return first == second || second.count == 1 && first.last == second.last
    }

    private func isListed(_ a: Int, _ b: Int, _ coordinated: Bool) -> Bool {
        let (first, second) = (parse.groups[a], parse.groups[b])
        guard let nameA = first.name, let nameB = second.name else {
            // Nouns without names are listed for their own sake only: "des banques et des assureurs"; sums likewise.
            return coordinated && first.value != nil && second.value != nil
        }
        if parse.units[parse.unitOfGroup[a]].depth != parse.units[parse.unitOfGroup[b]].depth { return false }
        let (kindA, kindB) = (text.names[nameA].kind, text.names[nameB].kind)
        if second.hasNoun, second.possessive != nil || second.leading.isEmpty && !coordinated && second.determiner == .definite {
            // "Orvane, son rival Quantrel": not a list, unless "et" says so.
            if !coordinated { return false }
        }
        if kindA.family == kindB.family { return true }
        // Investors of a round are funds, companies and persons side by side.
        let families = [kindA.family, kindB.family]
        // A company and a product may be named as rivals.
        return families.contains(.organisation) && (families.contains(.person) || families.contains(.product))
    }

    /// "… a racheté Y et Z a investi": the last member of a list of objects is the subject of the verb after it.
    private func lastIsNextSubject(_ members: [Int]) -> Bool {
        var unit = parse.unitOfGroup[members[members.count - 1]] + 1
        while kind(unit) == .other { unit += 1 }
        guard let next = verb(unit), parse.verbs[next].kind == .finite else { return false }
        var before = parse.unitOfGroup[members[0]] - 1
        while before >= 0 {
            switch parse.units[before].kind {
            case .verb(let index) where parse.verbs[index].kind != .gerund: return true
            case .comma, .semicolon, .grammar(.subordinator), .grammar(.relativeSubject), .grammar(.hypothetical),
                .grammar(.adversative), .grammar(.relativeAny), .grammar(.relativeObject), .grammar(.relativeOf), .colon, .quote:
                return false
            default: before -= 1
            }
        }
        return false
    }

    // MARK: Clauses

    private mutating func clauses() {
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
            case .grammar(.adversative):
                while stack.count > 1, isDependent(top()) { stack.removeLast() }
                if parse.clauses[top()].hasVerb {
                    let parent = parse.clauses[top()].kind == .bracket ? top() : nil
                    if parent == nil { stack = [] }
                    push(Clause(kind: .main, parent: parent), &parse)
                }
            case .comma:
                if stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb,
                    parse.clauses[top()].isDetached || verbFollows(unit)
                {
                    parse.units[unit].clause = top()
                    stack.removeLast()
                    continue
                }
            case .grammar(let word):
                if let kind = Self.clauseKind(word) {
                    let detached = unit == 0 || isComma(unit - 1) || self.kind(unit - 1) == .preposition && isComma(unit - 2)
                    let antecedent = kind == .relative ? antecedent(unit) : nil
                    if detached, stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb, kind != .relative { stack.removeLast() }
                    push(
                        Clause(kind: kind, parent: top(), opener: unit, antecedent: antecedent, isDetached: detached), &parse)
                    if self.kind(unit - 1) == .preposition { parse.units[unit - 1].clause = top() }
                }
            case .verb(let index) where parse.verbs[index].kind == .finite:
                if stack.count > 1, isDependent(top()), parse.clauses[top()].hasVerb, !isCoordinated(unit),
                    let parent = parse.clauses[top()].parent, !parse.clauses[parent].hasVerb || parse.clauses[top()].kind == .relative
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

    private static func clauseKind(_ word: GrammarWord) -> Clause.Kind? {
        switch word {
        case .relativeSubject, .relativeObject, .relativeAny, .relativeOf, .relativePossessive, .relativeOblique: .relative
        case .subordinator: .subordinate
        case .hypothetical: .hypothetical
        default: nil
        }
    }

    private func isComma(_ unit: Int) -> Bool {
        guard let kind = kind(unit) else { return true }
        return kind == .comma || kind == .open || kind == .semicolon || kind == .colon
    }

    private func isCoordinated(_ unit: Int) -> Bool {
        var before = unit - 1
        while kind(before) == .other { before -= 1 }
        return kind(before) == .grammar(.coordinator) || kind(before) == .comma
    }

    /// Whether a finite verb follows a comma directly: the clause around goes on.
    private func verbFollows(_ unit: Int) -> Bool {
        var next = unit + 1
        while kind(next) == .other { next += 1 }
        guard let verb = verb(next) else { return false }
        return parse.verbs[verb].kind == .finite
    }

    private func groupBefore(_ unit: Int) -> Int? {
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

    /// The group that a relative pronoun takes up: the nearest to its left at the same depth, or what that is apposed to or depends on.
    private func antecedent(_ unit: Int) -> Int? {
        var before = unit - 1
        let depth = parse.units[unit].depth
        var hasComma = false
        while before >= 0 {
            let candidate = parse.units[before]
            if candidate.depth > depth {
                before -= 1
                continue
            }
            switch candidate.kind {
            case .noun(let group):
                if parse.groups[group].value != nil {
                    before -= 1
                    continue
                }
                // "Adyen of the Netherlands, which …": the thing, not the place.
                if let name = parse.groups[group].name, text.names[name].kind == .place, self.kind(before - 1) == .preposition,
                    let outer = self.group(before - 2)
                {
                    return outer
                }
                // "le patron de Tesla, qui …": the person, not the company.
                if self.kind(before - 1) == .preposition, let outer = self.group(before - 2), parse.groups[outer].name == nil,
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
            case .verb:
                return nil
            default: return nil
            }
        }
        return nil
    }

    // MARK: Prepositions, appositions, governors

    private mutating func prepositions() {
        parse.preposition = Array(repeating: nil, count: parse.groups.count)
        for group in parse.groups.indices {
            let unit = parse.unitOfGroup[group] - 1
            if kind(unit) == .preposition {
                parse.preposition[group] = unit
            } else if kind(unit) == .grammar(.genitive), let owner = parse.groups[group].possessor {
                // "of Orvane's rival": the preposition stands before the owner.
                parse.preposition[group] = parse.preposition[owner]
            }
        }
        for list in parse.lists where list.members.count > 1 {
            for member in list.members.dropFirst() { parse.preposition[member] = parse.preposition[list.members[0]] }
        }
    }

    private mutating func appositions() {
        parse.host = Array(repeating: nil, count: parse.groups.count)
        for index in parse.groups.indices {
            let group = parse.groups[index]
            let unit = parse.unitOfGroup[index]
            guard group.hasNoun, group.name == nil, group.value == nil, parse.preposition[index] == nil || group.possessor != nil else { continue }
            var first = group.possessor.map { parse.unitOfGroup[$0] } ?? unit
            // "X, déjà présent au capital".
            if kind(first - 1) == .other, kind(first - 2) == .comma { first -= 1 }
            guard let before = kind(first - 1) else { continue }
            if before == .comma || before == .open || before == .dash {
                guard let host = hostBefore(first - 1), isClosed(unit, opened: before) else { continue }
                parse.host[index] = host
            } else if before == .grammar(.coordinator) || before == .other && kind(first - 2) == .grammar(.coordinator) {
                // "cofondatrice de Halcyon et investisseuse de Kaptio": both roles are the same person's.
                if let sister = (0..<index).reversed().first(where: { parse.host[$0] != nil }),
                    parse.units[parse.unitOfGroup[sister]].clause == parse.units[unit].clause, noVerb(from: parse.unitOfGroup[sister], to: unit)
                {
                    parse.host[index] = parse.host[sister]
                }
            }
        }
    }

    /// Whether an apposition ends with a comma, a bracket or the sentence: what runs on into a verb is its subject.
    private func isClosed(_ unit: Int, opened: Unit.Kind) -> Bool {
        var next = unit + 1
        while let kind = kind(next) {
            switch kind {
            case .preposition, .noun, .other, .grammar(.genitive), .grammar(.coordinator), .quote: next += 1
            case .verb(let verb): return parse.verbs[verb].kind != .finite
            default: return true
            }
        }
        return true
    }

    private func noVerb(from a: Int, to b: Int) -> Bool {
        !(a..<b).contains { if case .verb = parse.units[$0].kind { true } else { false } }
    }

    /// The group that an apposition behind a comma or bracket belongs to.
    private func hostBefore(_ unit: Int) -> Int? {
        var before = unit - 1
        while kind(before) == .quote || kind(before) == .close { before -= 1 }
        guard let group = group(before) else { return nil }
        // The head of the phrase that ends here: "X, PDG de Y, investisseur": the host of the apposition before.
        var head = group
        var steps = 0
        while steps < 4, parse.groups[head].name == nil || parse.preposition[head] != nil {
            if let host = parse.host[head] { return host }
            guard let preposition = parse.preposition[head], let outer = self.group(preposition - 1) else { break }
            if let host = parse.host[outer] { return host }
            if parse.groups[head].name != nil && !(parse.groups[outer].hasNoun && parse.groups[outer].name == nil) { break }
            if parse.groups[head].name != nil && parse.groups[outer].hasNoun && parse.groups[outer].name == nil { break }
            head = outer
            steps += 1
        }
        return parse.groups[head].value == nil ? head : nil
    }

    private mutating func governors() {
        parse.governor = Array(repeating: nil, count: parse.verbs.count)
        for index in parse.verbs.indices where parse.verbs[index].kind != .finite {
            let unit = parse.unitOfVerb[index]
            var before = unit - 1
            while before >= 0 {
                if parse.units[before].depth == parse.units[unit].depth, let candidate = verb(before),
                    parse.units[before].clause == parse.units[unit].clause
                {
                    parse.governor[index] = candidate
                    break
                }
                before -= 1
            }
            if parse.governor[index] == nil, parse.verbs[index].kind != .participle {
                // "En rachetant X, Y …": the verb comes after.
                parse.governor[index] = parse.verbs.indices.first { later in
                    later > index && parse.verbs[later].kind == .finite
                        && parse.units[parse.unitOfVerb[later]].clause == parse.units[unit].clause
                }
            }
        }
    }
}
