internal import class GRDB.Database
internal import LiaisonModel

/// Which edges an entity has and how many statements support each, read from the indexes alone: a node with thousands of
/// edges is surveyed in a few milliseconds where deriving all of them takes a hundred times as long.
///
/// What the indexes do not tell (belief, state, dates, kinds) is not looked at; ``decides(_:)`` says whether that matters.
struct PairSurvey {
    /// An edge by its rows, and how well it is supported.
    struct Pair {
        var group: DerivedEdge.Group
        var support: Int
        /// The row of its statement that was read last.
        var latest: Int64

        /// The best supported first, of equals the one that was read last.
        static func isBetter(_ a: Pair, _ b: Pair) -> Bool {
            if a.support != b.support { return a.support > b.support }
            if a.latest != b.latest { return a.latest > b.latest }
            return (a.group.relation, a.group.subject, a.group.object)
                < (b.group.relation, b.group.subject, b.group.object)
        }
    }

    private let db: Database
    private let overlay: Overlay
    private let relations: Set<Int64>?
    private let condition: String
    private var rejected: Set<DerivedEdge.Group> = []

    init(_ db: Database, _ overlay: Overlay, _ view: GraphView) throws {
        self.db = db
        self.overlay = overlay
        condition = view.includesSuppressed || overlay.editsHolding ? "" : "AND \(StatementFlags.holds)"
        if view.relations.isEmpty {
            relations = nil
        } else {
            var wanted: Set<Int64> = []
            for relation in view.relations {
                if let row = try Self.relation(db, relation.text) { wanted.insert(row) }
            }
            relations = wanted
        }
        let entities = EntityReader(db, overlay)
        for triple in overlay.rejected {
            guard let subject = try entities.identifier(of: EntityKey(triple.subject)),
                let object = try entities.identifier(of: EntityKey(triple.object)),
                let relation = try Self.relation(db, triple.relation)
            else { continue }
            rejected.insert(DerivedEdge.Group(subject: subject, relation: relation, object: object))
        }
    }

    /// Whether the indexes alone tell which edges a view keeps.
    static func decides(_ view: GraphView) -> Bool {
        view.kinds.isEmpty && view.since == nil && view.asOf == nil && view.minimumBelief <= 0 && view.states.isEmpty
    }

    /// The edges of an entity that stands for itself, in no order.
    func pairs(of entity: Int64, _ reader: inout EdgeReader) throws -> [Pair] {
        var pairs: [Pair] = []
        // The indexes give the statements of an edge one after another, so that most are counted without a look-up.
        for member in overlay.members(of: entity) {
            let outgoing = try PreparedStatement(
                db,
                "SELECT relation, object, id FROM statement WHERE subject = ? \(condition) ORDER BY object, relation")
            outgoing.bind(1, member)
            while try outgoing.next() {
                try add(member, outgoing.int64(0), outgoing.int64(1), outgoing.int64(2), to: &pairs, &reader)
            }
            let incoming = try PreparedStatement(
                db,
                """
                SELECT statement.relation, statement.subject, statement.id
                FROM (SELECT DISTINCT subject FROM statement WHERE object = ?1) AS other
                CROSS JOIN statement
                ON statement.subject = other.subject AND statement.object = ?1 \(condition)
                """)
            incoming.bind(1, member)
            while try incoming.next() {
                try add(incoming.int64(1), incoming.int64(0), member, incoming.int64(2), to: &pairs, &reader)
            }
        }
        // Only where people merged entities does an edge come in several pieces.
        return overlay.representatives.isEmpty ? pairs : Self.joined(pairs)
    }

    private func add(
        _ subject: Int64, _ relation: Int64, _ object: Int64, _ id: Int64, to pairs: inout [Pair],
        _ reader: inout EdgeReader
    ) throws {
        if let relations, !relations.contains(relation) { return }
        guard let group = try reader.group(subject: subject, relation: relation, object: object),
            rejected.isEmpty || !rejected.contains(group)
        else { return }
        let last = pairs.count - 1
        if last >= 0, pairs[last].group == group {
            pairs[last].support += 1
            pairs[last].latest = max(pairs[last].latest, id)
        } else {
            pairs.append(Pair(group: group, support: 1, latest: id))
        }
    }

    private static func joined(_ pairs: [Pair]) -> [Pair] {
        var found: [DerivedEdge.Group: Pair] = [:]
        for pair in pairs {
            var whole = found[pair.group] ?? Pair(group: pair.group, support: 0, latest: pair.latest)
            whole.support += pair.support
            whole.latest = max(whole.latest, pair.latest)
            found[pair.group] = whole
        }
        return Array(found.values)
    }

    /// The best of some edges, in order: at least so many where there are so many.
    ///
    /// Few edges have much support: only those that may be among the best are sorted.
    static func best(_ count: Int, of pairs: [Pair]) -> [Pair] {
        var numbers: [Int: Int] = [:]
        for pair in pairs { numbers[pair.support, default: 0] += 1 }
        var (least, enough) = (0, 0)
        for (support, number) in numbers.sorted(by: { $0.key > $1.key }) where enough < count {
            enough += number
            least = support
        }
        return pairs.filter { $0.support >= least }.sorted(by: Pair.isBetter)
    }

    /// The edges whose two ends are both among these entities, which stand for themselves; in no order.
    func pairs(among entities: [Int64], _ reader: inout EdgeReader) throws -> [DerivedEdge.Group] {
        let rows = entities.flatMap { overlay.members(of: $0) }
        // One text for any number of entities, so that the connection keeps one prepared statement.
        let list = "[" + rows.sorted().map(String.init).joined(separator: ",") + "]"
        let query = try PreparedStatement(
            db,
            """
            SELECT DISTINCT relation, object FROM statement
            WHERE subject = ? AND object IN (SELECT value FROM json_each(?)) \(condition)
            """)
        var found: Set<DerivedEdge.Group> = []
        for row in rows {
            query.bind(1, row)
            query.bind(2, list)
            while try query.next() {
                let (relation, object) = (query.int64(0), query.int64(1))
                if let relations, !relations.contains(relation) { continue }
                guard let group = try reader.group(subject: row, relation: relation, object: object),
                    !rejected.contains(group)
                else { continue }
                found.insert(group)
            }
        }
        return Array(found)
    }

    private static func relation(_ db: Database, _ name: String) throws -> Int64? {
        let query = try PreparedStatement(db, "SELECT id FROM relation WHERE name = ?")
        query.bind(1, name)
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }
}
