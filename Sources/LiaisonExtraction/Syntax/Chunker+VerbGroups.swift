internal import LiaisonLanguage
internal import LiaisonModel

extension Chunker {
    mutating func verbGroup(_ begin: Int) -> Int? {
        var at = begin
        var verb = VerbGroup(tokens: begin..<begin, main: begin, lemmas: [], kind: .finite)
        var hasMark = false
        var first: Int?
        scan: while at < range.upperBound, nameAt[at] == nil {
            let word = text.tokens[at].word
            let kinds = grammar.kinds(word).union(grammar.kinds(canonical[at - range.lowerBound]))
            if first == nil {
                if kinds.contains(.negationHead) {
                    at += 1
                    continue
                }
                if kinds.contains(.negation) {
                    verb.isNegated = true
                    at += 1
                    continue
                }
                if kinds.contains(.infinitiveMark) {
                    guard isVerb(at + 1) || tag(at + 1) == .adverb && isVerb(at + 2) else { return nil }
                    hasMark = true
                    at += 1
                    continue
                }
                if isFrench, kinds.contains(.clitic) || kinds.contains(.dativePronoun), followsVerb(at) {
                    if kinds.contains(.dativePronoun) { verb.dative = at }
                    if grammar.is(word, .placeClitic) { verb.placeClitic = at }
                    if grammar.is(word, .genitiveClitic) { verb.genitiveClitic = at }
                    if grammar.is(word, .objectClitic) { verb.objectClitic = at }
                    if grammar.is(canonical[at - range.lowerBound], .reflexive) { verb.isReflexive = true }
                    at += 1
                    continue
                }
                if kinds.contains(.modal), !isFrench {
                    guard hasVerbWithin(at + 1, 4) else { return nil }
                    verb.modal = word
                    verb.main = at
                    first = at
                    at += 1
                    continue
                }
                if tag(at) == .adverb, at > begin, isVerb(at + 1) {
                    at += 1
                    continue
                }
                guard isVerb(at) else { return nil }
                first = at
                verb.main = at
                at += 1
                continue
            }
            // After the first verb: negation, adverbs, pronouns, and participles or bare forms that go on.
            if kinds.contains(.negation) {
                verb.isNegated = true
                at += 1
                continue
            }
            // "ne détient plus que 5 %": it still does.
            if kinds.contains(.noLonger), isFrench, first != nil,
                let next = canon(at + 1), grammar.is(next, .relativeObject), grammar.is(next, .subordinator)
            {
                at += 1
                continue
            }
            if kinds.contains(.noLonger), isFrench, begin < at,
                (begin..<at).contains(where: { grammar.is(canonical[$0 - range.lowerBound], .negationHead) })
            {
                verb.isNoLonger = true
                at += 1
                continue
            }
            // "n'entrera finalement pas": adverbs before the second half of the negation.
            if isFrench, tag(at) == .adverb, negationFollowsAdverbs(at),
                (begin..<at).contains(where: { grammar.is(canonical[$0 - range.lowerBound], .negationHead) })
            {
                at += 1
                continue
            }
            let isModal = verb.modal != nil && verb.main == first
            if verb.main != first || isModal || isAuxiliary(verb.main) {
                // "is 49% owned by".
                if let value = valueAt[at], case .percent = text.values[value].value,
                    isVerb(text.values[value].tokens.upperBound)
                {
                    at = text.values[value].tokens.upperBound
                    continue
                }
                if isVerb(at),
                    isModal || isAuxiliary(verb.main)
                {
                    if let (passive, perfect) = combine(
                        verb.main, at, modal: isModal, reflexive: verb.isReflexive)
                    {
                        verb.isPassive = passive
                        verb.isPerfect = verb.isPerfect || perfect
                        verb.main = at
                        at += 1
                        continue
                    }
                }
                // "have both received".
                if !isFrench, kinds.contains(.distributive), tag(at + 1) == .verb,
                    grammar.readings(text.tokens[at + 1].word).contains(where: { $0.form == .participle })
                {
                    at += 1
                    continue
                }
                // "a par ailleurs assuré".
                if isFrench, let (kind, length) = grammar.phrases.longest(in: words(from: at)), kind == .adverbial,
                    length > 1,
                    grammar.readings(text.tokens[min(at + length, range.upperBound - 1)].word).contains(where: {
                        $0.form == .participle
                    }), isVerb(at + length)
                {
                    at += length
                    continue
                }
                if tag(at) == .adverb || kinds.contains(.noLonger) || grammar.is(word, .respectively)
                    || isFrench && grammar.is(word, .distributive),
                    verbFollowsAdverbs(at)
                {
                    // "is no longer planning".
                    if !isFrench,
                        kinds.contains(.noLonger) || grammar.phrases.longest(in: words(from: at))?.0 == .noLonger
                    {
                        verb.isNoLonger = true
                    }
                    at += 1
                    continue
                }
            }
            break scan
        }
        guard let first else { return nil }
        verb.tokens = begin..<at
        finish(&verb, first: first, hasMark: hasMark)
        if !isFrench, parse.units.last?.kind == .grammar(.noLonger) { verb.isNoLonger = true }
        if !isFrench { joinPassive(&verb) }
        if isFrench {
            joinParticiple(&verb)
            // "se fait racheter par X": what is done to the subject.
            if verb.kind == .infinitive, case .verb(let before)? = parse.units.last?.kind,
                parse.verbs[before].isReflexive,
                parse.verbs[before].lemmas.contains(where: { grammar.auxiliaries.causatives.contains($0) })
            {
                verb.isPassive = true
            }
        }
        add(verb)
        return at
    }

