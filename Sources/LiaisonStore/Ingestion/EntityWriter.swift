internal import class GRDB.Database
internal import LiaisonModel

/// Keeps the tables of entities and their names while articles come and go.
///
/// A row of `name` counts the articles that bring it, and goes with the last of them; an entity goes with its last name.
/// What an entity is called and taken for follows from these counts alone, so it does not depend on the order of articles.
struct EntityWriter {
    private let db: Database
    private let findEntity: PreparedStatement
    private let namesOfEntity: PreparedStatement
    /// New rows that are yet to be written.
    private let newEntities: RowBatch
    private let newNames: RowBatch
    private var uses: [Int64: Int] = [:]
    private var affected: Set<Int64> = []

    /// Look-up keys longer than this many characters are cut: nobody types them, and an index would keep them twice.
    static let foldedLength = 200

    init(_ db: Database) throws {
        self.db = db
        findEntity = try PreparedStatement(db, "SELECT id FROM entity WHERE key = ?")
        newEntities = RowBatch(db, table: "entity", columns: ["key", "name", "kind", "wikidata"])
        newNames = RowBatch(
            db, table: "name", columns: ["entity", "text", "folded", "language", "kind", "wikidata", "uses"])
        namesOfEntity = try PreparedStatement(
            db, "SELECT id, text, language, kind, wikidata FROM name WHERE entity = ?")
    }

    /// The rows of an entity as an article calls it, made where they are missing.
    mutating func intern(_ reference: EntityReference, _ catalog: inout Catalog) throws -> Catalog.Known {
        let cached = Catalog.Reference(reference: reference)
        if let known = catalog.references[cached] {
            if !catalog.contested.isEmpty, catalog.contested.contains(known.entity) { affected.insert(known.entity) }
            return known
        }
        let known = try rows(of: reference, &catalog)
        // Statements that refer to them may be checked.
        try writeAll()
        catalog.references[cached] = known
        return known
    }

    /// Like ``intern(_:_:)``, for callers who remember the rows themselves, and write them with ``writeAll()``.
    mutating func rows(of reference: EntityReference, _ catalog: inout Catalog) throws -> Catalog.Known {
        var entity: Int64?
        if catalog.keys?.insert(reference.key.text) != true {
            try writeAll()
            findEntity.bind(1, reference.key.text)
            if try findEntity.next() {
                entity = findEntity.int64(0)
                findEntity.reset()
            }
        }
        let known: Catalog.Known
        if let entity {
            let (name, others) = try find(
                entity, text: reference.name, language: nil, kind: reference.kind.rawValue,
                wikidata: reference.wikidata)
            if others > 0 {
                catalog.contested.insert(entity)
                affected.insert(entity)
            }
            known = Catalog.Known(entity: entity, name: try name ?? insert(entity, reference))
        } else {
            newEntities.put(reference.key.text)
            newEntities.put(reference.name)
            newEntities.put(reference.kind.rawValue)
            newEntities.put(reference.wikidata)
            let entity = try newEntities.endRow()
            known = Catalog.Known(entity: entity, name: try insert(entity, reference))
        }
        return known
    }

    /// Writes new rows: before statements may be checked, and before the tables are read.
    func writeAll() throws {
        try newEntities.write()
        try newNames.write()
    }

    /// The row of another name of an entity.
    mutating func intern(_ alias: EntityName, of entity: Int64) throws -> Int64 {
        if let name = try find(entity, text: alias.text, language: alias.language, kind: nil, wikidata: nil).name {
            return name
        }
        let name = try insert(entity, text: alias.text, language: alias.language, kind: nil, wikidata: nil)
        try writeAll()
        return name
    }

    /// Notes that one article more, or one less, brings these names.
    mutating func count(_ names: some Sequence<Int64>, by difference: Int) {
        for name in names { uses[name, default: 0] += difference }
    }

