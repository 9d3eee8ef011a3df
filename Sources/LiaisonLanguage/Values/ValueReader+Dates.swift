internal import LiaisonModel

/// A date as it is put together.
struct DateReading {
    /// EDTF.
    var date: String
    var start: Int
    var end: Int
}

extension ValueReader {
    /// The point or period in time that begins at a token, with its preposition where that changes its meaning.
    func date(at index: Int) -> Reading? {
        guard let found = plainDate(at: index) else { return nil }
        var start = found.start
        // "début 2022", "mid-2024"
        if let part = lexicon.parts.match(tokens, before: start, start: lastEnd) { start = part.start }
        guard let role = lexicon.roles.match(tokens, before: start, start: lastEnd) else {
            return Reading(start: found.start, end: found.end, value: .date(found.date, .at))
        }
        return Reading(start: role.start, end: found.end, value: .date(found.date, role.meaning))
    }

    private func plainDate(at index: Int) -> DateReading? {
        let facts = facts(index)
        if facts.weekday > 0, let found = weekday(at: index, Int(facts.weekday)) { return found }
        if facts.month > 0, let found = month(at: index, Int(facts.month)) { return found }
        if tokens[index].shape.contains(.hasDigit) {
            if let found = dayMonth(at: index) ?? numeric(at: index) ?? ago(at: index) ?? year(at: index)
                ?? dayOfMonth(at: index)
            {
                return found
            }
        }
        if let found = relative(at: index) ?? ago(at: index) { return found }
        if facts.season > 0, let found = season(at: index, Int(facts.season)) { return found }
        if facts.ordinal > 0, let found = dayMonth(at: index) ?? quarter(at: index) { return found }
        return compound(at: index)
    }

    // MARK: Parts of a date

    /// The value of a token of digits only.
    func integer(_ index: Int) -> Int? {
        guard sentence.contains(index), tokens[index].shape.contains(.isNumber) else { return nil }
        return integer(Int(tokens[index].start)..<Int(tokens[index].end))
    }

    private func integer(_ range: Range<Int>) -> Int? {
        guard range.count <= 9, !range.isEmpty else { return nil }
        var value = 0
        for position in range {
            guard text[position] &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(text[position] - 0x30)
        }
        return value
    }

    private func fourDigitYear(_ index: Int) -> Int? {
        guard let value = integer(index), tokens[index].end - tokens[index].start == 4, (1800...2199).contains(value)
        else { return nil }
        return value
    }

    /// The year at a token or after "de", "of", a comma; and where it ends.
    private func yearAfter(_ index: Int, comma: Bool = true) -> (year: Int, end: Int)? {
        if let year = fourDigitYear(index), !isQuantity(index) { return (year, index + 1) }
        if comma && mark(index) == 0x2C || has(index, .partitive), let year = fourDigitYear(index + 1),
            !isQuantity(index + 1)
        {
            return (year, index + 2)
        }
        return nil
    }

    /// Whether a number of four digits counts something: a currency, a share or a multiplier follows.
    private func isQuantity(_ index: Int) -> Bool {
        power(at: index + 1) > 0
            || has(index + 1, .currencyStart)
                && lexicon.currencies.match(
                    tokens, at: index + 1, end: sentence.upperBound) != nil
            || has(index + 1, .percent)
    }

    private func isMonthName(_ index: Int) -> Bool {
        guard sentence.contains(index), facts(index).month > 0 else { return false }
        if has(index, .lowerCaseMonth), startsUpper(index), index > sentence.lowerBound { return false }
        return language == .french || startsUpper(index)
    }

    private func day(_ index: Int) -> Int? {
        guard sentence.contains(index) else { return nil }
        if let value = integer(index) { return (1...31).contains(value) ? value : nil }
        // "1er", "17th"
        let (start, end) = (Int(tokens[index].start), Int(tokens[index].end))
        guard tokens[index].shape.contains(.hasDigit), end - start <= 4, end - start >= 3 else { return nil }
        var digits = start
        while digits < end, text[digits] &- 0x30 < 10 { digits += 1 }
        guard let value = integer(start..<digits), (1...31).contains(value), end - digits == 2 else { return nil }
        return value
    }

