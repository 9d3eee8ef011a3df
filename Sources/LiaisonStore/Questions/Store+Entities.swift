internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// The entities that a person may mean by a name: any alias, any case, accents optional.
    ///
    /// A key, or the preferred names that match, come alone; else the other names that match. More than one is for the
    /// caller to list. None: ask ``entities(resembling:limit:)``.
    /// - Returns: best first, then the most talked about.
    public func entities(matching name: String) throws(StoreError) -> [EntityMatch] {
        try read { db in
            let overlay = try overlay(db)
            var reader = EntityReader(db, overlay)
            if let match = try reader.match(key: name) { return [match] }
            let matches = try reader.matches(folded: EntityWriter.folded(name))
            let preferred = matches.filter { $0.quality == .preferred }
            return preferred.isEmpty ? matches : preferred
        }
    }

    /// Entities with a name that begins with the words, has them inside, or differs by a typing error or two.
    /// - Returns: best first, at most `limit`.
    public func entities(resembling name: String, limit: Int = 8) throws(StoreError) -> [EntityMatch] {
        try read { db in
            var reader = EntityReader(db, try overlay(db))
            return try reader.matches(resembling: EntityWriter.folded(name), limit: limit)
        }
    }

    /// Every entity, by key, one at a time.
    public func forEachEntity(_ visit: (EntityMatch) throws -> Void) throws(StoreError) {
        try read { db in
            let overlay = try overlay(db)
            var reader = EntityReader(db, overlay)
            let query = try PreparedStatement(db, "SELECT id FROM entity ORDER BY key")
            while try query.next() {
                let entity = query.int64(0)
                guard overlay.representative(of: entity) == entity else { continue }
                try visit(try reader.match(entity, name: nil, quality: .preferred))
            }
        }
    }

    /// The entity of a key with all its names; the one that stands for it where entities were merged.
    public func entity(_ key: EntityKey) throws(StoreError) -> Entity? {
        try read { db in
            var reader = EntityReader(db, try overlay(db))
            guard let id = try reader.identifier(of: key) else { return nil }
            return try reader.entity(id)
        }
    }
}
