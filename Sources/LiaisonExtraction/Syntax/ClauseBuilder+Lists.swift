internal import LiaisonLanguage
internal import LiaisonModel

extension ClauseBuilder {
    mutating func lists() {
        parse.listOfGroup = Array(repeating: -1, count: parse.groups.count)
        var current: [Int] = []
        var currentJoints: [Int] = []
        var hasCoordinator = false
        var hasComma = false
        var tentative = 0
        // What stands between two members and is none: "Y's venture fund".
        var passed: Int?
        func close(_ builder: inout ClauseBuilder) {
            var members = current
            if let owner = builder.ownerOfRole(members) ?? builder.frontedComplement(members)
                ?? builder.ownerOfPost(members) ?? builder.ownerOfInset(members)
            {
                builder.setList([owner])
                members.removeFirst()
                current.removeFirst()
            }
            if members.count > 1, hasCoordinator, let firm = builder.firmOfTrade(namedBy: members[0]) {
                builder.setList([members[0]])
                members[0] = firm
                current[0] = firm
            }
            // A run of commas without "et" at its end is a list from three names on, and not otherwise.
            if members.count == 2, !hasCoordinator, builder.endsWithOthers(members[1]) { hasCoordinator = true }
            if !hasCoordinator, members.count < 3 || tentative == 0 { members = Array(current.prefix(1)) }
            // "A preside sur B, et C, …": a comma before "et" joins no two things of different sorts.
            if members.count == 2, hasComma, builder.family(members[0]) != builder.family(members[1]) {
                members.removeLast()
            }
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
            hasComma = false
            tentative = 0
            passed = nil
        }
        // What stands in brackets makes lists of its own, and parts none outside.
        let depths = parse.unitOfGroup.map { parse.units[$0].depth }
        for depth in Set(depths).sorted() {
            let order = parse.groups.indices.filter { depths[$0] == depth }
            var place = 0
            while place < order.count {
                let next = order[place]
                if let last = current.last, let owned = ownedName(next), place + 1 < order.count,
                    order[place + 1] == owned, let joint = joint(from: passed ?? last, to: next, isOwner: true),
                    isListed(last, owned, joint.coordinated), !isGapped(owned),
                    !(hasCoordinator && isBeyond(current, joint.coordinated, joint.units))
                {
                    setList([next])
                    current.append(owned)
                    passed = nil
                    currentJoints += joint.units
                    if joint.coordinated { hasCoordinator = true } else { tentative += 1 }
                    place += 1
                } else if let last = current.last, !hasCoordinator, let owned = ownedNoun(next),
                    place + 2 < order.count,
                    order[place + 1] == owned, let joint = joint(from: passed ?? last, to: next, isOwner: true)
                {
                    // "X, Y's venture fund and Z".
                    setList([next])
                    setList([owned])
                    currentJoints += joint.units
                    passed = owned
                    place += 1
                } else if let last = current.last, let joint = joint(from: passed ?? last, to: next),
                    isListed(last, next, joint.coordinated), joint.coordinated || !ownsNoun(next),
                    joint.coordinated || !hasCoordinator || goesOn(behind: next, joints: currentJoints),
                    !isGapped(next),
                    !(hasCoordinator && isBeyond(current, joint.coordinated, joint.units))
                {
                    current.append(next)
                    passed = nil
                    currentJoints += joint.units
                    if joint.coordinated { hasCoordinator = true } else { tentative += 1 }
                    if joint.coordinated, joint.units.contains(where: { kind($0) == .comma }) { hasComma = true }
                } else if let last = current.last,
                    let (resumed, units) = resumption(after: last, as: current[0])
                        ?? (hasCoordinator ? nil : continuation(after: last, as: current[0])), resumed >= next,
                    let behind = order.firstIndex(of: resumed), isListed(last, resumed, true)
                {
                    for inset in order[place..<behind] { setList([inset]) }
                    current.append(resumed)
                    currentJoints += units
                    if units.contains(where: { kind($0) == .grammar(.coordinator) }) {
                        hasCoordinator = true
                        hasComma = true
                    } else {
                        tentative += 1
                    }
                    place = behind
                } else {
                    close(&self)
                    current = [next]
                }
                place += 1
            }
            close(&self)
        }
    }

