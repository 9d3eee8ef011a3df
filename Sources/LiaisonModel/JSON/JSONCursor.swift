#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Walks over one JSON object in place. Every reader answers nil, and leaves the cursor anywhere, when the bytes are not of
/// the plain form it knows: the caller then starts again with ``JSONParser``, which is the judge of what is valid.
struct JSONCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Whether the object that was opened has been closed.
    private var isClosed = false
    private var isFirst = true
    /// The field that was read last, -1 at the beginning of an object.
    private var last = -1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Enters the object.
    mutating func open() -> Bool {
        skipSpace()
        return take(UInt8(ascii: "{"))
    }

    /// The place of the next field among the names, which count as unknown place when they are not there; nil at the end of
    /// the object or when the bytes are not as expected.
    mutating func field(_ names: FieldNames) -> Int? {
        skipSpace()
        if take(UInt8(ascii: "}")) {
            isClosed = true
            return nil
        }
        if !isFirst {
            guard take(UInt8(ascii: ",")) else { return nil }
            skipSpace()
        }
        isFirst = false
        guard let name = plainString() else { return nil }
        skipSpace()
        guard take(UInt8(ascii: ":")) else { return nil }
        skipSpace()
        return names.place(name)
    }

    /// Like ``field(_:)-(FieldNames)``, with what is known of the order of fields.
    @inline(__always)
    mutating func field(_ order: FieldOrder) -> Int? {
        if let (place, length) = order.next(after: last, in: bytes, at: position) {
            position += length
            (isFirst, last) = (false, place)
            return place
        }
        return unexpectedField(order)
    }

    @inline(never)
    private mutating func unexpectedField(_ order: FieldOrder) -> Int? {
        let start = position
        guard let place = field(order.names) else { return nil }
        if place < order.names.count {
            order.learn(UnsafeBufferPointer(rebasing: bytes[start..<position]), after: last, place: place)
        }
        last = place < order.names.count ? place : -1
        return place
    }

    /// Enters an object inside the one that is being walked over; returns what ``closeInner(_:)`` goes on with.
    mutating func openInner() -> Int? {
        guard take(UInt8(ascii: "{")) else { return nil }
        defer { (isFirst, last) = (true, -1) }
        return last
    }

    /// Goes on with the outer object after the fields of an inner one; false when the inner one was not closed.
    mutating func closeInner(_ outer: Int) -> Bool {
        defer { (isClosed, isFirst, last) = (false, false, outer) }
        return isClosed
    }

    /// Whether the object was closed and nothing but white space follows.
    var isAtEnd: Bool {
        var rest = self
        rest.skipSpace()
        return isClosed && rest.position == bytes.count
    }

    // MARK: Values

    mutating func string() -> String? {
        let start = position
        if let plain = plainString() {
            // Several times faster than `String(validating:as:)`, for which there is no way of its own for bytes at hand.
            return Bytes.areUTF8(plain) ? String(decoding: plain, as: UTF8.self) : nil
        }
        position = start
        return escapedString()
    }

    mutating func skipString() -> Bool {
        string() != nil
    }

    /// The bytes of an object with its braces.
    /// - Parameter known: the bytes of an object that may well stand here again.
    mutating func object(
        known: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) -> UnsafeBufferPointer<UInt8>? {
        let start = position
        if let other = known.baseAddress, let base = bytes.baseAddress, start + known.count <= bytes.count,
            memcmp(base + start, other, known.count) == 0, !known.isEmpty
        {
            // An object ends where its braces close, so equal bytes are the whole of it.
            position += known.count
            return UnsafeBufferPointer(rebasing: bytes[start..<position])
        }
        guard take(UInt8(ascii: "{")) else { return nil }
        if let end = Bytes.endOfFlatObject(bytes, from: position) {
            position = end
            return UnsafeBufferPointer(rebasing: bytes[start..<end])
        }
        var depth = 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                while position < bytes.count {
                    position = Bytes.endOfPlain(bytes, from: position)
                    guard position < bytes.count else { return nil }
                    if bytes[position] == UInt8(ascii: "\"") { break }
                    position += 2
                }
                position += 1
            case UInt8(ascii: "{"):
                depth += 1
                position += 1
            case UInt8(ascii: "}"):
                depth -= 1
                position += 1
                if depth == 0 { return UnsafeBufferPointer(rebasing: bytes[start..<position]) }
            default:
                position += 1
            }
        }
        return nil
    }

    /// A number from 0 on without fraction or exponent, of at most 15 digits.
    mutating func integer() -> Int? {
        let (start, end) = (position, min(bytes.count, position + 16))
        var (value, at) = (0, position)
        while at < end {
            let digit = bytes[at] &- 0x30
            if digit > 9 { break }
            value = value &* 10 &+ Int(digit)
            at += 1
        }
        position = at
        let digits = position - start
        if digits == 0 || digits > 15 || (digits > 1 && bytes[start] == 0x30) { return nil }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") || bytes[position] | 0x20 == UInt8(ascii: "e") {
            return nil
        }
        return value
    }

    /// A number from 0 on with a fraction but no exponent, of at most 15 digits: exact as a quotient of two integers.
    mutating func fraction() -> Double? {
        guard let number = number(), number.places <= 15 else { return nil }
        return Double(number.digits) / Self.powers[number.places]
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    mutating func decimal() -> ExactDecimal? {
        guard let number = number() else { return nil }
        return ExactDecimal(coefficient: number.digits, exponent: -number.places)
    }

    private mutating func number() -> (digits: Int64, places: Int)? {
        let start = position
        var (value, places, count): (Int64, Int, Int) = (0, 0, 0)
        var point: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x30 < 10 {
                value = value * 10 + Int64(byte &- 0x30)
                count += 1
                if point != nil { places += 1 }
                if count > 15 { return nil }
            } else if byte == UInt8(ascii: "."), point == nil, count > 0 {
                point = position
            } else {
                break
            }
            position += 1
        }
        if count == 0 || (point != nil && places == 0) { return nil }
        if bytes[start] == 0x30, position - start > 1, point != start + 1 { return nil }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") { return nil }
        return (value, places)
    }

    mutating func bool() -> Bool? {
        if take("true") { return true }
        if take("false") { return false }
        return nil
    }

    mutating func word<Word>(_ words: WordList<Word>) -> Word? {
        plainString().flatMap { words[$0] }
    }

    mutating func range() -> CodePointRange? {
        guard take(UInt8(ascii: "[")) else { return nil }
        skipSpace()
        guard let start = integer() else { return nil }
        skipSpace()
        guard take(UInt8(ascii: ",")) else { return nil }
        skipSpace()
        guard let end = integer(), start <= end else { return nil }
        skipSpace()
        return take(UInt8(ascii: "]")) ? CodePointRange(start, end) : nil
    }

    /// A list of ranges.
    mutating func ranges() -> [CodePointRange]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var found: [CodePointRange] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return found }
        while let range = range() {
            found.append(range)
            skipSpace()
            if take(UInt8(ascii: "]")) { return found }
            guard take(UInt8(ascii: ",")) else { return nil }
            skipSpace()
        }
        return nil
    }

    /// A string that need not be copied where it has no escapes.
    mutating func quote() -> StatementSlices.Quote? {
        let start = position
        guard let plain = plainString() else {
            position = start
            return escapedString().map { .text($0) }
        }
        return Bytes.areUTF8(plain) ? .plain(plain) : nil
    }

    // MARK: Bytes

    /// The bytes between quotes where no escape is among them.
    mutating func plainString() -> UnsafeBufferPointer<UInt8>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        position = Bytes.endOfPlain(bytes, from: position)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        position += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<position - 1])
    }

    private mutating func escapedString() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var out: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: out, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard position < bytes.count, let plain = Self.escape(bytes[position]) else { return nil }
                out.append(plain)
                position += 1
            case 0..<0x20: return nil
            default: out.append(byte)
            }
        }
        return nil
    }

    /// One-letter escapes; code points by number are left to the tree.
    private static func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { expected in
            guard position + expected.count <= bytes.count else { return false }
            for (offset, byte) in expected.enumerated() where bytes[position + offset] != byte { return false }
            position += expected.count
            return true
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] &- 9 < 2 || bytes[position] == 0x0D {
            position += 1
        }
    }
}
