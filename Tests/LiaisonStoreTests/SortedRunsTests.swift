import Testing

@testable import LiaisonStore

@Suite struct SortedRunsTests {
    /// Records of 1 to 600 bytes, each of one byte over and over.
    private func fill(_ runs: SortedRuns, count: Int) throws -> [(UInt64, UInt8)] {
        var wanted: [(UInt64, UInt8)] = []
        var state: UInt64 = 1
        for number in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let (key, size) = (state >> 33 % 50, 1 + Int(state >> 20 % 600))
            let byte = UInt8(truncatingIfNeeded: number)
            try runs.append(EdgeKey(high: key, low: 0), count: size) {
                $0.initializeMemory(as: UInt8.self, repeating: byte, count: size)
            }
            wanted.append((key, byte))
        }
        try runs.finish()
        return wanted
    }

    private func read(_ runs: SortedRuns) throws -> [(UInt64, UInt8)] {
        var found: [(UInt64, UInt8)] = []
        try runs.forEach { key, bytes in
            #expect(bytes.allSatisfy { $0 == bytes[0] })
            found.append((key.high, bytes[0]))
        }
        return found
    }

    @Test(arguments: [1 << 20, 4096, 64])
    func `records come in order, and those of one key as they came`(capacity: Int) throws {
        let runs = SortedRuns(capacity: capacity)
        let wanted = try fill(runs, count: 1000)
        let sorted = wanted.enumerated().sorted {
            $0.element.0 != $1.element.0 ? $0.element.0 < $1.element.0 : $0.offset < $1.offset
        }.map(\.element)
        for _ in 0..<2 {
            let found = try read(runs)
            #expect(found.map(\.0) == sorted.map(\.0))
            #expect(found.map(\.1) == sorted.map(\.1))
        }
    }

    @Test func `nothing sorted is nothing`() throws {
        let runs = SortedRuns()
        try runs.finish()
        #expect(try read(runs).isEmpty)
    }
}
