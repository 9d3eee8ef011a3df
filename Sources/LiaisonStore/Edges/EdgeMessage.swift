internal import Foundation
internal import class GRDB.Database
internal import LiaisonModel

/// Digests edges that are given by rows: see ``EdgeCodes/code(subject:relation:object:)``.
struct EdgeMessage {
    private let name: PreparedStatement
    private let keys: EntityKeys
    private var names: [Int64: [UInt8]] = [:]
    /// What an identifier is the digest of: the keys of both ends and the relation between them.
    private var text = EdgeText()
    /// The subject whose key the text begins with, and where that ends.
    private var (subject, length): (Int64?, Int) = (nil, 0)

    init(_ db: Database) throws {
        name = try PreparedStatement(db, "SELECT name FROM relation WHERE id = ?")
        keys = try EntityKeys(db)
    }

    /// The first 64 bits of an edge's identifier.
    mutating func digest(_ subject: Int64, _ relation: Int64, _ object: Int64) throws -> UInt64 {
        if subject != self.subject {
            self.subject = subject
            text.cut(to: 0)
            try keys.append(subject, to: &text)
            text.end()
            length = text.count
        }
        if names[relation] == nil {
            name.bind(1, relation)
            names[relation] = try name.next() ? Array(name.text(0).utf8) : []
            name.reset()
        }
        text.cut(to: length)
        names[relation]?.withUnsafeBufferPointer { text.append($0) }
        text.end()
        try keys.append(object, to: &text)
        return text.digest
    }
}

/// The keys of entities by their rows, all in memory where they are not too many.
private struct EntityKeys {
    private let query: PreparedStatement
    private var bytes: [UInt8] = []
    /// Where the key of a row begins; it ends where the next begins.
    private var starts: [UInt32] = []

    private static let capacity = 1 << 20

    init(_ db: Database) throws {
        query = try PreparedStatement(db, "SELECT key FROM entity WHERE id = ?")
        let last = try PreparedStatement(db, "SELECT coalesce(max(id), 0) FROM entity")
        let rows = try last.next() ? last.int(0) : 0
        last.reset()
        if rows > Self.capacity { return }
        let all = try PreparedStatement(db, "SELECT id, key FROM entity ORDER BY id")
        while try all.next() {
            while starts.count <= all.int(0) { starts.append(UInt32(bytes.count)) }
            if let key = all.borrowedText(1) { bytes.append(contentsOf: key) }
        }
        starts.append(UInt32(bytes.count))
    }

    func append(_ row: Int64, to text: inout EdgeText) throws {
        if row >= 0, row + 1 < starts.count {
            let range = Int(starts[Int(row)])..<Int(starts[Int(row) + 1])
            bytes.withUnsafeBufferPointer { text.append(UnsafeBufferPointer(rebasing: $0[range])) }
            return
        }
        query.bind(1, row)
        if try query.next(), let key = query.borrowedText(0) { text.append(key) }
        query.reset()
    }
}
