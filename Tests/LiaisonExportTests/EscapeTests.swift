import LiaisonModel
import Testing

@testable import LiaisonExport

@Suite struct EscapeTests {
    private static let tables: [EscapeTable] = [
        .json, .turtle, .xml, .csv, .csvBare, .dotData, .dotLabel, .segment, .address,
    ]

    /// Blocks of sixteen bytes are looked at as a whole: every byte at every place of several.
    @Test(arguments: tables.indices)
    func `what is replaced is found at every place`(number: Int) {
        let table = Self.tables[number]
        for byte in UInt8.min...UInt8.max {
            for place in [0, 1, 7, 15, 16, 17, 31, 32, 40] {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 41)
                bytes[place] = byte
                let sink = MemorySink()
                let out = ByteOutput(sink)
                bytes.withUnsafeBufferPointer { out.escaped(BorrowedText($0), table) }
                try? out.finish()
                let wanted = bytes.flatMap { table.classes[Int($0)] == 0 ? [$0] : table.replacement(of: $0) }
                #expect(sink.bytes == wanted, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func `text longer than the buffer comes out whole`() throws {
        let long = String(repeating: "0123456789\"", count: 30_000)
        let sink = MemorySink()
        let out = ByteOutput(sink)
        out.hexadecimal(0xabc, digits: 4)
        out.escaped(long, .csv)
        out.hexadecimal(7, digits: 2)
        try out.finish()
        #expect(sink.text == "0abc" + long.replacing("\"", with: "\"\"") + "07")
    }
}
