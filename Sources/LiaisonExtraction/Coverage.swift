/// Which frames fire on many articles, and the sentences most worth a frame: the recall queue.
public struct Coverage: Sendable {
    /// A frame and what it did.
    public struct Frame: Sendable, Hashable {
        public var id: String
        /// Sentences in which its words stood between names of the right kinds.
        public var woken: Int
        public var fired: Int
    }

    /// A frame's name and its language.
    public struct FrameName: Sendable, Hashable {
        public var id: String
        public var language: String
    }

    private let names: [FrameName]
    private var languages: Set<String> = []
    private var fired: [String: Int] = [:]
    private var woken: [String: Int] = [:]
    private var silences: [CoverageArticle.Silence] = []
    public private(set) var articles = 0
    public private(set) var silenceCount = 0

    /// More are counted, but only the most promising kept: any number of articles must fit the memory.
    private static let kept = 4096

    /// - Parameter frames: all frames, in the order they are to be listed in.
    public init(frames: [FrameName]) {
        names = frames
    }

    public mutating func add(_ article: CoverageArticle) {
        articles += 1
        languages.formUnion(article.languages)
        fired.merge(article.fired, uniquingKeysWith: +)
        woken.merge(article.woken, uniquingKeysWith: +)
        silenceCount += article.silences.count
        silences += article.silences
        if silences.count > 2 * Self.kept { silences = Array(sorted(silences, \.promise).prefix(Self.kept)) }
    }

    /// The frames of the languages that were read.
    public var frames: [Frame] {
        names.filter { languages.contains($0.language) }
            .map { Frame(id: $0.id, woken: woken[$0.id] ?? 0, fired: fired[$0.id] ?? 0) }
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