    /// What stands before the "and" that the units so far end with, adverbs aside.
    var unitBeforeCoordinator: Int? {
        var last = parse.units.count - 1
        while last >= 0, parse.units[last].kind == .other { last -= 1 }
        return last > 0 && parse.units[last].kind == .grammar(.coordinator) ? last - 1 : nil
    }

    /// "a créé puis revendu X", "a racheté X et investi dans Y": a participle that shares the auxiliary of the verb before it.
    private func joinParticiple(_ verb: inout VerbGroup) {
        guard verb.kind == .participle, verb.tokens.count == 1, !hasAgentNext(verb.tokens.upperBound),
            ends(verb.main, with: grammar.endings.sharedParticiple)
        else { return }
        guard var before = unitBeforeCoordinator else { return }
        while before >= 0 {
            switch parse.units[before].kind {
            case .verb(let index):
                let earlier = parse.verbs[index]
                guard earlier.isPerfect, !earlier.isPassive, earlier.main > earlier.tokens.lowerBound,
                    earlier.kind == .finite || earlier.kind == .infinitive
                else { return }
                verb.kind = earlier.kind
                verb.form = earlier.form
                verb.isPerfect = true
                verb.isNegated = earlier.isNegated
                return
            case .noun, .preposition, .other, .quote: before -= 1
            default: return
            }
        }
    }

    func followsVerb(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 4 {
            if isVerb(index) {
                // "le investit" never; "la finance": an article before a noun that is also a verb.
                return tag(index) == .verb || tag(index) == .auxiliary || isFrench && isVerbBehindClitic(index)
            }
            let kinds = grammar.kinds(text.tokens[index].word)
            guard kinds.contains(.clitic) || kinds.contains(.dativePronoun) || kinds.contains(.negationHead) else {
                return false
            }
            index += 1
        }
        return false
    }

    func hasVerbWithin(_ at: Int, _ count: Int) -> Bool {
        for index in at..<min(at + count, range.upperBound) {
            if isVerb(index) { return true }
            if nameAt[index] != nil || text.tokens[index].shape.contains(.isPunctuation) { return false }
        }
        return false
    }

    func verbFollowsAdverbs(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 4 {
            if isVerb(index) { return true }
            guard tag(index) == .adverb || grammar.is(text.tokens[index].word, .negation) else { return false }
            index += 1
        }
        return false
    }

    private func negationFollowsAdverbs(_ at: Int) -> Bool {
        var index = at + 1
        while index < range.upperBound, index < at + 3 {
            let kinds = grammar.kinds(text.tokens[index].word)
            if kinds.contains(.negation) || kinds.contains(.noLonger) { return true }
            guard tag(index) == .adverb else { return false }
            index += 1
        }
        return false
    }

    func isAuxiliary(_ at: Int) -> Bool {
        grammar.readings(text.tokens[at].word).contains { grammar.auxiliaries.isAuxiliary($0.lemma) }
    }

