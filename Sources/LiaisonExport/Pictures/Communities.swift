/// Groups of nodes with more links among themselves than to others, by the method of Louvain (Blondel, Guillaume, Lambiotte,
/// Lefebvre, "Fast unfolding of communities in large networks", 2008). The same graph gives the same groups.
struct Communities {
    /// The community of each node, counted from 0 in the order of their first nodes.
    private(set) var numbers: [Int]
    private(set) var count = 0

    /// - Parameters:
    ///   - nodes: how many there are.
    ///   - links: pairs of nodes and their weights, greater than 0; neither loops nor repetitions are needed to be absent.
    init(nodes: Int, links: [(a: Int, b: Int, weight: Double)]) {
        numbers = Array(0..<nodes)
        var level = Level(nodes: nodes, links: links)
        // Each round joins what the last one found; few graphs need more than five.
        for _ in 0..<32 {
            let (moved, isChanged) = level.moved()
            guard isChanged else { break }
            let (dense, size) = Self.renumbered(moved)
            numbers = numbers.map { dense[$0] }
            level = level.joined(dense, count: size)
        }
        (numbers, count) = Self.renumbered(numbers)
    }

    private static func renumbered(_ numbers: [Int]) -> ([Int], Int) {
        var known: [Int: Int] = [:]
        var dense: [Int] = []
        for number in numbers {
            let next = known[number] ?? known.count
            known[number] = next
            dense.append(next)
        }
        return (dense, known.count)
    }

    /// A graph whose nodes are communities of the level below.
    private struct Level {
        var neighbours: [[(node: Int, weight: Double)]]
        /// The links inside of each node, counted twice.
        var loops: [Double]
        var total: Double

        init(nodes: Int, links: [(a: Int, b: Int, weight: Double)]) {
            var weights = [[Int: Double]](repeating: [:], count: nodes)
            loops = [Double](repeating: 0, count: nodes)
            total = 0
            for link in links {
                total += 2 * link.weight
                if link.a == link.b {
                    loops[link.a] += 2 * link.weight
                } else {
                    weights[link.a][link.b, default: 0] += link.weight
                    weights[link.b][link.a, default: 0] += link.weight
                }
            }
            neighbours = weights.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
        }

        /// Moves each node to the community where modularity grows most, until none gains.
        func moved() -> (communities: [Int], isChanged: Bool) {
            let strengths = neighbours.indices.map { index in
                neighbours[index].reduce(loops[index]) { $0 + $1.weight }
            }
            var communities = Array(neighbours.indices)
            var totals = strengths
            var isChanged = false
            guard total > 0 else { return (communities, false) }
            for _ in 0..<64 {
                var moves = 0
                for node in neighbours.indices {
                    var shared: [Int: Double] = [:]
                    for neighbour in neighbours[node] {
                        shared[communities[neighbour.node], default: 0] += neighbour.weight
                    }
                    let own = communities[node]
                    totals[own] -= strengths[node]
                    func gain(_ community: Int) -> Double {
                        (shared[community] ?? 0) - strengths[node] * totals[community] / total
                    }
                    var best = (community: own, gain: gain(own))
                    for community in shared.keys.sorted() where gain(community) > best.gain + 1e-9 {
                        best = (community, gain(community))
                    }
                    totals[best.community] += strengths[node]
                    communities[node] = best.community
                    if best.community != own { moves += 1 }
                }
                if moves == 0 { break }
                isChanged = true
            }
            return (communities, isChanged)
        }

        /// The graph of communities.
        func joined(_ communities: [Int], count: Int) -> Level {
            var links: [(a: Int, b: Int, weight: Double)] = []
            for (node, list) in neighbours.enumerated() {
                for neighbour in list where neighbour.node > node {
                    links.append((communities[node], communities[neighbour.node], neighbour.weight))
                }
                if loops[node] > 0 { links.append((communities[node], communities[node], loops[node] / 2)) }
            }
            return Level(nodes: count, links: links)
        }
    }
}
