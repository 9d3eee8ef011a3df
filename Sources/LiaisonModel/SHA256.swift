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
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
            for i in 0..<16 {
                w[i] =
                    UInt32(buffer[4 * i]) << 24 | UInt32(buffer[4 * i + 1]) << 16 | UInt32(buffer[4 * i + 2]) << 8
                    | UInt32(buffer[4 * i + 3])
            }
            for i in 16..<64 {
                let a = w[i - 15]
                let b = w[i - 2]
                let s0 = Self.rotate(a, 7) ^ Self.rotate(a, 18) ^ (a >> 3)
                let s1 = Self.rotate(b, 17) ^ Self.rotate(b, 19) ^ (b >> 10)
                w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            for i in 0..<64 {
                let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
                let choice = (e & f) ^ (~e & g)
                let t1 = h &+ s1 &+ choice &+ Self.constants[i] &+ w[i]
                let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
                let majority = (a & b) ^ (a & c) ^ (b & c)
                let t2 = s0 &+ majority
                (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
            }
            state[0] &+= a
            state[1] &+= b
            state[2] &+= c
            state[3] &+= d
            state[4] &+= e
            state[5] &+= f
            state[6] &+= g
            state[7] &+= h
        }
    }

    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

    static let initialState: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
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
