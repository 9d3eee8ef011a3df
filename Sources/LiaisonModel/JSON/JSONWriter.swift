/// Writes JSON into a growing buffer of UTF-8, in the order of the calls, without white space.
///
/// The caller keeps the structure right: a key before each value inside an object.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Empties the buffer and keeps its capacity.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    public mutating func key(_ name: String) {
        separate()
        quoted(name.utf8)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: String) {
        separate()
        quoted(text.utf8)
        needsComma = true
    }

    public mutating func integer(_ value: Int) { literal(String(value)) }
    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
    public mutating func null() { literal("null") }
    public mutating func decimal(_ value: ExactDecimal) { literal(value.description) }

    /// A probability with at most four decimals, without exponent: `0.93`, `1`.
    public mutating func probability(_ value: Double) {
        literal(FourDecimals.text(value))
    }

    /// A key and a string, left out when nil.
    public mutating func field(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// A key and an array of two integers.
    public mutating func field(_ name: String, _ range: CodePointRange) {
        key(name)
        pair(range)
    }

    /// An array of two integers.
    public mutating func pair(_ range: CodePointRange) {
        beginArray()
        integer(range.start)
        integer(range.end)
        endArray()
    }

    /// Ends a line of JSON Lines.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func quoted(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
            case UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, 0x5C])
            case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0x00..<0x20, 0x7F: bytes.append(contentsOf: "\\u00\(Hexadecimal.text(CollectionOfOne(byte)))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Probabilities as text with at most four decimals, the same on every machine.
public enum FourDecimals {
    /// `0.93`, `1`, `0.0001`; values outside 0…1 are brought inside, not-a-number is 0.
    public static func text(_ value: Double) -> String {
        let steps = value.isNaN ? 0 : Int64((min(max(value, 0), 1) * 10_000).rounded())
        return ExactDecimal(coefficient: steps, exponent: -4)?.description ?? "0"
    }
}
