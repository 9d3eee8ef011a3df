internal import LiaisonModel

/// A buffer in front of a sink.
///
/// Appending never throws, so that writers stay plain; the first failure of the sink is kept, the bytes after it are
/// dropped, and ``checkpoint()`` throws it. A class because all parts of a writer share one position in the output.
final class ByteOutput {
    private static let capacity = 1 << 16

    private var sink: any ByteSink
    private var failure: (any Error)?
    private let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: ByteOutput.capacity)
    private var count = 0

    init(_ sink: some ByteSink) {
        self.sink = sink
    }

    deinit {
        storage.deallocate()
    }

    /// Throws what the sink threw since it was made.
    func checkpoint() throws {
        if let failure { throw failure }
    }

    /// Hands everything to the sink.
    func finish() throws {
        flush()
        try checkpoint()
    }

    @inline(__always)
    func byte(_ byte: UInt8) {
        if count == Self.capacity { flush() }
        storage[count] = byte
        count += 1
    }

    @inline(__always)
    func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return }
        if bytes.count > Self.capacity - count {
            append(large: bytes)
            return
        }
        (storage + count).update(from: base, count: bytes.count)
        count += bytes.count
    }

    func bytes(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { self.bytes($0) }
    }

    @inline(__always)
    func text(_ text: StaticString) {
        bytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text that needs no escaping.
    func plain(_ text: String) {
        var text = text
        text.withUTF8 { bytes($0) }
    }

    /// Appends text with every byte that the table replaces replaced.
    func escaped(_ text: String, _ table: EscapeTable) {
        var text = text
        text.withUTF8 { escaped(BorrowedText($0), table) }
    }

    /// Appends text with every byte that the table replaces replaced.
    func escaped(_ text: BorrowedText, _ table: EscapeTable) {
        let bytes = text.bytes
        guard let base = bytes.baseAddress else { return }
        var start = 0
        while true {
            let end = start + table.cleanCount(base + start, bytes.count - start)
            self.bytes(UnsafeBufferPointer(start: base + start, count: end - start))
            if end == bytes.count { return }
            self.bytes(table.replacement(of: bytes[end]))
            start = end + 1
        }
    }

    /// Appends text that needs no escaping.
    @inline(__always)
    func plain(_ text: BorrowedText) {
        bytes(text.bytes)
    }

    /// Appends the last so many digits of a number, in lower case.
    func hexadecimal(_ value: UInt64, digits: Int) {
        if Self.capacity - count < digits { flush() }
        var rest = value
        var at = count + digits
        count = at
        while at > count - digits {
            at -= 1
            let digit = UInt8(truncatingIfNeeded: rest & 15)
            storage[at] = digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &- 10 &+ digit
            rest >>= 4
        }
    }

    func integer(_ value: Int) {
        if value >= 0 && value < 10 {
            byte(UInt8(ascii: "0") + UInt8(value))
            return
        }
        if value < 0 { byte(UInt8(ascii: "-")) }
        var rest = value.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var at = 20
            while rest > 0 || at == 20 {
                at -= 1
                digits[at] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            bytes(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[at...]))
        }
    }

    /// Appends a probability as a decimal of one to four places: `0.93`, `1.0`. What is not from 0 to 1 is brought there.
    func probability(_ value: Double) {
        var steps = ByteOutput.steps(of: value)
        integer(steps / 10_000)
        byte(UInt8(ascii: "."))
        steps %= 10_000
        var unit = 1_000
        repeat {
            byte(UInt8(ascii: "0") + UInt8(steps / unit))
            steps %= unit
            unit /= 10
        } while steps > 0 && unit > 0
    }

    /// A probability in steps of 0.0001.
    static func steps(of value: Double) -> Int {
        value > 0 ? Int((min(value, 1) * 10_000).rounded()) : 0
    }

    private func append(large bytes: UnsafeBufferPointer<UInt8>) {
        flush()
        if bytes.count >= Self.capacity {
            emit(UnsafeRawBufferPointer(bytes))
        } else if let base = bytes.baseAddress {
            storage.update(from: base, count: bytes.count)
            count = bytes.count
        }
    }

    private func flush() {
        if count > 0 { emit(UnsafeRawBufferPointer(start: storage, count: count)) }
        count = 0
    }

    private func emit(_ bytes: UnsafeRawBufferPointer) {
        if failure != nil { return }
        do {
            try sink.write(bytes)
        } catch {
            failure = error
        }
    }
}
