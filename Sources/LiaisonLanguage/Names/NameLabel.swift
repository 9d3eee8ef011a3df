package import LiaisonModel

/// The labels of the name recogniser: outside, or a kind with a place in the name (begin, inside, last, unit:
/// Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
package enum NameLabel {
    /// The kinds that are learned; the lexicon alone knows sectors.
    package static let kinds: [EntityKind] = [
        .company, .fund, .government, .organisation, .person, .product, .place,
    ]
    package static let outside = 0
    package static let count = 1 + kinds.count * 4

    /// Places in a name.
    package static let begin = 0
    package static let inside = 1
    package static let last = 2
    package static let unit = 3

    package static func label(_ kind: Int, _ place: Int) -> Int { 1 + kind * 4 + place }
    package static func kind(of label: Int) -> Int { (label - 1) / 4 }
    package static func place(of label: Int) -> Int { (label - 1) % 4 }

    /// The number of a kind among ``kinds``.
    package static func index(of kind: EntityKind) -> Int? { kinds.firstIndex(of: kind) }

    /// Whether a label may come right after another.
    package static func mayFollow(_ from: Int, _ to: Int) -> Bool {
        let isOpen = from != outside && (place(of: from) == begin || place(of: from) == inside)
        let goesOn = to != outside && (place(of: to) == inside || place(of: to) == last)
        guard isOpen == goesOn else { return false }
        return !isOpen || kind(of: from) == kind(of: to)
    }

    package static func mayStart(_ label: Int) -> Bool {
        label == outside || place(of: label) == begin || place(of: label) == unit
    }

    package static func mayEnd(_ label: Int) -> Bool {
        label == outside || place(of: label) == last || place(of: label) == unit
    }
}