    /// "Les actionnaires de X, Y et Z, ont …": between commas the names behind the first say who its people are.
    private func ownerOfRole(_ members: [Int]) -> Int? {
        guard grammar.language == .french, members.count > 2, let last = members.last else { return nil }
        let unit = parse.unitOfGroup[members[0]]
        guard kind(unit - 1) == .preposition, parse.units[unit - 1].tokens.count == 1, let role = group(unit - 2),
            parse.groups[role].hasNoun, parse.groups[role].name == nil, parse.groups[role].isPlural == true,
            parse.groups[role].determiner == .definite, kind(unit - 3) == nil || kind(unit - 3) == .comma,
            kind(unit + 1) == .comma, kind(parse.unitOfGroup[last] + 1) == .comma
        else { return nil }
        var next = parse.unitOfGroup[last] + 2
        while kind(next) == .other { next += 1 }
        return verb(next).map { parse.verbs[$0].kind == .finite } ?? false ? members[0] : nil
    }

    /// "Le PDG de X, Y, et la présidente de Z, W, ont …": the firm of a post is in no list with who has it.
    private func ownerOfPost(_ members: [Int]) -> Int? {
        guard grammar.language == .french, members.count > 2, family(members[0]) != .person,
            family(members[1]) == .person, parse.groups[members[0]].name != nil
        else { return nil }
        let unit = parse.unitOfGroup[members[0]]
        guard kind(unit - 1) == .preposition, parse.units[unit - 1].tokens.count == 1, let post = group(unit - 2),
            parse.groups[post].name == nil, parse.groups[post].determiner == .definite,
            grammar.is(text.tokens[parse.groups[post].head].word, .personNoun), kind(unit + 1) == .comma
        else { return nil }
        return members[0]
    }

    /// "Selon X, filiale de A, B et C négocient": behind a phrase that opens the sentence, the owner in what is said of its name is in
    /// no list with the subject.
    private func ownerOfInset(_ members: [Int]) -> Int? {
        guard grammar.language == .french, members.count > 2, let last = members.last else { return nil }
        let unit = parse.unitOfGroup[members[0]]
        guard kind(0) == .preposition, kind(2) == .comma, unit == 5, kind(4) == .preposition, kind(6) == .comma,
            let noun = group(3), parse.groups[noun].hasNoun, parse.groups[noun].name == nil,
            kind(parse.unitOfGroup[last] - 1) == .grammar(.coordinator)
        else { return nil }
        var next = parse.unitOfGroup[last] + 1
        while kind(next) == .other { next += 1 }
        return verb(next).map { parse.verbs[$0].kind == .finite } ?? false ? members[0] : nil
    }

    /// "Face à A, B et C cassent les prix": behind a preposition that opens the sentence and a comma, the names before the verb are
    /// its subject.
    private func frontedComplement(_ members: [Int]) -> Int? {
        guard grammar.language == .french, members.count > 2, let last = members.last else { return nil }
        let unit = parse.unitOfGroup[members[0]]
        guard unit == 1, kind(0) == .preposition, kind(2) == .comma, parse.units[1].kind == .noun(members[0]),
            kind(parse.unitOfGroup[last] - 1) == .grammar(.coordinator)
        else { return nil }
        var next = parse.unitOfGroup[last] + 1
        while kind(next) == .other { next += 1 }
        return verb(next).map { parse.verbs[$0].kind == .finite } ?? false ? members[0] : nil
    }

