internal import LiaisonModel

/// A row of `statement` with what its article contributes, as bytes: five numbers, six ends of ranges, and the texts that
/// are there with their lengths.
struct StatementImage {
    /// The texts, in their order.
    enum Text: Int {
        case quote, sha256, url, title, publisher, published, rule
        case via, amount, maximum, currency, amountText, date, start, end, stake, round, role, count, source
        static let number = 20
    }

    var id: Int64
    var story: Int64
    var flags: Int
    var confidence: Int
    var ranges: (Int, Int, Int, Int, Int, Int)
    /// One for each ``Text``; nil where there is none.
    var texts: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>?>

    private static let fixedSize = 80

    /// In bytes.
    var size: Int {
        var size = Self.fixedSize
        for case let text? in texts { size += 4 + text.count }
        return size
    }

    func write(to target: UnsafeMutableRawPointer) {
        var mask: UInt32 = 0
        var at = Self.fixedSize
        for index in 0..<Text.number {
            guard let text = texts[index] else { continue }
            mask |= 1 << UInt32(index)
            target.storeBytes(of: UInt32(truncatingIfNeeded: text.count), toByteOffset: at, as: UInt32.self)
            at += 4
        }
        for case let text? in texts {
            if let base = text.baseAddress { (target + at).copyMemory(from: base, byteCount: text.count) }
            at += text.count
        }
        target.storeBytes(of: id, toByteOffset: 0, as: Int64.self)
        target.storeBytes(of: story, toByteOffset: 8, as: Int64.self)
        target.storeBytes(of: flags, toByteOffset: 16, as: Int.self)
        target.storeBytes(of: UInt32(truncatingIfNeeded: confidence), toByteOffset: 24, as: UInt32.self)
        target.storeBytes(of: mask, toByteOffset: 28, as: UInt32.self)
        target.storeBytes(of: ranges.0, toByteOffset: 32, as: Int.self)
        target.storeBytes(of: ranges.1, toByteOffset: 40, as: Int.self)
        target.storeBytes(of: ranges.2, toByteOffset: 48, as: Int.self)
        target.storeBytes(of: ranges.3, toByteOffset: 56, as: Int.self)
        target.storeBytes(of: ranges.4, toByteOffset: 64, as: Int.self)
        target.storeBytes(of: ranges.5, toByteOffset: 72, as: Int.self)
    }

    static func id(_ image: UnsafeRawPointer) -> Int64 { image.loadUnaligned(as: Int64.self) }

    static func story(_ image: UnsafeRawPointer) -> Int64 {
        image.loadUnaligned(fromByteOffset: 8, as: Int64.self)
    }

    /// See ``Claim/holds``.
    static func holds(_ image: UnsafeRawPointer) -> Bool {
        StatementFlags(code: image.loadUnaligned(fromByteOffset: 16, as: Int.self)).holds
    }

    /// One of the texts.
    static func text(_ wanted: Text, _ image: UnsafeRawPointer) -> BorrowedText? {
        let mask = image.loadUnaligned(fromByteOffset: 28, as: UInt32.self)
        guard mask & 1 << UInt32(wanted.rawValue) != 0 else { return nil }
        var start = fixedSize + 4 * mask.nonzeroBitCount
        let before = (mask & (1 << UInt32(wanted.rawValue) &- 1)).nonzeroBitCount
        func length(_ number: Int) -> Int {
            Int(image.loadUnaligned(fromByteOffset: fixedSize + 4 * number, as: UInt32.self))
        }
        for number in 0..<before { start += length(number) }
        return BorrowedText(
            UnsafeBufferPointer(start: (image + start).assumingMemoryBound(to: UInt8.self), count: length(before)))
    }

    /// The record, whose texts lie in the image.
    static func record(_ image: UnsafeRawPointer, in memory: RecordMemory) -> StatementRecord {
        func number(_ offset: Int) -> Int { image.loadUnaligned(fromByteOffset: offset, as: Int.self) }
        let mask = image.loadUnaligned(fromByteOffset: 28, as: UInt32.self)
        var length = fixedSize
        var start = fixedSize + 4 * mask.nonzeroBitCount
        func next(_ text: Text) -> BorrowedText? {
            guard mask & 1 << UInt32(text.rawValue) != 0 else { return nil }
            let count = Int(image.loadUnaligned(fromByteOffset: length, as: UInt32.self))
            length += 4
            defer { start += count }
            return BorrowedText(
                UnsafeBufferPointer(start: (image + start).assumingMemoryBound(to: UInt8.self), count: count))
        }
        let quote = next(.quote) ?? ""
        var record = StatementRecord(
            sha256: next(.sha256) ?? "", quote: quote, rule: "",
            confidence: Double(image.loadUnaligned(fromByteOffset: 24, as: UInt32.self)) / 10_000,
            range: CodePointRange(number(32), number(40)), subjectRange: CodePointRange(number(48), number(56)),
            objectRange: CodePointRange(number(64), number(72)))
        record.url = next(.url)
        record.title = next(.title)
        record.publisher = next(.publisher)
        record.published = next(.published)
        record.rule = next(.rule) ?? ""
        let flags = StatementFlags(code: number(16))
        record.part = flags.part
        record.factuality = flags.factuality
        record.time = flags.time
        record.negated = flags.negated
        // Most statements have nothing beyond this.
        if mask >> UInt32(Text.via.rawValue) == 0 { return record }
        if let via = next(.via) { record.via = memory.array(StatementRow.ranges(via.string)) }
        let value = next(.amount)
        let (maximum, currency, wording) = (next(.maximum), next(.currency), next(.amountText))
        if let value = value.flatMap({ ExactDecimal(utf8: $0.bytes) }) {
            record.amount = AmountRecord(
                value: value, maximum: maximum.flatMap { ExactDecimal(utf8: $0.bytes) }, currency: currency ?? "",
                bound: flags.bound, scope: flags.scope, text: wording)
        }
        record.date = next(.date)
        record.start = next(.start)
        record.end = next(.end)
        record.stake = next(.stake).flatMap { ExactDecimal(utf8: $0.bytes) }
        record.round = next(.round)
        record.role = next(.role)
        record.count = next(.count)
        record.source = next(.source)
        return record
    }
}
