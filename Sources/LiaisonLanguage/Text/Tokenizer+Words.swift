/// What was seen of a word while its end is looked for.
private struct WordScan {
    /// Where the piece begins that no cut has closed.
    var first: Int
    var position: Int
    /// The start of the part after the last stop or hyphen.
    var segment: Int
    var firstHyphen: Int?
    var lastHyphen: Int?
    var hyphenBeforeLast: Int?
    /// Single letters with stops: `U.S`
    var isDotted = false

    init(from start: Int, scannedTo position: Int) {
        first = start
        segment = start
        self.position = position
    }

    mutating func restart(at start: Int) {
        self = WordScan(from: start, scannedTo: start)
    }
}

/// What a connector inside a word leads to.
private enum Step {
    case goOn
    /// The word ends here.
    case stop
    /// All is emitted up to a position.
    case done(Int)
}

extension Tokenizer {
    /// The longest word of the data that has an apostrophe, a hyphen or a mark inside, in bytes, and some more.
    private static var wholeLimit: Int { 40 }

    /// Emits the word that begins at `start`, cut as its language cuts words, and returns where it ends.
    mutating func word(from start: Int, scannedTo scanned: Int) -> Int {
        var scan = WordScan(from: start, scannedTo: scanned)
        loop: while scan.position < end {
            // Plain letters are most of all text.
            scan.position = letterRunEnd(from: scan.position)
            if scan.position >= end { break }
            let (value, length) = scalar(scan.position)
            let step: Step
            switch table.class(of: value) {
            case .lower, .upper, .digit, .mark, .ignorable:
                scan.position += length
                continue
            case .space: break loop
            case .apostrophe: step = apostrophe(&scan, length)
            case .hyphen: step = hyphen(&scan, length)
            case .punctuation, .symbol: step = mark(&scan, value)
            case .currency: break loop
            }
            switch step {
            case .goOn: continue
            case .stop: break loop
            case .done(let position): return position
            }
        }
        finish(scan)
        return scan.position
    }

    // MARK: Connectors

    private mutating func apostrophe(_ scan: inout WordScan, _ length: Int) -> Step {
        let after = scan.position + length
        if let whole = wholeEnd(from: scan.first, past: after) {
            scan.position = whole
            return .goOn
        }
        if language == .french, facts(scan.first, scan.position).flags.contains(.elision) {
            emit(scan.first, after)
            scan.restart(at: after)
            // A number or mark after the elision is read by its own rules.
            return characterClass(at: after).isLetter ? .goOn : .done(after)
        }
        guard characterClass(at: after).isWord else { return .stop }
        if language != .french, let rest = runEnd(from: after, limit: 3) {
            if rest == after + 1, text[after] | 0x20 == 0x74, text[scan.position - 1] | 0x20 == 0x6E {
                emit(scan.first, scan.position - 1)
                emit(scan.position - 1, rest, clitic: true)
                return .done(rest)
            }
            if facts(after, rest).flags.contains(.contraction) {
                finish(scan)
                emit(scan.position, rest, clitic: true)
                return .done(rest)
            }
        }
        scan.position = after
        return .goOn
    }

    private mutating func hyphen(_ scan: inout WordScan, _ length: Int) -> Step {
        let after = scan.position + length
        guard characterClass(at: after).isWord else { return .stop }
        scan.firstHyphen = scan.firstHyphen ?? scan.position
        scan.hyphenBeforeLast = scan.lastHyphen
        scan.lastHyphen = scan.position
        scan.position = after
        scan.segment = after
        return .goOn
    }

    private mutating func mark(_ scan: inout WordScan, _ value: UInt32) -> Step {
        let after = scan.position + 1
        switch value {
        case 0x2E: return stop(&scan)
        case 0x5F:  // _
            scan.position = after
            return .goOn
        case 0x26:  // & between capitals
            let before = UTF8Reader.previous(text, before: scan.position, start: scan.first)
            guard characterClass(at: before) == .upper, characterClass(at: after) == .upper else { return .stop }
            scan.position = after
            return .goOn
        case 0x2B:  // Canal+
            guard !characterClass(at: after).isWord, characterClass(at: scan.first) == .upper else { return .stop }
            scan.position = after
            return .goOn
        case 0x21:  // Yahoo!
            guard scan.position - scan.first < Self.wholeLimit, facts(scan.first, after).flags.contains(.whole)
            else { return .stop }
            scan.position = after
            return .stop
        case 0x40:  // @
            guard characterClass(at: after).isWord else { return .stop }
            return .done(mail(from: scan.first, at: scan.position))
        case 0x3A:  // ://
            guard byte(at: after) == 0x2F, byte(at: after + 1) == 0x2F, scan.position - scan.first < 8
            else { return .stop }
            return .done(address(from: scan.first, scannedTo: after + 2))
        default: return .stop
        }
    }

    /// A full stop inside or after a word.
    private mutating func stop(_ scan: inout WordScan) -> Step {
        let after = scan.position + 1
        let last = UTF8Reader.previous(text, before: scan.position, start: scan.first)
        let isSingle = last == scan.segment && characterClass(at: last).isLetter
        let next = characterClass(at: after)
        if next.isWord {
            if next == .digit && characterClass(at: last) == .digit { return include(&scan, to: after) }
            if isSingle, next.isLetter {
                let second = after + scalar(after).length
                if !characterClass(at: second).isWord {
                    scan.isDotted = true
                    return include(&scan, to: after)
                }
            }
            if scan.position - scan.first == 3, facts(scan.first, scan.position).flags.contains(.domain) == false,
                text[scan.first] | 0x20 == 0x77, text[last] | 0x20 == 0x77
            {
                return .done(address(from: scan.first, scannedTo: after))
            }
            if let suffix = runEnd(from: after, limit: 6), isDomain(after, suffix, host: scan.first) {
                if byte(at: suffix) == 0x2F { return .done(address(from: scan.first, scannedTo: suffix)) }
                scan.segment = after
                scan.position = suffix
                return .goOn
            }
            if let at = mailSign(from: after) { return .done(mail(from: scan.first, at: at)) }
            if isSingle, characterClass(at: last) == .upper { scan.position = after }
            return .stop
        }
        if next == .hyphen, scan.isDotted || (isSingle && characterClass(at: last) == .upper),
            characterClass(at: after + scalar(after).length).isWord
        {
            scan.isDotted = true
            return include(&scan, to: after)
        }
        if (scan.isDotted && isSingle) || isAbbreviation(scan, isSingle: isSingle) { scan.position = after }
        // "U.S.'s" goes on, but only behind a stop that was taken.
        return scan.position == after && scan.isDotted && next == .apostrophe ? .goOn : .stop
    }

