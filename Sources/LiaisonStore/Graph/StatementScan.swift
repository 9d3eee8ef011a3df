internal import class GRDB.Database
internal import LiaisonModel

/// Reads every statement of a view once, from the first page of its table to the last, and sorts it to its edge.
///
/// Statements lie by article, edges want them by subject: a look at each through an index is a jump to another page for each,
/// which costs more than writing all of them down once more in the right order.
struct StatementScan {
    private let db: Database
    private let overlay: Overlay
    private let view: GraphView
    private let table: EntityTable
    private let focus: Set<Int64>
    private let reach: Set<Int64>?
    private var reader: EdgeReader
    /// The names of relations in their order; a relation's place is its number in an ``EdgeKey``.
    let relations: [RelationID]
    private var relationRanks: [Int64: UInt32] = [:]
    private var symmetric: Set<UInt32> = []

    init(
        _ db: Database, _ overlay: Overlay, _ view: GraphView, _ table: EntityTable, focus: Set<Int64>,
        reach: Set<Int64>?
    ) throws {
        (self.db, self.overlay, self.view, self.table) = (db, overlay, view, table)
        (self.focus, self.reach) = (focus, reach)
        reader = EdgeReader(db, overlay, view)
        let query = try PreparedStatement(db, "SELECT id, name FROM relation ORDER BY name")
        var names: [RelationID] = []
        while try query.next() {
            let rank = UInt32(truncatingIfNeeded: names.count)
            names.append(RelationID(query.text(1)))
            if view.relations.isEmpty || view.relations.contains(names[names.count - 1]) {
                relationRanks[query.int64(0)] = rank
            }
            if overlay.symmetric.contains(query.int64(0)) { symmetric.insert(rank) }
        }
        relations = names
    }

    /// The statements of the view by edge.
    mutating func run() throws -> SortedRuns {
        let runs = SortedRuns()
        let query = try PreparedStatement(db, "SELECT \(StatementRow.columns) FROM statement ORDER BY id")
        var articles = try ArticleCursor(db) { [reader] in reader.isInPeriod($0) }
        defer {
            query.reset()
            articles.reset()
        }
        let texts = UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>?>.allocate(
            capacity: StatementImage.Text.number)
        texts.initialize(repeating: nil)
        defer { texts.deallocate() }
        var rules = RuleNames()
        while try query.next() {
            let id = query.int64(0)
            guard try articles.move(to: id >> Int64(StatementRow.articleShift)) else { continue }
            let relation = query.int64(2)
            guard let relation = relationRanks[relation],
                let (key, isTurned) = key(query.int64(1), relation, query.int64(3))
            else { continue }
            if !overlay.rejectedStatements.isEmpty {
                let row = StatementRow(query)
                if overlay.rejectedStatements.contains(try reader.statements.statement(row).id) { continue }
            }
            texts[0] = query.borrowedText(13)
            articles.fill(texts)
            texts[StatementImage.Text.rule.rawValue] = try rules.name(of: query.int64(6), db)
            for column in 14...26 {
                texts[StatementImage.Text.via.rawValue + column - 14] = query.borrowedText(column)
            }
            // Places count from the quote's.
            let start = query.int(7)
            let (quote, subject, object) = (
                StatementRow.range(query, 7, from: 0), StatementRow.range(query, 9, from: start),
                StatementRow.range(query, 11, from: start)
            )
            let (first, second) = isTurned ? (object, subject) : (subject, object)
            let image = StatementImage(
                id: id, story: articles.story, flags: query.int(4), confidence: query.int(5),
                ranges: (quote.start, quote.end, first.start, first.end, second.start, second.end),
                texts: texts)
            try runs.append(key, count: image.size) { image.write(to: $0) }
        }
        try runs.finish()
        return runs
    }

    /// The edge of a statement, and whether it runs the other way; nil where the view leaves it out.
    private func key(_ subject: Int64, _ relation: UInt32, _ object: Int64) -> (EdgeKey, Bool)? {
        let (first, second) = (table.rank(of: subject), table.rank(of: object))
        guard first != second, first != EntityTable.none, second != EntityTable.none else { return nil }
        for rank in [first, second] where reach != nil || !view.kinds.isEmpty {
            let id = table.id(rank)
            if reach?.contains(id) == false { return nil }
            if !view.kinds.isEmpty, !view.kinds.contains(table.kind(rank)), !focus.contains(id) { return nil }
        }
        // A merge may turn a symmetric relation round.
        if first > second, !overlay.representatives.isEmpty, symmetric.contains(relation),
            overlay.representative(of: subject) != subject || overlay.representative(of: object) != object
        {
            return (EdgeKey(subject: second, relation: relation, object: first), true)
        }
        return (EdgeKey(subject: first, relation: relation, object: second), false)
    }

    /// The keys of edges that people judged.
    func keys(_ triples: Set<Overlay.Triple>) -> Set<EdgeKey> {
        Set(
            triples.compactMap { triple in
                guard let subject = table.rank(ofKey: triple.subject), let object = table.rank(ofKey: triple.object),
                    let relation = relations.firstIndex(of: RelationID(triple.relation))
                else { return nil }
                return EdgeKey(
                    subject: subject, relation: UInt32(truncatingIfNeeded: relation), object: object)
            })
    }
}

/// The names of rules, a bounded number of them remembered.
private struct RuleNames {
    private let memory = RecordMemory()
    private var names: [Int64: BorrowedText] = [:]
    private var last: (id: Int64, name: BorrowedText)?

    /// The name, valid until the next is asked for.
    mutating func name(of id: Int64, _ db: Database) throws -> UnsafeBufferPointer<UInt8> {
        if let last, last.id == id { return last.name.bytes }
        if names.count >= 8192 {
            names.removeAll(keepingCapacity: true)
            memory.empty()
        }
        let name = try names[id] ?? read(id, db)
        names[id] = name
        last = (id, name)
        return name.bytes
    }

    private func read(_ id: Int64, _ db: Database) throws -> BorrowedText {
        let query = try PreparedStatement(db, "SELECT name FROM rule WHERE id = ?")
        query.bind(1, id)
        defer { query.reset() }
        guard try query.next() else { throw StoreError(.badData, "the store is damaged: a name is missing") }
        return memory.text(query.text(0))
    }
}
