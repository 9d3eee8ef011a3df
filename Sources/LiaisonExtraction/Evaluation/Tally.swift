/// How many edges were right, said and in gold.
public struct Tally: Hashable, Sendable {
    /// Said and in gold.
    public var right = 0
    public var said = 0
    public var gold = 0

    public init() {}

    /// Right of those said; 0 when nothing was said.
    public var precision: Double { said == 0 ? 0 : Double(right) / Double(said) }
    /// Right of those in gold; 0 when there is nothing to find.
    public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    /// The harmonic mean of both.
    public var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    static func += (a: inout Tally, b: Tally) {
        a.right += b.right
        a.said += b.said
        a.gold += b.gold
    }
}

/// How many of those that count were right.
public struct Share: Hashable, Sendable {
    public var right = 0
    public var all = 0

    public init() {}

    /// Nil when there are none.
    public var value: Double? { all == 0 ? nil : Double(right) / Double(all) }

    mutating func add(_ isRight: Bool) {
        all += 1
        if isRight { right += 1 }
    }

    static func += (a: inout Share, b: Share) {
        a.right += b.right
        a.all += b.all
    }
}
