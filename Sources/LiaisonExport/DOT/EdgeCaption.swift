internal import LiaisonModel

/// What stands on an edge of a picture: `invests in · $13B · 2023`.
struct EdgeCaption {
    private let options: ExportOptions
    private let amounts: AmountCaption

    init(options: ExportOptions) {
        self.options = options
        amounts = AmountCaption(options: options)
    }

    /// The relation, the first sum or share and the first year that a statement gives, best statement first, and the state
    /// where it is not simply current.
    func text(of edge: Edge, relation label: String) -> String {
        var parts = [label]
        var (amount, stake, year): (Amount?, ExactDecimal?, String?) = (nil, nil, nil)
        for statement in edge.statements where statement.qualifiers.holds {
            let qualifiers = statement.qualifiers
            if amount == nil { amount = qualifiers.amount }
            if stake == nil { stake = qualifiers.stake }
            if year == nil { year = Self.year(qualifiers.date ?? qualifiers.start) }
        }
        if let amount { parts.append(amounts.text(amount)) }
        if let stake { parts.append(amounts.text(stake: stake)) }
        if let year { parts.append(year) }
        if let remark = remark(on: edge) { parts.append(remark) }
        return parts.joined(separator: " · ")
    }

    /// `planned`, `rumour` … in words, since a dash or a colour alone is lost in print.
    private func remark(on edge: Edge) -> String? {
        let isFrench = options.language == "fr"
        return switch edge.state {
        case .planned: isFrench ? "prévu" : "planned"
        case .ended: isFrench ? "terminé" : "ended"
        case .disputed: isFrench ? "contesté" : "disputed"
        case .current where !edge.statements.isEmpty && !edge.statements.contains { $0.qualifiers.holds }:
            isFrench ? "démenti" : "denied"
        case .current: edge.isRumour ? (isFrench ? "rumeur" : "rumour") : nil
        }
    }

    /// The year of an EDTF date that has one.
    static func year(_ date: String?) -> String? {
        guard let date else { return nil }
        let digits = date.utf8.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return String(date.prefix(4))
    }
}
