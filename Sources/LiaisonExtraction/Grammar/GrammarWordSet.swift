/// Several classes of function words, one bit each: looked up for every token.
struct GrammarWordSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt128

    init(_ word: GrammarWord) { bits = 1 << UInt128(word.rawValue) }

    init(arrayLiteral elements: GrammarWord...) {
        bits = 0
        for word in elements { insert(word) }
    }

    var isEmpty: Bool { bits == 0 }

    func contains(_ word: GrammarWord) -> Bool { bits >> UInt128(word.rawValue) & 1 == 1 }

    mutating func insert(_ word: GrammarWord) { bits |= 1 << UInt128(word.rawValue) }

    func union(_ other: GrammarWordSet) -> GrammarWordSet {
        var out = self
        out.bits |= other.bits
        return out
    }

    func isDisjoint(with other: GrammarWordSet) -> Bool { bits & other.bits == 0 }
}
