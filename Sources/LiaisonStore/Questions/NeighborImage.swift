internal import class GRDB.Database
internal import LiaisonModel

/// All pairs of entities that statements link, with the belief of each pair, as compressed sparse rows in memory.
///
/// A search over the indexes reads a row for each statement it passes; over this image it reads six bytes for each pair. An
/// image is worth its making when many questions follow, so it is made when those before have read a good part of what there is;
/// see ``RowCache/image``. It says what the indexes say, in the same order.
///
/// Sendable because it never changes.
final class NeighborImage: Sendable {
    /// Where the neighbours of an entity begin; they end where those of the next begin.
    private let starts: [UInt32]
    /// Neighbours in increasing order, each shifted by two bits, with the directions.
    private let codes: [UInt32]
    private let beliefs: [PairBelief]

    private static let maximumEntity: Int64 = 1 << 28
    /// Articles are remembered in a list up to this row, at four bytes each.
    private static let maximumArticle = 1 << 22

    /// Calls a function with the neighbours of an entity that stands for itself.
    func forEachNeighbor(of entity: Int64, _ body: (PathSearch.Neighbor) throws -> Void) rethrows {
        let range = places(of: entity)
        try codes.withUnsafeBufferPointer { codes in
            for place in range { try body(PathSearch.Neighbor(code: Int64(codes[place]), place: place)) }
        }
    }

    func neighborCount(of entity: Int64) -> Int { places(of: entity).count }

    /// The belief of the pair of an entity and its neighbour at a place.
    func belief(at place: Int) -> PairBelief { beliefs[place] }

    private func places(of entity: Int64) -> Range<Int> {
        guard entity >= 0, entity + 1 < starts.count else { return 0..<0 }
        return Int(starts[Int(entity)])..<Int(starts[Int(entity) + 1])
    }

    /// A pair in one direction, while the image is made.
    private struct Link {
        var from: UInt32
        var to: UInt32
        var belief: PairBelief
    }

    /// Reads every statement once, by the index alone.
    /// - Parameter limit: the most pairs there may be.
    /// - Returns: nil where there are more, or rows that do not fit.
    init?(_ db: Database, _ overlay: Overlay, limit: Int) throws {
        guard try !SecondaryIndexes.areMissing(db), let stories = try Self.stories(db),
            let links = try Self.links(db, overlay, stories, limit: limit)
        else { return nil }

        // How many links each entity has, added up.
        let rows = Int(links.reduce(0) { max($0, max($1.from, $1.to)) }) + 1
        var bounds = Array(repeating: UInt32(0), count: rows + 1)
        for link in links {
            bounds[Int(link.from) + 1] += 1
            bounds[Int(link.to) + 1] += 1
        }
        for row in 0..<rows { bounds[row + 1] += bounds[row] }
        (starts, codes, beliefs) = Self.rows(links, bounds)
    }

    /// Puts each link with both of its ends, and those between the same two together.
    private static func rows(_ links: [Link], _ bounds: [UInt32]) -> ([UInt32], [UInt32], [PairBelief]) {
        var ends = bounds
        // Neighbours in the upper half; in the lower one the link by its place, and whether it is seen from its end.
        var order = Array(repeating: UInt64(0), count: 2 * links.count)
        links.withUnsafeBufferPointer { links in
            order.withUnsafeMutableBufferPointer { order in
                ends.withUnsafeMutableBufferPointer { ends in
                    for place in links.indices {
                        let (from, to) = (Int(links[place].from), Int(links[place].to))
                        order[Int(ends[from])] = UInt64(to) << 32 | UInt64(place) << 1
                        ends[from] += 1
                        order[Int(ends[to])] = UInt64(from) << 32 | UInt64(place) << 1 | 1
                        ends[to] += 1
                    }
                }
            }
        }
        var (starts, codes, beliefs): ([UInt32], [UInt32], [PairBelief]) = ([], [], [])
        starts.reserveCapacity(bounds.count)
        codes.reserveCapacity(order.count)
        beliefs.reserveCapacity(order.count)
        order.withUnsafeMutableBufferPointer { order in
            links.withUnsafeBufferPointer { links in
                for row in 0..<(bounds.count - 1) {
                    let start = codes.count
                    starts.append(UInt32(start))
                    let range = Int(bounds[row])..<Int(bounds[row + 1])
                    order[range].sort()
                    var last: UInt32?
                    for code in order[range] {
                        let belief = links[Int(code & 0xFFFF_FFFF) >> 1].belief
                        let direction: PathSearch.Directions = code & 1 == 0 ? .outgoing : .incoming
                        let (neighbor, place) = (UInt32(code >> 32), codes.count - 1)
                        if neighbor == last {
                            codes[place] |= UInt32(direction.rawValue)
                            beliefs[place] = beliefs[place].best(belief)
                        } else {
                            codes.append(neighbor << 2 | UInt32(direction.rawValue))
                            beliefs.append(belief)
                            last = neighbor
                        }
                    }
                }
            }
        }
        starts.append(UInt32(codes.count))
        return (starts, codes, beliefs)
    }