    /// What an auxiliary and the verb after it make: nil when they do not go together.
    func combine(_ auxiliary: Int, _ next: Int, modal: Bool, reflexive: Bool) -> (passive: Bool, perfect: Bool)? {
        if modal { return (false, false) }
        let lemmas = grammar.readings(text.tokens[auxiliary].word).map(\.lemma)
        let forms = Set(grammar.readings(text.tokens[next].word).map(\.form))
        let isParticiple = forms.contains(.participle) || forms.isEmpty && looksLikeParticiple(next)
        let isGerund = forms.contains(.gerund) || forms.isEmpty && ends(next, with: grammar.endings.gerund)
        if let support = grammar.auxiliaries.support, lemmas.contains(support) { return (false, false) }
        if lemmas.contains(grammar.auxiliaries.have) {
            return isParticiple ? (false, true) : nil
        }
        if lemmas.contains(grammar.auxiliaries.be) {
            if isGerund, !isFrench { return (false, false) }
            guard isParticiple else { return nil }
            if reflexive { return (false, true) }
            let isIntransitive = grammar.readings(text.tokens[next].word).contains {
                grammar.auxiliaries.intransitive.contains($0.lemma)
            }
            return (!isIntransitive, isIntransitive)
        }
        return nil
    }

    /// Whether a word ends as one of some forms does: for words that no data knows.
    func ends(_ at: Int, with endings: [String]) -> Bool {
        let word = text.text(at..<at + 1).lowercased()
        return endings.contains { word.hasSuffix($0) }
    }

    func looksLikeParticiple(_ at: Int) -> Bool { ends(at, with: grammar.endings.participle) }

    func finish(_ verb: inout VerbGroup, first: Int, hasMark: Bool) {
        let readings = grammar.readings(text.tokens[verb.main].word).filter(\.form.isVerb)
        var lemmas: [WordID] = []
        for reading in readings where !lemmas.contains(reading.lemma) { lemmas.append(reading.lemma) }
        // "found the firm in breach": what is the past of one verb is hardly the plain form of another.
        let isPlain =
            verb.modal != nil || hasMark
            || first != verb.main
                && grammar.auxiliaries.support.map { support in
                    grammar.readings(text.tokens[first].word).contains { $0.lemma == support }
                } ?? false
        // "helped found X": behind a verb that makes somebody do something stands the plain form.
        var isMade = false
        if case .verb(let before)? = parse.units.last?.kind, parse.verbs[before].tokens.upperBound == first {
            isMade = parse.verbs[before].lemmas.contains {
                grammar.cues.value(of: $0)?.contains(.objectControl) ?? false
            }
        }
        if !isFrench, !isPlain, !isMade, lemmas.count > 1 {
            let told = lemmas.filter { lemma in
                readings.contains { $0.lemma == lemma && ($0.form == .past || $0.form == .participle) }
            }
            if !told.isEmpty { lemmas = told }
        }
        verb.lemmas = lemmas
        if verb.modal != nil {
            verb.kind = .finite
            return
        }
        let forms = grammar.readings(text.tokens[first].word).filter(\.form.isVerb).map(\.form)
        let finite = forms.first(where: \.isFinite)
        if hasMark {
            verb.kind = .infinitive
            return
        }
        if isFrench {
            if forms.contains(.infinitive)
                || forms.isEmpty && tag(first) == .verb && takesInfinitive()
                    && ends(first, with: grammar.endings.infinitive)
            {
                verb.kind = .infinitive
            } else if forms.contains(.gerund) && finite == nil
                || forms.isEmpty && ends(first, with: grammar.endings.gerund)
            {
                verb.kind = .gerund
            } else if first == verb.main, first == verb.tokens.lowerBound, finite == nil,
                forms.contains(.participle)
                    || forms.isEmpty && looksLikeParticiple(first)
                        && (ends(first, with: grammar.endings.plainParticiple) || hasAgentNext(verb.tokens.upperBound))
            {
                verb.kind = .participle
            } else if first == verb.main, forms.contains(.participle), followsGroupDirectly(),
                hasAgentNext(verb.tokens.upperBound)
            {
                verb.kind = .participle
            }
        } else {
            if forms.contains(.gerund) && (first == verb.main || finite == nil)
                || forms.isEmpty && ends(first, with: grammar.endings.gerund)
            {
                verb.kind = .gerund
            } else if first == verb.main, forms.contains(.participle) || forms.isEmpty && looksLikeParticiple(first),
                hasAgentNext(verb.tokens.upperBound)
                    || finite == nil && !ends(first, with: grammar.endings.past)
                        && !(forms.contains(.infinitive) && takesObject(verb.tokens.upperBound))
                    || first == verb.tokens.lowerBound
                        && (followsNameAndComma || isInsideInset(verb.tokens.upperBound))
                        && canon(verb.tokens.upperBound).map({ grammar.is($0, .preposition) }) ?? false
            {
                verb.kind = .participle
            } else if first == verb.main, first == verb.tokens.lowerBound, forms.contains(.participle),
                opensSentence(verb.tokens.upperBound) || isInPhrase(verb.tokens.upperBound)
            {
                verb.kind = .participle
            }
        }
        verb.form = finite
    }
}
