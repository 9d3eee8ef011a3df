import Testing

@testable import LiaisonExport

@Suite struct CommunitiesTests {
    @Test func `two cliques with one link between them are two communities`() {
        var links: [(a: Int, b: Int, weight: Double)] = [(0, 5, 0.5)]
        for a in 0..<5 {
            for b in (a + 1)..<5 { links += [(a, b, 1), (a + 5, b + 5, 1)] }
        }
        let communities = Communities(nodes: 10, links: links)
        #expect(communities.numbers == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        #expect(communities.count == 2)
    }

    @Test func `nodes without links are alone`() {
        #expect(Communities(nodes: 3, links: []).numbers == [0, 1, 2])
        #expect(Communities(nodes: 0, links: []).count == 0)
    }

    @Test func `communities of communities are found`() {
        // A ring of eight pairs: neighbours of neighbours join while it gains.
        let pairs = (0..<8).map { (a: 2 * $0, b: 2 * $0 + 1, weight: 1.0) }
        let ring = (0..<8).map { (a: 2 * $0 + 1, b: (2 * $0 + 2) % 16, weight: 0.9) }
        let communities = Communities(nodes: 16, links: pairs + ring)
        #expect((2...7).contains(communities.count))
        for pair in pairs { #expect(communities.numbers[pair.a] == communities.numbers[pair.b]) }
    }
}
