internal import LiaisonModel

/// What stands on an edge of a picture: `invests in · $13B · 2023`.
struct EdgeCaption {
    private let options: ExportOptions
    private let amounts: AmountCaption

    init(options: ExportOptions) {
        self.options = options
        amounts = AmountCaption(options: options)
    }

    /// The relation, the sum, share and year that statements give, and the state where it is not simply current.
    func text(of edge: EdgeRecord, relation label: String) -> String {
        label + (remarks(on: edge) ?? "")
    }

    /// What follows the relation, or nil: ` · $13B · 2023 · planned`. Of several sums in one currency the largest, which the others
    /// are mostly parts of, with the year that the same statement gives; without a sum the first year.
    func remarks(on edge: EdgeRecord) -> String? {
        var (amount, stake, year): (AmountRecord?, ExactDecimal?, String?) = (nil, nil, nil)
        for statement in edge.statements where statement.holds {
            if stake == nil { stake = statement.stake }
            let own = Self.year(statement.date ?? statement.start)
            guard let sum = statement.amount else {
                if amount == nil, year == nil { year = own }
                continue
            }
            if let known = amount {
                guard sum.currency == known.currency, sum.value > known.value || sum.value == known.value && year == nil
                else { continue }
            }
            (amount, year) = (sum, own)
        }
        let state = state(of: edge)
        if amount == nil && stake == nil && year == nil { return state.map { " · " + $0 } }
        var parts = [""]
        if let amount { parts.append(amounts.text(amount)) }
        if let stake { parts.append(amounts.text(stake: stake)) }
        if let year { parts.append(year) }
        if let state { parts.append(state) }
        return parts.joined(separator: " · ")
    }

    /// `planned`, `rumour` … in words, since a dash or a colour alone is lost in print.
    private func state(of edge: EdgeRecord) -> String? {
        let isFrench = options.language == "fr"
        return switch edge.state {
        case .planned: isFrench ? "prévu" : "planned"
        case .ended: isFrench ? "terminé" : "ended"
        case .disputed: isFrench ? "contesté" : "disputed"
        case .current where !edge.statements.isEmpty && !edge.statements.contains { $0.holds }:
            isFrench ? "démenti" : "denied"
        case .current: edge.isRumour ? (isFrench ? "rumeur" : "rumour") : nil
        }
    }

    /// The year of an EDTF date that has one.
    static func year(_ date: BorrowedText?) -> String? {
        guard let date, date.count >= 4, date.bytes[..<4].allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
            return nil
        }
        return String(decoding: date.bytes[..<4], as: UTF8.self)
    }
}
