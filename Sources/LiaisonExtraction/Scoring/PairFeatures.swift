internal import LiaisonLanguage
internal import LiaisonModel

/// Writes the features of pairs of mentions: the words between and around, with the names masked; what the mentions are;
/// the words that wake frames; the frames that fired; the way through the grammar from one to the other.
///
/// The choice follows Zhou et al. ("Exploring Various Knowledge in Relation Extraction", 2005) and what cross-validation
/// kept (`Benchmarks/README-scorer.md`).
struct PairFeatures {
    /// A word of the sentence with names and mentions as one word each.
    struct Item {
        var word: ScorerToken
        var token: Int
        var isName: Bool
    }

    let document: ScorerDocument
    let source: PairSource
    private(set) var items: [Item] = []
    /// The places of the two mentions in ``items``.
    private(set) var first = 0
    private(set) var second = 0

    /// Words on each side of the two that are read at most.
    static let reach = 60

    init(document: ScorerDocument, source: PairSource) {
        self.document = document
        self.source = source
    }

    /// Fills a list with the features of a pair; `a` begins before `b`.
    mutating func write(_ a: ScorerMention, _ b: ScorerMention, into list: inout PairFeatureList) {
        list.removeAll()
        list.add(.bias, 0, 0, .plain)
        readItems(a, b)
        writeBetween(&list)
        writeAround(&list)
        writeMention(a, first, .plain, &list)
        writeMention(b, second, .turned, &list)
        writeForms(a, b, &list)
        writeTriggers(&list)
        writeFrames(a, b, &list)
        writePath(a, b, &list)
        writeSentence(&list)
        writeSource(&list)
        list.language = document.language(of: a.tokens.lowerBound)
        if let vectors = document.vectors(list.language) {
            PairVectors.write(a.tokens, b.tokens, document, vectors, into: &list.vectors)
        }
    }

    /// Features again for the source alone: pairs that people picked are mostly related, those of an article mostly not, and
    /// a filing's words and names are not those of the news (Daumé, "Frustratingly Easy Domain Adaptation", 2007).
    private func writeSource(_ list: inout PairFeatureList) {
        // What is added behind them is not asked again.
        for index in 0..<list.elements.count {
            let element = list.elements[index]
            if element.feature.isRepeated {
                list.add(.source, element.key, source.rawValue, element.reading, token: Int(element.token))
            }
        }
    }

    // MARK: The masked sentence

    private static let firstMark: UInt32 = 0xF1F1_0001
    private static let secondMark: UInt32 = 0xF1F1_0002
    private static let nameMark: UInt32 = 0xF1F1_0010
    private static let edgeMark: UInt32 = 0xF1F1_00FF

    private func mask(_ mark: UInt32) -> ScorerToken {
        ScorerToken(form: mark, stem: mark, lemma: mark, fine: mark, coarse: mark, triggers: 0)
    }

    private mutating func readItems(_ a: ScorerMention, _ b: ScorerMention) {
        items.removeAll(keepingCapacity: true)
        first = 0
        second = 0
        let text = document.text
        let low = document.sentence(of: a.tokens.lowerBound)
        let high = document.sentence(of: b.tokens.lowerBound)
        guard low < text.sentences.count, high < text.sentences.count, low <= high else { return }
        let begin = max(text.sentences[low].tokens.lowerBound, a.tokens.lowerBound - Self.reach)
        let end = min(text.sentences[high].tokens.upperBound, b.tokens.upperBound + Self.reach)
        var token = begin
        while token < end {
            if a.tokens.contains(token) {
                first = items.count
                items.append(Item(word: mask(Self.firstMark), token: token, isName: true))
                token = max(token + 1, a.tokens.upperBound)
            } else if b.tokens.contains(token) {
                second = items.count
                items.append(Item(word: mask(Self.secondMark), token: token, isName: true))
                token = max(token + 1, b.tokens.upperBound)
            } else if document.names[token] >= 0 {
                let name = text.names[Int(document.names[token])]
                items.append(Item(word: mask(Self.nameMark), token: token, isName: true))
                token += 1
                while token < end, name.tokens.contains(token), !a.tokens.contains(token), !b.tokens.contains(token) {
                    token += 1
                }
            } else {
                items.append(Item(word: document.tokens[token], token: token, isName: false))
                token += 1
            }
            // What lies far between two mentions tells nothing of them.
            if items.count > 4 * Self.reach, token < b.tokens.lowerBound { token = b.tokens.lowerBound }
        }
        if second <= first { second = min(items.count - 1, first + 1) }
    }

