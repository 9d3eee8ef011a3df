/// How many typing errors lie between two names.
enum EditDistance {
    /// The least number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment), or nil
    /// when it is above a bound. Only the diagonal band that the bound allows is computed.
    static func between<Letter: Equatable>(_ a: [Letter], _ b: [Letter], atMost bound: Int) -> Int? {
        guard abs(a.count - b.count) <= bound else { return nil }
        if a == b { return 0 }
        let far = bound + 1
        var before = [Int](repeating: far, count: b.count + 1)
        var last = (0...b.count).map { min($0, far) }
        var row = before
        for i in a.indices {
            let (low, high) = (max(0, i - bound), min(b.count, i + bound + 1))
            row = [Int](repeating: far, count: b.count + 1)
            if i + 1 <= bound { row[0] = i + 1 }
            var least = row[0]
            for j in low..<high {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row[j + 1] = min(cost, far)
                least = min(least, row[j + 1])
            }
            if least > bound { return nil }
            (before, last) = (last, row)
        }
        return last[b.count] <= bound ? last[b.count] : nil
    }
}
