internal import class GRDB.Database
internal import LiaisonModel

/// What people decided, laid over the statements when they are read.
struct Overlay: Sendable {
    /// An edge by its ends' keys, as judgements name it.
    struct Triple: Hashable, Sendable {
        var subject: String
        var relation: String
        var object: String
    }

    /// The entity that stands for another; entities that stand for themselves are not listed.
    private(set) var representatives: [Int64: Int64] = [:]
    /// All entities that one stands for, itself included; only where there is more than one.
    private(set) var members: [Int64: [Int64]] = [:]
    private(set) var names: [Int64: String] = [:]
    private(set) var accepted: Set<Triple> = []
    private(set) var rejected: Set<Triple> = []
    private(set) var rejectedStatements: Set<String> = []
    private(set) var edgeEdits: [Triple: [QualifierEdit]] = [:]
    private(set) var statementEdits: [String: [QualifierEdit]] = [:]
    /// Whether a correction may make a statement hold that was stored as denied or the like.
    private(set) var editsHolding = false
    private(set) var symmetric: Set<Int64> = []
    /// What was read while this overlay stood.
    let rows: RowCache

    /// Whether people said anything about edges.
    var judgesEdges: Bool { !accepted.isEmpty || !rejected.isEmpty || !edgeEdits.isEmpty }

    /// Whether people corrected qualifiers.
    var hasEdits: Bool { !edgeEdits.isEmpty || !statementEdits.isEmpty }

    /// Whether people said anything about single statements.
    var judgesStatements: Bool { !rejectedStatements.isEmpty || !statementEdits.isEmpty }

    func representative(of entity: Int64) -> Int64 {
        representatives.isEmpty ? entity : representatives[entity] ?? entity
    }

    /// The rows of `entity` that together are this one.
    func members(of entity: Int64) -> [Int64] {
        members[entity] ?? [entity]
    }

    /// Reads the judgements in force and the links that follow from identifiers.
    /// - Parameter cacheSize: how many megabytes of rows are remembered.
    init(_ db: Database, cacheSize: Int = 32) throws {
        rows = RowCache(size: cacheSize)
        let relations = try PreparedStatement(db, "SELECT id FROM relation WHERE is_symmetric = 1")
        while try relations.next() { symmetric.insert(relations.int64(0)) }
        var links = EntityLinks()
        for judgement in try JudgementLog.inForce(db) {
            switch judgement.verb {
            case .accept, .reject:
                apply(judgement)
            case .edit:
                correct(judgement)
            case .merge:
                links.merge(judgement.subject, into: judgement.object ?? "")
            case .split:
                links.split(judgement.subject, judgement.object ?? "")
            case .rename:
                if let entity = try Self.entity(db, judgement.subject) { names[entity] = judgement.value }
            case .undo:
                continue
            }
        }
        try links.addSameItems(db)
        let groups = links.groups()
        if groups.isEmpty { return }
        for (root, keys) in groups {
            // The root may have left the store with its articles: then the next key stands for the rest.
            var present: [Int64] = []
            for key in [root] + keys.filter({ $0 != root }) {
                if let entity = try Self.entity(db, key) { present.append(entity) }
            }
            guard present.count > 1, let first = present.first else { continue }
            members[first] = present.sorted()
            for entity in present.dropFirst() { representatives[entity] = first }
        }
    }

    private mutating func apply(_ judgement: Judgement) {
        guard let relation = judgement.relation, let object = judgement.object else {
            if judgement.verb == .reject {
                rejectedStatements.insert(judgement.subject)
            } else {
                rejectedStatements.remove(judgement.subject)
            }
            return
        }
        let triple = Triple(subject: judgement.subject, relation: relation, object: object)
        if judgement.verb == .accept {
            accepted.insert(triple)
            rejected.remove(triple)
        } else {
            rejected.insert(triple)
            accepted.remove(triple)
        }
    }

    private mutating func correct(_ judgement: Judgement) {
        // What another version wrote and this one cannot read is passed over.
        guard let text = judgement.value, let edit = try? QualifierEdit(text) else { return }
        editsHolding = editsHolding || edit.touchesHolding
        if let relation = judgement.relation, let object = judgement.object {
            edgeEdits[Triple(subject: judgement.subject, relation: relation, object: object), default: []].append(edit)
        } else {
            statementEdits[judgement.subject, default: []].append(edit)
        }
    }

    private static func entity(_ db: Database, _ key: String) throws -> Int64? {
        let query = try PreparedStatement(db, "SELECT id FROM entity WHERE key = ?")
        query.bind(1, key)
        defer { query.reset() }
        return try query.next() ? query.int64(0) : nil
    }
}

/// The overlay of a store as it was last read.
struct OverlayCache: Sendable {
    var overlay: Overlay?
    /// SQLite's `data_version` at that time: it changes when another connection writes.
    var generation: Int64 = -1
}

extension Store {
    /// The overlay as of this transaction.
    func overlay(_ db: Database) throws -> Overlay {
        let version = try PreparedStatement(db, "PRAGMA data_version")
        let generation = try version.next() ? version.int64(0) : 0
        version.reset()
        let known = overlays.withValue { $0.generation == generation ? $0.overlay : nil }
        if let known { return known }
        let overlay = try Overlay(db, cacheSize: cacheSize)
        overlays.withValue { $0 = OverlayCache(overlay: overlay, generation: generation) }
        return overlay
    }
}
