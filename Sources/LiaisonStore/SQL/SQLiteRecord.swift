internal import Foundation

/// The values of one row in the form in which SQLite stores them: the kinds of all, then their bytes.
///
/// See https://www.sqlite.org/fileformat2.html#record_format. What is NULL at the end of a row may be left out.
final class SQLiteRecord {
    // One thread writes, and no access is inside another: nothing need watch over that at every value.
    @exclusivity(unchecked) private var kinds = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 8)
    @exclusivity(unchecked) private var kindCapacity = 256
    @exclusivity(unchecked) private var kindCount = 0
    @exclusivity(unchecked) private var values = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 8)
    @exclusivity(unchecked) private var valueCapacity = 4096
    @exclusivity(unchecked) private var valueCount = 0

    deinit {
        kinds.deallocate()
        values.deallocate()
    }

    /// How many bytes the record takes.
    var count: Int { headerCount + valueCount }

    /// The kinds with their own number of bytes in front, which counts itself.
    private var headerCount: Int { kindCount + (kindCount < 127 ? 1 : Self.size(ofVarint: UInt64(kindCount) + 2)) }

    /// Begins a row.
    func removeAll() { (kindCount, valueCount) = (0, 0) }

    func putNull() { put(kind: 0) }

    func put(_ value: Int64) {
        // Zero and one have kinds of their own, and no bytes.
        if value & ~1 == 0 { return put(kind: 8 + UInt64(value)) }
        let bits = 64 - (value ^ value >> 63).leadingZeroBitCount
        let (kind, size): (UInt64, Int) =
            switch bits {
            case ..<8: (1, 1)
            case ..<16: (2, 2)
            case ..<24: (3, 3)
            case ..<32: (4, 4)
            case ..<48: (5, 6)
            default: (6, 8)
            }
        put(kind: kind)
        reserve(8)
        values.storeBytes(of: (value << Int64(64 - 8 * size)).bigEndian, toByteOffset: valueCount, as: Int64.self)
        valueCount += size
    }

    /// Adds a text in UTF-8.
    func put(_ text: UnsafeBufferPointer<UInt8>) {
        put(kind: UInt64(text.count) << 1 + 13)
        guard let start = text.baseAddress else { return }
        reserve(text.count)
        memcpy(values + valueCount, start, text.count)
        valueCount += text.count
    }

    /// Adds a text.
    func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    /// Writes the record.
    /// - Parameter start: where there is room for ``count`` bytes.
    func write(to start: UnsafeMutableRawPointer) {
        let header = headerCount
        let first = start + Self.write(varint: UInt64(header), to: start)
        memcpy(first, kinds, kindCount)
        memcpy(first + kindCount, values, valueCount)
    }

    private func put(kind: UInt64) {
        if kindCapacity - kindCount < 9 { Self.grow(&kinds, &kindCapacity, holding: kindCount, for: 9) }
        kindCount += Self.write(varint: kind, to: kinds + kindCount)
    }

    private func reserve(_ size: Int) {
        if valueCapacity - valueCount < size { Self.grow(&values, &valueCapacity, holding: valueCount, for: size) }
    }

    private static func grow(
        _ bytes: inout UnsafeMutableRawPointer, _ capacity: inout Int, holding count: Int, for size: Int
    ) {
        capacity = max(2 * capacity, count + size)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        memcpy(larger, bytes, count)
        bytes.deallocate()
        bytes = larger
    }

    // MARK: Numbers of variable length

    /// How many bytes a number takes, at seven bits each but for the ninth.
    static func size(ofVarint value: UInt64) -> Int {
        min((63 - (value | 1).leadingZeroBitCount) / 7 + 1, 9)
    }

    /// Writes a number, the upper bits first.
    /// - Returns: how many bytes it took.
    @inline(__always) @discardableResult
    static func write(varint value: UInt64, to start: UnsafeMutableRawPointer) -> Int {
        if value < 0x80 {
            start.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
            return 1
        }
        if value < 0x4000 {
            let pair = UInt16(truncatingIfNeeded: value >> 7) << 8 | UInt16(truncatingIfNeeded: value & 0x7F) | 0x8000
            start.storeBytes(of: pair.bigEndian, as: UInt16.self)
            return 2
        }
        return write(long: value, to: start)
    }

    private static func write(long value: UInt64, to start: UnsafeMutableRawPointer) -> Int {
        let size = size(ofVarint: value)
        var rest = value
        for place in (0..<size).reversed() {
            // The ninth byte has eight bits.
            let width: UInt64 = size == 9 && place == 8 ? 8 : 7
            let goesOn: UInt8 = place < size - 1 ? 0x80 : 0
            start.storeBytes(
                of: UInt8(truncatingIfNeeded: rest & (1 << width - 1)) | goesOn, toByteOffset: place, as: UInt8.self)
            rest >>= width
        }
        return size
    }
}
