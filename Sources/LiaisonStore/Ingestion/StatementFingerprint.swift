internal import LiaisonModel

/// A short digest of statements, to see whether the same ones are loaded again. Not meant to withstand forgery.
struct StatementFingerprint {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Sixteen hexadecimal digits that depend on every field and on the order.
    static func text(of statements: [Statement]) -> String {
        var digest = StatementFingerprint()
        for statement in statements { digest.add(statement) }
        return digest.text
    }

    /// The version of a reading that came in two parts.
    static func joined(_ first: String, _ second: String) -> String {
        var digest = StatementFingerprint()
        digest.add(first)
        digest.add(second)
        return "statements:" + digest.text
    }

    var text: String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: state >> UInt64(60 - 4 * place)) & 15
                digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 16
        }
    }

    mutating func add(_ statement: Statement) {
        let e = statement.evidence
        add(statement.subject)
        add(statement.object)
        add(statement.relation.text)
        add(statement.rule)
        add(e.quote)
        add(UInt64(truncatingIfNeeded: StatementFlags(statement).code))
        add(UInt64(statement.confidenceSteps))
        add(e.range)
        add(e.subject)
        add(e.object)
        for range in e.via { add(range) }
        add(statement.qualifiers)
    }

    /// Like ``add(_:)-(Statement)``, with the same result, for a statement that was not read in full.
    ///
    /// The words of its ends are to be added before.
    mutating func add(
        _ slices: borrowing StatementSlices, relation: String, rule: String, flags: Int, steps: Int
    ) {
        add(relation)
        add(rule)
        switch slices.quote {
        case .plain(let bytes): add(UnsafeRawBufferPointer(bytes))
        case .text(let text): add(text)
        }
        add(UInt64(truncatingIfNeeded: flags))
        add(UInt64(steps))
        add(slices.range)
        add(slices.subjectRange)
        add(slices.objectRange)
        for range in slices.via { add(range) }
        if slices.isQualified {
            add(slices.qualifiers)
        } else {
            for _ in 0..<Self.textsOfQualifiers { add(1 as UInt64) }
        }
    }

    /// Adds the words of an end.
    mutating func add(_ words: UnsafeBufferPointer<UInt64>) {
        for word in words { add(word) }
    }

    /// What an end adds to a fingerprint, to be added many times.
    static func words(of end: EntityReference) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(32)
        for text in texts(of: end) { append(text, to: &words) }
        return words
    }

    private static func texts(of end: EntityReference) -> [String?] {
        [end.key.text, end.name, end.kind.rawValue, end.wikidata]
    }

    private mutating func add(_ end: EntityReference) {
        for text in Self.texts(of: end) { add(text) }
    }

    private static func append(_ text: String?, to words: inout [UInt64]) {
        guard var text else { return words.append(1) }
        text.withUTF8 { bytes in forEachWord(of: UnsafeRawBufferPointer(bytes)) { words.append($0) } }
    }

    private mutating func add(_ range: CodePointRange) {
        add(UInt64(truncatingIfNeeded: range.start) << 32 ^ UInt64(truncatingIfNeeded: range.end))
    }

    /// How many texts qualifiers without an amount may have, each of which adds something also where it is missing.
    private static let textsOfQualifiers = 8

    private mutating func add(_ q: Qualifiers) {
        if let amount = q.amount {
            add(UInt64(bitPattern: amount.value.coefficient) ^ UInt64(truncatingIfNeeded: amount.value.exponent))
            add(amount.maximum?.description)
            add(amount.currency)
            add(amount.text)
        }
        add(q.date)
        add(q.start)
        add(q.end)
        add(q.stake?.description)
        add(q.round)
        add(q.role)
        add(q.count)
        add(q.source)
    }

    private mutating func add(_ text: String?) {
        guard var text else { return add(1) }
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    private mutating func add(_ raw: UnsafeRawBufferPointer) {
        Self.forEachWord(of: raw) { add($0) }
    }

    /// The words that stand for a text: its length, then eight bytes each.
    private static func forEachWord(of raw: UnsafeRawBufferPointer, _ visit: (UInt64) -> Void) {
        visit(UInt64(raw.count) &+ 2)
        var at = 0
        while at + 8 <= raw.count {
            visit(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        visit(rest)
    }

    private mutating func add(_ word: UInt64) {
        // One round of wyhash's folded multiplication.
        let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        state = product.high ^ product.low &+ 0xE703_7ED1_A0B4_28DB
    }
}

extension Statement {
    /// The confidence in ten-thousandths, 0…10000.
    var confidenceSteps: Int { Self.steps(confidence) }

    /// A confidence in ten-thousandths.
    static func steps(_ confidence: Double) -> Int {
        confidence.isNaN ? 0 : Int((min(max(confidence, 0), 1) * 10_000).rounded())
    }
}
