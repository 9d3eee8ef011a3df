/// Sixteen hexadecimal digits that change with some bytes (FNV-1a over words of eight: to tell versions apart, not for
/// trust).
enum Fingerprint {
    static func text(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ word: UInt64) {
            // The upper half is folded in, since a product carries upwards only.
            hash = (hash ^ word) &* 0x100_0000_01b3
            hash ^= hash >> 32
        }
        bytes.withUnsafeBytes { bytes in
            var place = 0
            while place + 8 <= bytes.count {
                add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place += 8
            }
            for byte in bytes[place...] { add(UInt64(byte)) }
            add(UInt64(bytes.count))
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
