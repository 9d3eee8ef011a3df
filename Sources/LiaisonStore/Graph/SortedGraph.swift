internal import class GRDB.Database
internal import LiaisonModel

/// All edges of a view in their order, ready to be read again and again.
///
/// Used by one thread at a time: its graph reads inside of an access to the database, and these happen one after the other.
final class SortedGraph: @unchecked Sendable {
    private let table: EntityTable
    private let merge: EdgeMerge

    init(_ db: Database, _ overlay: Overlay, _ view: GraphView, focus: Set<Int64>, reach: Set<Int64>?) throws {
        table = try EntityTable(db, overlay)
        var scan = try StatementScan(db, overlay, view, table, focus: focus, reach: reach)
        merge = EdgeMerge(try scan.run(), scan, overlay, view)
    }

    /// Edges left out for their belief or state in the last pass.
    var hiddenCount: Int { merge.hiddenCount }

    var isPlain: Bool { merge.isPlain }

    /// See ``EdgeMerge/forEachHeld(_:)``.
    func forEachHeld(_ visit: (EdgeKey, Int64, BorrowedText?) -> Void) throws {
        try merge.forEachHeld(visit)
    }

    func forEach(_ visit: (EdgeMerge.Derived) throws -> Void) throws {
        try table.withEnds { try merge.forEach($0, visit) }
    }

    func forEachRecord(_ chosen: Set<EdgeKey>?, _ visit: (EdgeRecord) throws -> Void) throws {
        try table.withEnds { ends in
            try merge.forEach(ends) { derived in
                if let chosen, !chosen.contains(derived.key) { return }
                try visit(merge.record(derived, ends))
            }
        }
    }

    /// The entities of a set, in the order of keys.
    func forEachEntity(_ wanted: Bitmap, _ visit: (Int64, EntityReference) throws -> Void) throws {
        for rank in 0..<UInt32(truncatingIfNeeded: table.count) where wanted.contains(table.id(rank)) {
            try visit(table.id(rank), table.reference(rank))
        }
    }

    /// The rows of `entity` at the ends.
    func ends(_ key: EdgeKey) -> (subject: Int64, object: Int64) {
        (table.id(key.subject), table.id(key.object))
    }

    func relation(_ key: EdgeKey) -> RelationID { merge.relation(key) }

    /// The best edges of the view, in order.
    /// - Returns: also how many edges there are.
    func best(_ limit: Int) throws -> (keys: [EdgeKey], total: Int) {
        var strengths = [Double](repeating: 0, count: table.count)
        var total = 0
        try forEach { derived in
            total += 1
            strengths[Int(derived.key.subject)] += derived.belief
            strengths[Int(derived.key.object)] += derived.belief
        }
        var best = BestEdges<EdgeKey>(limit: limit)
        try forEach { derived in
            best.insert(
                derived.key, belief: derived.belief, articleCount: derived.articleCount,
                strengths: (strengths[Int(derived.key.subject)], strengths[Int(derived.key.object)]))
        }
        return (best.keys(), total)
    }
}
