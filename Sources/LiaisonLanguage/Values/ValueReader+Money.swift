internal import LiaisonModel

/// A sum, or a number that may become one with the currency of the number after it.
private struct SumReading {
    var number: NumberReading
    var currency: String?
    var start: Int
    var end: Int
}

extension ValueReader {
    /// The sum or range of sums that begins at a token.
    func money(at index: Int) -> Reading? {
        guard let first = sum(at: index) else { return nil }
        let isOpened = index > lastEnd && has(index - 1, .rangeOpener)
        if let range = range(first, isOpened: isOpened) { return range }
        if let currency = first.currency ?? inherited(first),
            first.number.isIndefinite == false || first.currency != nil
        {
            return money(first, currency)
        }
        return nil
    }

    private func money(_ first: SumReading, _ currency: String) -> Reading {
        let bound = bounded(first.start, first.end, default: first.number.isAbout ? .about : .exact)
        let amount = Amount(value: first.number.value, currency: currency, bound: bound.bound)
        return Reading(start: bound.start, end: bound.end, value: .money(amount))
    }

    /// "entre 200 et 300 millions d'euros", "$200 million to $300 million", "200-300 M€"
    private func range(_ first: SumReading, isOpened: Bool) -> Reading? {
        var (low, next) = (first, first.end)
        if !isOpened, let shared = sharedUnit(first) { return shared }
        let isJoined = has(next, .rangeJoiner)
        guard isJoined || isOpened && has(next, .rangeMiddle) else { return nil }
        next += 1
        guard var high = sum(at: next) else { return nil }
        // "$200-300 million": the sign stands once, before.
        if high.currency == nil, low.number.power == 0 || high.number.power == low.number.power {
            high.currency = low.currency
        }
        guard let currency = high.currency, low.currency == nil || low.currency == currency else { return nil }
        let isWhole = low.currency != nil && low.number.power > 0
        let isChange = first.start > lastEnd && has(first.start - 1, .changeOpener)
        // "de 2 milliards à 3 milliards" is a change; "$2 million, or $3 million" says two things.
        if isWhole && !isOpened && (isChange || !isJoined) { return nil }
        if low.number.power == 0, high.number.power > 0, low.number.value.isAtMost(high.number.mantissa) {
            guard let value = low.number.mantissa.scaled(by: high.number.power) else { return nil }
            low.number.value = value
        }
        guard low.number.value.isAtMost(high.number.value), low.number.value != high.number.value else { return nil }
        let amount = Amount(
            value: low.number.value, maximum: high.number.value, currency: currency, bound: .range)
        return Reading(start: isOpened ? first.start - 1 : first.start, end: high.end, value: .money(amount))
    }

    /// The first of "500 et 200 millions d'euros": multiplier and currency are those of the next.
    private func sharedUnit(_ first: SumReading) -> Reading? {
        guard first.currency == nil, first.number.power == 0, !first.number.isIndefinite, has(first.end, .rangeMiddle),
            tokens[first.start].shape.contains(.isNumber), let next = sum(at: first.end + 1), next.number.power > 0,
            tokens[next.start].shape.contains(.isNumber), let currency = next.currency ?? inherited(next),
            let value = first.number.mantissa.scaled(by: next.number.power)
        else { return nil }
        return Reading(
            start: first.start, end: first.end, value: .money(Amount(value: value, currency: currency)))
    }

    /// The currency of a sum that leaves it out: "62 millions", "dont 200 000 apportés", "500 et 200 millions d'euros".
    private func inherited(_ sum: SumReading) -> String? {
        guard sum.number.power >= 6 || sum.number.value.isAtLeastThousand, sum.currency == nil else { return nil }
        // What is counted stands behind: "5 millions de clients", "5 million users".
        let next = sum.end
        let isBare =
            !sentence.contains(next) || tokens[next].shape.contains(.isPunctuation)
            || language == .french && sum.number.power >= 6 && !has(next, .partitive)
            || facts(next).flags.contains(.functionWord) && !has(next, .partitive)
        let isPart =
            !has(next, .partitive)
            && lexicon.inheritCues.match(tokens, before: sum.start, start: lastEnd) != nil
        guard isBare && sum.number.power >= 6 || isPart else { return nil }
        return lastCurrency
    }

