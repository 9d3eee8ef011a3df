internal import class GRDB.Database
internal import LiaisonModel

/// All entities of a store in the order of their keys, in memory: about a hundred bytes each.
///
/// The place of an entity in that order is its rank: edges sorted by ranks are sorted by keys.
final class EntityTable {
    fileprivate struct Row {
        var id: Int64
        var digest: UInt64
        var key: Int
        var name: Int
        var wikidata: Int
        var end: Int
        var hasItem: Bool
        var kind: EntityKind
    }

    private var rows: [Row] = []
    private var texts: [UInt8] = []
    private var ranks: [UInt32] = []
    /// Where identifiers are so sparse that an array of ranks would be mostly empty.
    private var sparseRanks: [Int64: UInt32] = [:]
    private let overlay: Overlay
    static let none = UInt32.max

    init(_ db: Database, _ overlay: Overlay) throws {
        self.overlay = overlay
        // In the order of the table, which is that of its pages; an index would lead from page to page.
        let query = try PreparedStatement(db, "SELECT id, key, name, kind, wikidata FROM entity")
        while try query.next() {
            let id = query.int64(0)
            let key = texts.count
            if let text = query.borrowedText(1) { texts.append(contentsOf: text) }
            let digest = texts.withUnsafeBufferPointer {
                SHA256.start(of: UnsafeBufferPointer(rebasing: $0[key...])).0
            }
            let name = texts.count
            if let decided = overlay.names[id] {
                texts.append(contentsOf: decided.utf8)
            } else if let text = query.borrowedText(2) {
                texts.append(contentsOf: text)
            }
            let wikidata = texts.count
            let item = query.borrowedText(4)
            if let item { texts.append(contentsOf: item) }
            rows.append(
                Row(
                    id: id, digest: digest, key: key, name: name, wikidata: wikidata, end: texts.count,
                    hasItem: item != nil, kind: EntityKind(rawValue: query.text(3)) ?? .organisation))
        }
        texts.withUnsafeBufferPointer { texts in
            func key(_ row: Row) -> BorrowedText {
                BorrowedText(UnsafeBufferPointer(rebasing: texts[row.key..<row.name]))
            }
            rows.sort { key($0) < key($1) }
        }
        index()
    }

    private func index() {
        let largest = rows.reduce(0) { max($0, $1.id) }
        let isDense = largest < 8 * Int64(rows.count) + 1024
        if isDense { ranks = [UInt32](repeating: Self.none, count: Int(largest) + 1) }
        for (rank, row) in rows.enumerated() {
            if isDense, row.id >= 0 {
                ranks[Int(row.id)] = UInt32(truncatingIfNeeded: rank)
            } else {
                sparseRanks[row.id] = UInt32(truncatingIfNeeded: rank)
            }
        }
        if overlay.representatives.isEmpty { return }
        // Those that stand for others take their place.
        let own = rows.map(\.id).filter { overlay.representative(of: $0) != $0 }
        let shown = own.map { rank(of: overlay.representative(of: $0)) }
        for (id, rank) in zip(own, shown) {
            if isDense, id >= 0 { ranks[Int(id)] = rank } else { sparseRanks[id] = rank }
        }
    }

    var count: Int { rows.count }

    /// The rank of the entity that stands for this one; ``none`` for one that is not in the store.
    func rank(of id: Int64) -> UInt32 {
        if id >= 0, id < ranks.count { return ranks[Int(truncatingIfNeeded: id)] }
        return sparseRanks.isEmpty ? Self.none : sparseRanks[id] ?? Self.none
    }

    /// The rank of the entity that has exactly this key.
    func rank(ofKey key: String) -> UInt32? {
        let key = Array(key.utf8)
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if texts[rows[middle].key..<rows[middle].name].lexicographicallyPrecedes(key) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < rows.count, texts[rows[low].key..<rows[low].name].elementsEqual(key) else { return nil }
        return UInt32(truncatingIfNeeded: low)
    }

    func id(_ rank: UInt32) -> Int64 { rows[Int(rank)].id }

    func kind(_ rank: UInt32) -> EntityKind { rows[Int(rank)].kind }

    /// What stands at an end, with the name that people decided on.
    func reference(_ rank: UInt32) -> EntityReference {
        let row = rows[Int(rank)]
        func text(_ range: Range<Int>) -> String { String(decoding: texts[range], as: UTF8.self) }
        return EntityReference(
            key: EntityKey(text(row.key..<row.name)), name: text(row.name..<row.wikidata), kind: row.kind,
            wikidata: row.hasItem ? text(row.wikidata..<row.end) : nil)
    }

    /// Gives access to ends of edges, whose texts are valid inside of the body.
    func withEnds<T>(_ body: (Ends) throws -> T) rethrows -> T {
        try texts.withUnsafeBufferPointer { texts in
            try rows.withUnsafeBufferPointer { try body(Ends(rows: $0, texts: texts)) }
        }
    }

    /// See ``withEnds(_:)``.
    struct Ends {
        fileprivate let rows: UnsafeBufferPointer<Row>
        fileprivate let texts: UnsafeBufferPointer<UInt8>

        subscript(rank: UInt32) -> EdgeRecord.End {
            let row = rows[Int(rank)]
            return EdgeRecord.End(
                key: BorrowedText(UnsafeBufferPointer(rebasing: texts[row.key..<row.name])),
                name: BorrowedText(UnsafeBufferPointer(rebasing: texts[row.name..<row.wikidata])), digest: row.digest)
        }
    }
}
