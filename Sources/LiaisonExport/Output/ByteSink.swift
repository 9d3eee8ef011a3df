/// Where exported bytes go: a file, memory, a socket. Writers hand over large pieces, in order.
public protocol ByteSink {
    /// Takes the bytes before it returns; they are not valid afterwards.
    /// - Throws: what kept them from being taken; nothing more is written after that.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Keeps what is written in memory, for small graphs and for tests.
public final class MemorySink: ByteSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func write(_ bytes: UnsafeRawBufferPointer) {
        self.bytes.append(contentsOf: bytes)
    }

    /// The bytes as text; all formats are UTF-8.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
