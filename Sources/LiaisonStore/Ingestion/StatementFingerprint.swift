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

    private var text: String {
        Hexadecimal.text((0..<8).map { UInt8(truncatingIfNeeded: state >> UInt64(56 - 8 * $0)) })
    }

    private mutating func add(_ statement: Statement) {
        let (e, q) = (statement.evidence, statement.qualifiers)
        for end in [statement.subject, statement.object] {
            add(end.key.text)
            add(end.name)
            add(end.kind.rawValue)
            add(end.wikidata)
        }
        add(statement.relation.text)
        add(statement.rule)
        add(e.quote)
        add(UInt64(truncatingIfNeeded: StatementFlags(statement).code))
        add(UInt64(statement.confidenceSteps))
        for range in [e.range, e.subject, e.object] + e.via {
            add(UInt64(truncatingIfNeeded: range.start) << 32 ^ UInt64(truncatingIfNeeded: range.end))
        }
        if let amount = q.amount {
            add(UInt64(bitPattern: amount.value.coefficient) ^ UInt64(truncatingIfNeeded: amount.value.exponent))
            add(amount.maximum?.description)
            add(amount.currency)
            add(amount.text)
        }
        for field in [q.date, q.start, q.end, q.stake?.description, q.round, q.role, q.count, q.source] { add(field) }
    }

    private mutating func add(_ text: String?) {
        guard var text else { return add(1) }
        add(UInt64(text.utf8.count) &+ 2)
        text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var at = 0
            while at + 8 <= raw.count {
                add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            var rest: UInt64 = 0
            while at < raw.count {
                rest = rest << 8 | UInt64(raw[at])
                at += 1
            }
            add(rest)
        }
    }

    private mutating func add(_ word: UInt64) {
        // One round of wyhash's folded multiplication.
        let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        state = product.high ^ product.low &+ 0xE703_7ED1_A0B4_28DB
    }
}

extension Statement {
    /// The confidence in ten-thousandths, 0…10000.
    var confidenceSteps: Int {
        confidence.isNaN ? 0 : Int((min(max(confidence, 0), 1) * 10_000).rounded())
    }
}
