/// The features of one token as hashes (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009).
/// Filled and emptied per token, never reallocated once grown.
package struct FeatureList: Sendable {
    /// The hashes, and behind them room for more.
    private var room: [UInt32]
    private var count = 0

    /// The most features that a token is given.
    private static let capacity = 128

    package init() {
        room = Array(repeating: 0, count: Self.capacity)
    }

    /// A list of features that are known.
    package init(_ hashes: [UInt32]) {
        room = hashes
        count = hashes.count
    }

    /// The hashes of the features, in the order in which they were added.
    package var hashes: ArraySlice<UInt32> { room[..<count] }

    /// Calls with the hashes.
    @inline(__always)
    func withHashes(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    /// Empties the list and fills it anew.
    @inline(__always)
    package mutating func fill(_ add: (inout Writer) -> Void) {
        if room.count < Self.capacity {
            room.append(contentsOf: repeatElement(0, count: Self.capacity - room.count))
        }
        count = room.withUnsafeMutableBufferPointer { buffer in
            var writer = Writer(buffer: buffer)
            add(&writer)
            return writer.count
        }
    }

    /// Adds features to a list: what is asked once per list, and not for each of them, is whose memory it is.
    package struct Writer {
        fileprivate let buffer: UnsafeMutableBufferPointer<UInt32>
        fileprivate(set) var count = 0

        /// Adds a feature: a template number and up to two values.
        @inline(__always)
        package mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) {
            var hash = template &* 0x9E37_79B1
            hash = (hash ^ a) &* 0x85EB_CA77
            hash ^= hash >> 15
            hash = (hash ^ b) &* 0xC2B2_AE3D
            hash ^= hash >> 13
            precondition(count < buffer.count, "a token has more features than the list holds")
            buffer[count] = hash &* 0x27D4_EB2F
            count += 1
        }
    }
}
