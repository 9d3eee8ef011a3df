internal import LiaisonModel
internal import LiaisonStore

/// Edges as people read them: one block each, with its quotes under it.
struct EdgePrinter {
    private let vocabulary: Vocabulary
    private let width: Int
    /// Quotes shown under an edge.
    private let quotes: Int

    init(quotes: Int = 2, width: Int = Terminal.width) throws {
        vocabulary = try .embedded()
        self.quotes = quotes
        self.width = min(width, 100)
    }

    /// `Microsoft ─ invests in → OpenAI`.
    /// - Parameter indent: columns that are taken before it.
    func headline(_ edge: Edge, indent: Int = 0) -> String {
        let width = width - indent
        let relation = vocabulary[edge.relation]
        let label = relation?.labels["en"] ?? edge.relation.text
        // Long names give way before the line does.
        let room = max((width - TextLayout.width(label) - 6) / 2, 12)
        let names = [edge.subject.name, edge.object.name].map(TextLayout.clean)
        let fits = names.map(TextLayout.width).reduce(0, +) <= 2 * room
        let (subject, object) = (
            fits ? names[0] : TextLayout.elide(names[0], to: room),
            fits ? names[1] : TextLayout.elide(names[1], to: room)
        )
        let arrow = relation?.isSymmetric == true ? ("↔ ", " ↔") : ("─ ", " →")
        return
            "\(Paint.bold(subject)) \(Paint.dim(arrow.0))\(Paint.blue(label))\(Paint.dim(arrow.1)) \(Paint.bold(object))"
    }

    /// The block of an edge, without an empty line at its end.
    func block(_ edge: Edge) -> [String] {
        var lines = [headline(edge)]
        lines += wrapped(facts(edge), indent: 2)
        lines += wrapped("\(Self.sources(edge)), \(Self.period(edge.first, edge.last))", indent: 2).map(Paint.dim)
        for statement in edge.statements.prefix(quotes) {
            lines.append("")
            lines += wrapped(statement.quotation(columns: 3 * (width - 4)), indent: 4)
            lines += wrapped(Self.origin(statement), indent: 4).map(Paint.dim)
        }
        let rest = edge.statements.count - quotes
        let more = rest > 0 ? "\(Count.of(rest, "more statement")): " : ""
        lines.append("")
        lines.append(Paint.dim("    \(more)liaison why \(edge.id.prefix(8))"))
        return lines
    }

    func print(_ edges: [Edge]) {
        let text = edges.map { block($0).joined(separator: "\n") }.joined(separator: "\n\n")
        if !text.isEmpty { Terminal.write((text + "\n").utf8) }
    }

    /// What follows from edges, each with the two that it follows from.
    func print(_ derived: [DerivedRelation], after isLater: Bool) {
        var lines: [String] = []
        for relation in derived {
            if isLater || !lines.isEmpty { lines.append("") }
            let names = [relation.subject, relation.object, relation.parent].map { TextLayout.clean($0.name) }
            lines += wrapped(
                "derived: \(names[0]) and \(names[1]) have the same parent, \(names[2])"
                    + " (belief \(Self.twoDecimals(relation.belief)), stated by no article)", indent: 0)
            for edge in relation.edges {
                lines.append("  " + headline(edge, indent: 2))
                lines.append(Paint.dim("    liaison why \(edge.id.prefix(8))"))
            }
        }
        if !lines.isEmpty { Terminal.write((lines.joined(separator: "\n") + "\n").utf8) }
    }

    /// Lines within the width, each after so many spaces.
    func wrapped(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return TextLayout.wrap(text, to: width - indent).map { margin + $0 }
    }

    // MARK: Parts

    private func facts(_ edge: Edge) -> String {
        var facts = [
            "belief \(Self.twoDecimals(edge.belief))",
            Self.standing(edge),
        ]
        let held = edge.statements.filter(\.qualifiers.holds)
        var sums: [String] = []
        for statement in held {
            if let sum = statement.qualifiers.amount?.phrase, !sums.contains(sum) { sums.append(sum) }
        }
        facts += sums.prefix(3)
        if let stake = held.lazy.compactMap(\.qualifiers.stake).first { facts.append(stake.percentage) }
        if let round = held.lazy.compactMap(\.qualifiers.round).first { facts.append(round) }
        let starts = held.compactMap { $0.qualifiers.start ?? $0.qualifiers.date }.min(by: PartialDate.precedes)
        if let starts { facts.append(DateWords.text(starts)) }
        return facts.joined(separator: " · ")
    }

    /// Where an edge stands; of one that no statement holds, how it is refused.
    static func standing(_ edge: Edge) -> String {
        if edge.isRefused {
            let denials = edge.statements.filter(\.qualifiers.contradicts).count
            if denials == edge.statements.count { return "denied" }
            return denials == 0 ? "only supposed" : "denied or only supposed"
        }
        return edge.isRumour ? "\(edge.state.rawValue), rumoured" : edge.state.rawValue
    }

    /// How many articles say so and who publishes them.
    static func sources(_ edge: Edge) -> String {
        let articles = Count.of(edge.articleCount, "article")
        let heads = edge.statements.lazy.map(\.article)
        if edge.publisherCount == 1, heads.allSatisfy({ name($0) == nil }) {
            return "\(articles) from an unknown source"
        }
        return "\(articles) from \(Count.of(edge.publisherCount, "publisher"))"
    }

    /// What an article's source is called, as far as it says.
    private static func name(_ article: ArticleHead) -> String? { article.publisher ?? host(article.url) ?? article.id }

    /// Who says so, when, and how firmly.
    static func origin(_ statement: Statement) -> String {
        let article = statement.article
        var parts = [name(article) ?? "unknown source"]
        if let published = article.published { parts.append(published) }
        let qualifiers = statement.qualifiers
        if qualifiers.negated { parts.append("says it is not so") }
        if qualifiers.factuality != .asserted { parts.append(qualifiers.factuality.rawValue) }
        if qualifiers.time != .current { parts.append(qualifiers.time.rawValue) }
        if let role = qualifiers.role { parts.append(role) }
        if let source = qualifiers.source { parts.append("according to \(source)") }
        return parts.map(TextLayout.clean).joined(separator: " · ")
    }

    static func period(_ first: String?, _ last: String?) -> String {
        switch (first, last) {
        case (let first?, let last?): first == last ? first : "\(first) to \(last)"
        case (let date?, nil), (nil, let date?): date
        case (nil, nil): "undated"
        }
    }

    static func twoDecimals(_ value: Double) -> String {
        // Rounded down: 0.9999 is not 1.00.
        let hundredths = Int(value * 100 + 1e-9)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func host(_ url: String?) -> String? {
        guard let url, let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return nil }
        let host = url[colon...].dropFirst(3).prefix { $0 != "/" }
        return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}
