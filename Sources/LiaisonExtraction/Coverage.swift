/// Which frames fire on many articles, and the sentences most worth a frame: the recall queue.
public struct Coverage: Sendable {
    /// A frame and what it did.
    public struct Frame: Sendable, Hashable {
        public var id: String
        /// Sentences in which its words stood between names of the right kinds.
        public var woken: Int
        public var fired: Int
    }

    private let ids: [String]
    private var fired: [String: Int] = [:]
    private var woken: [String: Int] = [:]
    private var silences: [CoverageArticle.Silence] = []
    public private(set) var articles = 0
    public private(set) var silenceCount = 0

    /// More are counted, but only the most promising kept: any number of articles must fit the memory.
    private static let kept = 4096

    /// - Parameter frames: the ids of all frames, in the order they are to be listed in.
    public init(frames: [String]) {
        ids = frames
    }

    public mutating func add(_ article: CoverageArticle) {
        articles += 1
        fired.merge(article.fired, uniquingKeysWith: +)
        woken.merge(article.woken, uniquingKeysWith: +)
        silenceCount += article.silences.count
        silences += article.silences
        if silences.count > 2 * Self.kept { silences = Array(sorted(silences, \.promise).prefix(Self.kept)) }
    }

    /// All frames.
    public var frames: [Frame] {
        ids.map { Frame(id: $0, woken: woken[$0] ?? 0, fired: fired[$0] ?? 0) }
    }

    /// The sentences that gave nothing, most promising first: a frame that mostly fires when it wakes has more likely missed
    /// something where it did not.
    public func queue(limit: Int) -> [CoverageArticle.Silence] {
        let ranked = silences.map { silence in
            var silence = silence
            let rate = Double((fired[silence.frame] ?? 0) + 1) / Double((woken[silence.frame] ?? 0) + 2)
            silence.promise *= min(rate, 1)
            return silence
        }
        return Array(sorted(ranked, \.promise).prefix(max(0, limit)))
    }

    /// The highest first, equals in the order they came.
    private func sorted(
        _ silences: [CoverageArticle.Silence], _ key: (CoverageArticle.Silence) -> Double
    ) -> [CoverageArticle.Silence] {
        silences.enumerated().sorted { a, b in
            let (x, y) = (key(a.element), key(b.element))
            return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
    }
}
