internal import LiaisonModel

/// Makes a document agree with itself: the same words are the same kind of thing, part of a person's name is that
/// person, and a name found surely in one place is found in all (Krishnan and Manning, "An Effective Two-Stage Model for
/// Exploiting Non-Local Dependencies in Named Entity Recognition", 2006, for the idea).
struct NameAgreement {
    let tokens: [Token]
    let views: [NameView]
    /// Words that are the first or the last of a person's full name.
    private var personWords: Set<WordID> = []

    init(tokens: [Token], views: [NameView]) {
        self.tokens = tokens
        self.views = views
    }

    private static let person = NameLabel.index(of: .person) ?? 0
    /// From this score on a name is spread to other places.
    private static let sureEnough: Float = 0.7

    /// Adds up what all places with the same words say of their kind, and gives all of them the sum.
    mutating func settleKinds(_ found: inout [FoundName]) {
        join(&found)
        trimStarts(&found)
        found.removeAll { isHeadWord($0) }
        var sums: [[WordID]: SIMD8<Float>] = [:]
        for name in found { sums[words(name.tokens), default: .zero] += name.kinds }
        // "Arvor" is what "Arvor Capital" is.
        var heads: [WordID: SIMD8<Float>] = [:]
        for name in found where name.tokens.count > 1 && name.kind != Self.person && name.kind != Self.place {
            heads[tokens[name.tokens.lowerBound].word, default: .zero] += name.kinds
        }
        for name in found where name.tokens.count == 1 {
            if let head = heads.removeValue(forKey: tokens[name.tokens.lowerBound].word) {
                sums[words(name.tokens), default: .zero] += head
            }
        }
        for index in found.indices {
            guard let sum = sums[words(found[index].tokens)] else { continue }
            let total = max(sum.sum(), .leastNormalMagnitude)
            // The same mass as before, shared out as the whole document has it.
            found[index].kinds = sum / total * found[index].kinds.sum()
        }
        for name in found where name.tokens.count > 1 && name.kind == Self.person && name.kinds[Self.person] > 0.5 {
            for index in [name.tokens.lowerBound, name.tokens.upperBound - 1]
            where views[index].word.look.contains(.initialCapital) && !views[index].word.look.contains(.isSingle) {
                personWords.insert(tokens[index].word)
            }
        }
        for index in found.indices where found[index].tokens.count == 1 {
            guard let first = found[index].tokens.first, personWords.contains(tokens[first].word),
                found[index].kinds[found[index].kind] < 0.9 || views[first].hit == 0
            else { continue }
            found[index].kinds = .zero
            found[index].kinds[Self.person] = max(0.8, found[index].boundary)
        }
    }

    /// "Or Gulden": an ordinary word at the head of a sentence is not part of a name that stands elsewhere without it.
    private func trimStarts(_ found: inout [FoundName]) {
        let known = Set(found.map { words($0.tokens) })
        for index in found.indices where found[index].tokens.count > 1 {
            let first = found[index].tokens.lowerBound
            let view = views[first]
            guard view.sentence.contains(.isFirst), !view.cues.contains(.firstName), view.hit == 0 else { continue }
            let rest = first + 1..<found[index].tokens.upperBound
            // "Chipmaker Velmora": what it is, with a capital from its place, before what it is called.
            let isType =
                !view.cues.isDisjoint(with: [.companyType, .role]) && views[first + 1].isCapital
                && views[first + 1].cues.isDisjoint(with: [.companyWord, .legalForm, .fundWord])
            if view.word.habit.smallness >= 3 && known.contains(words(rest)) || isType { found[index].tokens = rest }
        }
    }

    /// Two names side by side, or with `&` between them, are one: "Binocle & Cie".
    private func join(_ found: inout [FoundName]) {
        var index = 1
        while index < found.count {
            let left = found[index - 1], right = found[index]
            let gap = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
            let isJoined = gap.isEmpty || gap.count == 1 && views[gap.lowerBound].word.form == Self.ampersand
            let isKnown = left.tokens.contains { views[$0].hit != 0 } || right.tokens.contains { views[$0].hit != 0 }
            guard isJoined, !isKnown, left.kind != Self.place, right.kind != Self.place,
                tokens[right.tokens.lowerBound].shape.contains(.spaceBefore), !isFirst(right.tokens.lowerBound)
            else {
                index += 1
                continue
            }
            found[index - 1] = FoundName(
                tokens: left.tokens.lowerBound..<right.tokens.upperBound, kinds: (left.kinds + right.kinds) / 2,
                boundary: min(left.boundary, right.boundary))
            found.remove(at: index)
        }
        // The other side of an ampersand belongs to the name even where the model did not see it.
        for index in found.indices {
            let end = found[index].tokens.upperBound
            let limit = index + 1 < found.count ? found[index + 1].tokens.lowerBound : tokens.count
            if end + 1 < limit, views[end].word.form == Self.ampersand, found[index].kind != Self.person,
                views[end + 1].word.look.contains(.initialCapital), !isFirst(end), !isFirst(end + 1)
            {
                found[index].tokens = found[index].tokens.lowerBound..<end + 2
            }
            let start = found[index].tokens.lowerBound
            let floor = index > 0 ? found[index - 1].tokens.upperBound : 0
            if start - 2 >= floor, views[start - 1].word.form == Self.ampersand,
                views[start - 2].word.look.contains(.initialCapital), found[index].kind != Self.person,
                !isFirst(start), !isFirst(start - 1)
            {
                found[index].tokens = start - 2..<found[index].tokens.upperBound
            }
        }
    }

