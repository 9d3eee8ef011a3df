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

    func plainDate(at index: Int) -> DateReading? {
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

    func integer(_ range: Range<Int>) -> Int? {
        guard range.count <= 9, !range.isEmpty else { return nil }
        var value = 0
        for position in range {
            guard text[position] &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(text[position] - 0x30)
        }
        return value
    }

    func fourDigitYear(_ index: Int) -> Int? {
        guard let value = integer(index), tokens[index].end - tokens[index].start == 4, (1800...2199).contains(value)
        else { return nil }
        return value
    }

    /// The year at a token or after "de", "of", a comma; and where it ends.
    func yearAfter(_ index: Int, comma: Bool = true) -> (year: Int, end: Int)? {
        if let year = fourDigitYear(index), !isQuantity(index) { return (year, index + 1) }
        if comma && mark(index) == 0x2C || has(index, .partitive), let year = fourDigitYear(index + 1),
            !isQuantity(index + 1)
        {
            return (year, index + 2)
        }
        return nil
    }

    /// Whether a number of four digits counts something: a currency, a share or a multiplier follows.
    func isQuantity(_ index: Int) -> Bool {
        power(at: index + 1) > 0
            || has(index + 1, .currencyStart)
                && lexicon.currencies.match(
                    tokens, at: index + 1, end: sentence.upperBound) != nil
            || has(index + 1, .percent)
    }

    func isMonthName(_ index: Int) -> Bool {
        guard sentence.contains(index), facts(index).month > 0 else { return false }
        if has(index, .lowerCaseMonth), startsUpper(index), index > sentence.lowerBound { return false }
        return language == .french || startsUpper(index)
    }

    func day(_ index: Int) -> Int? {
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

    func weekday(at index: Int, _ weekday: Int) -> DateReading? {
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
    func dayOfMonth(at index: Int) -> DateReading? {
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
    func dayMonth(at index: Int) -> DateReading? {
        guard let day = day(index) else { return nil }
        var next = index + 1
        if language != .french, has(next, .partitive) { next += 1 }
        guard isMonthName(next) else { return nil }
        return dated(day: day, month: Int(facts(next).month), start: index, at: next + 1)
    }

    /// A day and month with the year behind them, or the year that the day of publication gives.
    func dated(day: Int, month: Int, start: Int, at next: Int) -> DateReading? {
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
    func nearestYear(month: Int, day: Int?, _ published: PublicationDate, ahead: Bool) -> Int {
        let publishedMonth = published.month ?? 12
        var order = month - publishedMonth
        if order == 0, let day, let publishedDay = published.day { order = day - publishedDay }
        if ahead { return order < 0 ? published.year + 1 : published.year }
        return order > 0 ? published.year - 1 : published.year
    }

    /// The year of "last year", "de l'an dernier", "dernier" after a month.
    func movedYear(at index: Int, month: Int) -> (year: Int, end: Int)? {
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

    func month(at index: Int, _ month: Int) -> DateReading? {
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

    func edtf(_ year: Int, _ part: Int) -> String {
        "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(part, 2))"
    }

    /// Whether a month without day and year is meant as one: all but those that are words otherwise are.
    func isTimely(_ index: Int) -> Bool {
        guard has(index, .weakMonth) else { return true }
        guard index > sentence.lowerBound else { return false }
        return has(index - 1, .yearCue) || has(index - 1, .weakYearCue)
            || lexicon.parts.match(tokens, before: index, start: sentence.lowerBound) != nil
            || lexicon.roles.match(tokens, before: index, start: sentence.lowerBound) != nil
    }

    /// Whether the words before a time, in its own clause, say that it lies ahead.
    func isAhead(of index: Int) -> Bool {
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
}
