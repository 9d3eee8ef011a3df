/// UTF-8 text that lies in somebody else's memory.
///
/// Valid only while the call that handed it out lasts; ``string`` makes a copy that stays. Millions of these pass from a
/// store to a file, and none of them is worth an allocation.
public struct BorrowedText {
    public let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter bytes: UTF-8.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Text that lies in the program itself.
    public init(_ text: StaticString) {
        bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// In bytes.
    public var count: Int { bytes.count }

    public var isEmpty: Bool { bytes.count == 0 }

    /// A copy.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the bytes are the same.
    public static func == (a: BorrowedText, b: BorrowedText) -> Bool {
        a.bytes.count == b.bytes.count && compare(a, b) == 0
    }

    /// The order of the bytes.
    public static func < (a: BorrowedText, b: BorrowedText) -> Bool {
        compare(a, b) < 0
    }

    private static func compare(_ a: BorrowedText, _ b: BorrowedText) -> Int {
        let count = Swift.min(a.bytes.count, b.bytes.count)
        for index in 0..<count where a.bytes[index] != b.bytes[index] {
            return Int(a.bytes[index]) - Int(b.bytes[index])
        }
        return a.bytes.count - b.bytes.count
    }
}

extension BorrowedText: ExpressibleByStringLiteral {
    public init(stringLiteral value: StaticString) {
        self.init(value)
    }
}
