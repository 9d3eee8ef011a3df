internal import CDigest

/// SHA-256 (FIPS 180-4) of bytes: the identity of an article's content.
///
/// Written here because the whole of a cryptography package for one digest would double the build. Processors that have
/// instructions for it are let do it.
public struct SHA256: Sendable {
    private var state = Self.initialState
    private var buffer: [UInt8] = []
    private var length: UInt64 = 0
    private let usesInstructions: Bool

    /// Whether the processor has instructions for it.
    package static let hasInstructions = liaison_sha256_is_available()

    public init() { self.init(usesInstructions: true) }

    /// - Parameter usesInstructions: whether to use the processor's own, if it has any; the digest is the same.
    package init(usesInstructions: Bool) { self.usesInstructions = usesInstructions && Self.hasInstructions }

    /// Adds bytes; may be called any number of times.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ absorb($0) }) != nil { return }
        for byte in bytes {
            buffer.append(byte)
            if buffer.count == 64 { flush() }
        }
    }

    /// Takes whole blocks from where they lie; only what is left over is copied.
    private mutating func absorb(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        if !buffer.isEmpty {
            at = min(64 - buffer.count, bytes.count)
            buffer.append(contentsOf: bytes[..<at])
            if buffer.count < 64 { return }
            flush()
        }
        while at + 64 <= bytes.count {
            compress(UnsafeBufferPointer(rebasing: bytes[at..<at + 64]))
            length += 64
            at += 64
        }
        buffer.append(contentsOf: bytes[at...])
    }

    private mutating func flush() {
        let block = buffer
        block.withUnsafeBufferPointer { compress($0) }
        length += 64
        buffer.removeAll(keepingCapacity: true)
    }

    /// The 32 bytes of the digest.
    public consuming func finalize() -> [UInt8] {
        let bits = (length + UInt64(buffer.count)) * 8
        buffer.append(0x80)
        if buffer.count > 56 {
            while buffer.count < 64 { buffer.append(0) }
            flush()
        }
        while buffer.count < 56 { buffer.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            buffer.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        flush()
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
    }

    /// The digest as 64 hexadecimal digits.
    public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return Hexadecimal.text(hash.finalize())
    }

    private mutating func compress(_ buffer: UnsafeBufferPointer<UInt8>) {
        if usesInstructions {
            state.withUnsafeMutableBufferPointer { liaison_sha256_blocks($0.baseAddress, buffer.baseAddress, 1) }
            return
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 72) { words in
            Self.load(buffer, into: words)
            for index in 0..<8 { words[64 + index] = state[index] }
            Self.compress(words)
            for index in 0..<8 { state[index] = words[64 + index] }
        }
    }

    static let initialState: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// Kept where the processor's instructions read them, too.
    nonisolated(unsafe) static let constants = UnsafeBufferPointer(start: liaison_sha256_constants(), count: 64)
}

/// Bytes as hexadecimal digits.
public enum Hexadecimal {
    /// Whether a byte is a lower-case digit.
    public static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte &- 0x61 < 6
    }

    /// Two lower-case digits a byte.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in bytes {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
