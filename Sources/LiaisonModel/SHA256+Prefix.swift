internal import CDigest

extension SHA256 {
    /// The first 64 bits of the digest of a text's UTF-8, the first byte highest.
    ///
    /// Identifiers of every node of a large export are made with it, so it allocates nothing: 0.1 µs for a short text where the
    /// processor has instructions for it, 0.3 µs elsewhere.
    public static func prefix(of text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { start(of: $0).0 }
    }

    /// The first 64 and the next 16 bits of the digest of bytes.
    public static func start(of bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt16) {
        start(of: bytes, usesInstructions: true)
    }

    /// - Parameter usesInstructions: whether to use the processor's own, if it has any; the digest is the same.
    package static func start(
        of bytes: UnsafeBufferPointer<UInt8>, usesInstructions: Bool
    ) -> (UInt64, UInt16) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 72) { words in
            if usesInstructions && hasInstructions {
                digest(byInstructions: bytes, schedule: words)
            } else {
                digest(of: bytes, schedule: words)
            }
            return (UInt64(words[64]) << 32 | UInt64(words[65]), UInt16(truncatingIfNeeded: words[66] >> 16))
        }
    }

    /// Like ``digest(of:schedule:)``.
    private static func digest(
        byInstructions bytes: UnsafeBufferPointer<UInt8>, schedule words: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let state = words.baseAddress.map({ $0 + 64 }) else { return }
        initialState.withUnsafeBufferPointer { for index in 0..<8 { state[index] = $0[index] } }
        let blocks = bytes.count / 64
        liaison_sha256_blocks(state, bytes.baseAddress, blocks)
        // The rest, the bit that ends the message, and its length, in one block or two.
        let rest = bytes.count - 64 * blocks
        let end = rest >= 56 ? 128 : 64
        let tail = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(words)[..<128])
        for index in 0..<end { tail[index] = 0 }
        tail.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[(64 * blocks)...]))
        tail[rest] = 0x80
        tail.storeBytes(of: (UInt64(bytes.count) * 8).bigEndian, toByteOffset: end - 8, as: UInt64.self)
        liaison_sha256_blocks(state, tail.baseAddress?.assumingMemoryBound(to: UInt8.self), end / 64)
    }

    /// Leaves the digest in the last eight of 72 words.
    private static func digest(of bytes: UnsafeBufferPointer<UInt8>, schedule words: UnsafeMutableBufferPointer<UInt32>)
    {
        words.initialize(repeating: 0)
        for (index, word) in initialState.enumerated() { words[64 + index] = word }
        let blocks = bytes.count / 64
        for block in 0..<blocks {
            load(UnsafeBufferPointer(rebasing: bytes[(block * 64)..<(block * 64 + 64)]), into: words)
            compress(words)
        }
        // The rest, the bit that ends the message, and its length, in one block or two.
        for i in 0..<16 { words[i] = 0 }
        var at = 0
        for byte in bytes[(blocks * 64)...] {
            words[at / 4] |= UInt32(byte) << UInt32(24 - at % 4 * 8)
            at += 1
        }
        words[at / 4] |= 0x80 << UInt32(24 - at % 4 * 8)
        if at >= 56 {
            compress(words)
            for i in 0..<16 { words[i] = 0 }
        }
        let bits = UInt64(bytes.count) * 8
        words[14] = UInt32(truncatingIfNeeded: bits >> 32)
        words[15] = UInt32(truncatingIfNeeded: bits)
        compress(words)
    }

    /// The sixteen words of a block.
    static func load(_ block: UnsafeBufferPointer<UInt8>, into words: UnsafeMutableBufferPointer<UInt32>) {
        for i in 0..<16 {
            words[i] =
                UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16 | UInt32(block[4 * i + 2]) << 8
                | UInt32(block[4 * i + 3])
        }
    }

    /// Takes the first sixteen of 72 words, a block, into the last eight, the state; those between are room for the schedule.
    static func compress(_ w: UnsafeMutableBufferPointer<UInt32>) {
        for i in 16..<64 {
            let a = w[i - 15]
            let b = w[i - 2]
            let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
            let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
            w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
        }
        var (a, b, c, d) = (w[64], w[65], w[66], w[67])
        var (e, f, g, h) = (w[68], w[69], w[70], w[71])
        let constants = constants
        for i in 0..<64 {
            let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let choice = (e & f) ^ (~e & g)
            let t1 = h &+ s1 &+ choice &+ constants[i] &+ w[i]
            let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let t2 = s0 &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
        w[64] &+= a
        w[65] &+= b
        w[66] &+= c
        w[67] &+= d
        w[68] &+= e
        w[69] &+= f
        w[70] &+= g
        w[71] &+= h
    }

    @inline(__always)
    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 &- n) }
}
