import GRDB
import Testing

@testable import LiaisonStore

@Suite struct TableImageTests {
    private static let definition =
        "CREATE TABLE word (id INTEGER PRIMARY KEY, number INTEGER, text TEXT, note TEXT) STRICT"

    /// Copies rows, and checks both the image and the table that SQLite has made of it.
    private func copied(_ rows: [(id: Int64, number: Int64?, text: String)]) throws -> [Row] {
        let queue = try DatabaseQueue()
        return try queue.inDatabase { db in
            try db.execute(sql: Self.definition)
            let image = try TableImage(of: "word", in: db)
            // The second time, nothing is left of the first.
            for _ in 0..<2 {
                try db.inTransaction {
                    try db.execute(sql: "DELETE FROM word")
                    for row in rows {
                        image.record.removeAll()
                        image.record.putNull()
                        if let number = row.number { image.record.put(number) } else { image.record.putNull() }
                        image.record.put(row.text)
                        try image.add(row.id)
                    }
                    try image.copy(to: db)
                    return .commit
                }
                if image.isAttached {
                    #expect(try String.fetchAll(db, sql: "PRAGMA image.integrity_check") == ["ok"])
                }
                #expect(try String.fetchAll(db, sql: "PRAGMA main.integrity_check") == ["ok"])
                try image.detach(from: db)
            }
            return try Row.fetchAll(db, sql: "SELECT * FROM word ORDER BY id")
        }
    }

    private func isSame(_ found: [Row], _ rows: [(id: Int64, number: Int64?, text: String)]) -> Bool {
        found.map { $0[0] as Int64 } == rows.map(\.id) && found.map { $0[1] as Int64? } == rows.map(\.number)
            && found.map { $0[2] as String } == rows.map(\.text) && found.allSatisfy { $0["note"] == nil }
    }

    @Test func `numbers of every size are copied as they are`() throws {
        var numbers: [Int64?] = [nil, 0, 1, .min, .max]
        for bits in [7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 62] {
            let power = Int64(1) << Int64(bits)
            numbers += [power - 1, power, -power, -power - 1]
        }
        let rows = numbers.enumerated().map { (id: Int64($0) + 1, number: $1, text: "\($0)") }
        #expect(isSame(try copied(rows), rows))
    }

    @Test func `row numbers of every size are copied as they are`() throws {
        let ids: [Int64] = [
            .min, -(1 << 40), -1, 0, 1, 127, 128, 1 << 14, 1 << 21 - 1, 1 << 28, 1 << 35, 1 << 42, 1 << 49, 1 << 56,
            .max,
        ]
        let rows = ids.map { (id: $0, number: $0 as Int64?, text: "é") }
        #expect(isSame(try copied(rows), rows))
    }

    @Test(arguments: [0, 1, 57, 58, 8140, 8150, 8160, 8200, 16_384, 100_000, 2_500_000])
    func `texts shorter and longer than a page are copied as they are`(length: Int) throws {
        let rows = (1...3).map {
            (id: Int64($0), number: 7 as Int64?, text: String(repeating: "\($0)", count: length + $0))
        }
        #expect(isSame(try copied(rows), rows))
    }

    @Test(arguments: [0, 1, 2, 3, 999, 1_001, 1_002, 1_003, 2_501])
    func `as many pages as wanted lead to the rows`(count: Int) throws {
        // Two fill a page, and a page leads to five hundred.
        let text = String(repeating: "x", count: 4_000)
        let rows = (0..<count).map { (id: Int64($0) * 1_000_000, number: Int64($0) as Int64?, text: text) }
        #expect(isSame(try copied(rows), rows))
    }

    @Test func `a row that does not come in its order is refused`() throws {
        try DatabaseQueue().inDatabase { db in
            try db.execute(sql: Self.definition)
            let image = try TableImage(of: "word", in: db)
            try image.add(2)
            #expect(throws: StoreError.self) { try image.add(2) }
            #expect(throws: StoreError.self) { try image.add(1) }
        }
    }

    @Test func `a row that the table has already fails the copy`() throws {
        try DatabaseQueue().inDatabase { db in
            try db.execute(sql: Self.definition)
            try db.execute(sql: "INSERT INTO word (id) VALUES (1)")
            let image = try TableImage(of: "word", in: db)
            image.record.putNull()
            try image.add(1)
            #expect(throws: DatabaseError.self) {
                try db.inTransaction {
                    try image.copy(to: db)
                    return .commit
                }
            }
            try image.detach(from: db)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM word") == 1)
        }
    }
}
