internal import LiaisonModel

/// A number as it was read.
struct NumberReading {
    /// With its multiplier.
    var value: ExactDecimal
    /// Without its multiplier.
    var mantissa: ExactDecimal
    var power: Int
    var end: Int
    /// "une dizaine"
    var isAbout = false
    /// "a", "un" alone: an article as likely as a number.
    var isIndefinite = false
}

extension ValueReader {
    /// The number, in digits or words, that begins at a token, with its multiplier.
    func number(at index: Int) -> NumberReading? {
        guard sentence.contains(index) else { return nil }
        if tokens[index].shape.contains(.isNumber) {
            guard let value = decimal(tokens[index]) else { return nil }
            return multiplied(value, at: index + 1)
        }
        return collective(at: index) ?? spelled(at: index)
    }

    // MARK: Digits

    /// The value of a token of digits and separators, by the habits of the language.
    private func decimal(_ token: Token) -> ExactDecimal? {
        let (start, end) = (Int(token.start), Int(token.end))
        guard end - start <= 40 else { return nil }
        var commas = 0
        var stops = 0
        var lastSeparator = 0
        for position in start..<end {
            if text[position] == 0x2C { commas += 1 } else if text[position] == 0x2E { stops += 1 } else { continue }
            lastSeparator = position
        }
        let decimals = end - lastSeparator - 1
        /// The place of the decimal mark, nil when all separators group.
        var mark: Int?
        if commas > 0 && stops > 0 {
            mark = lastSeparator
            if text[lastSeparator] == 0x2C ? commas > 1 : stops > 1 { return nil }
        } else if commas == 1 || stops == 1 {
            let groups = language == .french ? 0x2E : 0x2C
            let isGroup = decimals == 3 && lastSeparator - start <= 3 && text[start] != 0x30
            let endsInZeros = isGroup && text[end - 1] == 0x30 && text[end - 2] == 0x30 && text[end - 3] == 0x30
            mark =
                isGroup && (Int(text[lastSeparator]) == groups || language == .french && endsInZeros)
                ? nil : lastSeparator
        } else if commas + stops > 1 {
            // Several of one kind group by three, or it is a version or a date.
            guard decimals == 3 else { return nil }
        }
        var digits: [UInt8] = []
        for position in start..<end {
            if text[position] &- 0x30 < 10 {
                digits.append(text[position])
            } else if position == mark {
                digits.append(0x2E)
            }
        }
        return ExactDecimal(utf8: digits)
    }

    // MARK: Multipliers

    /// Takes the multiplier at a token, if there is one.
    private func multiplied(_ mantissa: ExactDecimal, at index: Int) -> NumberReading? {
        var reading = NumberReading(value: mantissa, mantissa: mantissa, power: 0, end: index)
        var next = index
        // "200-million"
        if mark(next) == 0x2D, isGlued(next), isGlued(next + 1), power(at: next + 1) > 0 { next += 1 }
        var power = power(at: next)
        guard power > 0 else { return reading }
        next += 1
        // "2 mille milliards"
        if power == 3, self.power(at: next) >= 6 {
            power += self.power(at: next)
            next += 1
        }
        guard let value = mantissa.scaled(by: power) else { return nil }
        reading.power = power
        reading.value = value
        reading.end = next
        // "1 million et demi", "a million and a half"
        if has(next, .joiner) {
            let half = has(next + 1, .indefinite) ? next + 2 : next + 1
            if has(half, .half), let extra = ExactDecimal(coefficient: 5, exponent: power - 1),
                let sum = value.adding(extra)
            {
                reading.value = sum
                reading.end = half + 1
            }
        }
        return reading
    }

    /// The power of ten that the token stands for as a multiplier, 0 for none.
    func power(at index: Int) -> Int {
        guard sentence.contains(index) else { return 0 }
        let facts = facts(index)
        guard facts.power > 0 else { return 0 }
        // A letter is a unit beside its number or its currency: "45m", "45 m€", "45 M€"; a lone "45 m" is a length.
        let length = tokens[index].end - tokens[index].start
        if length == 1, !isGlued(index), !startsUpper(index) || facts.flags.contains(.weakSuffixUnit) {
            guard has(index + 1, .currencyStart) else { return 0 }
        }
        return Int(facts.power)
    }

    // MARK: Words