    // MARK: Days

    private func weekday(at index: Int, _ weekday: Int) -> DateReading? {
        guard language == .french || startsUpper(index) else { return nil }
        var next = index + 1
        if mark(next) == 0x2C { next += 1 }
        if let full = dayMonth(at: next)
            ?? (factsIfAny(next).month > 0 ? month(at: next, Int(facts(next).month)) : nil),
            full.date.utf8.count >= 7 || full.date.hasPrefix("XXXX"), full.end > next + 1
        {
            return DateReading(date: full.date, start: index, end: full.end)
        }
        guard let today = published?.date else { return nil }
        var back = (today.weekday - weekday + 7) % 7
        var (start, end) = (index, index + 1)
        if let cue = lexicon.datePrefixes.match(tokens, before: index, start: lastEnd) {
            start = cue.start
            if cue.meaning == .next { back -= 7 } else if back == 0 { back = 7 }
        } else if let cue = lexicon.dateSuffixes.match(tokens, at: end, end: sentence.upperBound) {
            if cue.meaning == .next { back -= 7 } else if cue.meaning == .last, back == 0 { back = 7 }
            if cue.meaning == .next || cue.meaning == .last { end = cue.end }
        } else if isAhead(of: index), back > 0 {
            back -= 7
        }
        return DateReading(date: today.adding(days: -back).edtf, start: start, end: end)
    }

    /// "on the 17th": the latest day of that number.
    private func dayOfMonth(at index: Int) -> DateReading? {
        guard language != .french, !tokens[index].shape.contains(.isNumber), let day = day(index),
            has(index - 1, .dayCue), let published, let month = published.month, let today = published.day
        else { return nil }
        // A rank otherwise: "the 17th edition".
        guard
            !sentence.contains(index + 1) || !tokens[index + 1].shape.contains(.hasLetter)
                || facts(index + 1).flags.contains(.functionWord)
        else { return nil }
        let months = published.year * 12 + month - 1 - (day > today ? 1 : 0)
        return valid(months / 12, months % 12 + 1, day, index, index + 1)
    }

    /// "17 juin 2025", "1er juin", "17 June", "17th of June 2025"
    private func dayMonth(at index: Int) -> DateReading? {
        guard let day = day(index) else { return nil }
        var next = index + 1
        if language != .french, has(next, .partitive) { next += 1 }
        guard isMonthName(next) else { return nil }
        return dated(day: day, month: Int(facts(next).month), start: index, at: next + 1)
    }

    /// A day and month with the year behind them, or the year that the day of publication gives.
    private func dated(day: Int, month: Int, start: Int, at next: Int) -> DateReading? {
        var end = next
        var year: Int?
        if let found = yearAfter(next) {
            (year, end) = (found.year, found.end)
        } else if let moved = movedYear(at: next, month: month) {
            (year, end) = (moved.year, moved.end)
        } else if let published {
            year = nearestYear(month: month, day: day, published, ahead: isAhead(of: start))
            if let today = published.date {
                // A day that comes within two months is the next one, not that of almost a year ago.
                let next = nearestYear(month: month, day: day, published, ahead: true)
                let distance = CalendarDate(year: next, month: month, day: day).dayNumber - today.dayNumber
                if distance <= 60 { year = next }
            }
        }
        guard let year else {
            return DateReading(
                date: "XXXX-\(CalendarDate.padded(month, 2))-\(CalendarDate.padded(day, 2))", start: start, end: end)
        }
        let date = CalendarDate(year: year, month: month, day: day)
        return date.isValid ? DateReading(date: date.edtf, start: start, end: end) : nil
    }

    /// The latest year in which a month or day is not after the publication; with `ahead`, the first in which it is not
    /// before.
    private func nearestYear(month: Int, day: Int?, _ published: PublicationDate, ahead: Bool) -> Int {
        let publishedMonth = published.month ?? 12
        var order = month - publishedMonth
        if order == 0, let day, let publishedDay = published.day { order = day - publishedDay }
        if ahead { return order < 0 ? published.year + 1 : published.year }
        return order > 0 ? published.year - 1 : published.year
    }