    /// "a venture of A, B and C, and D": a list that "and" has closed does not go on behind a comma.
    private func isBeyond(_ members: [Int], _ coordinated: Bool, _ joints: [Int]) -> Bool {
        grammar.language == .english && members.count > 2 && coordinated && joints.contains { kind($0) == .comma }
    }

    /// "X, qui recrute, et Y ont conclu": a verb that one alone cannot have.
    func isPluralInFrench(_ verb: Int) -> Bool {
        guard grammar.language == .french,
            let first = parse.verbs[verb].tokens.first(where: { token in
                grammar.readings(text.tokens[token].word).contains { $0.form.isFinite }
            })
        else { return false }
        return grammar.endings.isPlural(text.text(first..<first + 1))
    }

    /// "X, Y et des particuliers", "X, Y and two family offices": behind two names a noun in the plural that ends the list.
    func endsWithOthers(_ last: Int) -> Bool {
        var unit = parse.unitOfGroup[last] + 1
        let depth = parse.units[unit - 1].depth
        while unit < parse.units.count, kind(unit) == .open || kind(unit) == .close || parse.units[unit].depth > depth {
            unit += 1
        }
        if kind(unit) == .comma { unit += 1 }
        guard kind(unit) == .grammar(.coordinator) else { return false }
        unit += 1
        if kind(unit) == .preposition { unit += 1 }
        guard let others = group(unit), parse.groups[others].name == nil, parse.groups[others].value == nil else {
            return false
        }
        if parse.groups[others].isPlural == true { return true }
        // "X, Y and a wave of newcomers".
        guard grammar.language == .english, parse.groups[others].determiner == .indefinite,
            kind(unit + 1) == .preposition, let inner = group(unit + 2), parse.groups[inner].isPlural == true
        else { return false }
        return grammar.genitives.contains(text.tokens[parse.units[unit + 1].tokens.lowerBound].word)
    }

    /// The name right behind a mark, or behind the preposition that stands before the list already.
    func member(behind unit: Int, as first: Int) -> Int? {
        if let member = group(unit + 1), parse.groups[member].name != nil { return member }
        let before = parse.unitOfGroup[first] - 1
        guard kind(unit + 1) == .preposition, kind(before) == .preposition, samePreposition(before, unit + 1),
            let member = group(unit + 2), parse.groups[member].name != nil
        else { return nil }
        return member
    }

    func family(_ group: Int) -> EntityKind.Family? { parse.groups[group].name.map { family(of: text.names[$0]) } }

    /// What the recogniser takes for a place and no list knows is rather a firm where it stands beside one.
    func family(of name: NameMention) -> EntityKind.Family {
        name.kind == .place && name.entry == nil && name.score < 0.9 ? .organisation : name.kind.family
    }

    /// Behind "A and B" a comma opens something else, unless "and" comes again: "Face à A et B, C mise sur …". The mark & joins
    /// the partners of a firm.
    private func goesOn(behind group: Int, joints: [Int]) -> Bool {
        if kind(parse.unitOfGroup[group] + 1) == .grammar(.coordinator) { return true }
        return joints.contains { unit in
            parse.units[unit].kind == .grammar(.coordinator)
                && text.tokens[parse.units[unit].tokens.lowerBound].shape.contains(.isPunctuation)
        }
    }

    mutating func setList(_ members: [Int]) {
        for member in members { parse.listOfGroup[member] = parse.lists.count }
        parse.lists.append(GroupList(members: members))
    }

