/// Puts examples into folds so that those that share a group are in one.
struct ScorerFolds {
    private var parents: [String: String] = [:]
    let count: Int

    init(_ examples: [ScorerExample], count: Int) {
        self.count = count
        for example in examples {
            guard let first = example.groups.first else { continue }
            for other in example.groups.dropFirst() {
                let (a, b) = (root(first), root(other))
                // The smaller name leads, so that the order of the examples does not matter.
                if a < b { parents[b] = a } else if b < a { parents[a] = b }
            }
        }
    }

    private mutating func root(_ name: String) -> String {
        var name = name
        while let parent = parents[name] { name = parent }
        return name
    }

    /// The fold of an example.
    func fold(of example: ScorerExample) -> Int {
        guard var name = example.groups.first else { return 0 }
        while let parent = parents[name] { name = parent }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int((hash >> 17) % UInt64(count))
    }
}
