internal import LiaisonModel

/// Something that is remembered by the bytes it was read from.
protocol SliceCached: AnyObject {
    var bytes: [UInt8] { get }
}

/// A direct-mapped memory of values by the bytes they were read from: bounded, and exact.
struct SliceCache<Value: SliceCached> {
    private var slots: [Value?]
    private var count = 0
    /// Values that are kept at most: there are fewer than slots, so that they seldom meet.
    private let capacity: Int

    /// - Parameter slots: a power of two.
    init(slots: Int) {
        self.slots = Array(repeating: nil, count: slots)
        capacity = slots / 2
    }

    subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        guard let known = slots[slot(bytes)], Bytes.areEqual(known.bytes, bytes) else { return nil }
        return known
    }

    mutating func insert(_ value: Value) {
        if count >= capacity { self = SliceCache(slots: slots.count) }
        let place = value.bytes.withUnsafeBufferPointer { slot($0) }
        if slots[place] == nil { count += 1 }
        slots[place] = value
    }

    private func slot(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: Bytes.hash(bytes)) & (slots.count - 1)
    }
}
