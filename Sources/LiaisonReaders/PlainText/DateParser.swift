internal import LiaisonModel

/// Reads dates and times at a place in the tokens of a line.
struct DateParser {
    let tokens: [LineToken]

    /// A date and the index of the token after it.
    struct Match {
        /// `YYYY-MM-DD`, or `YYYY-MM` where the text gives no day.
        var date: String
        var end: Int
        var isDayKnown = true
        /// Whether day and month could be the other way round, and the language decided.
        var isOrderAssumed = false
    }

    /// The date that starts at a token, after an optional weekday.
    ///
    /// `17 juin 2025`, `1er mai 2024`, `June 17th, 2025`, `2025-06-17`, `17/06/2025` where the order is certain, `June 2025`.
    func date(at start: Int, in words: DatelineWords.Language) -> Match? {
        var index = start
        if let word = word(index), words.weekdays.contains(word) {
            index += 1
            skip(".", at: &index)
            skip(",", at: &index)
            if let before = self.word(index), words.before.contains(before) { index += 1 }
        }
        return numeric(at: index, dayFirst: words.isDayFirst) ?? dayMonthYear(at: index, in: words)
            ?? monthDayYear(at: index, in: words)
    }

    /// The index after a time of day that starts at a token: `à 19:33`, `, 10:05 a.m. EST`, `19h33`.
    func time(at start: Int, in words: DatelineWords.Language) -> Int {
        var index = start
        skip(",", at: &index)
        if let word = word(index), words.at.contains(word) { index += 1 }
        // The T of ISO 8601.
        if word(index) == "t", index == start, index < tokens.count, !tokens[index].isSpaced { index += 1 }
        guard case .number(let hour, _)? = kind(index), hour < 25 else { return start }
        index += 1
        var isTime = false
        while true {
            if let mark = mark(index), mark == ":" || mark == "." || mark == "h", case .number? = kind(index + 1) {
                index += 2
                isTime = true
            } else if word(index) == "h" {
                index += 1
                isTime = true
                if case .number? = kind(index), index < tokens.count, !tokens[index].isSpaced { index += 1 }
            } else {
                break
            }
        }
        while let word = word(index), words.zones.contains(word) || words.at.contains(word) {
            index += 1
            isTime = true
            skip(".", at: &index)
        }
        if isTime, mark(index) == "+", case .number? = kind(index + 1) {
            index += 2
            if mark(index) == ":", case .number? = kind(index + 1) { index += 2 }
        }
        return isTime ? index : start
    }

    // MARK: - The orders of writing

    private func numeric(at index: Int, dayFirst: Bool?) -> Match? {
        guard case .number(let first, let firstDigits)? = kind(index), let separator = mark(index + 1),
            case .number(let second, let secondDigits)? = kind(index + 2), mark(index + 3) == separator,
            case .number(let third, let thirdDigits)? = kind(index + 4),
            !tokens[index + 1].isSpaced, !tokens[index + 2].isSpaced, !tokens[index + 3].isSpaced,
            !tokens[index + 4].isSpaced
        else { return nil }
        let end = index + 5
        if firstDigits == 4, secondDigits == 2, thirdDigits == 2, separator == "-" || separator == "/" {
            return match(year: first, month: second, day: third, end: end)
        }
        guard thirdDigits == 4, firstDigits <= 2, secondDigits <= 2, "/.-".unicodeScalars.contains(separator) else {
            return nil
        }
        if first > 12 || separator == "." { return match(year: third, month: second, day: first, end: end) }
        if second > 12 { return match(year: third, month: first, day: second, end: end) }
        if first == second { return match(year: third, month: first, day: second, end: end) }
        guard dayFirst == true else { return nil }
        var assumed = match(year: third, month: second, day: first, end: end)
        assumed?.isOrderAssumed = true
        return assumed
    }

    private func dayMonthYear(at start: Int, in words: DatelineWords.Language) -> Match? {
        guard case .number(let day, let digits)? = kind(start), digits <= 2 else { return nil }
        var index = start + 1
        skipOrdinal(at: &index, in: words)
        guard let month = month(at: &index, in: words) else { return nil }
        skip(",", at: &index)
        guard case .number(let year, 4)? = kind(index) else { return nil }
        return match(year: year, month: month, day: day, end: index + 1)
    }

    private func monthDayYear(at start: Int, in words: DatelineWords.Language) -> Match? {
        var index = start
        guard let month = month(at: &index, in: words), case .number(let first, let digits)? = kind(index) else {
            return nil
        }
        index += 1
        if digits == 4 { return match(year: first, month: month, day: nil, end: index) }
        skipOrdinal(at: &index, in: words)
        skip(",", at: &index)
        guard digits <= 2, case .number(let year, 4)? = kind(index) else { return nil }
        return match(year: year, month: month, day: first, end: index + 1)
    }

    private func match(year: Int, month: Int, day: Int?, end: Int) -> Match? {
        guard let date = CalendarDate.text(year: year, month: month, day: day) else { return nil }
        return Match(date: date, end: end, isDayKnown: day != nil)
    }

    private func month(at index: inout Int, in words: DatelineWords.Language) -> Int? {
        guard let word = word(index), let month = words.months[word] else { return nil }
        index += 1
        skip(".", at: &index)
        return month
    }

    private func skipOrdinal(at index: inout Int, in words: DatelineWords.Language) {
        if let word = word(index), words.ordinals.contains(word), !tokens[index].isSpaced { index += 1 }
    }

    private func skip(_ mark: Unicode.Scalar, at index: inout Int) {
        if self.mark(index) == mark { index += 1 }
    }

    private func kind(_ index: Int) -> LineToken.Kind? {
        tokens.indices.contains(index) ? tokens[index].kind : nil
    }

    func word(_ index: Int) -> String? {
        tokens.indices.contains(index) ? tokens[index].word : nil
    }

    func mark(_ index: Int) -> Unicode.Scalar? {
        tokens.indices.contains(index) ? tokens[index].mark : nil
    }
}