    // MARK: Reading

    /// The story of each article by its row, -1 where another article stands for it.
    private static func stories(_ db: Database) throws -> [Int32]? {
        var stories: [Int32] = []
        let query = try PreparedStatement(db, "SELECT id, story, is_shown FROM article ORDER BY id")
        defer { query.reset() }
        while try query.next() {
            let id = query.int(0)
            if id < stories.count || id > maximumArticle || query.int(1) > maximumArticle { return nil }
            while stories.count < id { stories.append(-1) }
            stories.append(query.int(2) == 1 ? Int32(max(query.int(1), -1)) : -1)
        }
        return stories
    }

    private static func links(
        _ db: Database, _ overlay: Overlay, _ stories: [Int32], limit: Int
    ) throws -> [Link]? {
        let query = try PreparedStatement(
            db,
            """
            SELECT subject, object, relation, flags, confidence, id FROM statement INDEXED BY statement_by_subject
            ORDER BY subject, object, relation
            """)
        defer { query.reset() }
        var links: [Link] = []
        var (subject, object, relation): (Int64, Int64, Int64) = (-1, -1, -1)
        var tally = PairTally()
        /// Ends a pair; false where there are too many.
        func end() -> Bool {
            guard subject >= 0, tally.hasHolding || overlay.editsHolding else { return true }
            let (from, to) = (overlay.representative(of: subject), overlay.representative(of: object))
            if from == to { return true }
            let isMerged = !overlay.members.isEmpty && (overlay.members[from] != nil || overlay.members[to] != nil)
            links.append(
                Link(from: UInt32(from), to: UInt32(to), belief: isMerged ? .unknown : tally.belief))
            return links.count <= limit
        }
        while try query.next() {
            if query.int64(1) != object || query.int64(0) != subject {
                guard end() else { return nil }
                (subject, object, relation) = (query.int64(0), query.int64(1), query.int64(2))
                if subject < 0 || object < 0 || max(subject, object) >= maximumEntity { return nil }
                tally.clear()
            } else if query.int64(2) != relation {
                relation = query.int64(2)
                tally.endEdge()
            }
            let article = Int(query.int64(5) >> Int64(StatementRow.articleShift))
            let story = stories.indices.contains(article) ? Int64(stories[article]) : -1
            tally.add(StatementFlags(code: query.int(3)), steps: query.int(4), story: story)
        }
        return end() ? links : nil
    }
}

/// What the statements from one entity to another add up to, one edge after the other, without their words.
struct PairTally {
    /// Whether some statement may stand as a plain edge, be its article shown or not.
    private(set) var hasHolding = false
    private var best = PairBelief.none
    /// Of the current edge, the first story and its strength, and those of the others.
    private var first: (story: Int64, strength: Double)?
    private var others: [(story: Int64, strength: Double)] = []
    private var isDisputed = false

    /// More sources than this leave no doubt to be told from none; their statements are read where it matters.
    private static let maximumSources = 32

    /// - Parameter story: -1 where another article stands for this one.
    mutating func add(_ flags: StatementFlags, steps: Int, story: Int64) {
        hasHolding = hasHolding || flags.holds
        if story < 0 { return }
        guard flags.holds else {
            isDisputed = isDisputed || flags.contradicts
            return
        }
        let strength = flags.strength(steps: steps)
        if first == nil || first?.story == story {
            first = (story, max(first?.strength ?? 0, strength))
        } else if let place = others.firstIndex(where: { $0.story == story }) {
            others[place].strength = max(others[place].strength, strength)
        } else if others.count < Self.maximumSources {
            others.append((story, strength))
        } else {
            others[0].strength = 1
        }
    }

    /// Begins another edge.
    mutating func endEdge() {
        best = belief
        clearEdge()
    }

    /// Begins with another pair.
    mutating func clear() {
        clearEdge()
        (hasHolding, best) = (false, .none)
    }

    private mutating func clearEdge() {
        first = nil
        if !others.isEmpty { others.removeAll(keepingCapacity: true) }
        isDisputed = false
    }

    /// The belief of the best edge so far.
    var belief: PairBelief {
        guard let first else { return best }
        if others.isEmpty {
            return best.best(PairBelief(Belief.value(first.strength, isDisputed: isDisputed), isBound: false))
        }
        let sources = [first.strength] + others.map(\.strength)
        return best.best(PairBelief(Belief.value(sources, isDisputed: isDisputed), isBound: true))
    }
}