    private func item(_ index: Int) -> Item? { items.indices.contains(index) ? items[index] : nil }

    private func word(_ index: Int) -> ScorerToken {
        items.indices.contains(index) ? items[index].word : mask(Self.edgeMark)
    }

    // MARK: Words

    private func writeBetween(_ list: inout PairFeatureList) {
        guard first < second else { return }
        var before = mask(Self.edgeMark)
        for index in first + 1...max(first + 1, second) {
            let isEnd = index >= second
            let item = isEnd ? Item(word: mask(Self.edgeMark), token: -1, isName: true) : items[index]
            let word = item.word
            if !isEnd {
                list.add(.between, word.form, token: item.token)
                list.add(.betweenStem, word.stem, token: item.token)
                list.add(.anyBetweenStem, word.stem, 0, .both, token: item.token)
                list.add(.betweenLemma, word.lemma, token: item.token)
                list.add(.anyBetweenLemma, word.lemma, 0, .both, token: item.token)
                if !item.isName {
                    list.add(.betweenClass, word.fine, token: item.token)
                    list.add(.anyBetweenClass, word.fine, 0, .both, token: item.token)
                }
            }
            list.add(.betweenTwo, before.form, word.form, token: item.token)
            list.add(.betweenStemTwo, before.stem, word.stem, token: item.token)
            list.add(.betweenLemmaTwo, before.lemma, word.lemma, token: item.token)
            list.add(.betweenClassTwo, before.coarse, word.coarse, token: item.token)
            before = word
            if isEnd { break }
        }
    }

    private func writeAround(_ list: inout PairFeatureList) {
        for step in 1...6 {
            if let item = item(first - step) { list.add(.classBefore, item.word.fine, token: item.token) }
            if let item = item(second + step) { list.add(.classAfter, item.word.fine, token: item.token) }
        }
    }

    private func writeSentence(_ list: inout PairFeatureList) {
        for item in items where !item.isName {
            list.add(.sentenceStem, item.word.stem, token: item.token)
            list.add(.anySentenceStem, item.word.stem, 0, .both, token: item.token)
            list.add(.anySentenceClass, item.word.fine, 0, .both, token: item.token)
        }
    }

    // MARK: Mentions

    private func writeMention(
        _ mention: ScorerMention, _ place: Int, _ reading: PairFeatureList.Reading, _ list: inout PairFeatureList
    ) {
        list.add(.mentionForm, mention.form.rawValue, 0, reading)
        if let kind = mention.kind { list.add(.mentionKind, Self.number(kind), 0, reading) }
        for type in mention.types { list.add(.mentionType, type, 0, reading) }
        for step in 1...4 {
            for (offset, side) in [(-step, UInt32(0)), (step, 1)] {
                guard let near = item(place + offset), near.isName, place + offset != first, place + offset != second,
                    document.names[near.token] >= 0
                else { continue }
                let name = document.text.names[Int(document.names[near.token])]
                list.add(.nearKind, Self.number(name.kind), side, reading)
            }
        }
        let count = mention.tokens.count
        list.add(.mentionLength, UInt32(min(count, 4)), 0, reading)
        let tokens = document.tokens
        if let last = mention.tokens.last {
            switch mention.form {
            case .pronoun: list.add(.mentionWord, tokens[last].form, 0, reading, token: last)
            case .description, .other: list.add(.mentionHead, tokens[last].lemma, 0, reading, token: last)
            case .name where count > 1:
                // What a name of several words ends with tells its kind: "Ventures", "Exchange".
                list.add(.mentionLast, tokens[last].form, 0, reading, token: last)
                list.add(.mentionLastClass, tokens[last].fine, 0, reading, token: last)
            case .name: break
            }
        }
        for token in mention.tokens.prefix(8) { list.add(.mentionClass, tokens[token].coarse, 0, reading) }
        for step in 1...3 {
            for (offset, code) in [(-step, UInt32(step)), (step, UInt32(step + 8))] {
                let near = item(place + offset)
                let word = word(place + offset)
                list.add(.aroundWord, word.form, code, reading, token: near?.token ?? -1)
                list.add(.aroundClass, word.fine, code, reading, token: near?.token ?? -1)
            }
        }
        list.add(.aroundTwoBefore, word(place - 2).form, word(place - 1).form, reading)
        list.add(.aroundTwoAfter, word(place + 1).form, word(place + 2).form, reading)
        for step in 1...5 {
            if let near = item(place - step) {
                list.add(.aroundStemBefore, near.word.stem, 0, reading, token: near.token)
            }
            if let near = item(place + step) {
                list.add(.aroundStemAfter, near.word.stem, 0, reading, token: near.token)
            }
        }
    }

