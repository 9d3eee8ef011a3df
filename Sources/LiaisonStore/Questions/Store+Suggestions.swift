internal import class GRDB.Database
internal import LiaisonModel

extension Store {
    /// Entities that a person may be typing the name of: names that begin with the words, then names that have them
    /// inside, then, where there are few, names within a typing error or two.
    /// - Returns: exact names first, then the most talked about; at most `limit`.
    public func suggestions(for words: String, limit: Int = 8) throws(StoreError) -> [EntityMatch] {
        let folded = EntityWriter.folded(words)
        guard !folded.isEmpty, limit > 0 else { return [] }
        return try read { db in
            let overlay = try overlay(db)
            var reader = EntityReader(db, overlay)
            var found: [EntityMatch] = []
            var seen: Set<Int64> = []
            func add(_ query: PreparedStatement) throws {
                while found.count < limit, try query.next() {
                    let entity = overlay.representative(of: query.int64(0))
                    guard seen.insert(entity).inserted else { continue }
                    let isExact = query.text(2) == folded
                    found.append(
                        try reader.match(entity, name: query.text(1), quality: isExact ? .preferred : .partial))
                }
                query.reset()
            }
            for (entity, name) in overlay.names.sorted(by: { $0.key < $1.key })
            where EntityWriter.folded(name).hasPrefix(folded) {
                guard found.count < limit, seen.insert(entity).inserted else { continue }
                found.append(try reader.match(entity, name: name, quality: .preferred))
            }
            // The byte order of the index is that of code points: what begins so lies between the text and its last sequel.
            let beginning = try PreparedStatement(
                db,
                """
                SELECT entity, text, folded FROM name WHERE folded >= ?1 AND folded < ?1 || char(1114111)
                ORDER BY folded = ?1 DESC, uses DESC, length(folded), folded, text LIMIT 64
                """)
            beginning.bind(1, folded)
            try add(beginning)
            if found.count < limit, folded.unicodeScalars.count > 1 {
                let inside = try PreparedStatement(
                    db,
                    """
                    SELECT entity, text, folded FROM name WHERE instr(folded, ?1) > 0
                    ORDER BY uses DESC, length(folded), folded, text LIMIT 64
                    """)
                inside.bind(1, " " + folded)
                try add(inside)
            }
            if found.count < min(limit, 3) {
                for match in try reader.matches(resembling: folded, limit: limit) where found.count < limit {
                    guard let entity = try reader.identifier(of: match.entity.key), seen.insert(entity).inserted
                    else { continue }
                    found.append(match)
                }
            }
            return found
        }
    }

    /// The entities that most articles name.
    public func mostNamed(limit: Int = 12) throws(StoreError) -> [EntityMatch] {
        try read { db in
            let overlay = try overlay(db)
            var reader = EntityReader(db, overlay)
            let query = try PreparedStatement(
                db,
                """
                SELECT entity, sum(uses) AS articles FROM name WHERE kind IS NOT NULL
                GROUP BY entity ORDER BY articles DESC, entity LIMIT ?
                """)
            query.bind(1, max(limit, 0) * 2)
            var found: [EntityMatch] = []
            var seen: Set<Int64> = []
            while try query.next() {
                let entity = overlay.representative(of: query.int64(0))
                guard seen.insert(entity).inserted else { continue }
                found.append(try reader.match(entity, name: nil, quality: .preferred))
            }
            return Array(
                found.sorted { a, b in
                    a.articleCount != b.articleCount ? a.articleCount > b.articleCount : a.entity.key < b.entity.key
                }.prefix(max(limit, 0)))
        }
    }

    /// A number that changes whenever another connection has changed the store; it says nothing else, and only values
    /// that one `Store` gave can be compared.
    public func generation() throws(StoreError) -> Int64 {
        try read { db in
            let version = try PreparedStatement(db, "PRAGMA data_version")
            defer { version.reset() }
            return try version.next() ? version.int64(0) : 0
        }
    }
}