    /// The year of "last year", "de l'an dernier", "dernier" after a month.
    private func movedYear(at index: Int, month: Int) -> (year: Int, end: Int)? {
        guard let published, let cue = lexicon.dateSuffixes.match(tokens, at: index, end: sentence.upperBound) else {
            return nil
        }
        switch cue.meaning {
        case .lastYear: return (published.year - 1, cue.end)
        case .thisYear: return (published.year, cue.end)
        case .nextYear: return (published.year + 1, cue.end)
        case .last:
            return (nearestYear(month: month, day: nil, published, ahead: false), cue.end)
        case .next:
            let isOver = month <= published.month ?? 0
            return (isOver ? published.year + 1 : published.year, cue.end)
        default: return nil
        }
    }

    // MARK: Months

    private func month(at index: Int, _ month: Int) -> DateReading? {
        guard isMonthName(index) else { return nil }
        var next = index + 1
        // "June 17, 2025", "June 17-19"
        if language != .french, let day = day(next), !isQuantity(next) {
            return dated(day: day, month: month, start: index, at: next + 1)
        }
        if let found = yearAfter(next) {
            return DateReading(date: edtf(found.year, month), start: index, end: found.end)
        }
        guard let published else {
            guard isTimely(index) else { return nil }
            return DateReading(date: "XXXX-\(CalendarDate.padded(month, 2))", start: index, end: next)
        }
        var start = index
        if let moved = movedYear(at: next, month: month) {
            next = moved.end
            return DateReading(date: edtf(moved.year, month), start: start, end: next)
        }
        if let cue = lexicon.datePrefixes.match(tokens, before: index, start: lastEnd) {
            start = cue.start
            let isOver = month <= published.month ?? 0
            // "last May" in an article of May is that of the year before.
            var year = nearestYear(month: month, day: nil, published, ahead: false)
            if cue.meaning == .last, month == published.month { year -= 1 }
            if cue.meaning == .next { year = isOver ? published.year + 1 : published.year }
            return DateReading(date: edtf(year, month), start: start, end: next)
        }
        guard isTimely(index) else { return nil }
        let year = nearestYear(month: month, day: nil, published, ahead: isAhead(of: index))
        return DateReading(date: edtf(year, month), start: start, end: next)
    }

    private func edtf(_ year: Int, _ part: Int) -> String {
        "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(part, 2))"
    }

    /// Whether a month without day and year is meant as one: all but those that are words otherwise are.
    private func isTimely(_ index: Int) -> Bool {
        guard has(index, .weakMonth) else { return true }
        guard index > sentence.lowerBound else { return false }
        return has(index - 1, .yearCue) || has(index - 1, .weakYearCue)
            || lexicon.parts.match(tokens, before: index, start: sentence.lowerBound) != nil
            || lexicon.roles.match(tokens, before: index, start: sentence.lowerBound) != nil
    }

    /// Whether the words before a time, in its own clause, say that it lies ahead.
    private func isAhead(of index: Int) -> Bool {
        if lexicon.aheadCues.match(tokens, before: index, start: sentence.lowerBound) != nil { return true }
        let first = max(sentence.lowerBound, index - 8)
        var near = index - 1
        while near >= first, !tokens[near].shape.contains(.isPunctuation) {
            defer { near -= 1 }
            if lexicon.future.contains(tokens[near].word) { return true }
            guard !lexicon.futureEndings.isEmpty, tokens[near].shape.contains(.hasLetter),
                !tokens[near].shape.contains(.initialCapital), tokens[near].end - tokens[near].start > 4
            else { continue }
            let word = text[Int(tokens[near].start)..<Int(tokens[near].end)]
            if lexicon.futureEndings.contains(where: { word.suffix($0.count).elementsEqual($0) }) { return true }
        }
        return false
    }

    // MARK: Years, seasons, quarters

