internal import class GRDB.Database

/// The append-only table of judgements.
enum JudgementLog {
    /// Every judgement ever made, oldest first.
    static func all(_ db: Database) throws -> [Judgement] {
        let query = try PreparedStatement(
            db,
            """
            SELECT id, verb, subject, relation, object, value, undoes, author, reason, made_at FROM judgement ORDER BY id
            """)
        var judgements: [Judgement] = []
        while try query.next() {
            guard let verb = Judgement.Verb(rawValue: query.text(1)) else { continue }
            judgements.append(
                Judgement(
                    number: query.int(0), verb: verb, subject: query.text(2), relation: query.optionalText(3),
                    object: query.optionalText(4), value: query.optionalText(5), undoes: query.optionalInt(6),
                    author: query.optionalText(7), reason: query.optionalText(8), madeAt: query.text(9)))
        }
        return judgements
    }

    /// Those that nobody took back, oldest first. Undoing an undo brings the first judgement back.
    static func inForce(_ db: Database) throws -> [Judgement] {
        var undone: Set<Int> = []
        var kept: [Judgement] = []
        for judgement in try all(db).reversed() where !undone.contains(judgement.number) {
            if let target = judgement.undoes { undone.insert(target) }
            kept.append(judgement)
        }
        return kept.reversed()
    }

    /// Appends a judgement; its number is given here.
    static func append(_ db: Database, _ judgement: Judgement) throws -> Int {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO judgement (verb, subject, relation, object, value, undoes, author, reason, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, judgement.verb.rawValue)
        insert.bind(2, judgement.subject)
        insert.bind(3, judgement.relation)
        insert.bind(4, judgement.object)
        insert.bind(5, judgement.value)
        insert.bind(6, judgement.undoes)
        insert.bind(7, judgement.author)
        insert.bind(8, judgement.reason)
        insert.bind(9, judgement.madeAt)
        try insert.run()
        return Int(db.lastInsertedRowID)
    }
}
