/// The rows of `name` that an article uses, packed as increasing differences of seven bits a byte.
enum NameList {
    static func pack(_ ids: Set<Int64>) -> [UInt8] {
        pack(sorted: ids.sorted())
    }

    /// Packs rows in order, among which some may be equal.
    static func pack(sorted ids: [Int64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * ids.count + 4)
        var last: Int64 = 0
        for (place, id) in ids.enumerated() where place == 0 || id != ids[place - 1] {
            var difference = UInt64(bitPattern: id &- last)
            last = id
            while difference >= 128 {
                bytes.append(UInt8(truncatingIfNeeded: difference) | 128)
                difference >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: difference))
        }
        return bytes
    }

    /// Damaged bytes give wrong numbers, never a trap.
    static func unpack(_ bytes: [UInt8]) -> [Int64] {
        var ids: [Int64] = []
        var (value, shift, last): (UInt64, UInt64, Int64) = (0, 0, 0)
        for byte in bytes {
            if shift < 64 { value |= UInt64(byte & 127) << shift }
            if byte & 128 != 0 {
                shift += 7
                continue
            }
            last = last &+ Int64(bitPattern: value)
            ids.append(last)
            (value, shift) = (0, 0)
        }
        return ids
    }
}