    private func year(at index: Int) -> DateReading? {
        // "1990s"
        let (start, end) = (Int(tokens[index].start), Int(tokens[index].end))
        if end - start == 5, text[end - 1] == 0x73, let decade = integer(start..<end - 1), decade % 10 == 0,
            (1800...2190).contains(decade)
        {
            return DateReading(date: "\(decade / 10)X", start: index, end: index + 1)
        }
        guard let year = fourDigitYear(index), !isQuantity(index) else { return nil }
        guard index > sentence.lowerBound else { return nil }
        let isCued =
            has(index - 1, .yearCue) || mark(index - 1) == 0x28
            || lexicon.parts.match(tokens, before: index, start: sentence.lowerBound) != nil
            || lexicon.roles.match(tokens, before: index, start: sentence.lowerBound) != nil
        let isClosed =
            !sentence.contains(index + 1)
            || tokens[index + 1].shape.contains(.isPunctuation) && mark(index + 1) != 0x25
            || language != .french && !facts(index + 1).flags.contains(.functionWord) == false
        let isWeaklyCued = has(index - 1, .weakYearCue) && isClosed
        guard isCued || isWeaklyCued else { return nil }
        return DateReading(date: String(year), start: index, end: index + 1)
    }

    private func season(at index: Int, _ season: Int) -> DateReading? {
        if let found = yearAfter(index + 1, comma: false) {
            return DateReading(date: self.season(season, found.year), start: index, end: found.end)
        }
        guard let published else { return nil }
        // The month in which the season has begun for sure.
        let month = [21: 4, 22: 7, 23: 10, 24: 12][season] ?? 1
        if let moved = movedYear(at: index + 1, month: month) {
            return DateReading(date: self.season(season, moved.year), start: index, end: moved.end)
        }
        if let cue = lexicon.datePrefixes.match(tokens, before: index, start: lastEnd) {
            var year = nearestYear(month: month, day: nil, published, ahead: cue.meaning == .next)
            // "last summer", said in summer, is that of the year before.
            if cue.meaning == .last, let now = published.month, (month - 1...month + 2).contains(now) { year -= 1 }
            return DateReading(date: self.season(season, year), start: cue.start, end: index + 1)
        }
        // "au printemps", "cet été", "this spring"; "spring" alone is other things too.
        guard index > sentence.lowerBound, language == .french || isInTheSeason(index) else { return nil }
        let year = nearestYear(month: month - 2, day: nil, published, ahead: isAhead(of: index))
        return DateReading(date: self.season(season, year), start: index, end: index + 1)
    }

    private func isInTheSeason(_ index: Int) -> Bool {
        lexicon.seasonCues.match(tokens, before: index, start: sentence.lowerBound) != nil
    }

    private func season(_ season: Int, _ year: Int) -> String {
        lexicon.seasonsAreYears ? CalendarDate.padded(year, 4) : edtf(year, season)
    }

    /// "premier trimestre 2024", "the second half of 2023": EDTF level 2, 33 to 36 and 40 to 41.
    private func quarter(at index: Int) -> DateReading? {
        let ordinal = Int(facts(index).ordinal)
        let isQuarter = has(index + 1, .quarter)
        guard isQuarter || has(index + 1, .semester) else { return nil }
        guard let found = yearAfter(index + 2, comma: false), ordinal <= (isQuarter ? 4 : 2) else { return nil }
        return DateReading(date: edtf(found.year, (isQuarter ? 32 : 39) + ordinal), start: index, end: found.end)
    }

    // MARK: Relative times

    private func relative(at index: Int) -> DateReading? {
        guard let found = lexicon.relatives.match(tokens, at: index, end: sentence.upperBound), let published else {
            return nil
        }
        return moved(found.meaning.unit, by: found.meaning.count, published).map {
            DateReading(date: $0, start: index, end: found.end)
        }
    }

