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

    /// What some statement that holds links to an entity.
    func neighbors(_ entity: Int64, _ read: () throws -> [Int64]) rethrows -> [Int64] {
        if let known = neighbors[entity] { return known }
        let list = try read()
        neighborCount += list.count + 4
        if neighborCount > neighborCapacity {
            neighbors.removeAll(keepingCapacity: true)
            neighborCount = list.count + 4
        }
        neighbors[entity] = list
        return list
    }

    private func value<T>(_ table: inout [Int64: T], _ id: Int64, _ read: () throws -> T) rethrows -> T {
        if let known = table[id] { return known }
        let value = try read()
        if table.count >= capacity { table.removeAll(keepingCapacity: true) }
        table[id] = value
        return value
    }
}
