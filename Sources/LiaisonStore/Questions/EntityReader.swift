internal import class GRDB.Database
internal import LiaisonModel

/// Finds entities by the names that articles give them, with what people decided laid over.
struct EntityReader {
    private let db: Database
    private let overlay: Overlay
    private var statements: StatementReader

    init(_ db: Database, _ overlay: Overlay) {
        self.db = db
        self.overlay = overlay
        statements = StatementReader(db, overlay.rows)
    }

    /// The row of the entity that stands for a key.
    func identifier(of key: EntityKey) throws -> Int64? {
        try statements.identifier(of: key).map(overlay.representative)
    }

    mutating func reference(_ entity: Int64) throws -> EntityReference {
        var reference = try statements.reference(entity)
        if let name = overlay.names[entity] { reference.name = name }
        return reference
    }

    /// The entity with every name it and those merged into it are known by.
    mutating func entity(_ entity: Int64) throws -> Entity {
        let reference = try reference(entity)
        var names: [EntityName] = []
        for member in overlay.members(of: entity) {
            let query = try PreparedStatement(
                db, "SELECT DISTINCT text, language FROM name WHERE entity = ? ORDER BY 1, 2")
            query.bind(1, Int(member))
            while try query.next() {
                names.append(EntityName(text: query.text(0), language: query.optionalText(1)))
            }
        }
        // A name with its language says more than the same name without.
        let spoken = Set(names.filter { $0.language != nil }.map(\.text))
        let others = names.filter { name in
            name.text != reference.name && (name.language != nil || !spoken.contains(name.text))
        }
        var seen: Set<EntityName> = []
        return Entity(reference: reference, names: others.sorted().filter { seen.insert($0).inserted })
    }

    mutating func match(key: String) throws -> EntityMatch? {
        guard key.contains(":"), let entity = try identifier(of: EntityKey(key)) else { return nil }
        return try match(entity, name: nil, quality: .key)
    }

    mutating func match(_ entity: Int64, name: String?, quality: EntityMatch.Quality) throws -> EntityMatch {
        let reference = try reference(entity)
        var uses = 0
        for member in overlay.members(of: entity) {
            let query = try PreparedStatement(
                db, "SELECT coalesce(sum(uses), 0) FROM name WHERE entity = ? AND kind IS NOT NULL")
            query.bind(1, Int(member))
            if try query.next() { uses += query.int(0) }
            query.reset()
        }
        return EntityMatch(entity: reference, name: name ?? reference.name, quality: quality, articleCount: uses)
    }

    /// The entities with a name that folds to this text.
    mutating func matches(folded: String) throws -> [EntityMatch] {
        let query = try PreparedStatement(db, "SELECT entity, text FROM name WHERE folded = ? ORDER BY text LIMIT 1000")
        query.bind(1, folded)
        var found: [Int64: String] = [:]
        while try query.next() {
            let entity = overlay.representative(of: query.int64(0))
            if found[entity] == nil { found[entity] = query.text(1) }
        }
        for (entity, name) in overlay.names where EntityWriter.folded(name) == folded { found[entity] = name }
        var matches: [EntityMatch] = []
        for (entity, name) in found {
            let isPreferred = EntityWriter.folded(try reference(entity).name) == folded
            matches.append(
                try match(entity, name: isPreferred ? nil : name, quality: isPreferred ? .preferred : .alias))
        }
        return matches.sorted(by: Self.isBetter)
    }

    /// The entities with a name near this text: a scan of all names, for the case that nothing else was found.
    mutating func matches(resembling folded: String, limit: Int) throws -> [EntityMatch] {
        guard let wanted = NameResemblance(folded) else { return [] }
        var near: [(name: Int64, quality: EntityMatch.Quality, distance: Int)] = []
        // The index alone tells which names are near.
        let query = try PreparedStatement(db, "SELECT id, folded FROM name ORDER BY folded")
        while try query.next() {
            if let folded = query.borrowedText(1), let found = wanted.match(folded) {
                near.append((query.int64(0), found.quality, found.distance))
            }
        }
        var found: [Int64: (name: String, quality: EntityMatch.Quality, distance: Int)] = [:]
        let name = try PreparedStatement(db, "SELECT entity, text FROM name WHERE id = ?")
        for row in near {
            name.bind(1, row.name)
            guard try name.next() else { continue }
            let (entity, text) = (overlay.representative(of: name.int64(0)), name.text(1))
            name.reset()
            if let known = found[entity],
                (known.quality.rawValue, known.distance, known.name) <= (row.quality.rawValue, row.distance, text)
            {
                continue
            }
            found[entity] = (text, row.quality, row.distance)
        }
        // The closest first; only these are looked at more closely.
        let closest = found.sorted { a, b in
            (a.value.quality.rawValue, a.value.distance, a.value.name.utf8.count, a.value.name)
                < (b.value.quality.rawValue, b.value.distance, b.value.name.utf8.count, b.value.name)
        }.prefix(max(limit, 0) * 8)
        var matches: [(EntityMatch, distance: Int)] = []
        for (entity, value) in closest {
            matches.append((try match(entity, name: value.name, quality: value.quality), value.distance))
        }
        return matches.sorted { a, b in
            a.distance != b.distance ? a.distance < b.distance : Self.isBetter(a.0, b.0)
        }.prefix(limit).map(\.0)
    }

    private static func isBetter(_ a: EntityMatch, _ b: EntityMatch) -> Bool {
        if a.quality != b.quality { return a.quality < b.quality }
        if a.articleCount != b.articleCount { return a.articleCount > b.articleCount }
        return a.entity.key < b.entity.key
    }
}
