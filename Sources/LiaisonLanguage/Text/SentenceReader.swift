/// Groups the tokens of a paragraph into sentences.
struct SentenceReader {
    let text: UnsafeBufferPointer<UInt8>
    /// A sentence without an end is cut at so many tokens, so that what reads sentences has bounded work.
    static let longest = 1000

    /// Appends the sentences of the tokens from `start` on.
    func read(
        _ tokens: [Token], from start: Int, paragraph: Int, facts: WordFactsTable, into sentences: inout [Sentence]
    ) {
        var first = start
        var index = start
        /// Whether a straight quote is open.
        var isQuoted = false
        while index < tokens.count {
            let token = tokens[index]
            if token.shape.contains(.isPunctuation) && byte(token) == 0x22 { isQuoted.toggle() }
            guard ends(tokens, index, facts: facts) else {
                index += 1
                if index - first >= Self.longest {
                    sentences.append(Sentence(tokens: first..<index, paragraph: paragraph))
                    first = index
                }
                continue
            }
            var next = index + 1
            while next < tokens.count, closes(tokens[next], isQuoted: isQuoted) {
                if byte(tokens[next]) == 0x22 { isQuoted = false }
                next += 1
            }
            if next < tokens.count,
                !(isBoundary(tokens, index, next: next, facts: facts) && hasWords(tokens, first..<index, next))
            {
                index = next
                continue
            }
            sentences.append(Sentence(tokens: first..<next, paragraph: paragraph))
            first = next
            index = next
            isQuoted = false
        }
        if first < tokens.count { sentences.append(Sentence(tokens: first..<tokens.count, paragraph: paragraph)) }
    }

    private func byte(_ token: Token) -> UInt8 { text[Int(token.start)] }

    /// Whether a token may end a sentence: a mark, or an abbreviation that carries its stop.
    private func ends(_ tokens: [Token], _ index: Int, facts: WordFactsTable) -> Bool {
        let token = tokens[index]
        if token.shape.contains(.isPunctuation) {
            switch byte(token) {
            case 0x21, 0x2E, 0x3F: return true
            case 0xE2: return token.end - token.start == 3 && isEllipsis(token)
            case 0xE3:
                return token.end - token.start == 3 && text[Int(token.start) + 1] == 0x80
                    && text[Int(token.start) + 2] == 0x82
            default: return false
            }
        }
        return text[Int(token.end) - 1] == 0x2E && token.end - token.start > 1
    }

    private func isEllipsis(_ token: Token) -> Bool {
        text[Int(token.start) + 1] == 0x80 && text[Int(token.start) + 2] == 0xA6
    }

    /// Quotes and brackets that close after the mark.
    private func closes(_ token: Token, isQuoted: Bool) -> Bool {
        guard token.shape.contains(.isPunctuation) else { return false }
        let start = Int(token.start)
        switch byte(token) {
        case 0x29, 0x5D: return true
        case 0x22: return isQuoted || !token.shape.contains(.spaceBefore)
        case 0x27: return !token.shape.contains(.spaceBefore)
        case 0xC2: return text[start + 1] == 0xBB
        case 0xE2:
            // ” ’ ›
            return text[start + 1] == 0x80 && [0x9D, 0x99, 0xBA].contains(text[start + 2])
        default: return false
        }
    }

    private func isBoundary(_ tokens: [Token], _ index: Int, next: Int, facts: WordFactsTable) -> Bool {
        let (token, following) = (tokens[index], tokens[next])
        let isMark = token.shape.contains(.isPunctuation)
        let startsLower =
            following.shape.contains(.hasLetter) && !following.shape.contains(.initialCapital)
            && !following.shape.contains(.innerCapital) && !following.shape.contains(.hasDigit)
        guard following.shape.contains(.spaceBefore) else {
            // A missing space: "…fonds.Le groupe".
            guard isMark, index > 0, next == index + 1 else { return false }
            return following.shape.contains(.initialCapital) && !startsLower
                && tokens[index - 1].shape.contains(.hasLetter) && !tokens[index - 1].shape.contains(.initialCapital)
        }
        if startsLower { return endsInformally(tokens, index, next: next) }
        if following.shape.contains(.isPunctuation) {
            switch byte(following) {
            case 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x2E: return false
            case 0x2D where isMark == false: return false
            default: break
            }
        }
        if isMark { return true }
        let flags = facts[token.word].flags
        if flags.contains(.abbreviationBeforeName) || flags.contains(.abbreviationBeforeNumber) { return false }
        guard following.shape.contains(.initialCapital) else { return false }
        // An initial or an abbreviation: only a small word with a capital tells that a sentence begins.
        return facts[following.word].flags.contains(.functionWord)
    }

    /// Whether a sentence ends before a small letter: a plain stop after a small word, or a question, without a quote
    /// between that would carry it on ("« Pourquoi ? » demande-t-il").
    private func endsInformally(_ tokens: [Token], _ index: Int, next: Int) -> Bool {
        guard next == index + 1, index > 0, tokens[index].end - tokens[index].start == 1 else { return false }
        guard !tokens[index].shape.contains(.spaceBefore) else { return false }
        if byte(tokens[index]) != 0x2E { return byte(tokens[index]) == 0x3F || byte(tokens[index]) == 0x21 }
        let before = tokens[index - 1]
        return before.end - before.start >= 3 && before.shape.contains(.hasLetter)
            && before.shape.isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
    }

    /// Whether a sentence says anything yet: "1." or "a." alone belongs to what follows.
    private func hasWords(_ tokens: [Token], _ range: Range<Int>, _ next: Int) -> Bool {
        if range.count > 3 { return true }
        for token in tokens[range] {
            if token.shape.contains(.hasLetter), token.end - token.start > 1 { return true }
        }
        // "?!" alone or a number alone goes on, unless nothing but marks was there.
        return range.isEmpty && next - range.lowerBound > 1
    }
}