    /// The commas and coordinators between two neighbouring groups, when nothing else is between them.
    /// - Parameter isOwner: The second owns the name that is the member.
    func joint(from first: Int, to second: Int, isOwner: Bool = false) -> (units: [Int], coordinated: Bool)? {
        let begin = parse.unitOfGroup[first] + 1
        let end = parse.unitOfGroup[second]
        // "the division of X and Y's competitor": what owns something else is no second member behind a preposition.
        if !isOwner, kind(end + 1) == .grammar(.genitive), kind(begin - 2) == .preposition { return nil }
        guard begin < end else { return nil }
        var coordinated = false
        var units: [Int] = []
        let depth = parse.units[begin - 1].depth
        // "X (35 %), Y (20 %) et Z": what stands in brackets is passed over.
        let between = (begin..<end).filter { unit in
            if parse.units[unit].depth > depth { return false }
            let kind = parse.units[unit].kind
            return !(kind == .open || kind == .close) || parse.units[begin].kind != .open
        }
        guard !between.isEmpty, between.count <= 4, between.count == end - begin || end - begin <= 9 else { return nil }
        for unit in between {
            switch parse.units[unit].kind {
            case .comma: break
            case .grammar(.coordinator): coordinated = true
            case .grammar(.examples):
                // "que Microsoft comme Meta ont commandé": the one as well as the other.
                guard grammar.language == .french, end - begin == 1, parse.units[unit].tokens.count == 1,
                    !parse.groups[first].hasNoun, !parse.groups[second].hasNoun, kind(begin - 2) != .preposition
                else { return nil }
                coordinated = true
            case .preposition:
                // "dans X et dans Y": the same preposition again.
                let before = parse.unitOfGroup[first] - 1
                guard coordinated || units.count == 1, unit == end - 1,
                    kind(before) == .preposition || isInListWithPreposition(first, as: unit),
                    samePreposition(before, unit) || isInListWithPreposition(first, as: unit)
                else { return nil }
            default: return nil
            }
            units.append(unit)
        }
        return (units, coordinated)
    }

    func isInListWithPreposition(_ group: Int, as unit: Int) -> Bool {
        let before = parse.unitOfGroup[group] - 1
        return kind(before) == .preposition && samePreposition(before, unit)
    }

    func samePreposition(_ a: Int, _ b: Int) -> Bool {
        guard kind(a) == .preposition, kind(b) == .preposition else { return false }
        // "auprès d'X et d'Y": the last word of the first is enough.
        let first = parse.units[a].tokens.map { grammar.canon(text.tokens[$0].word) }
        let second = parse.units[b].tokens.map { grammar.canon(text.tokens[$0].word) }
        return first == second || second.count == 1 && first.last == second.last
    }

    func isListed(_ a: Int, _ b: Int, _ coordinated: Bool) -> Bool {
        let (first, second) = (parse.groups[a], parse.groups[b])
        guard let nameA = first.name, let nameB = second.name else {
            // Nouns without names are listed for their own sake only: "des banques et des assureurs"; sums likewise.
            return coordinated && first.value != nil && second.value != nil || isHolder(b, behind: a, coordinated)
                || coordinated && (isSubjectPair(a, b) || isFirmOfTrade(b, beside: a))
        }
        if isFormerPlace(second) { return false }
        if parse.units[parse.unitOfGroup[a]].depth != parse.units[parse.unitOfGroup[b]].depth { return false }
        let (familyA, familyB) = (family(of: text.names[nameA]), family(of: text.names[nameB]))
        if second.hasNoun,
            second.possessive != nil || second.leading.isEmpty && !coordinated && second.determiner == .definite
        {
            // "Orvane, son rival Quantrel": not a list, unless "et" says so; "Orvane, le groupe Veltrix et Kaptio" is one.
            // "les actionnaires de X, les fonds Y et Z" says who they are.
            let isPlural = grammar.isPlural(text.tokens[second.tokens.lowerBound].word) == true
            if !coordinated, second.possessive != nil || isPlural || !isFollowedByMember(b) { return false }
        }
        if familyA == familyB { return true }
        // "deux anciens de X, A et B": X is what the noun in the plural belongs to, not one of them.
        let unit = parse.unitOfGroup[a]
        if kind(unit - 1) == .preposition, parse.units[unit - 1].tokens.count == 1, let outer = group(unit - 2),
            parse.groups[outer].hasNoun, parse.groups[outer].name == nil, parse.groups[outer].isPlural != false,
            !coordinated, parse.groups[outer].tokens.count > 1
        {
            return false
        }
        // Investors of a round are funds, companies and persons side by side.
        let families = [familyA, familyB]
        // A company and a product may be named as rivals.
        return families.contains(.organisation) && (families.contains(.person) || families.contains(.product))
    }