    /// Takes over counts that were put off.
    /// - Parameter counts: names in order, with how many articles more use them.
    mutating func settle(_ counts: [(name: Int64, articles: Int)], contested: [Int64]) throws {
        try writeAll()
        // A few thousand rows in one walk, their counts in digits of one length: looking for each alone takes twice the time.
        let (width, span): (Int, Int64) = (10, 4096)
        let update = try PreparedStatement(
            db,
            """
            UPDATE OR FAIL name SET uses = uses + CAST(substr(?1, 1 + \(width) * (id - ?2), \(width)) AS INTEGER)
            WHERE id BETWEEN ?2 AND ?3
            """)
        var at = 0
        while at < counts.count {
            let first = counts[at].name
            var digits: [UInt8] = []
            digits.reserveCapacity(width * Int(span))
            while at < counts.count, counts[at].name - first < span {
                let gap = Int(counts[at].name - first) * width - digits.count
                digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: gap + width))
                var (rest, place) = (counts[at].articles, digits.count)
                while rest > 0 {
                    place -= 1
                    digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                at += 1
            }
            update.bind(1, digits)
            update.bind(2, first)
            update.bind(3, counts[at - 1].name)
            try update.run()
        }
        affected.formUnion(contested)
    }

    private static let count = "UPDATE name SET uses = uses + ? WHERE id = ?"

    /// Writes the counts and everything that follows from them.
    mutating func finish(_ catalog: inout Catalog) throws {
        try writeAll()
        defer {
            newEntities.forget()
            newNames.forget()
        }
        let update = try PreparedStatement(db, Self.count)
        let entityOf = try PreparedStatement(db, "SELECT entity FROM name WHERE id = ? AND uses <= 0")
        let delete = try PreparedStatement(db, "DELETE FROM name WHERE id = ?")
        for (name, difference) in uses.sorted(by: { $0.key < $1.key }) where difference != 0 {
            update.bind(1, difference)
            update.bind(2, Int(name))
            try update.run()
            guard difference < 0 else { continue }
            entityOf.bind(1, Int(name))
            if try entityOf.next() {
                affected.insert(entityOf.int64(0))
                entityOf.reset()
                delete.bind(1, Int(name))
                try delete.run()
                catalog.references.removeAll()
            }
        }
        uses.removeAll(keepingCapacity: true)
        for entity in affected.sorted() { try resolve(entity, &catalog) }
        affected.removeAll(keepingCapacity: true)
    }

    /// Notes that an article that is being withdrawn used this entity under one of several names.
    mutating func touch(entitiesOf names: [Int64]) throws {
        try writeAll()
        let query = try PreparedStatement(db, "SELECT entity FROM name WHERE id = ?")
        for name in names {
            query.bind(1, Int(name))
            if try query.next() { affected.insert(query.int64(0)) }
            query.reset()
        }
    }

    private func find(
        _ entity: Int64, text: String, language: String?, kind: String?, wikidata: String?
    ) throws -> (name: Int64?, others: Int) {
        try writeAll()
        namesOfEntity.bind(1, Int(entity))
        var (found, others): (Int64?, Int) = (nil, 0)
        while try namesOfEntity.next() {
            // Bytes are compared: two spellings that Unicode holds equal are two names.
            if namesOfEntity.text(1).isExactly(text), namesOfEntity.optionalText(2) == language,
                namesOfEntity.optionalText(3) == kind, namesOfEntity.optionalText(4) == wikidata
            {
                found = namesOfEntity.int64(0)
            } else if !namesOfEntity.isNull(3) {
                others += 1
            }
        }
        return (found, others)
    }

    private func insert(_ entity: Int64, _ reference: EntityReference) throws -> Int64 {
        try insert(
            entity, text: reference.name, language: nil, kind: reference.kind.rawValue, wikidata: reference.wikidata)
    }

    private func insert(
        _ entity: Int64, text: String, language: String?, kind: String?, wikidata: String?
    ) throws -> Int64 {
        newNames.put(entity)
        newNames.put(text)
        newNames.put(Self.folded(text))
        newNames.put(language)
        newNames.put(kind)
        newNames.put(wikidata)
        newNames.put(0)
        return try newNames.endRow()
    }

    /// The form in which names are looked up.
    static func folded(_ name: String) -> String {
        // Folding drops much of a name at most; what is far beyond the cut need not be folded at all.
        if name.utf8.count <= foldedLength / 2 { return NameFolding.fold(name) }
        let head = name.utf8.count > 8 * foldedLength ? String(name.unicodeScalars.prefix(8 * foldedLength)) : name
        return String(NameFolding.fold(head).unicodeScalars.prefix(foldedLength))
    }

    /// Chooses again what the entity is called and taken for, or removes it with its last name.
    private func resolve(_ entity: Int64, _ catalog: inout Catalog) throws {
        let rows = try PreparedStatement(
            db, "SELECT text, kind, wikidata, uses FROM name WHERE entity = ? AND kind IS NOT NULL")
        rows.bind(1, Int(entity))
        var (names, kinds, items): ([ExactText: Int], [EntityKind: Int], [ExactText: Int]) = ([:], [:], [:])
        while try rows.next() {
            let uses = rows.int(3)
            names[ExactText(rows.text(0)), default: 0] += uses
            if let kind = EntityKind(rawValue: rows.text(1)) { kinds[kind, default: 0] += uses }
            if let item = rows.optionalText(2) { items[ExactText(item), default: 0] += uses }
        }
        guard let name = Self.most(names), !kinds.isEmpty else {
            for sql in ["DELETE FROM name WHERE entity = ?", "DELETE FROM entity WHERE id = ?"] {
                let delete = try PreparedStatement(db, sql)
                delete.bind(1, Int(entity))
                try delete.run()
            }
            catalog.contested.remove(entity)
            return
        }
        let most = kinds.values.max()
        let kind = EntityKind.allCases.first { kinds[$0] == most } ?? .organisation
        let update = try PreparedStatement(db, "UPDATE entity SET name = ?, kind = ?, wikidata = ? WHERE id = ?")
        update.bind(1, name)
        update.bind(2, kind.rawValue)
        update.bind(3, Self.most(items))
        update.bind(4, Int(entity))
        try update.run()
    }

    /// The text with the highest count; of equals, the first by bytes.
    private static func most(_ counts: [ExactText: Int]) -> String? {
        counts.min { a, b in
            a.value != b.value ? a.value > b.value : a.key.text.utf8.lexicographicallyPrecedes(b.key.text.utf8)
        }?.key.text
    }
}
