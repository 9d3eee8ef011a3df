/// Sequences of interned words, each with a chain of aliases: one hash table of edges, no pointer, no string.
struct LexiconTrie: Sendable {
    /// `node << 32 | word`, with the node that the edge leads to; `.max` where a slot is free.
    private var keys: [UInt64]
    private var targets: [UInt32]
    private var edgeCount = 0
    /// The node that a word leads to from the root, 0 where none does; shorter than the word table when it grew later.
    private var starts: [UInt32] = []
    /// Per node the first alias of its chain, `.max` where no name ends.
    private var firstAlias: [UInt32] = [.max]

    init() {
        keys = Array(repeating: .max, count: 1 << 12)
        targets = Array(repeating: 0, count: 1 << 12)
    }

    /// The node of a sequence, made where it was missing.
    mutating func insert(_ words: [WordID]) -> UInt32 {
        guard let first = words.first else { return 0 }
        if first.index >= starts.count {
            starts.append(contentsOf: repeatElement(0, count: first.index + 1 - starts.count))
        }
        var node = starts[first.index]
        if node == 0 {
            node = addNode()
            starts[first.index] = node
        }
        for word in words.dropFirst() {
            let known = child(of: node, word)
            node = known == 0 ? addEdge(from: node, word) : known
        }
        return node
    }

    /// The node of a first word, 0 where no name begins with it.
    @inline(__always)
    func start(_ word: WordID) -> UInt32 {
        word.index < starts.count ? starts[word.index] : 0
    }

    /// The node that a word leads to, 0 where no name goes on with it.
    @inline(__always)
    func child(of node: UInt32, _ word: WordID) -> UInt32 {
        let key = UInt64(node) << 32 | UInt64(word.rawValue)
        var slot = Self.slot(of: key) & (keys.count - 1)
        while keys[slot] != .max {
            if keys[slot] == key { return targets[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return 0
    }

    /// The first alias that ends at a node.
    func alias(at node: UInt32) -> UInt32? {
        let alias = firstAlias[Int(node)]
        return alias == .max ? nil : alias
    }

    mutating func setAlias(_ alias: UInt32, at node: UInt32) {
        firstAlias[Int(node)] = alias
    }

    private mutating func addNode() -> UInt32 {
        firstAlias.append(.max)
        return UInt32(firstAlias.count - 1)
    }

    private mutating func addEdge(from node: UInt32, _ word: WordID) -> UInt32 {
        if (edgeCount + 1) * 2 > keys.count { grow() }
        let target = addNode()
        place(UInt64(node) << 32 | UInt64(word.rawValue), target)
        edgeCount += 1
        return target
    }

    private mutating func place(_ key: UInt64, _ target: UInt32) {
        var slot = Self.slot(of: key) & (keys.count - 1)
        while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let (oldKeys, oldTargets) = (keys, targets)
        keys = Array(repeating: .max, count: oldKeys.count * 2)
        targets = Array(repeating: 0, count: oldKeys.count * 2)
        for (key, target) in zip(oldKeys, oldTargets) where key != .max { place(key, target) }
    }

    private static func slot(of key: UInt64) -> Int {
        let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
    }
}
