package import LiaisonLanguage

/// The features of one pair, hashed (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009).
/// Emptied, never freed, between pairs; a feature counts once however often it is added.
package struct PairFeatureList: Sendable {
    /// How a row of weights is read. A row has a half for each direction.
    package enum Reading: UInt8, Sendable {
        /// As it is: the first half speaks for the first mention as the subject.
        case plain
        /// With its halves exchanged: what holds of the second mention as the subject.
        case turned
        /// Both: what tells the relation and not its direction.
        case both
    }

    /// One feature.
    package struct Element: Sendable {
        package var key: UInt32
        package var reading: Reading
        package var feature: PairFeature
        /// The token it speaks of, -1 for none.
        var token: Int32
    }

    package private(set) var elements: [Element] = []
    /// What the words are like: ``PairVectors/width`` numbers of the language's vectors.
    package internal(set) var vectors = [Float](repeating: 0, count: PairVectors.width)
    package internal(set) var language = Language.english
    /// What was added since the list was emptied: generation and key in each slot.
    private var seen: [UInt64] = Array(repeating: 0, count: Self.slots)
    private var generation: UInt64 = 0
    private static let slots = 2048
    /// A pair has no more features than this: what comes later is left out.
    private static let capacity = 1000

    package init() {
        elements.reserveCapacity(Self.capacity)
    }

    package mutating func removeAll() {
        elements.removeAll(keepingCapacity: true)
        generation &+= 1
    }

    /// Adds a feature with up to two values.
    @inline(__always)
    mutating func add(
        _ feature: PairFeature, _ a: UInt32, _ b: UInt32 = 0, _ reading: Reading = .plain, token: Int = -1
    ) {
        guard elements.count < Self.capacity else { return }
        var hash = UInt32(feature.rawValue) &* 0x9E37_79B1
        hash = (hash ^ a) &* 0x85EB_CA77
        hash ^= hash >> 15
        hash = (hash ^ b) &* 0xC2B2_AE3D
        hash ^= hash >> 13
        hash = hash &* 0x27D4_EB2F
        hash ^= hash >> 16
        let mark = generation << 34 | UInt64(reading.rawValue) << 32 | UInt64(hash)
        var slot = Int(hash) & (Self.slots - 1)
        while seen[slot] >> 34 == generation {
            if seen[slot] == mark { return }
            slot = (slot + 1) & (Self.slots - 1)
        }
        seen[slot] = mark
        elements.append(Element(key: hash, reading: reading, feature: feature, token: Int32(truncatingIfNeeded: token)))
    }
}
