internal import LiaisonModel

extension Amount {
    /// The sum as people read it: `up to 200 million USD (ceiling)`.
    var phrase: String {
        let sum: String
        if bound == .range, let maximum {
            sum = "\(Self.number(value)) to \(Self.number(maximum)) \(currency)"
        } else {
            let prefix =
                switch bound {
                case .exact, .range: ""
                case .atMost: "up to "
                case .atLeast: "at least "
                case .about: "about "
                }
            sum = "\(prefix)\(Self.number(value)) \(currency)"
        }
        switch scope {
        case .edge: return sum
        case .round: return sum + " (the whole round)"
        case .total: return sum + " (several rounds)"
        case .ceiling: return sum + " (ceiling)"
        }
    }

    private static func number(_ value: ExactDecimal) -> String {
        let names: [(Int, String)] = [(12, "trillion"), (9, "billion"), (6, "million")]
        for (power, name) in names {
            guard let scaled = ExactDecimal(coefficient: value.coefficient, exponent: value.exponent - power),
                scaled.approximate >= 1, scaled.exponent >= -3
            else { continue }
            return "\(scaled) \(name)"
        }
        guard value.exponent == 0 else { return value.description }
        return Count.grouped(Int(value.coefficient))
    }
}

extension ExactDecimal {
    /// A share from 0 to 1 as a percentage: `49 %`.
    var percentage: String {
        let hundred = multiplied(by: ExactDecimal(100)) ?? self
        return "\(hundred) %"
    }
}
