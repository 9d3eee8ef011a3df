internal import LiaisonLanguage
internal import LiaisonModel

/// What a noun group stands for, and how that was found.
struct Reference: Sendable, Hashable {
    /// The sieve that resolved it, surest first.
    enum Sieve: UInt8, Sendable, Comparable {
        case name, apposition, epithet, possessive, description, pronoun

        /// Whether it takes up what was named before.
        var isTakingUp: Bool { self >= .possessive }

        static func < (a: Sieve, b: Sieve) -> Bool { a.rawValue < b.rawValue }
    }

    /// Index into ``DocumentEntities/items``.
    var item: Int
    /// The words that stand for it here.
    var tokens: Range<Int>
    /// The mentions by way of which it was found.
    var via: [Range<Int>] = []
    var sieve: Sieve
}
