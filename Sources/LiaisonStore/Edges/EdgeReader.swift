internal import class GRDB.Database
internal import LiaisonModel

/// Derives edges from statements, with what people decided laid over them, as far as a view asks for.
struct EdgeReader {
    var statements: StatementReader
    let overlay: Overlay
    let view: GraphView
    /// Only articles published before this date count, where it is set; those without a date do not.
    var publishedBefore: String?
    /// Edges that were left out because of what they are believed or where they stand.
    private(set) var hiddenCount = 0

    typealias Group = DerivedEdge.Group

    init(_ db: Database, _ overlay: Overlay, _ view: GraphView) {
        statements = StatementReader(db, overlay.rows)
        self.overlay = overlay
        self.view = view
    }

    // MARK: From rows to edges

    /// The edges that these statements add up to, in no order. All statements of an edge must be among them.
    mutating func edges(_ rows: [StatementRow]) throws -> [DerivedEdge] {
        var groups: [Group: [StatementRow]] = [:]
        for row in rows {
            guard let group = try group(of: row) else { continue }
            groups[group, default: []].append(row)
        }
        var edges: [DerivedEdge] = []
        for (group, rows) in groups {
            if let edge = try edge(group, rows) { edges.append(edge) }
        }
        return edges
    }

    /// The edge that a statement belongs to; nil when its ends are one entity.
    mutating func group(of row: StatementRow) throws -> Group? {
        try group(subject: row.subject, relation: row.relation, object: row.object)
    }

    /// The edge that statements between two rows of `entity` belong to; nil when these are one entity.
    mutating func group(subject: Int64, relation: Int64, object: Int64) throws -> Group? {
        let (first, second) = (overlay.representative(of: subject), overlay.representative(of: object))
        if first == second { return nil }
        if first != subject || second != object, overlay.symmetric.contains(relation),
            try reference(second).key < reference(first).key
        {
            return Group(subject: second, relation: relation, object: first)
        }
        return Group(subject: first, relation: relation, object: second)
    }

    /// The edge of a group, from all its statements.
    mutating func edge(_ group: Group) throws -> DerivedEdge? {
        var rows: [StatementRow] = []
        for subject in overlay.members(of: group.subject) {
            for object in overlay.members(of: group.object) {
                rows += try statements.rows(from: subject, to: object)
                if overlay.symmetric.contains(group.relation) {
                    rows += try statements.rows(from: object, to: subject)
                }
            }
        }
        return try edge(group, rows.filter { $0.relation == group.relation })
    }

    /// Every edge between two entities that stand for themselves, in both directions and in no order.
    /// - Parameter directions: which way statements that hold link them, as far as is known.
    mutating func edges(
        between a: Int64, and b: Int64, _ directions: PathSearch.Directions = [.outgoing, .incoming]
    ) throws -> [DerivedEdge] {
        var rows: [StatementRow] = []
        if isPlain, overlay.members[a] == nil, overlay.members[b] == nil {
            // The other way there is no edge.
            if directions.contains(.outgoing) { rows += try statements.rows(from: a, to: b) }
            if directions.contains(.incoming) { rows += try statements.rows(from: b, to: a) }
            return try edges(rows)
        }
        for x in overlay.members(of: a) {
            for y in overlay.members(of: b) {
                rows += try statements.rows(from: x, to: y)
                rows += try statements.rows(from: y, to: x)
            }
        }
        return try edges(rows)
    }

    /// Every edge whose subject is this entity, which stands for itself, by relation and object.
    mutating func edges(from subject: Int64) throws -> [DerivedEdge] {
        var rows: [StatementRow] = []
        let relation = view.relations.count == 1 ? view.relations.first : nil
        for member in overlay.members(of: subject) {
            rows += try statements.rows(from: member, relation: relation)
            // A merge may have turned a symmetric relation round.
            guard !overlay.members.isEmpty else { continue }
            rows += try statements.rows(to: member).filter { overlay.symmetric.contains($0.relation) }
        }
        return try edges(rows).filter { $0.group.subject == subject }
            .sorted { Edge.precedes($0.edge, $1.edge) }
    }

    /// Every edge that begins or ends at an entity that stands for itself, in no order.
    mutating func edges(of entity: Int64) throws -> [DerivedEdge] {
        var rows: [StatementRow] = []
        for member in overlay.members(of: entity) {
            rows += try statements.rows(from: member)
            rows += try statements.rows(to: member)
        }
        return try edges(rows).filter { derived in
            let other = derived.group.subject == entity ? derived.edge.object : derived.edge.subject
            return view.kinds.isEmpty || view.kinds.contains(other.kind)
        }
    }

    /// An entity as people decided to call it.
    mutating func reference(_ entity: Int64) throws -> EntityReference {
        var reference = try statements.reference(entity)
        if let name = overlay.names[entity] { reference.name = name }
        return reference
    }

