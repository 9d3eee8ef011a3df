/// What makes statements one edge, by ranks: sorted by it, edges come in the order of exports.
struct EdgeKey: Hashable, Comparable {
    var high: UInt64
    var low: UInt64

    init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    init(subject: UInt32, relation: UInt32, object: UInt32) {
        high = UInt64(subject) << 32 | UInt64(relation)
        low = UInt64(object)
    }

    var subject: UInt32 { UInt32(truncatingIfNeeded: high >> 32) }
    var relation: UInt32 { UInt32(truncatingIfNeeded: high) }
    var object: UInt32 { UInt32(truncatingIfNeeded: low) }

    @inline(__always)
    static func < (a: EdgeKey, b: EdgeKey) -> Bool {
        a.high != b.high ? a.high < b.high : a.low < b.low
    }
}
