internal import LiaisonModel

/// Recognises the lines that give a date of publication, in one language.
struct DatelineScanner {
    let line: Substring
    let tokens: [LineToken]
    let words: DatelineWords.Language
    /// Phrases of all languages that say what a date is of; none of them is a place.
    let cues: [[String]]
    private let dates: DateParser

    init(line: Substring, tokens: [LineToken], words: DatelineWords.Language, cues: [[String]]) {
        self.line = line
        self.cues = cues
        self.tokens = tokens
        self.words = words
        dates = DateParser(tokens: tokens)
    }

    /// The date after a phrase such as "Publié le", and the publisher where the line names one after it.
    func said() -> (date: String, publisher: String?)? {
        for start in segmentStarts {
            guard let phrase = longest(words.published, at: start), !isUpdate(at: start) else { continue }
            var index = start + phrase
            while dates.mark(index) == ":" || dates.word(index).map(words.before.contains) == true { index += 1 }
            guard let match = dates.date(at: index, in: words) else { continue }
            let end = dates.time(at: match.end, in: words)
            guard isEnd(end) || isUpdate(at: end + 1) || isAuthor(at: end) else { continue }
            return (match.date, publisher(at: end))
        }
        return nil
    }

    /// The date of a line that holds nothing else but a weekday, a time, a place and an author: "Lyon, le 17 juin 2025",
    /// "By Anne Roy, June 17, 2025".
    func bare() -> String? {
        var start = 0
        while let mark = dates.mark(start), !isOpening(mark) { start += 1 }
        if let named = author(at: start) { start = named }
        for skipped in 0...4 {
            let index = start + skipped
            guard skipped == 0 || isPlace(start..<index) else { continue }
            guard let match = dates.date(at: index, in: words), match.isDayKnown, !match.isOrderAssumed else {
                continue
            }
            var end = dates.time(at: match.end, in: words)
            while dates.mark(end).map({ !isOpening($0) }) == true { end += 1 }
            if end == tokens.count || author(at: end) == tokens.count { return match.date }
        }
        return nil
    }

    /// Past "by" and the names after it, a comma or a separator, and a word such as "le"; nil where there is no author.
    private func author(at start: Int) -> Int? {
        guard dates.word(start).map(words.by.contains) == true else { return nil }
        var end = start + 1
        while end < tokens.count, end - start <= Self.longestAuthor, isCapitalised(tokens[end]) || isJoin(end) {
            end += 1
        }
        guard end > start + 1, isCapitalised(tokens[end - 1]) else { return nil }
        while let mark = dates.mark(end), mark == "," || isSeparator(at: end) { end += 1 }
        if end < tokens.count, dates.word(end).map(words.before.contains) == true { end += 1 }
        return end
    }

    /// More words are no list of names.
    private static let longestAuthor = 12

    private func isJoin(_ index: Int) -> Bool {
        dates.mark(index) == "-" || dates.word(index).map(words.joins.contains) == true
    }

    /// The date between a place and a dash at the start of the first sentence: "PARIS, 17 juin 2025 (AFP) –".
    func agency() -> String? {
        for start in 1...6 where isPlace(0..<start) {
            guard let match = dates.date(at: start, in: words), match.isDayKnown else { continue }
            var end = match.end
            if let mark = dates.mark(end), mark == "(" || mark == "/" {
                let close: Unicode.Scalar = mark == "(" ? ")" : "/"
                end += 1
                let limit = end + 6
                while end < limit, end < tokens.count, dates.mark(end) != close { end += 1 }
                guard dates.mark(end) == close else { continue }
                end += 1
            }
            if let mark = dates.mark(end), "-–—".unicodeScalars.contains(mark) { return match.date }
        }
        return nil
    }

    // MARK: - The parts of a line

    /// Where the line starts, past pictures and bullets, and where it starts again after a separator.
    private var segmentStarts: [Int] {
        var starts: [Int] = []
        var isStart = true
        for (index, token) in tokens.enumerated() {
            if let mark = token.mark {
                if isSeparator(at: index) || starts.isEmpty && !isOpening(mark) { isStart = true }
            } else if isStart {
                starts.append(index)
                isStart = false
            }
        }
        return starts
    }

    /// Marks between the parts of a dateline; a hyphen is one only between spaces.
    private func isSeparator(at index: Int) -> Bool {
        guard let mark = dates.mark(index) else { return false }
        switch mark {
        case "|", "•", "·", "–", "—", "/", ";", "(", ")", "[", "]", "‧", "∙", "»", "›": return true
        case "-": return tokens[index].isSpaced && (index + 1 == tokens.count || tokens[index + 1].isSpaced)
        // Pictures stand between parts too; they are no punctuation and no currency.
        default: return mark.value > 0x2190 && !mark.properties.isAlphabetic
        }
    }

    private func isOpening(_ mark: Unicode.Scalar) -> Bool { mark == "\"" || mark == "«" || mark == "“" }

    private func isEnd(_ index: Int) -> Bool {
        if index >= tokens.count || isSeparator(at: index) { return true }
        return dates.mark(index) == "." && index + 1 == tokens.count
    }

    private func isUpdate(at index: Int) -> Bool { longest(words.updated, at: index) != nil }

    private func isAuthor(at index: Int) -> Bool {
        let index = dates.mark(index) == "," ? index + 1 : index
        return dates.word(index).map(words.by.contains) == true
    }

    /// The number of tokens of the longest phrase that stands at a token.
    private func longest(_ phrases: [[String]], at index: Int) -> Int? {
        phrases.filter { phrase in
            phrase.indices.allSatisfy { dates.word(index + $0) == phrase[$0] }
        }.map(\.count).max()
    }

    /// Whether tokens are a place before a date: capitalised words, then a comma or a word such as "le".
    private func isPlace(_ range: Range<Int>) -> Bool {
        guard range.upperBound < tokens.count, let first = tokens[range].first, isCapitalised(first) else {
            return false
        }
        for index in range {
            if longest(cues, at: index) != nil { return false }
            let token = tokens[index]
            if index == range.upperBound - 1 {
                return token.mark == "," || token.word.map(words.before.contains) == true
            }
            guard isCapitalised(token) || token.mark == "," || token.mark == "-" else { return false }
        }
        return false
    }

    private func isCapitalised(_ token: LineToken) -> Bool {
        guard case .word = token.kind else { return false }
        return line.unicodeScalars[token.range.lowerBound].properties.isUppercase
    }

    /// The name after a separator, where it can be nothing but a publisher's: a few capitalised words to the end of its part.
    private func publisher(at separator: Int) -> String? {
        guard separator < tokens.count, isSeparator(at: separator), dates.mark(separator) != "/" else { return nil }
        let start = separator + 1
        guard start < tokens.count, isCapitalised(tokens[start]), !isUpdate(at: start), !isAuthor(at: start) else {
            return nil
        }
        var end = start
        while end < tokens.count, !isSeparator(at: end) {
            guard case .word = tokens[end].kind else {
                if let mark = tokens[end].mark, "'’.&-".unicodeScalars.contains(mark) {
                    end += 1
                    continue
                }
                return nil
            }
            end += 1
        }
        // Another part after it would make it unclear which of them is the publisher.
        guard end == tokens.count, (1...7).contains(end - start) else { return nil }
        let name = line[tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound]
        return name.hasSuffix(".") ? String(name.dropLast()) : String(name)
    }
}
