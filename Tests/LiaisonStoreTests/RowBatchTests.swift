import GRDB
import Testing

@testable import LiaisonStore

@Suite struct RowBatchTests {
    private func withTable(_ body: (Database) throws -> Void) throws {
        try DatabaseQueue().inDatabase { db in
            try db.execute(
                sql: "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, count INTEGER, note TEXT)")
            try body(db)
        }
    }

    @Test(arguments: [1, 15, 16, 17, 100]) func `rows get the numbers that were foretold`(count: Int) throws {
        try withTable { db in
            try db.execute(sql: "INSERT INTO word (id, text) VALUES (41, 'first')")
            let batch = RowBatch(db, table: "word", columns: ["text", "count", "note"])
            for number in 0..<count {
                batch.put("é\(number)")
                batch.put(Int64(number))
                batch.put(number.isMultiple(of: 2) ? nil : "")
                #expect(try batch.endRow() == Int64(42 + number))
            }
            try batch.write()
            let rows = try Row.fetchAll(db, sql: "SELECT id, text, count, note FROM word WHERE id > 41 ORDER BY id")
            #expect(rows.map { $0[0] } == Array(42..<42 + count))
            #expect(rows.map { $0[1] } == (0..<count).map { "é\($0)" })
            #expect(rows.map { $0[2] } == Array(0..<count))
            #expect(rows.map { $0[3] as String? } == (0..<count).map { $0.isMultiple(of: 2) ? nil : "" })
        }
    }

    @Test func `a row that came in between is noticed`() throws {
        try withTable { db in
            let batch = RowBatch(db, table: "word", columns: ["text"])
            batch.put("a")
            _ = try batch.endRow()
            try db.execute(sql: "INSERT INTO word (text) VALUES ('b')")
            #expect(throws: StoreError.self) { try batch.write() }
        }
    }

    @Test func `after rows were removed the number is asked for again`() throws {
        try withTable { db in
            let batch = RowBatch(db, table: "word", columns: ["text"])
            for word in ["a", "b"] {
                batch.put(word)
                _ = try batch.endRow()
            }
            try batch.write()
            try db.execute(sql: "DELETE FROM word")
            batch.forget()
            batch.put("c")
            #expect(try batch.endRow() == 1)
            try batch.write()
        }
    }

    @Test func `edges are sorted by their codes and come once`() {
        var edges = EdgeCodes.Edges()
        var wanted: [(code: Int64, subject: Int64, object: Int64)] = []
        var state: UInt64 = 3
        for number in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digest = state & 0xFFFF_FFFF_0000_0000
            let edge = (Int64(digest >> 32) - 1 << 31, Int64(number), Int64(number + 1))
            wanted.append(edge)
            for _ in 0...number % 3 {
                let isTaken = edges.add(digest: digest, subject: edge.1, object: edge.2)
                #expect(isTaken)
            }
        }
        edges.sort()
        wanted.sort { $0.code < $1.code }
        #expect(edges.count == wanted.count)
        for place in wanted.indices { #expect(edges[place] == wanted[place]) }
        let isTooLarge = !edges.add(digest: 0, subject: 1 << 32, object: 0)
        #expect(isTooLarge)
    }
}