    /// A number with the currency before or after it.
    private func sum(at index: Int) -> SumReading? {
        guard sentence.contains(index) else { return nil }
        if has(index, .currencyStart),
            let currency = currency(at: index),
            tokens[currency.end - 1].shape.contains(.isPunctuation)
                || tokens[currency.end - 1].shape.contains(.allCapitals),
            let number = number(at: currency.end), tokens[currency.end].shape.contains(.isNumber)
        {
            // "$1.5 billion (US)" and "US$" both end here; "200 $ 300" does not begin at the sign.
            return SumReading(
                number: number, currency: currency.meaning, start: index,
                end: currencyWordEnd(number.end, currency.meaning))
        }
        guard let number = number(at: index) else { return nil }
        if let found = currency(after: number) {
            return SumReading(number: number, currency: found.code, start: index, end: found.end)
        }
        return SumReading(number: number, currency: nil, start: index, end: number.end)
    }

    /// The currency named at a token. A sign with a letter is one word: "a $5 cheque" is in no dollars of Australia.
    private func currency(at index: Int) -> (meaning: String, end: Int)? {
        guard let found = lexicon.currencies.match(tokens, at: index, end: sentence.upperBound) else { return nil }
        guard found.end == index + 2 else { return found }
        let marks = (index..<found.end).filter { tokens[$0].shape.contains(.isPunctuation) }
        if marks.isEmpty { return found }
        let isWritten = isGlued(index + 1) || tokens[index].end - tokens[index].start > 1
        let hasCapital = tokens[index].shape.contains(.initialCapital) || startsUpper(index + 1)
        if isWritten && hasCapital { return found }
        // The sign alone.
        guard marks.first == index, let sign = lexicon.currencies.match(tokens, at: index, end: index + 1) else {
            return nil
        }
        return sign
    }

    /// "$5 million US dollars" says the currency twice.
    private func currencyWordEnd(_ index: Int, _ code: String) -> Int {
        guard has(index, .currencyStart),
            let again = lexicon.currencies.match(tokens, at: index, end: sentence.upperBound), again.meaning == code,
            !tokens[index].shape.contains(.isPunctuation)
        else { return index }
        return again.end
    }

    /// The currency behind a number: "euros", "d'euros", "€", "-dollar".
    private func currency(after number: NumberReading) -> (code: String, end: Int)? {
        var next = number.end
        if has(next, .partitive), number.power > 0 || number.isAbout { next += 1 }
        // "200-million-dollar", "50-euro"
        if mark(next) == 0x2D, isGlued(next), isGlued(next + 1) { next += 1 }
        if let found = currency(at: next) {
            let isWeak = found.end == next + 1 && has(next, .weakCurrency)
            // "2024 $5 million": a sign that another number follows without space belongs to that one.
            let belongsToNext =
                tokens[found.end - 1].shape.contains(.isPunctuation) && !isGlued(next) && isGlued(found.end)
                && tokens[min(found.end, sentence.upperBound - 1)].shape.contains(.hasDigit)
            if belongsToNext || isWeak && number.power == 0 && !number.value.isAtLeastThousand { return nil }
            if number.isIndefinite && number.power == 0 { return nil }
            return (found.meaning, found.end)
        }
        return nil
    }
}

extension ExactDecimal {
    fileprivate var isAtLeastThousand: Bool { approximate >= 1000 }
}

extension ValueReader {
    /// A share: "49 %", "près de 12,5 %", "twenty percent".
    func percent(at index: Int) -> Reading? {
        if let share = lexicon.shares.match(tokens, at: index, end: sentence.upperBound) {
            let bound = bounded(index, share.end, default: .exact)
            return Reading(start: bound.start, end: bound.end, value: .percent(share.meaning, bound.bound))
        }
        guard let number = number(at: index), number.power == 0,
            let found = lexicon.percents.match(tokens, at: number.end, end: sentence.upperBound),
            let share = number.value.scaled(by: -2)
        else { return nil }
        let bound = bounded(index, found.end, default: .exact)
        return Reading(start: bound.start, end: bound.end, value: .percent(share, bound.bound))
    }
}