    /// The place of the `@` of an e-mail address whose part before it goes on at a position.
    private func mailSign(from start: Int) -> Int? {
        for position in start..<min(end, start + 48) {
            switch text[position] {
            case 0x40: return characterClass(at: position + 1).isWord ? position : nil
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F, 0x2B: continue
            default: return nil
            }
        }
        return nil
    }

    private func include(_ scan: inout WordScan, to position: Int) -> Step {
        scan.position = position
        scan.segment = position
        return .goOn
    }

    /// Whether the stop after a word belongs to it.
    private mutating func isAbbreviation(_ scan: WordScan, isSingle: Bool) -> Bool {
        let length = scan.position - scan.first
        guard length < 12 else { return false }
        let facts = facts(scan.first, scan.position + 1)
        let isCapital = characterClass(at: scan.first) == .upper
        if facts.flags.contains(.needsCapital) && !isCapital { return false }
        if !facts.flags.isDisjoint(with: [.abbreviation, .abbreviationBeforeName]) { return true }
        let next = nextWordClass(after: scan.position + 1)
        if facts.flags.contains(.abbreviationBeforeNumber) { return next == .digit }
        guard isSingle, scan.segment == scan.first, isCapital, next == .upper else { return false }
        // An initial: at the start, or after a name; but not the letter of a "Series B" or a "Station F".
        guard let before = tokens.last, !spaceBefore || Int(before.end) + 3 > scan.first else { return true }
        if before.shape.contains(.isPunctuation) || self.facts[before.word].flags.contains(.functionWord) {
            return true
        }
        return before.shape.contains(.initialCapital)
            && self.facts[before.word].flags.isDisjoint(with: [.series, .lettered])
    }

    /// The class of what follows after at most two bytes of white space.
    private func nextWordClass(after position: Int) -> CharacterClass {
        var position = position
        let limit = position + 3
        while position < end, position < limit {
            let (value, length) = scalar(position)
            let found = table.class(of: value)
            if found != .space { return found }
            position += length
        }
        return .space
    }

    /// Whether a run of letters after a stop is the last part of a name such as `C3.ai`.
    private mutating func isDomain(_ start: Int, _ end: Int, host: Int) -> Bool {
        let flags = facts(start, end).flags
        guard flags.contains(.domain) else { return false }
        if !flags.contains(.cautiousDomain) { return true }
        if characterClass(at: start) == .upper { return characterClass(at: end - 1) == .upper }
        return characterClass(at: host) != .lower
    }

    /// The end of the listed word that begins at `start` and has the connector before `position` inside.
    private mutating func wholeEnd(from start: Int, past position: Int) -> Int? {
        guard position - start < Self.wholeLimit else { return nil }
        var scanned = position
        while scanned < end {
            let (value, length) = scalar(scanned)
            switch table.class(of: value) {
            case .lower, .upper, .digit, .mark, .apostrophe, .hyphen: break
            default: return listed(start, scanned)
            }
            if scanned - start > Self.wholeLimit { return nil }
            scanned += length
        }
        return listed(start, scanned)
    }

    private mutating func listed(_ start: Int, _ end: Int) -> Int? {
        facts(start, end).flags.contains(.whole) ? end : nil
    }

    // MARK: Ends

    /// Emits the piece that is still open, cut at its hyphens where the language does.
    private mutating func finish(_ scan: WordScan) {
        guard scan.first < scan.position else { return }
        guard let last = scan.lastHyphen, let first = scan.firstHyphen,
            !(scan.position - scan.first < Self.wholeLimit && facts(scan.first, scan.position).flags.contains(.whole))
        else {
            emit(scan.first, scan.position)
            return
        }
        let afterFirst = first + scalar(first).length
        if first - scan.first < 6, characterClass(at: scan.first) == .lower, characterClass(at: afterFirst) == .upper,
            facts(scan.first, first).flags.contains(.prefix)
        {
            emit(scan.first, afterFirst)
            var rest = scan
            rest.first = afterFirst
            rest.firstHyphen = scan.lastHyphen == first ? nil : scan.lastHyphen
            if scan.lastHyphen == first { rest.lastHyphen = nil }
            finish(rest)
            return
        }
        let afterLast = last + scalar(last).length
        if language == .french {
            for start in [scan.hyphenBeforeLast, last].compactMap({ $0 })
            where start > scan.first && scan.position - start < 12
                && facts(start, scan.position).flags.contains(.clitic)
            {
                emit(scan.first, start)
                emit(start, scan.position, clitic: true)
                return
            }
        } else if scan.position - afterLast < 20, characterClass(at: scan.first) != .lower,
            facts(afterLast, scan.position).flags.contains(.compound)
        {
            emit(scan.first, last)
            emit(last, afterLast)
            emit(afterLast, scan.position)
            return
        }
        emit(scan.first, scan.position)
    }
}
