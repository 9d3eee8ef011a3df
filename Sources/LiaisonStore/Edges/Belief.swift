internal import LiaisonModel

/// How far an edge is believed, and where it stands.
///
/// Independent sources add up as in a noisy-or (Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, 4.3.2):
/// each counts with its best statement, and the edge fails only if all of them fail. One source is one story: near-copies
/// of an article, and articles that share the quoted sentence, are the same witness heard again.
enum Belief {
    /// No number of articles makes an edge certain; only a person does.
    static let maximum = 0.9999
    /// What is left of the belief where some sources deny what others state.
    static let dispute = 0.5
    /// A shared quote shorter than this many bytes may be chance.
    static let quoteLength = 40

    /// How much a statement of that factuality says about the world, given that the article states it.
    static func weight(_ factuality: Factuality) -> Double {
        switch factuality {
        case .asserted: 1
        case .reported: 0.9
        case .rumoured: 0.6
        case .denied, .hypothetical: 0
        }
    }

    /// The best statement's strength of each independent source.
    /// - Parameter statements: the story, the quote and the strength of each.
    static func sources(_ statements: [(story: Int64, quote: String, strength: Double)]) -> [Double] {
        sources(
            statements.map { ($0.story, $0.quote.utf8.count >= quoteLength ? ExactText($0.quote) : nil, $0.strength) })
    }

    /// The best statement's strength of each independent source.
    /// - Parameter statements: the story, the quote where it is of ``quoteLength`` or more, and the strength of each.
    static func sources<Quote: Hashable>(_ statements: [(story: Int64, quote: Quote?, strength: Double)]) -> [Double] {
        if statements.count == 1 { return [statements[0].strength] }
        if statements.count == 2 {
            let (a, b) = (statements[0], statements[1])
            let isOne = a.story == b.story || (a.quote != nil && a.quote == b.quote)
            return isOne ? [max(a.strength, b.strength)] : [a.strength, b.strength]
        }
        var best: [Int64: Double] = [:]
        for statement in statements { best[statement.story] = max(best[statement.story] ?? 0, statement.strength) }
        if best.count == 1 { return Array(best.values) }
        // Stories that share a quote are joined.
        var parents: [Int64: Int64] = [:]
        func root(_ story: Int64) -> Int64 {
            var story = story
            while let parent = parents[story] { story = parent }
            return story
        }
        var quoted: [Quote: Int64] = [:]
        for statement in statements {
            guard let quote = statement.quote else { continue }
            if let other = quoted[quote] {
                let (a, b) = (root(other), root(statement.story))
                if a != b { parents[max(a, b)] = min(a, b) }
            } else {
                quoted[quote] = statement.story
            }
        }
        var joined: [Int64: Double] = [:]
        for (story, strength) in best { joined[root(story)] = max(joined[root(story)] ?? 0, strength) }
        return Array(joined.values)
    }

    /// The belief from independent sources, in steps of 0.0001.
    static func value(_ sources: [Double], isDisputed: Bool) -> Double {
        // Sorted, so that rounding does not depend on the order of articles.
        var doubt = 1.0
        if sources.count > 1 {
            for strength in sources.sorted() { doubt *= 1 - strength }
        } else if let only = sources.first {
            doubt = 1 - only
        }
        return value(doubt: doubt, isDisputed: isDisputed)
    }

    /// The belief from one source.
    static func value(_ source: Double, isDisputed: Bool) -> Double {
        value(doubt: 1 - source, isDisputed: isDisputed)
    }

    private static func value(doubt: Double, isDisputed: Bool) -> Double {
        let belief = min(1 - doubt, maximum) * (isDisputed ? dispute : 1)
        return (belief * 10_000).rounded() / 10_000
    }

    /// Where the edge stands: what the latest article says, except that a plan does not end what is current.
    /// - Parameter statements: publication date and time of each statement that holds.
    static func state(_ statements: [(published: String?, time: TimeState)]) -> EdgeState {
        var latest: (published: String, time: TimeState)?
        for statement in statements where statement.time != .planned {
            let published = statement.published ?? ""
            guard let known = latest else {
                latest = (published, statement.time)
                continue
            }
            // On the same day, the end of something is the news.
            if published > known.published || (published == known.published && statement.time == .ended) {
                latest = (published, statement.time)
            }
        }
        switch latest?.time {
        case .ended: return .ended
        case .current: return .current
        default: return .planned
        }
    }
}
