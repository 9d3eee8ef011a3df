extension StatementRecord {
    /// The bytes that ``Statement/id`` is the digest of; the identifier is the first twenty hexadecimal digits.
    ///
    /// - Parameter scratch: is emptied first; kept by the caller, so that nothing is allocated a statement.
    /// - Returns: the first ten bytes of the digest, eight and two.
    public func digest(of edge: EdgeRecord, scratch: inout [UInt8]) -> (UInt64, UInt16) {
        scratch.removeAll(keepingCapacity: true)
        func add(_ text: BorrowedText) {
            scratch.append(contentsOf: text.bytes)
            scratch.append(0)
        }
        func add(_ text: String) {
            scratch.append(contentsOf: text.utf8)
            scratch.append(0)
        }
        func add(_ number: Int, _ end: UInt8) {
            Self.append(number, to: &scratch)
            scratch.append(end)
        }
        add(sha256)
        add(edge.subject.key)
        add(edge.relation.text)
        add(edge.object.key)
        add(part.rawValue)
        for (number, end) in [
            (range.start, 0x20), (range.end, 0x20), (subjectRange.start, 0x20), (subjectRange.end, 0x20),
            (objectRange.start, 0x20), (objectRange.end, 0),
        ] as [(Int, UInt8)] {
            add(number, end)
        }
        add(factuality.rawValue)
        add(time.rawValue)
        add(negated ? "negated" : "")
        return scratch.withUnsafeBufferPointer { SHA256.start(of: $0) }
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
