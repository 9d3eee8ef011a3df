internal import LiaisonModel

/// Finds money, shares, times, rounds and counts in the tokens of sentences.
///
/// A value is tried for only where a word may begin one; the longest reading of the surest kind is taken, and reading
/// goes on behind it.
struct ValueReader {
    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let words: WordTable
    let published: PublicationDate?
    private(set) var language = Language.other
    private(set) var lexicon = ValueLexicon()
    private(set) var facts = WordFactsTable()
    /// Whether no language's data is in use yet.
    private(set) var isFresh = true
    /// The tokens of the sentence at hand.
    private(set) var sentence = 0..<0
    /// Where the last value ended: cues before the next are looked for no further back.
    private(set) var lastEnd = 0

    /// The currency of the last sum, which a sum without one may mean.
    private(set) var lastCurrency: String?

    init(
        text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>, words: WordTable,
        published: PublicationDate?
    ) {
        self.text = text
        self.tokens = tokens
        self.words = words
        self.published = published
    }

    /// A value and the tokens it takes.
    struct Reading {
        var start: Int
        var end: Int
        var value: Value
    }

    /// Takes the data of a language for the sentences that follow.
    mutating func use(_ lexicon: ValueLexicon, _ facts: WordFactsTable, language: Language) {
        self.lexicon = lexicon
        self.facts = facts
        self.language = language
        isFresh = false
    }

    /// Appends the values of a sentence.
    mutating func read(_ sentence: Range<Int>, into values: inout [ValueMention]) {
        self.sentence = sentence
        lastEnd = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let token = tokens[index]
            let isCandidate =
                !token.shape.isDisjoint(with: [.hasDigit, .hasHyphen])
                || facts.startsValue(token.word) && isWorthTrying(index)
            guard isCandidate,
                let reading = reading(at: index)
            else {
                index += 1
                continue
            }
            values.append(ValueMention(tokens: reading.start..<reading.end, value: reading.value))
            lastEnd = reading.end
            if case .money(let amount) = reading.value { lastCurrency = amount.currency }
            index = max(index + 1, reading.end)
        }
    }

    /// Articles begin few values: what follows "a" or "un" decides before anything is tried.
    private func isWorthTrying(_ index: Int) -> Bool {
        let facts = facts(index)
        guard facts.flags.contains(.indefinite) || facts.number == 1 && language == .french else { return true }
        guard sentence.contains(index + 1) else { return false }
        let next = self.facts(index + 1)
        return next.power > 0 || next.collective > 0 || next.number >= 0 || next.unit > 0
            || !next.flags.isDisjoint(with: [.half, .phraseRest, .percent, .currencyStart])
            || tokens[index + 1].shape.contains(.hasHyphen)
    }

    private func reading(at index: Int) -> Reading? {
        money(at: index) ?? date(at: index) ?? percent(at: index) ?? duration(at: index) ?? round(at: index)
            ?? count(at: index)
    }

    // MARK: Tokens

    @inline(__always)
    func facts(_ index: Int) -> WordFacts { facts[tokens[index].word] }

    /// The facts of a token of the sentence, empty ones beyond its end.
    func factsIfAny(_ index: Int) -> WordFacts {
        sentence.contains(index) ? facts(index) : WordFacts()
    }

    func has(_ index: Int, _ flag: WordFacts.Flags) -> Bool {
        sentence.contains(index) && facts(index).flags.contains(flag)
    }

    /// The single byte that a token is, zero for anything longer.
    func mark(_ index: Int) -> UInt8 {
        guard sentence.contains(index), tokens[index].end - tokens[index].start == 1 else { return 0 }
        return text[Int(tokens[index].start)]
    }

    func isGlued(_ index: Int) -> Bool {
        sentence.contains(index) && !tokens[index].shape.contains(.spaceBefore)
    }

    func startsUpper(_ index: Int) -> Bool {
        sentence.contains(index) && tokens[index].shape.contains(.initialCapital)
    }

    /// The facts of a part of a token, such as the `demi` of `demi-milliard`.
    func facts(of bytes: Range<Int>) -> WordFacts {
        var folder = WordFolder()
        _ = folder.fold(text, from: bytes.lowerBound, to: bytes.upperBound)
        guard let word = folder.id(in: words) else { return WordFacts() }
        return facts[word]
    }

    /// The parts of a hyphenated token, at most six.
    func parts(_ index: Int) -> [Range<Int>] {
        let token = tokens[index]
        guard token.shape.contains(.hasHyphen), token.end - token.start < 64 else { return [] }
        var parts: [Range<Int>] = []
        var start = Int(token.start)
        for position in Int(token.start)..<Int(token.end) where text[position] == 0x2D {
            parts.append(start..<position)
            start = position + 1
        }
        parts.append(start..<Int(token.end))
        return parts.count <= 6 ? parts : []
    }

    // MARK: Bounds

    /// The bound that the words around a quantity give it, and how far they reach.
    func bounded(_ start: Int, _ end: Int, default bound: Amount.Bound) -> (bound: Amount.Bound, start: Int, end: Int) {
        var (result, first, last) = (bound, start, end)
        // "jusqu'à quelque 200 M€": the outer cue counts.
        for _ in 0..<2 {
            guard let cue = lexicon.boundsBefore.match(tokens, before: first, start: lastEnd) else { break }
            first = cue.start
            if result == bound || result == .about { result = cue.meaning }
        }
        if result == bound, let cue = lexicon.boundsAfter.match(tokens, at: end, end: sentence.upperBound) {
            result = cue.meaning
            last = cue.end
        }
        return (result, first, last)
    }

    // MARK: Rounds and counts

    private func round(at index: Int) -> Reading? {
        if has(index, .series) {
            // "Series B", "série C2", "Series A-1"
            guard index + 1 < sentence.upperBound else { return nil }
            let token = tokens[index + 1]
            let letter = text[Int(token.start)]
            guard (0x41...0x4C).contains(letter), token.end - token.start <= 3,
                token.end - token.start == 1 || !(text[Int(token.start) + 1] | 0x20 &- 0x61 < 26)
            else { return nil }
            let name = String(UnicodeScalar(letter | 0x20))
            return Reading(start: index, end: index + 2, value: .round("series-" + name))
        }
        guard let found = lexicon.rounds.match(tokens, at: index, end: sentence.upperBound) else { return nil }
        return Reading(start: index, end: found.end, value: .round(found.meaning))
    }

    private func count(at index: Int) -> Reading? {
        if has(index, .vague) { return Reading(start: index, end: index + 1, value: .count(words(index..<index + 1))) }
        guard let number = number(at: index), !number.isIndefinite else { return nil }
        return Reading(start: index, end: number.end, value: .count(words(index..<number.end)))
    }

    private func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(
            decoding: UnsafeBufferPointer(rebasing: text[Int(tokens[first].start)..<Int(tokens[last].end)]),
            as: UTF8.self)
    }
}
