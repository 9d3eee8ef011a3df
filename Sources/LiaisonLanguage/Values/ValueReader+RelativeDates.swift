internal import LiaisonModel

/// Times told from the day of publication, dates in digits, and dates of several words.
extension ValueReader {
    func relative(at index: Int) -> DateReading? {
        guard let found = lexicon.relatives.match(tokens, at: index, end: sentence.upperBound), let published else {
            return nil
        }
        return moved(found.meaning.unit, by: found.meaning.count, published).map {
            DateReading(date: $0, start: index, end: found.end)
        }
    }

    /// "il y a trois ans", "two months ago"
    func ago(at index: Int) -> DateReading? {
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
    func unitCount(at index: Int) -> (count: Int, end: Int)? {
        if has(index, .indefinite), factsIfAny(index + 1).unit > 0 { return (1, index + 1) }
        guard let number = number(at: index), number.value.exponent == 0, number.value.coefficient < 1000 else {
            return nil
        }
        return (Int(number.value.coefficient), number.end)
    }

    /// The day of publication moved by units of time, as exact as the unit is.
    func moved(_ unit: ValueLexicon.TimeUnit, by count: Int, _ published: PublicationDate) -> String? {
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
    func numeric(at index: Int) -> DateReading? {
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

    func valid(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> DateReading? {
        let date = CalendarDate(year: year, month: month, day: day)
        return year < 10_000 && date.isValid ? DateReading(date: date.edtf, start: start, end: end) : nil
    }

    /// "mi-avril", "mid-2024"
    func compound(at index: Int) -> DateReading? {
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
