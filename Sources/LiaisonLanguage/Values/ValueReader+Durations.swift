internal import LiaisonModel

extension ValueReader {
    /// "trois ans", "18 months", "five-year", "triennal": ISO 8601.
    func duration(at index: Int) -> Reading? {
        if let found = lexicon.durations.match(tokens, at: index, end: sentence.upperBound) {
            return Reading(start: index, end: found.end, value: .duration(found.meaning))
        }
        // "five-year", "10-year-old" is an age.
        let parts = parts(index)
        if parts.count == 2 {
            let unit = ValueLexicon.TimeUnit(rawValue: facts(of: parts[1]).unit)
            let digits = parts[0].allSatisfy { text[$0] &- 0x30 < 10 } && parts[0].count < 5
            let count = digits ? parts[0].reduce(0) { $0 * 10 + Int(text[$1] - 0x30) } : Int(facts(of: parts[0]).number)
            if let unit, count > 0 { return iso(count, unit, index, index + 1) }
        }
        guard let number = number(at: index), number.value.exponent == 0, number.value.coefficient > 0,
            number.value.coefficient < 10_000, let unit = ValueLexicon.TimeUnit(rawValue: factsIfAny(number.end).unit)
        else { return nil }
        return iso(Int(number.value.coefficient), unit, index, number.end + 1)
    }

    private func iso(_ count: Int, _ unit: ValueLexicon.TimeUnit, _ start: Int, _ end: Int) -> Reading? {
        let text: String
        switch unit {
        case .day: text = "P\(count)D"
        case .week: text = "P\(count)W"
        case .month: text = "P\(count)M"
        case .year: text = "P\(count)Y"
        case .decade: text = "P\(count * 10)Y"
        case .season, .quarter, .half: return nil
        }
        return Reading(start: start, end: end, value: .duration(text))
    }
}