    /// "il y a trois ans", "two months ago"
    private func ago(at index: Int) -> DateReading? {
        guard let published else { return nil }
        let prefix = lexicon.agoPrefixes.match(tokens, at: index, end: sentence.upperBound)
        let first = prefix?.end ?? index
        guard let number = unitCount(at: first),
            let unit = ValueLexicon.TimeUnit(rawValue: factsIfAny(number.end).unit)
        else { return nil }
        var end = number.end + 1
        if prefix == nil {
            if let cue = lexicon.dateSuffixes.match(tokens, at: end, end: sentence.upperBound), cue.meaning == .ago {
                end = cue.end
            } else if unit == .year, let cue = lexicon.afterCues.match(tokens, at: end, end: sentence.upperBound),
                !sentence.contains(where: { $0 != index && fourDigitYear($0) != nil })
            {
                // "six years after he began": what came after is what the news is about.
                end = cue.end
            } else {
                return nil
            }
        }
        return moved(unit, by: -number.count, published).map {
            DateReading(date: $0, start: index, end: end)
        }
    }

    /// A whole number of units of time; "a year ago" is one.
    private func unitCount(at index: Int) -> (count: Int, end: Int)? {
        if has(index, .indefinite), factsIfAny(index + 1).unit > 0 { return (1, index + 1) }
        guard let number = number(at: index), number.value.exponent == 0, number.value.coefficient < 1000 else {
            return nil
        }
        return (Int(number.value.coefficient), number.end)
    }

    /// The day of publication moved by units of time, as exact as the unit is.
    private func moved(_ unit: ValueLexicon.TimeUnit, by count: Int, _ published: PublicationDate) -> String? {
        switch unit {
        case .day: return published.date?.adding(days: count).edtf
        case .week:
            // A week has no name in EDTF: the month in which the same day of that week lies.
            guard let day = published.date?.adding(days: 7 * count) else { return nil }
            return edtf(day.year, day.month)
        case .month:
            guard let month = published.month else { return nil }
            let months = published.year * 12 + month - 1 + count
            return edtf(months / 12, months % 12 + 1)
        case .year: return String(published.year + count)
        case .decade: return nil
        case .season, .quarter, .half: return nil
        }
    }

    // MARK: Digits and compounds

    /// "17/06/2025", "2025-06-17", "17.06.2025"
    private func numeric(at index: Int) -> DateReading? {
        let token = tokens[index]
        if token.end - token.start == 10 || token.end - token.start == 9, token.shape.contains(.isNumber) {
            let parts = (Int(token.start)..<Int(token.end)).split(whereSeparator: { text[$0] == 0x2E })
            if parts.count == 3, let day = integer(parts[0].startIndex..<parts[0].endIndex),
                let month = integer(parts[1].startIndex..<parts[1].endIndex),
                let year = integer(parts[2].startIndex..<parts[2].endIndex), year > 999
            {
                return valid(year, month, day, index, index + 1)
            }
        }
        let separator = mark(index + 1)
        guard separator == 0x2F || separator == 0x2D, mark(index + 3) == separator, isGlued(index + 1),
            isGlued(index + 2),
            isGlued(index + 3), isGlued(index + 4), let first = integer(index), let second = integer(index + 2),
            let third = integer(index + 4)
        else { return nil }
        if first > 999 { return valid(first, second, third, index, index + 5) }
        guard separator == 0x2F, third > 999 else { return nil }
        // Month first in English, unless it cannot be one.
        if language == .french || first > 12 { return valid(third, second, first, index, index + 5) }
        return valid(third, first, second, index, index + 5)
    }

    private func valid(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> DateReading? {
        let date = CalendarDate(year: year, month: month, day: day)
        return year < 10_000 && date.isValid ? DateReading(date: date.edtf, start: start, end: end) : nil
    }

    /// "mi-avril", "mid-2024"
    private func compound(at index: Int) -> DateReading? {
        let parts = parts(index)
        guard parts.count == 2, facts(of: parts[0]).flags.contains(.datePart) else { return nil }
        let month = Int(facts(of: parts[1]).month)
        if month > 0 {
            if let found = yearAfter(index + 1) {
                return DateReading(date: edtf(found.year, month), start: index, end: found.end)
            }
            guard let published else { return nil }
            let year = nearestYear(month: month, day: nil, published, ahead: isAhead(of: index))
            return DateReading(date: edtf(year, month), start: index, end: index + 1)
        }
        guard let year = integer(parts[1]), (1800...2199).contains(year) else { return nil }
        return DateReading(date: String(year), start: index, end: index + 1)
    }
}