    /// Builds one edge; nil when the view leaves it out.
    mutating func edge(_ group: Group, _ rows: [StatementRow]) throws -> DerivedEdge? {
        let relation = try statements.relation(group.relation)
        if !view.relations.isEmpty && !view.relations.contains(relation) { return nil }
        let (subject, object) = (try reference(group.subject), try reference(group.object))
        var isAccepted = false
        var edits: [QualifierEdit] = []
        if overlay.judgesEdges {
            let triple = Overlay.Triple(subject: subject.key.text, relation: relation.text, object: object.key.text)
            if overlay.rejected.contains(triple) { return nil }
            isAccepted = overlay.accepted.contains(triple)
            edits = overlay.edgeEdits[triple] ?? []
        }

        var held: [(row: StatementRow, article: ArticleRow)] = []
        var suppressed: [(row: StatementRow, article: ArticleRow)] = []
        for row in rows {
            let article = try statements.article(row.article)
            guard article.isShown, isInPeriod(article.head.published) else { continue }
            var row = row
            let stored = row
            for edit in edits { edit.apply(to: &row.qualifiers) }
            if overlay.judgesStatements {
                let names = try names(of: stored, group, subject, object)
                for name in names { for edit in overlay.statementEdits[name] ?? [] { edit.apply(to: &row.qualifiers) } }
                let shown = try statement(row, group, subject, object).id
                if !overlay.rejectedStatements.isDisjoint(with: names + [shown]) { continue }
            }
            if row.qualifiers.holds { held.append((row, article)) } else { suppressed.append((row, article)) }
        }
        if held.isEmpty && (suppressed.isEmpty || !view.includesSuppressed) { return nil }

        let isDisputed = !held.isEmpty && suppressed.contains { $0.row.qualifiers.contradicts }
        let sources = Belief.sources(
            held.map { row, article in
                let strength = Double(row.confidence) / 10_000 * Belief.weight(row.qualifiers.factuality)
                return (article.story, row.evidence.quote, strength)
            })
        var belief = held.isEmpty ? 0 : Belief.value(sources, isDisputed: isDisputed)
        if isAccepted { belief = 1 }
        var state = Belief.state(held.map { ($0.article.head.published, $0.row.qualifiers.time) })
        if isDisputed || held.isEmpty { state = .disputed }
        if belief < view.minimumBelief || (!view.states.isEmpty && !view.states.contains(state)) {
            hiddenCount += 1
            return nil
        }

        let counted = held.isEmpty ? suppressed : held
        var articles: Set<Int64> = []
        var publishers: Set<String> = []
        var (first, last): (String?, String?)
        for (_, article) in counted where articles.insert(article.id).inserted {
            publishers.insert(article.source)
            guard let date = article.head.published else { continue }
            if first.map({ date < $0 }) ?? true { first = date }
            if last.map({ date > $0 }) ?? true { last = date }
        }
        var listed = try held.map { try statement($0.row, group, subject, object) }
        if listed.count > 1 { listed.sort(by: Self.isBetter) }
        if view.includesSuppressed {
            listed += try suppressed.map { try statement($0.row, group, subject, object) }.sorted(by: Self.isBetter)
        }
        let edge = Edge(
            id: Edge.identifier(subject: subject.key, relation: relation, object: object.key), subject: subject,
            relation: relation, object: object, belief: belief, articleCount: articles.count,
            publisherCount: publishers.count, first: first, last: last, state: state,
            isRumour: !held.isEmpty && held.allSatisfy { $0.row.qualifiers.factuality == .rumoured },
            statements: listed)
        let cited = view.includesSuppressed ? held + suppressed : held
        return DerivedEdge(group: group, edge: edge, articles: cited.map(\.article.id))
    }

    /// The identifiers that a person may know a statement by: as it was extracted, and with the ends it is shown with.
    private mutating func names(
        of row: StatementRow, _ group: Group, _ subject: EntityReference, _ object: EntityReference
    ) throws -> [String] {
        let (extracted, shown) = (try statements.statement(row).id, try statement(row, group, subject, object).id)
        return extracted == shown ? [extracted] : [extracted, shown]
    }

    /// Whether a person said that the edge is right.
    func isAccepted(_ edge: Edge) -> Bool {
        overlay.accepted.contains(
            Overlay.Triple(
                subject: edge.subject.key.text, relation: edge.relation.text, object: edge.object.key.text))
    }

    /// The statement with the ends of its edge, turned round where the edge is.
    private mutating func statement(
        _ row: StatementRow, _ group: Group, _ subject: EntityReference, _ object: EntityReference
    ) throws -> Statement {
        var row = row
        if overlay.representative(of: row.subject) != group.subject {
            (row.evidence.subject, row.evidence.object) = (row.evidence.object, row.evidence.subject)
        }
        return try statements.statement(row, subject: subject, object: object)
    }

    func isInPeriod(_ published: String?) -> Bool {
        if view.since == nil && view.asOf == nil && publishedBefore == nil { return true }
        guard let published else { return false }
        if let publishedBefore, published >= publishedBefore { return false }
        if let since = view.since, published < since { return false }
        // A shorter date means the whole month or year.
        if let asOf = view.asOf, published.prefix(asOf.count) > asOf { return false }
        return true
    }

    /// The surest and most firmly stated first; of equals the latest, then by article and place.
    private static func isBetter(_ a: Statement, _ b: Statement) -> Bool {
        let (x, y) = (
            a.confidence * Belief.weight(a.qualifiers.factuality), b.confidence * Belief.weight(b.qualifiers.factuality)
        )
        if x != y { return x > y }
        if a.article.published != b.article.published {
            return (a.article.published ?? "") > (b.article.published ?? "")
        }
        if a.article.sha256 != b.article.sha256 { return a.article.sha256 < b.article.sha256 }
        return Statement.precedes(a, b)
    }
}
