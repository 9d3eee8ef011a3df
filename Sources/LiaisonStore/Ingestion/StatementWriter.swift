internal import class GRDB.Database
internal import LiaisonModel

/// Writes the rows of `statement`.
struct StatementWriter {
    private let db: Database
    private let insert: PreparedStatement

    init(_ db: Database) throws {
        self.db = db
        insert = try PreparedStatement(
            db,
            """
            INSERT INTO statement (
                id, subject, relation, object, flags, confidence, rule, range_start, range_end, subject_start,
                subject_end, object_start, object_end, quote, via, amount, amount_maximum, currency, amount_text, date,
                start, "end", stake, round, role, count, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    /// Adds one statement and returns the names it used.
    func write(
        _ statement: Statement, id: Int64, _ entities: inout EntityWriter, _ catalog: inout Catalog
    ) throws -> (Int64, Int64) {
        let relation = try self.relation(statement.relation.text, &catalog)
        let swaps = relation.isSymmetric && statement.object.key < statement.subject.key
        let evidence = statement.evidence
        let subject = try entities.intern(swaps ? statement.object : statement.subject, &catalog)
        let object = try entities.intern(swaps ? statement.subject : statement.object, &catalog)
        let (subjectRange, objectRange) =
            swaps ? (evidence.object, evidence.subject) : (evidence.subject, evidence.object)
        insert.clear()
        insert.bind(1, id)
        insert.bind(2, subject.entity)
        insert.bind(3, relation.id)
        insert.bind(4, object.entity)
        insert.bind(5, StatementFlags(statement).code)
        insert.bind(6, statement.confidenceSteps)
        insert.bind(7, try rule(statement.rule, &catalog))
        insert.bind(8, evidence.range.start)
        insert.bind(9, evidence.range.end)
        insert.bind(10, subjectRange.start)
        insert.bind(11, subjectRange.end)
        insert.bind(12, objectRange.start)
        insert.bind(13, objectRange.end)
        insert.bind(14, evidence.quote)
        if !evidence.via.isEmpty {
            insert.bind(15, evidence.via.map { "\($0.start)-\($0.end)" }.joined(separator: " "))
        }
        bind(statement.qualifiers)
        try insert.run()
        return (subject.name, object.name)
    }

    private func bind(_ qualifiers: Qualifiers) {
        func put(_ position: Int, _ text: String?) {
            if let text { insert.bind(position, text) }
        }
        if let amount = qualifiers.amount {
            insert.bind(16, amount.value.description)
            put(17, amount.maximum?.description)
            insert.bind(18, amount.currency)
            put(19, amount.text)
        }
        put(20, qualifiers.date)
        put(21, qualifiers.start)
        put(22, qualifiers.end)
        put(23, qualifiers.stake?.description)
        put(24, qualifiers.round)
        put(25, qualifiers.role)
        put(26, qualifiers.count)
        put(27, qualifiers.source)
    }

    private func relation(_ name: String, _ catalog: inout Catalog) throws -> (id: Int64, isSymmetric: Bool) {
        if let known = catalog.relations[ExactText(name)] { return known }
        let query = try PreparedStatement(
            db,
            """
            INSERT INTO relation (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name
            RETURNING id, is_symmetric
            """)
        query.bind(1, name)
        guard try query.next() else { throw StoreError(.ourFault, "the relation \(name) was not stored") }
        let row = (query.int64(0), query.int(1) != 0)
        query.reset()
        catalog.relations[ExactText(name)] = row
        return row
    }

    private func rule(_ name: String, _ catalog: inout Catalog) throws -> Int64 {
        if let known = catalog.rules[ExactText(name)] { return known }
        let query = try PreparedStatement(
            db,
            "INSERT INTO rule (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id")
        query.bind(1, name)
        guard try query.next() else { throw StoreError(.ourFault, "the rule \(name) was not stored") }
        let id = query.int64(0)
        query.reset()
        catalog.rules[ExactText(name)] = id
        return id
    }
}
