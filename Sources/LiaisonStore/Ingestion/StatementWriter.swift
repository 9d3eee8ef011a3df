internal import class GRDB.Database
internal import LiaisonModel

/// Writes the rows of `statement`.
struct StatementWriter {
    private let db: Database
    private let insert: PreparedStatement
    /// Statements of new articles that are yet to be written.
    let batch: StatementBatch

    init(_ db: Database) throws {
        self.db = db
        batch = try StatementBatch(db)
        insert = try PreparedStatement(
            db,
            """
            INSERT INTO statement (
                id, subject, relation, object, flags, confidence, rule, range_start, range_length, subject_offset,
                subject_length, object_offset, object_length, quote, via, amount, amount_maximum, currency, amount_text, date,
                start, "end", stake, round, role, count, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    /// Adds one statement and returns the names it used.
    /// - Parameters:
    ///   - codes: where its edge is noted too; nil when that is put off.
    ///   - tally: where it is noted until then.
    func write(
        _ statement: Statement, id: Int64, _ entities: inout EntityWriter, _ catalog: inout Catalog, codes: EdgeCodes?,
        _ tally: LoadTally? = nil
    ) throws -> (Int64, Int64) {
        let relation = try self.relation(statement.relation.text, &catalog)
        let swaps = relation.isSymmetric && statement.object.key < statement.subject.key
        let evidence = statement.evidence
        let subject = try entities.intern(swaps ? statement.object : statement.subject, &catalog)
        let object = try entities.intern(swaps ? statement.subject : statement.object, &catalog)
        let (subjectRange, objectRange) =
            swaps ? (evidence.object, evidence.subject) : (evidence.subject, evidence.object)
        var row = StatementBatch.Row(
            id: id,
            numbers: Self.numbers(
                subject.entity, relation.id, object.entity, flags: StatementFlags(statement).code,
                steps: statement.confidenceSteps, rule: try rule(statement.rule, &catalog), evidence.range,
                subjectRange, objectRange), quote: UnsafeBufferPointer(start: nil, count: 0))
        row.texts = Self.texts(statement.qualifiers, via: evidence.via)
        try write(row, quote: evidence.quote)
        var (first, second) = (statement.subject.key.text, statement.object.key.text)
        if swaps { swap(&first, &second) }
        if let codes {
            let code = EdgeCodes.code(subject: first, relation: statement.relation.text, object: second)
            try codes.add(code, subject: subject.entity, object: object.entity)
        }
        if let tally {
            first.withUTF8 { first in
                second.withUTF8 { second in
                    tally.add(
                        subject: subject.entity, key: first, relation: statement.relation.text, object: object.entity,
                        key: second)
                }
            }
        }
        return (subject.name, object.name)
    }

    /// Writes what is put off: before statements are read, and before the bytes go that they were read from.
    func writeAll() throws { try batch.write() }

    /// Adds one statement from where it lies, where the bytes stay until ``writeAll()``.
    func write(
        _ slices: borrowing StatementSlices, id: Int64, _ subject: EndTable.End, _ relation: LoadMemory.Relation,
        _ object: EndTable.End, _ rule: LoadMemory.Rule, _ ends: borrowing EndTable, _ flags: Int, _ steps: Int,
        codes: EdgeCodes?, _ tally: LoadTally?
    ) throws {
        let swaps = relation.isSymmetric && ends.precedes(object, subject)
        let (first, second) = swaps ? (object, subject) : (subject, object)
        let ranges =
            swaps ? (slices.objectRange, slices.subjectRange) : (slices.subjectRange, slices.objectRange)
        var row = StatementBatch.Row(
            id: id,
            numbers: Self.numbers(
                first.rows.entity, relation.id, second.rows.entity, flags: flags, steps: steps, rule: rule.id,
                slices.range, ranges.0, ranges.1), quote: UnsafeBufferPointer(start: nil, count: 0))
        if slices.hasDetails { row.texts = Self.texts(slices.qualifiers, via: slices.via) }
        switch slices.quote {
        case .plain(let quote):
            row.quote = quote
            try batch.add(row)
        case .text(let text):
            try write(row, quote: text)
        }
        if let tally {
            ends.withKeys(of: first, second) {
                tally.add(
                    subject: first.rows.entity, key: $0, relation: relation.name, object: second.rows.entity, key: $1)
            }
        }
        guard let codes else { return }
        let code = EdgeCodes.code(
            subject: ends.key(of: first), relation: relation.name, object: ends.key(of: second))
        try codes.add(code, subject: first.rows.entity, object: second.rows.entity)
    }

    /// Writes a row whose quote is a text of its own.
    private func write(_ row: StatementBatch.Row, quote: String) throws {
        if batch.copies {
            var (row, quote) = (row, quote)
            return try quote.withUTF8 { bytes in
                row.quote = bytes
                try batch.add(row)
            }
        }
        // In the order of their numbers, so that rows fill one page after another.
        try batch.write()
        insert.clear()
        insert.bind(1, row.id)
        withUnsafeBytes(of: row.numbers) { raw in
            for (place, number) in raw.assumingMemoryBound(to: Int64.self).enumerated() {
                insert.bind(2 + place, number)
            }
        }
        insert.bind(14, quote)
        for (column, text) in row.texts { insert.bind(14 + column, text) }
        try insert.run()
    }

    /// The columns from the subject's to the last place.
    private static func numbers(
        _ subject: Int64, _ relation: Int64, _ object: Int64, flags: Int, steps: Int, rule: Int64,
        _ range: CodePointRange, _ subjectRange: CodePointRange, _ objectRange: CodePointRange
    ) -> StatementBatch.Numbers {
        (
            subject, relation, object, Int64(flags), Int64(steps), rule, Int64(range.start),
            Int64(range.end &- range.start), Int64(subjectRange.start &- range.start),
            Int64(subjectRange.end &- subjectRange.start), Int64(objectRange.start &- range.start),
            Int64(objectRange.end &- objectRange.start)
        )
    }

    /// The columns after the quote's, from 1 on, that are not NULL.
    private static func texts(_ qualifiers: Qualifiers, via: [CodePointRange]) -> [(column: Int, text: String)] {
        var texts: [(column: Int, text: String)] = []
        func put(_ column: Int, _ text: String?) {
            if let text { texts.append((column, text)) }
        }
        if !via.isEmpty { put(1, via.map { "\($0.start)-\($0.end)" }.joined(separator: " ")) }
        if let amount = qualifiers.amount {
            put(2, amount.value.description)
            put(3, amount.maximum?.description)
            put(4, amount.currency)
            put(5, amount.text)
        }
        put(6, qualifiers.date)
        put(7, qualifiers.start)
        put(8, qualifiers.end)
        put(9, qualifiers.stake?.description)
        put(10, qualifiers.round)
        put(11, qualifiers.role)
        put(12, qualifiers.count)
        put(13, qualifiers.source)
        return texts
    }

    func relation(_ name: String, _ catalog: inout Catalog) throws -> (id: Int64, isSymmetric: Bool) {
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

    func rule(_ name: String, _ catalog: inout Catalog) throws -> Int64 {
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