    private func isFirst(_ index: Int) -> Bool { views[index].sentence.contains(.isFirst) }

    /// "Fusion. Les cabinets …": an ordinary word that has its capital from its place and is a sentence of its own, or is
    /// not sure enough to be a name all the same.
    private func isHeadWord(_ name: FoundName) -> Bool {
        guard name.tokens.count == 1, let index = name.tokens.first else { return false }
        let view = views[index]
        guard view.sentence.contains(.isFirst), view.word.habit.smallness >= 3, view.hit == 0,
            !view.elsewhere.contains(.capital), view.word.look.isDisjoint(with: [.innerCapital, .allCapitals])
        else { return false }
        // "Elle", "Selon": words of the grammar are names only where the document says so elsewhere.
        if Self.grammarTags.contains(view.tag) { return true }
        let next = index + 1 < views.count ? views[index + 1] : .edge
        return name.kinds[name.kind] < 0.9 || next.tag == Tag.punctuation.rawValue || next.sentence.contains(.isFirst)
    }

    private static let grammarTags: Set<UInt8> = Set(
        [Tag.pronoun, .determiner, .adposition, .coordinator, .subordinator, .auxiliary, .adverb].map(\.rawValue))
    private static let place = NameLabel.index(of: .place) ?? 0
    private static let ampersand: UInt32 = {
        var mark = "&"
        return mark.withUTF8 { WordSketch($0, habits: nil).form }
    }()

    /// Adds the places where the words of a sure name stand and nothing was found.
    func spread(_ text: inout AnnotatedText) {
        var sure: [WordID: [(words: [WordID], name: NameMention)]] = [:]
        var seen: Set<[WordID]> = []
        for name in text.names where name.score >= Self.sureEnough && name.kind != .place && name.kind != .sector {
            guard let first = name.tokens.first, views[first].word.look.contains(.hasLetter),
                !views[first].word.look.isDisjoint(with: [.initialCapital, .innerCapital, .hasDigit])
            else { continue }
            let words = words(name.tokens)
            if seen.insert(words).inserted { sure[tokens[first].word, default: []].append((words, name)) }
        }
        for word in personWords.sorted() where seen.insert([word]).inserted {
            let name = NameMention(tokens: 0..<1, kind: .person, entry: nil, origin: .document, score: 0.75)
            sure[word, default: []].append(([word], name))
        }
        if sure.isEmpty { return }
        var added: [NameMention] = []
        var next = 0
        for sentence in text.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                while next < text.names.count, text.names[next].tokens.upperBound <= index { next += 1 }
                if next < text.names.count, text.names[next].tokens.contains(index) {
                    index = text.names[next].tokens.upperBound
                    continue
                }
                guard let candidates = sure[tokens[index].word], mayStart(index) else {
                    index += 1
                    continue
                }
                let limit = min(
                    sentence.tokens.upperBound,
                    next < text.names.count ? text.names[next].tokens.lowerBound : sentence.tokens.upperBound)
                guard let best = longest(candidates, at: index, before: limit) else {
                    index += 1
                    continue
                }
                added.append(
                    NameMention(
                        tokens: index..<index + best.words.count, kind: best.name.kind, entry: best.name.entry,
                        origin: .document, score: min(best.name.score, 0.9)))
                index += best.words.count
            }
        }
        if added.isEmpty { return }
        text.names = (text.names + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// A name is written with its capital everywhere; where every word has one, that says nothing of a word that the
    /// document also has in small letters.
    private func mayStart(_ index: Int) -> Bool {
        let view = views[index]
        guard !view.word.look.isDisjoint(with: [.initialCapital, .innerCapital, .hasDigit]) else { return false }
        if view.sentence.isDisjoint(with: [.isFirst, .isCapitalised]) { return true }
        return !view.elsewhere.contains(.small)
    }

    private func longest(
        _ candidates: [(words: [WordID], name: NameMention)], at index: Int, before limit: Int
    ) -> (words: [WordID], name: NameMention)? {
        var best: (words: [WordID], name: NameMention)?
        for candidate in candidates where index + candidate.words.count <= limit {
            let fits = candidate.words.indices.allSatisfy { tokens[index + $0].word == candidate.words[$0] }
            if fits && candidate.words.count > best?.words.count ?? 0 { best = candidate }
        }
        return best
    }

    private func words(_ range: Range<Int>) -> [WordID] { range.map { tokens[$0].word } }
}
