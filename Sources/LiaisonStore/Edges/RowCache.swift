internal import class GRDB.Database
internal import LiaisonModel

/// Rows that questions come back to, decoded once. Bounded: a table that grows too large is emptied.
///
/// Belongs to an ``Overlay`` and is valid as long as that is: until somebody writes.
///
/// Sendable because an overlay is used by one connection only, whose accesses happen one after the other on its queue.
final class RowCache: @unchecked Sendable {
    private var references: [Int64: EntityReference] = [:]
    private var articles: [Int64: ArticleRow] = [:]
    private var rules: [Int64: String] = [:]
    private var relations: [Int64: RelationID] = [:]
    private var neighbors: [Int64: [Int64]] = [:]
    private var neighborCount = 0
    private var beliefs: [PathSearch.Pair: Double?] = [:]
    private var image: NeighborImage?
    /// Rows that lists of neighbours were read from.
    private var rowsRead = 0
    /// An image is thought about when so many rows were read.
    private var imageThreshold = 1 << 14

    /// Rows of each table.
    private let capacity: Int
    /// Entities in all lists of neighbours together, eight bytes each.
    private let neighborCapacity: Int

    /// - Parameter size: about so many megabytes.
    init(size: Int = 32) {
        capacity = size * 512
        neighborCapacity = size * 65_536
    }

    func reference(_ id: Int64, _ read: () throws -> EntityReference) rethrows -> EntityReference {
        try value(&references, id, read)
    }

    func article(_ id: Int64, _ read: () throws -> ArticleRow) rethrows -> ArticleRow {
        try value(&articles, id, read)
    }

    func rule(_ id: Int64, _ read: () throws -> String) rethrows -> String {
        try value(&rules, id, read)
    }

    func relation(_ id: Int64, _ read: () throws -> RelationID) rethrows -> RelationID {
        try value(&relations, id, read)
    }

    /// The belief of a pair, for a view and judgements that take nothing away.
    func belief(_ pair: PathSearch.Pair, _ read: () throws -> Double?) rethrows -> Double? {
        if let known = beliefs[pair] { return known }
        let belief = try read()
        // A fourth of what a row takes.
        if beliefs.count >= 4 * capacity { beliefs.removeAll(keepingCapacity: true) }
        beliefs[pair] = .some(belief)
        return belief
    }

    /// What some statement that holds links to an entity.
    func neighbors(_ entity: Int64, _ read: () throws -> [Int64]) rethrows -> [Int64] {
        if let known = neighbors[entity] { return known }
        let list = try read()
        neighborCount += list.count + 4
        rowsRead += list.count + 4
        if neighborCount > neighborCapacity {
            neighbors.removeAll(keepingCapacity: true)
            neighborCount = list.count + 4
        }
        neighbors[entity] = list
        return list
    }

    /// The image of all neighbours, made once searches have read one row of 32 that there are, when the next one begins: a single
    /// question never pays for it. Nil before, and where it would be too large.
    func image(_ db: Database, _ overlay: Overlay) throws -> NeighborImage? {
        if image == nil, rowsRead >= imageThreshold {
            let query = try PreparedStatement(db, "SELECT count(*) FROM statement")
            let count = try query.next() ? query.int(0) : 0
            query.reset()
            if rowsRead >= count / 32 { try makeImage(db, overlay) } else { imageThreshold = count / 32 }
        }
        return image
    }

    /// Makes the image now; false where it would be too large.
    @discardableResult
    func makeImage(_ db: Database, _ overlay: Overlay) throws -> Bool {
        // At twelve bytes for a pair it takes as much as the lists at most, which it replaces.
        image = try NeighborImage(db, overlay, limit: neighborCapacity)
        neighbors.removeAll()
        neighborCount = 0
        imageThreshold = .max
        return image != nil
    }

    private func value<T>(_ table: inout [Int64: T], _ id: Int64, _ read: () throws -> T) rethrows -> T {
        if let known = table[id] { return known }
        let value = try read()
        if table.count >= capacity { table.removeAll(keepingCapacity: true) }
        table[id] = value
        return value
    }
}