    private static func number(_ kind: EntityKind) -> UInt32 {
        UInt32(EntityKind.allCases.firstIndex(of: kind) ?? 0) + 1
    }

    private func writeForms(_ a: ScorerMention, _ b: ScorerMention, _ list: inout PairFeatureList) {
        let tokens = document.tokens
        list.add(.firstForm, a.form.rawValue)
        list.add(.secondForm, b.form.rawValue)
        list.add(.formPair, a.form.rawValue, b.form.rawValue)
        list.add(.firstLength, UInt32(min(a.tokens.count, 4)))
        list.add(.secondLength, UInt32(min(b.tokens.count, 4)))
        if let last = a.tokens.last {
            if a.form != .name { list.add(.firstHead, tokens[last].lemma, token: last) }
            if a.form == .name, a.tokens.count > 1 { list.add(.firstLastClass, tokens[last].fine, token: last) }
        }
        if let last = b.tokens.last {
            if b.form != .name { list.add(.secondHead, tokens[last].lemma, token: last) }
            if b.form == .name, b.tokens.count > 1 { list.add(.secondLastClass, tokens[last].fine, token: last) }
        }
        let kinds = (a.kind.map(Self.number) ?? 0, b.kind.map(Self.number) ?? 0)
        list.add(.kindPair, kinds.0, kinds.1)
        if kinds.0 <= kinds.1 {
            list.add(.kindRoles, kinds.0, kinds.1)
        } else {
            list.add(.kindRoles, kinds.1, kinds.0, .turned)
        }
        let between = max(0, second - first - 1)
        list.add(.distance, UInt32(between < 6 ? between : min(5 + between / 5, 12)))
        var names: UInt32 = 0
        for index in first + 1..<max(first + 1, second) where items[index].isName { names += 1 }
        list.add(.namesBetween, min(names, 3))
        let sentences = document.sentence(of: b.tokens.lowerBound) - document.sentence(of: a.tokens.lowerBound)
        list.add(.sentencesBetween, UInt32(max(0, min(sentences, 3))))
    }

    // MARK: Triggers and frames

    private func writeTriggers(_ list: inout PairFeatureList) {
        var all: UInt32 = 0
        for (index, item) in items.enumerated() where item.word.triggers != 0 {
            all |= item.word.triggers
            let feature: PairFeature =
                index < first ? .triggerBefore : index < second ? .triggerBetween : .triggerAfter
            var mask = item.word.triggers
            while mask != 0 {
                list.add(feature, UInt32(mask.trailingZeroBitCount), token: item.token)
                mask &= mask - 1
            }
        }
        list.add(.triggerCount, UInt32(min(all.nonzeroBitCount, 4)))
    }

    private func writeFrames(_ a: ScorerMention, _ b: ScorerMention, _ list: inout PairFeatureList) {
        guard let x = a.item, let y = b.item, x != y else { return }
        let low = document.sentence(of: a.tokens.lowerBound)
        let high = document.sentence(of: b.tokens.lowerBound)
        var isLinked = false
        for hit in document.hits where hit.sentence >= low && hit.sentence <= high {
            let lane = UInt32(hit.lane)
            if hit.subject == x && hit.object == y || hit.subject == y && hit.object == x {
                isLinked = true
                let reading: PairFeatureList.Reading = hit.subject == x ? .plain : .turned
                list.add(.frame, lane, 0, reading)
                list.add(.frameConstruction, lane, PairFeatures.number(hit.construction), reading)
                list.add(.frameRule, hit.rule, 0, reading)
                list.add(
                    .reference, lane, UInt32(hit.subjectSieve.rawValue) * 16 + UInt32(hit.objectSieve.rawValue), reading
                )
            } else {
                for (item, reading) in [(x, PairFeatureList.Reading.plain), (y, .turned)] {
                    if hit.subject == item { list.add(.frameElsewhere, lane, 1, reading) }
                    if hit.object == item { list.add(.frameElsewhere, lane, 2, reading) }
                }
            }
        }
        if !isLinked { list.add(.frameNone, 0) }
    }

