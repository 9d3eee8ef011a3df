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
        trimStarts(&found)
        var sums: [[WordID]: SIMD8<Float>] = [:]
        for name in found { sums[words(name.tokens), default: .zero] += name.kinds }
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
                found[index].kinds[found[index].kind] < 0.9
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
            guard view.sentence.contains(.isFirst), view.word.habit.smallness >= 3, !view.cues.contains(.firstName)
            else { continue }
            let rest = first + 1..<found[index].tokens.upperBound
            if known.contains(words(rest)) { found[index].tokens = rest }
        }
    }

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
