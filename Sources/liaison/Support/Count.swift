internal import LiaisonStore

/// Numbers with their nouns.
enum Count {
    /// `1 article`, `12,345 articles`.
    static func of(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// `203 edges (5 more are only denied or supposed)`.
    static func edges(_ stats: StoreStatistics) -> String {
        let refused = stats.refusedEdges
        let more =
            refused == 0 ? "" : " (\(grouped(refused)) more \(refused == 1 ? "is" : "are") only denied or supposed)"
        return of(stats.edges, "edge") + more
    }

    /// Digits in groups of three.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var out: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { out.append(UInt8(ascii: ",")) }
            out.append(digit)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