    private static func number(_ construction: Candidate.Construction) -> UInt32 {
        construction.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt32($1) }
    }

    // MARK: Paths

    private func writePath(_ a: ScorerMention, _ b: ScorerMention, _ list: inout PairFeatureList) {
        let sentence = document.sentence(of: a.tokens.lowerBound)
        guard sentence == document.sentence(of: b.tokens.lowerBound), sentence < document.graphs.count,
            let graph = document.graphs[sentence], let from = graph.node(of: a.tokens),
            let to = graph.node(of: b.tokens)
        else { return }
        guard let steps = graph.path(from: from.node, to: to.node) else {
            list.add(.pathNone, 1)
            return
        }
        list.add(.pathLength, UInt32(min(steps.count, 6)))
        // The way there and the way back: of the two hashes the smaller names the path.
        var there: (full: UInt32, slots: UInt32, words: UInt32) = (from.slot, from.slot, 0)
        for (index, step) in steps.enumerated() {
            let word = index + 1 < steps.count ? graph.words[step.node] : 0
            there.full = mix(mix(there.full, step.mark), word)
            there.slots = mix(there.slots, step.mark)
            there.words = mix(there.words, word)
        }
        there.full = mix(there.full, to.slot)
        there.slots = mix(there.slots, to.slot)
        var back: (full: UInt32, slots: UInt32, words: UInt32) = (to.slot, to.slot, 0)
        for index in steps.indices.reversed() {
            let word = index > 0 ? graph.words[steps[index - 1].node] : 0
            back.full = mix(mix(back.full, steps[index].back), word)
            back.slots = mix(back.slots, steps[index].back)
            back.words = mix(back.words, word)
        }
        back.full = mix(back.full, from.slot)
        back.slots = mix(back.slots, from.slot)
        list.add(.path, min(there.full, back.full), 0, there.full <= back.full ? .plain : .turned)
        list.add(.pathSlots, min(there.slots, back.slots), 0, there.slots <= back.slots ? .plain : .turned)
        list.add(.pathWords, min(there.words, back.words), 0, there.words <= back.words ? .plain : .turned)
        list.add(.pathWords, there.words, 1)
        // Each word on the way, with the way in and the way out; the ends alone count as well.
        var near = from.slot
        for (index, step) in steps.enumerated() {
            guard index + 1 < steps.count else { break }
            let node = step.node
            let left = mix(near, step.back)
            let next = steps[index + 1]
            let right = mix(index + 2 == steps.count ? to.slot : 0, next.mark)
            near = 0
            let isPlain = left <= right
            let key = mix(min(left, right), max(left, right))
            let reading: PairFeatureList.Reading = isPlain ? .plain : .turned
            list.add(.pathStep, key, graph.words[node], reading)
            var mask = graph.triggers[node]
            while mask != 0 {
                list.add(.pathTrigger, key, UInt32(mask.trailingZeroBitCount), reading)
                mask &= mask - 1
            }
        }
        writeSlots(graph, from, .plain, &list)
        writeSlots(graph, to, .turned, &list)
    }

    /// What each mention hangs on, whatever the other hangs on.
    private func writeSlots(
        _ graph: SentenceGraph, _ end: (node: Int, slot: UInt32), _ reading: PairFeatureList.Reading,
        _ list: inout PairFeatureList
    ) {
        if end.slot != 0 { list.add(.slotWord, end.slot, graph.words[end.node], reading) }
        for link in graph.links[end.node].prefix(6) where !link.isDown {
            list.add(.slots, link.slot, 0, reading)
            list.add(.slotWord, link.slot, graph.words[link.to], reading)
            var mask = graph.triggers[link.to]
            while mask != 0 {
                list.add(.slots, link.slot, UInt32(mask.trailingZeroBitCount) + 1, reading)
                mask &= mask - 1
            }
        }
    }

    private func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
        let product = (a ^ b &* 0x9E37_79B1) &* 0x85EB_CA77
        return product ^ product >> 15
    }
}