    /// "La maison et X ont scellé", "X et l'éditeur ont …": a name and a description that share the verb right behind.
    private func isSubjectPair(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (parse.groups[first], parse.groups[second])
        guard grammar.language == .french, (a.name == nil) != (b.name == nil),
            parse.unitOfGroup[second] == parse.unitOfGroup[first] + 2,
            kind(parse.unitOfGroup[first] - 1) != .preposition
        else { return false }
        let described = a.name == nil ? a : b
        guard described.hasNoun, described.determiner == .definite, described.isPlural != true, described.value == nil,
            [a, b].allSatisfy({ group in group.name.map { text.names[$0].kind.family == .organisation } ?? true })
        else { return false }
        var next = parse.unitOfGroup[second] + 1
        // "X et la holding de Y complètent".
        if b.name == nil, kind(next) == .preposition, group(next + 1) != nil { next += 2 }
        while kind(next) == .other { next += 1 }
        return verb(next).map { parse.verbs[$0].kind == .finite } ?? false
    }

    /// Whether "and" or a comma and another name stand right behind a name.
    private func isFollowedByMember(_ member: Int) -> Bool {
        var unit = parse.unitOfGroup[member] + 1
        let isComma = kind(unit) == .comma
        if isComma { unit += 1 }
        if kind(unit) == .grammar(.coordinator) { unit += 1 } else if !isComma { return false }
        if group(unit).map({ parse.groups[$0].name != nil }) ?? false { return true }
        // "X, le fonds Y, géré par Z, et W".
        return grammar.language == .french && insetBehind(member) != nil
            && reachesCoordinator(from: member, as: member, steps: 2)
    }

    /// "X, Y et le patron de Z, Denis Vial": a list that ends with a post and who has it.
    private func isHolder(_ post: Int, behind first: Int, _ coordinated: Bool) -> Bool {
        guard grammar.language == .french, coordinated, parse.groups[first].name != nil,
            parse.groups[post].name == nil, parse.groups[post].determiner == .definite,
            parse.groups[post].isPlural != true,
            grammar.is(text.tokens[parse.groups[post].head].word, .personNoun)
        else { return false }
        var unit = parse.unitOfGroup[post] + 1
        if kind(unit) == .preposition, group(unit + 1) != nil { unit += 2 }
        guard kind(unit) == .comma, let holder = group(unit + 1), let name = parse.groups[holder].name,
            text.names[name].kind == .person
        else { return false }
        return kind(unit + 2) == nil || kind(unit + 2) == .comma || kind(unit + 2) == .other
    }

    /// "… a racheté Y et Z a investi": the last member of a list of objects is the subject of the verb after it.
    func lastIsNextSubject(_ members: [Int]) -> Bool {
        var unit = parse.unitOfGroup[members[members.count - 1]] + 1
        while kind(unit) == .other { unit += 1 }
        guard let next = verb(unit), parse.verbs[next].kind == .finite else { return false }
        var before = parse.unitOfGroup[members[0]] - 1
        while before >= 0 {
            switch parse.units[before].kind {
            case .verb(let index) where parse.verbs[index].kind != .gerund: return true
            case .comma, .semicolon, .grammar(.subordinator), .grammar(.relativeSubject), .grammar(.hypothetical),
                .grammar(.adversative), .grammar(.relativeAny), .grammar(.relativeObject), .grammar(.relativeOf),
                .grammar(.relativeOblique), .grammar(.relativePossessive), .grammar(.relativePlace),
                .colon, .quote:
                return false
            default: before -= 1
            }
        }
        return false
    }
}
