internal import LiaisonModel

/// Years, seasons and quarters.
extension ValueReader {
    func year(at index: Int) -> DateReading? {
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

    func season(at index: Int, _ season: Int) -> DateReading? {
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
        // "au printemps", "cet été", "this spring"; "spring" alone is other things too, and "a été" is no summer.
        guard index > sentence.lowerBound, isInTheSeason(index) else { return nil }
        let year = nearestYear(month: month - 2, day: nil, published, ahead: isAhead(of: index))
        return DateReading(date: self.season(season, year), start: index, end: index + 1)
    }

    func isInTheSeason(_ index: Int) -> Bool {
        lexicon.seasonCues.match(tokens, before: index, start: sentence.lowerBound) != nil
    }

    func season(_ season: Int, _ year: Int) -> String {
        lexicon.seasonsAreYears ? CalendarDate.padded(year, 4) : edtf(year, season)
    }

    /// "premier trimestre 2024", "the second half of 2023": EDTF level 2, 33 to 36 and 40 to 41.
    func quarter(at index: Int) -> DateReading? {
        let ordinal = Int(facts(index).ordinal)
        let isQuarter = has(index + 1, .quarter)
        guard isQuarter || has(index + 1, .semester) else { return nil }
        guard let found = yearAfter(index + 2, comma: false), ordinal <= (isQuarter ? 4 : 2) else { return nil }
        return DateReading(date: edtf(found.year, (isQuarter ? 32 : 39) + ordinal), start: index, end: found.end)
    }
}
