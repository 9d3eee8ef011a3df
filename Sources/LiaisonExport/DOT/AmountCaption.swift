internal import LiaisonModel

/// Sums and shares as they stand on an edge: `$13B`, `≤ $200M`, `€1.7B round`, `49%`.
struct AmountCaption {
    let options: ExportOptions

    /// A sum in at most three digits and a unit; the exact value stands in the edge's attributes.
    func text(_ amount: AmountRecord) -> String {
        let currency = amount.currency.string
        let sum: String
        switch amount.bound {
        case .exact: sum = money(amount.value, currency)
        case .about: sum = "~" + money(amount.value, currency)
        case .atMost: sum = "≤ " + money(amount.value, currency)
        case .atLeast: sum = "≥ " + money(amount.value, currency)
        case .range:
            sum =
                money(amount.value, currency)
                + (amount.maximum.map { "–" + money($0, currency) } ?? "")
        }
        let isFrench = options.language == "fr"
        return switch amount.scope {
        case .edge, .ceiling: sum
        case .round: isFrench ? "tour de " + sum : sum + " round"
        case .total: isFrench ? sum + " en tout" : sum + " in all"
        }
    }

    /// A fraction as a percentage: `49%`.
    func text(stake: ExactDecimal) -> String {
        let percent = ExactDecimal(coefficient: stake.coefficient, exponent: stake.exponent + 2) ?? stake
        return localized(percent.description) + (options.language == "fr" ? "\u{A0}%" : "%")
    }

    private func money(_ value: ExactDecimal, _ currency: String) -> String {
        let number = short(value.approximate)
        guard let symbol = options.vocabulary.currencySymbols[currency] else {
            return number + "\u{A0}" + DisplayLabel.clipped(currency, to: 12)
        }
        return options.language == "fr" ? number + "\u{A0}" + symbol : symbol + number
    }

    private func short(_ value: Double) -> String {
        let units: [(Double, String)] =
            options.language == "fr"
            ? [(1e9, "\u{A0}Md"), (1e6, "\u{A0}M"), (1e3, "\u{A0}k"), (1, "")]
            : [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"), (1, "")]
        // A unit is taken when the rounded number in it is at least one, so that 999,999 is 1M and not 1000k.
        let size = value.magnitude
        let (unit, name) = units.first { size / $0.0 >= 0.9995 } ?? (1, "")
        let scaled = size / unit
        let places = scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2
        var steps = scaled
        for _ in 0..<places { steps *= 10 }
        guard steps < 1e15 else { return String(value) }
        let number = ExactDecimal(coefficient: Int64(steps.rounded()), exponent: -places)
        return (value < 0 ? "−" : "") + localized(number?.description ?? "") + name
    }

    private func localized(_ number: String) -> String {
        options.language == "fr" ? String(number.map { $0 == "." ? "," : $0 }) : number
    }
}
