internal import LiaisonModel

/// A row of `statement`, decoded but for the rows it points to.
struct StatementRow {
    var id: Int64
    var subject: Int64
    var relation: Int64
    var object: Int64
    var flags: Int
    var confidence: Int
    var rule: Int64
    var evidence: Evidence
    var qualifiers: Qualifiers

    /// An article's statements are numbered from its id, shifted by so many bits.
    static let articleShift = 20

    var article: Int64 { id >> Int64(Self.articleShift) }

    static let columns = """
        statement.id, statement.subject, statement.relation, statement.object, statement.flags, statement.confidence,
        statement.rule, statement.range_start, statement.range_length, statement.subject_offset,
        statement.subject_length, statement.object_offset, statement.object_length, statement.quote, statement.via, statement.amount,
        statement.amount_maximum, statement.currency, statement.amount_text, statement.date, statement.start,
        statement."end", statement.stake, statement.round, statement.role, statement.count, statement.source
        """

    init(_ row: PreparedStatement) {
        id = row.int64(0)
        subject = row.int64(1)
        relation = row.int64(2)
        object = row.int64(3)
        flags = row.int(4)
        confidence = row.int(5)
        rule = row.int64(6)
        let flags = StatementFlags(code: flags)
        let start = row.int(7)
        evidence = Evidence(
            part: flags.part, range: Self.range(row, 7, from: 0), quote: row.text(13),
            subject: Self.range(row, 9, from: start), object: Self.range(row, 11, from: start),
            via: row.isNull(14) ? [] : Self.ranges(row.text(14)))
        var qualifiers = Qualifiers()
        qualifiers.factuality = flags.factuality
        qualifiers.time = flags.time
        qualifiers.negated = flags.negated
        if !row.isNull(15), let value = ExactDecimal(row.text(15)) {
            qualifiers.amount = Amount(
                value: value, maximum: row.optionalText(16).flatMap { ExactDecimal($0) }, currency: row.text(17),
                bound: flags.bound, scope: flags.scope, text: row.optionalText(18))
        }
        qualifiers.date = row.optionalText(19)
        qualifiers.start = row.optionalText(20)
        qualifiers.end = row.optionalText(21)
        qualifiers.stake = row.optionalText(22).flatMap { ExactDecimal($0) }
        qualifiers.round = row.optionalText(23)
        qualifiers.role = row.optionalText(24)
        qualifiers.count = row.optionalText(25)
        qualifiers.source = row.optionalText(26)
        self.qualifiers = qualifiers
    }

    /// A range that is stored as an offset and a length; damaged numbers give wrong ranges, never a trap.
    static func range(_ row: PreparedStatement, _ column: Int, from start: Int) -> CodePointRange {
        let first = start &+ row.int(column)
        return CodePointRange(first, max(first, first &+ row.int(column + 1)))
    }

    static func ranges(_ text: String) -> [CodePointRange] {
        text.split(separator: " ").compactMap { pair in
            let ends = pair.split(separator: "-").compactMap { Int($0) }
            return ends.count == 2 ? CodePointRange(ends[0], ends[1]) : nil
        }
    }
}
