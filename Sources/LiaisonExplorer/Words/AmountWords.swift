internal import LiaisonModel

/// Sums and shares as they stand in a line: `$13B`, `≤ $200M`, `€1.7B round`, `49%`; in French `13 Md $`, `49 %`.
struct AmountWords: Sendable {
    let texts: Texts
    /// Per ISO 4217 code; other currencies keep their code.
    let symbols: [String: String]
    /// The units of the language, largest first.
    private let units: [(size: Double, name: String)]

    init(texts: Texts, symbols: [String: String]) {
        (self.texts, self.symbols) = (texts, symbols)
        // "12:T 9:B 6:M 3:k".
        units = texts["sum-units"].split(separator: " ").compactMap { unit in
            let parts = unit.split(separator: ":")
            guard parts.count == 2, let power = Int(parts[0]), (0...15).contains(power) else { return nil }
            return ((0..<power).reduce(1.0) { size, _ in size * 10 }, String(parts[1]))
        }
    }

    func text(_ amount: Amount) -> String {
        let sum = money(amount.value, amount.currency)
        let bounded =
            switch amount.bound {
            case .exact: sum
            case .about: "~" + sum
            case .atMost: "≤ " + sum
            case .atLeast: "≥ " + sum
            case .range: sum + (amount.maximum.map { "–" + money($0, amount.currency) } ?? "")
            }
        return switch amount.scope {
        case .edge, .ceiling: bounded
        case .round: texts.filled("sum-round", ["sum": bounded])
        case .total: texts.filled("sum-total", ["sum": bounded])
        }
    }

    /// A fraction as a percentage.
    func text(stake: ExactDecimal) -> String {
        let percent = stake.multiplied(by: ExactDecimal(100)) ?? stake
        return texts.filled("percent", ["n": decimal(percent.description)])
    }

    private func money(_ value: ExactDecimal, _ currency: String) -> String {
        let size = value.approximate.magnitude
        // A unit is taken when the rounded number in it is at least one, so that 999,999 is 1M and not 1000k.
        let unit = units.first { size / $0.size >= 0.9995 }
        let number = rounded(size / (unit?.size ?? 1)) + (unit?.name ?? "")
        let sign = value.approximate < 0 ? "−" : ""
        let known = symbols[currency]
        return texts.filled(
            known == nil ? "sum-code" : "sum-symbol",
            ["n": sign + number, "currency": known ?? Presenter.clean(String(currency.prefix(12)))])
    }

    /// At most three digits, unless there are more before the point.
    private func rounded(_ value: Double) -> String {
        let places = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
        let scale = places == 0 ? 1.0 : places == 1 ? 10 : 100
        guard value * scale < 1e15 else { return String(value) }
        let number = ExactDecimal(coefficient: Int64((value * scale).rounded()), exponent: -places)
        return decimal(number?.description ?? "")
    }

    private func decimal(_ number: String) -> String { number.replacing(".", with: texts["decimal"]) }
}
