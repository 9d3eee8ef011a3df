internal import LiaisonLanguage

/// Which features have a row of weights, and which one: buckets of four, as ``ChainModel`` reads them.
struct FeatureIndex {
    let bucketBits: Int
    /// What tells the feature of each row from others of its bucket, 0 for a free row.
    private(set) var checks: [UInt8]

    var rowCount: Int { checks.count }

    init(bucketBits: Int) {
        self.bucketBits = bucketBits
        checks = Array(repeating: 0, count: ChainModel.bucketSize << bucketBits)
    }

    /// Gives features rows, the first ones first, as long as their buckets have room.
    init(bucketBits: Int, features: [UInt32]) {
        self.init(bucketBits: bucketBits)
        for feature in features where row(of: feature) == nil {
            let start = ChainModel.bucket(of: feature, bits: bucketBits) * ChainModel.bucketSize
            if let free = (start..<start + ChainModel.bucketSize).first(where: { checks[$0] == 0 }) {
                checks[free] = ChainModel.check(of: feature)
            }
        }
    }

    /// The row of a feature, nil where it has none.
    func row(of feature: UInt32) -> Int? {
        let start = ChainModel.bucket(of: feature, bits: bucketBits) * ChainModel.bucketSize
        let check = ChainModel.check(of: feature)
        for row in start..<start + ChainModel.bucketSize where checks[row] == check { return row }
        return nil
    }

    /// Examples with rows in the places of features; features without a row are left out.
    func rows(of examples: [ChainExample]) -> [ChainExample] {
        examples.map { example in
            var result = example
            result.features.removeAll(keepingCapacity: true)
            var begin = 0
            for (element, end) in example.ends.enumerated() {
                for feature in example.features[begin..<end] {
                    if let row = row(of: feature) { result.features.append(UInt32(row)) }
                }
                result.ends[element] = result.features.count
                begin = end
            }
            return result
        }
    }
}

/// How often features occur: an open-addressing table, because there are millions of them.
struct FeatureCounts {
    private var keys: [UInt32] = Array(repeating: 0, count: 1 << 20)
    private var counts: [UInt32] = Array(repeating: 0, count: 1 << 20)
    private var used = 0

    init(_ examples: [ChainExample]) {
        for example in examples {
            for feature in example.features { add(feature, 1) }
        }
    }

    /// The features that occur at least so often, the commonest first.
    func features(atLeast least: UInt32) -> [UInt32] {
        keys.indices.filter { counts[$0] >= least }
            .sorted { (counts[$1], keys[$0]) < (counts[$0], keys[$1]) }
            .map { keys[$0] }
    }

    private mutating func add(_ feature: UInt32, _ count: UInt32) {
        if used * 2 > keys.count { grow() }
        var slot = Int(feature &* 0x9E37_79B1) & (keys.count - 1)
        while counts[slot] != 0 && keys[slot] != feature { slot = (slot + 1) & (keys.count - 1) }
        if counts[slot] == 0 {
            keys[slot] = feature
            used += 1
        }
        counts[slot] += count
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        counts = Array(repeating: 0, count: oldKeys.count * 2)
        used = 0
        for (key, count) in zip(oldKeys, oldCounts) where count > 0 { add(key, count) }
    }
}
