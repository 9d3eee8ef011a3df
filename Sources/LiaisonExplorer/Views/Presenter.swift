internal import LiaisonExport
internal import LiaisonModel

/// Turns what the store says into what templates show, in one language.
///
/// Everything that comes from articles is passed on as plain text: templates escape it.
struct Presenter: Sendable {
    let texts: Texts
    let vocabulary: Vocabulary
    let options: ExportOptions
    let palette: Palette
    private let amounts: AmountWords

    init(texts: Texts, options: ExportOptions, palette: Palette) {
        self.texts = texts
        self.palette = palette
        self.options = options
        vocabulary = options.vocabulary
        amounts = AmountWords(texts: texts, symbols: options.vocabulary.currencySymbols)
    }

    // MARK: Entities

    /// A link to an entity.
    func entity(_ entity: EntityReference) -> Fields {
        [
            "name": name(entity.name), "href": Route.entity(entity.key).path, "kind": kind(entity.kind),
            "kindClass": palette.kindClass(entity.kind), "key": entity.key.text,
        ]
    }

    /// A name as it is shown: a name of blanks or nothing is still something to click on.
    func name(_ name: String) -> String {
        let shown = DisplayLabel.text(name)
        return shown.contains { !$0.isWhitespace } ? shown : texts["nameless"]
    }

    func kind(_ kind: EntityKind) -> String {
        vocabulary.kinds[kind]?.labels[texts.language] ?? kind.rawValue
    }

    // MARK: Relations

    func label(_ relation: RelationID) -> String {
        vocabulary[relation]?.labels[texts.language] ?? relation.text
    }

    func isSymmetric(_ relation: RelationID) -> Bool { vocabulary[relation]?.isSymmetric ?? false }

    /// `invests in → OpenAI` from one end: what stands before and after the other end's name.
    func arrow(_ relation: RelationID) -> String { isSymmetric(relation) ? "↔" : "→" }

    // MARK: Edges

    /// What there is to say about an edge in one line: state, sums, stake, round, date.
    func facts(_ edge: Edge) -> [Fields] {
        var facts: [Fields] = []
        if let badge = badge(edge) { facts.append(badge) }
        let held = edge.statements.filter(\.qualifiers.holds)
        var sums: [String] = []
        for amount in held.compactMap(\.qualifiers.amount) {
            let sum = amounts.text(amount)
            if !sums.contains(sum) { sums.append(sum) }
        }
        facts += sums.prefix(3).map { ["text": $0, "class": "sum"] }
        if let stake = held.lazy.compactMap(\.qualifiers.stake).first {
            facts.append(["text": amounts.text(stake: stake), "class": "sum"])
        }
        if let round = held.lazy.compactMap(\.qualifiers.round).first {
            facts.append(["text": texts.round(round), "class": "round"])
        }
        if let date = held.compactMap({ $0.qualifiers.start ?? $0.qualifiers.date }).min(by: PartialDate.precedes) {
            facts.append(["text": texts.date(date), "class": "date"])
        }
        return facts
    }

    /// Where the edge stands, in words; nil where it simply holds.
    func badge(_ edge: Edge) -> Fields? {
        if edge.isRefused { return ["text": texts["state-refused"], "class": "badge disputed"] }
        if edge.state != .current {
            return ["text": texts["state-" + edge.state.rawValue], "class": "badge " + edge.state.rawValue]
        }
        return edge.isRumour ? ["text": texts["rumour"], "class": "badge rumour"] : nil
    }

    /// An edge with its two ends.
    func edge(_ edge: Edge, quotes: Int = 1) -> Fields {
        let listed = edge.statements.prefix(quotes).map { quote($0) }
        return [
            "subject": entity(edge.subject), "object": entity(edge.object), "relation": label(edge.relation),
            "relationClass": palette.relationClass(edge.relation), "arrow": arrow(edge.relation),
            "href": Route.edge(edge).path, "facts": facts(edge), "belief": texts.belief(edge.belief),
            "beliefWidth": String(Int(edge.belief * 100)), "sources": sources(edge), "quotes": Array(listed),
            "pair": Route.pair(edge.subject.key, edge.object.key).path,
        ]
    }

    /// The same edge seen from one of its ends.
    func edge(_ edge: Edge, from center: EntityKey) -> Fields {
        var fields = self.edge(edge)
        let other = edge.subject.key == center ? edge.object : edge.subject
        fields["other"] = entity(other)
        return fields
    }

    /// "4 articles, 3 publishers, 24 January 2023 to 11 June 2024".
    func sources(_ edge: Edge) -> String {
        var parts = [texts.count("articles", edge.articleCount)]
        if edge.publisherCount > 1 { parts.append(texts.count("publishers", edge.publisherCount)) }
        if let period = texts.period(edge.first, edge.last) { parts.append(period) }
        return parts.joined(separator: ", ")
    }

    // MARK: Statements

    /// How firmly a statement is made, and what qualifies it.
    func qualifiers(_ statement: Statement) -> [Fields] {
        let qualifiers = statement.qualifiers
        var facts: [Fields] = []
        if qualifiers.negated { facts.append(["text": texts["negated"], "class": "badge disputed"]) }
        if qualifiers.factuality != .asserted {
            let word = "factuality-" + qualifiers.factuality.rawValue
            facts.append(["text": texts[word], "class": "badge " + qualifiers.factuality.rawValue])
        }
        if qualifiers.time != .current {
            facts.append([
                "text": texts["state-" + qualifiers.time.rawValue], "class": "badge " + qualifiers.time.rawValue,
            ])
        }
        if let amount = qualifiers.amount { facts.append(["text": amounts.text(amount), "class": "sum"]) }
        if let stake = qualifiers.stake { facts.append(["text": amounts.text(stake: stake), "class": "sum"]) }
        if let round = qualifiers.round { facts.append(["text": texts.round(round), "class": "round"]) }
        if let role = qualifiers.role { facts.append(["text": texts.word("role", role), "class": "role"]) }
        if let count = qualifiers.count { facts.append(["text": count, "class": "count"]) }
        if let date = qualifiers.date { facts.append(["text": texts.date(date), "class": "date"]) }
        if let start = qualifiers.start {
            facts.append(["text": texts.filled("since-date", ["date": texts.date(start)]), "class": "date"])
        }
        if let end = qualifiers.end {
            facts.append(["text": texts.filled("until-date", ["date": texts.date(end)]), "class": "date"])
        }
        if let source = qualifiers.source {
            facts.append(["text": texts.filled("according-to", ["source": name(source)]), "class": "source"])
        }
        return facts
    }

    /// A sum as it stands in a list: `$13B`.
    func sum(_ amount: Amount) -> String { amounts.text(amount) }
}