    /// "une dizaine de", "une centaine de millions"
    private func collective(at index: Int) -> NumberReading? {
        guard facts(index).number == 1 || has(index, .indefinite) else { return nil }
        let count = factsIfAny(index + 1).collective
        guard count > 0 else { return nil }
        let mantissa = ExactDecimal(Int64(count))
        var next = index + 2
        if has(next, .partitive), power(at: next + 1) > 0 { next += 1 }
        guard var reading = multiplied(mantissa, at: next) else { return nil }
        if reading.power == 0 { reading.end = index + 2 }
        reading.isAbout = true
        return reading
    }

    /// "trois cent cinquante mille", "two hundred million", "half a billion", "un demi-milliard"
    private func spelled(at index: Int) -> NumberReading? {
        if has(index, .half) {
            let next = has(index + 1, .indefinite) ? index + 2 : index + 1
            guard power(at: next) > 0 else { return nil }
            return ExactDecimal(coefficient: 5, exponent: -1).flatMap { multiplied($0, at: next) }
        }
        if let half = halfCompound(at: index) { return half }
        var next = index
        var total: Int64 = 0
        var count = 0
        while sentence.contains(next), count < 8 {
            if let value = wordValue(next) {
                total = value == 100 ? max(1, total) * 100 : total + value
            } else if count > 0, has(next, .joiner), total >= 20, let value = wordValue(next + 1), value < 100 {
                total += value
                next += 1
            } else {
                break
            }
            count += 1
            next += 1
        }
        if count == 0 {
            // "a million"; "mille euros"
            if has(index, .indefinite), power(at: index + 1) > 0 || factsIfAny(index + 1).number == 100 {
                if factsIfAny(index + 1).number == 100 { return multiplied(ExactDecimal(100), at: index + 2) }
                return multiplied(ExactDecimal(1), at: index + 1)
            }
            if facts(index).power == 3, tokens[index].end - tokens[index].start > 3,
                !facts(index).flags.contains(.vague)
            {
                return multiplied(ExactDecimal(1), at: index)
            }
            return nil
        }
        guard var reading = multiplied(ExactDecimal(total), at: next) else { return nil }
        // "un demi-milliard": the number is in the second word.
        if count == 1, total == 1, reading.power == 0 {
            if let half = halfCompound(at: next) { return half }
            if has(next, .half), power(at: next + 1) > 0 {
                return ExactDecimal(coefficient: 5, exponent: -1).flatMap { multiplied($0, at: next + 1) }
            }
            reading.isIndefinite = language == .french
        }
        return reading
    }

    /// The value of a number word or of a hyphenated one: 25 for "vingt-cinq".
    private func wordValue(_ index: Int) -> Int64? {
        guard sentence.contains(index) else { return nil }
        let number = facts(index).number
        if number >= 0 { return Int64(number) }
        var total: Int64 = 0
        let parts = parts(index)
        for part in parts {
            let facts = facts(of: part)
            if facts.flags.contains(.joiner) { continue }
            guard facts.number >= 0 else { return nil }
            // quatre-vingt
            total =
                facts.number == 100 || facts.number == 20 && total == 4
                ? max(1, total) * Int64(facts.number) : total + Int64(facts.number)
        }
        return parts.isEmpty ? nil : total
    }

    /// "demi-milliard", "half-billion"
    private func halfCompound(at index: Int) -> NumberReading? {
        guard sentence.contains(index) else { return nil }
        let parts = parts(index)
        guard parts.count == 2, facts(of: parts[0]).flags.contains(.half) else { return nil }
        let power = Int(facts(of: parts[1]).power)
        guard power >= 3, let value = ExactDecimal(coefficient: 5, exponent: power - 1),
            let mantissa = ExactDecimal(coefficient: 5, exponent: -1)
        else { return nil }
        return NumberReading(value: value, mantissa: mantissa, power: power, end: index + 1)
    }
}

extension ExactDecimal {
    /// This number times a power of ten; nil when it does not fit.
    func scaled(by power: Int) -> ExactDecimal? {
        ExactDecimal(coefficient: coefficient, exponent: exponent + power)
    }

    /// The sum; nil when it does not fit.
    func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let lowest = min(exponent, other.exponent)
        guard let a = coefficient(at: lowest), let b = other.coefficient(at: lowest) else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : ExactDecimal(coefficient: sum, exponent: lowest)
    }

    /// Whether this number is not above another, by their nearest binary numbers.
    func isAtMost(_ other: ExactDecimal) -> Bool { approximate <= other.approximate }

    private func coefficient(at lowest: Int) -> Int64? {
        var result = coefficient
        for _ in 0..<(exponent - lowest) {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }
}
