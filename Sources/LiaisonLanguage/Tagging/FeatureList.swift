/// The features of one token as rows of a hashed weight table (Weinberger et al., "Feature Hashing for Large Scale
/// Multitask Learning", 2009). Filled and emptied per token, never reallocated once grown.
package struct FeatureList: Sendable {
    package private(set) var rows: [UInt32] = []
    package let rowBits: Int
    private let shift: UInt32

    /// - Parameter rowBits: the table has 2 to the power of this many rows.
    package init(rowBits: Int) {
        self.rowBits = rowBits
        shift = UInt32(32 - rowBits)
        rows.reserveCapacity(96)
    }

    @inline(__always)
    package mutating func removeAll() { rows.removeAll(keepingCapacity: true) }

    /// Adds rows that are known.
    package mutating func addRows(_ known: [UInt32]) { rows.append(contentsOf: known) }

    /// Adds a feature: a template number and up to two values.
    @inline(__always)
    package mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
        var hash = template &* 0x9E37_79B1
        hash = (hash ^ a) &* 0x85EB_CA77
        hash ^= hash >> 15
        hash = (hash ^ b) &* 0xC2B2_AE3D
        hash ^= hash >> 13
        hash = hash &* 0x27D4_EB2F
        rows.append(hash >> shift)
    }
}
