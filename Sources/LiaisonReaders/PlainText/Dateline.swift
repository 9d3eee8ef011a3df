internal import LiaisonModel

/// What an article's own lines say about when and where it was published.
///
/// A wrong date is worse than none: dates of running text are never taken, nor those of updates, nor either of two that differ.
struct Dateline: Hashable, Sendable {
    /// `YYYY-MM-DD`, or `YYYY-MM`.
    var published: String?
    var publisher: String?

    /// How plainly a line says that its date is that of publication.
    private enum Plainness: Int {
        /// A line that is nothing but a date, with a place at most.
        case bare
        /// A place and a date before the first sentence, as agencies write it.
        case agency
        /// "Publié le …", "Published …".
        case said
    }

    private struct Candidate {
        var plainness: Plainness
        var date: String
        var publisher: String?
    }

    /// Lines of text at the top and at the bottom that are looked at.
    static let topLines = 8
    static let bottomLines = 12
    /// A longer line is running text; only an agency's dateline can stand in it.
    private static let longestLine = 160

    /// Looks at the first and last lines of an article, its title among them.
    init(lines: EdgeLines, words: DatelineWords) {
        var isFound = false
        for zone in [lines.top.enumerated().map { ($0.offset, $0.element) }, lines.bottom.map { (Int.max, $0) }]
        where !isFound {
            let candidates = zone.compactMap { place, line in Self.candidate(in: line, place: place, words: words) }
            guard let best = candidates.map(\.plainness.rawValue).max() else { continue }
            isFound = true
            let plainest = candidates.filter { $0.plainness.rawValue == best }
            guard Set(plainest.map(\.date)).count == 1 else { continue }
            published = plainest.first?.date
            publisher = plainest.lazy.compactMap(\.publisher).first
        }
    }

    /// Whether a line is one that only says when, where and by whom something was published.
    static func isDateline(_ line: Substring, words: DatelineWords) -> Bool {
        guard let candidate = candidate(in: line, place: 0, words: words) else { return false }
        return candidate.plainness != .agency
    }

    /// Whether a line says that its date is that of publication.
    static func isSaid(_ line: Substring, words: DatelineWords) -> Bool {
        candidate(in: line, place: 0, words: words)?.plainness == .said
    }

    /// Whether four digits stand together: every date has its year so.
    private static func hasYear(_ line: Substring) -> Bool {
        var digits = 0
        for byte in line.utf8 {
            if byte &- 0x30 < 10 {
                digits += 1
            } else {
                if digits == 4 { return true }
                digits = 0
            }
        }
        return digits == 4
    }

    private static func candidate(in line: Substring, place: Int, words: DatelineWords) -> Candidate? {
        // Most lines have no date, and tokens cost more than a look at the digits.
        guard hasYear(line) else { return nil }
        let isShort = line.unicodeScalars.count <= longestLine
        let tokens = LineToken.tokens(of: isShort ? line : line.prefix(longestLine))
        let cues = words.languages.flatMap { $0.published + $0.updated }
        for language in words.languages {
            let scanner = DatelineScanner(line: line, tokens: tokens, words: language, cues: cues)
            if isShort, let (date, publisher) = scanner.said() {
                return Candidate(plainness: .said, date: date, publisher: publisher)
            }
            if place < 3, let date = scanner.agency() { return Candidate(plainness: .agency, date: date) }
            if isShort, place < 4 || place == .max, let date = scanner.bare() {
                return Candidate(plainness: .bare, date: date)
            }
        }
        return nil
    }
}
