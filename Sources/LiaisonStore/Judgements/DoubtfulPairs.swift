internal import class GRDB.Database
internal import LiaisonModel

/// Finds entities that may be one, from their names alone. Nothing is linked here: a person decides.
struct DoubtfulPairs {
    private struct Name {
        var entity: Int64
        var family: Substring
        var words: [Substring]
        var folded: String
    }

    /// Two rows of `entity` and why they may be one.
    struct Pair: Hashable {
        var first: Int64
        var second: Int64
        var reason: ReviewItem.SameReason
    }

    /// An ending is common when at least so many different names of one family carry it.
    private static let commonEnding = 3
    /// A name that more entities than this share says nothing.
    private static let crowd = 6

    private var byName: [String: [Name]] = [:]
    private var endings: [String: Set<String>] = [:]

    init(_ db: Database, _ overlay: Overlay) throws {
        let query = try PreparedStatement(
            db, "SELECT name.entity, entity.key, name.folded FROM name JOIN entity ON entity.id = name.entity")
        while try query.next() {
            let entity = overlay.representative(of: query.int64(0))
            let family = query.text(1).prefix { $0 != ":" }
            let folded = query.text(2)
            let name = Name(entity: entity, family: family, words: folded.split(separator: " "), folded: folded)
            if byName[folded]?.contains(where: { $0.entity == entity && $0.family == family }) == true { continue }
            byName[folded, default: []].append(name)
            if let last = name.words.last, name.words.count > 1, family == Self.organisations {
                endings[String(last), default: []].insert(folded)
            }
        }
    }

    /// Only organisations have legal forms and are called by their initials.
    private static let organisations = EntityKind.Family.organisation.rawValue[...]

    /// Every doubtful pair once, in no order.
    func pairs() -> Set<Pair> {
        var pairs: Set<Pair> = []
        func add(_ a: Int64, _ b: Int64, _ reason: ReviewItem.SameReason) {
            if a == b { return }
            pairs.insert(Pair(first: min(a, b), second: max(a, b), reason: reason))
        }
        for (folded, names) in byName {
            if names.count > 1 && names.count <= Self.crowd {
                for (i, a) in names.enumerated() {
                    for b in names.dropFirst(i + 1) where a.family == b.family { add(a.entity, b.entity, .sharedName) }
                }
            }
            for name in names where name.family == Self.organisations && name.words.count > 1 {
                if let last = name.words.last, (endings[String(last)]?.count ?? 0) >= Self.commonEnding {
                    let rest = name.words.dropLast().joined(separator: " ")
                    for other in byName[rest] ?? [] where other.family == name.family {
                        add(name.entity, other.entity, .commonEnding)
                    }
                }
                if name.words.count >= 3 {
                    let initials = String(String.UnicodeScalarView(name.words.compactMap(\.unicodeScalars.first)))
                    for other in byName[initials] ?? [] where other.family == name.family && initials != folded {
                        add(name.entity, other.entity, .initials)
                    }
                }
            }
        }
        return pairs
    }
}
