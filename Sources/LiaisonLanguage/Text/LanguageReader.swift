/// Tells the language of a paragraph by the small words in it and by its script.
///
/// Each small word speaks for the languages that have it, the more the fewer they are. A paragraph that says too little
/// takes the language of the whole text; of a text that says too little the other words are asked.
struct LanguageReader {
    let text: UnsafeBufferPointer<UInt8>
    let words: WordTable
    let lexicon: LanguageWords
    let cues: LanguageCues
    private let table = CharacterTable.shared
    private var folder = WordFolder()

    /// How far into a paragraph it is read.
    private static let reach = 1200

    /// Which words are looked at.
    enum Words {
        case small, cues
    }

    init(text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: TextLexicon) {
        self.text = text
        self.words = words
        self.lexicon = lexicon.languageWords
        cues = lexicon.languageCues
    }

    /// What a paragraph says about its language.
    struct Votes {
        /// Points by language, in the order of ``LanguageWords/codes``, in twelfths of a word.
        var points: [Int]
        var words = 0
        /// Letters of scripts that neither French nor English uses.
        var foreignLetters = 0
        var letters = 0

        /// Whether reading on would not change the answer.
        var isClear: Bool {
            let (french, english) = (points[0], points[1])
            return max(french, english) >= 72 && (french > 3 * english || english > 3 * french)
                && max(french, english) * 2 > 3 * (points.dropFirst(2).max() ?? 0)
        }

        /// Many words and hardly one of them known: another language, unless the article says which it is.
        var isUnknown: Bool { words >= 25 && (points.max() ?? 0) < 18 }

        /// The language, nil when the words do not suffice to say.
        var language: Language? {
            if foreignLetters * 2 > letters { return .other }
            guard let best = points.indices.max(by: { points[$0] < points[$1] }), points[best] >= 18 else {
                return nil
            }
            let second = points.indices.filter { $0 != best }.map { points[$0] }.max() ?? 0
            // Other languages need a clear lead: their lists share words with French and English names.
            if best > 1 { return points[best] > 2 * max(points[0], points[1]) && words > 4 ? .other : nil }
            if points[best] * 4 < second * 5 { return nil }
            return best == 0 ? .french : .english
        }

        /// The better guess for a text of a few words, where any small word decides; nil when none does.
        var likelyLanguage: Language? {
            guard foreignLetters * 2 <= letters, !isUnknown else { return nil }
            let others = points.dropFirst(2).max() ?? 0
            let (french, english) = (points[0], points[1])
            guard french != english, max(french, english) > 0, max(french, english) >= others else { return nil }
            return french > english ? .french : .english
        }

        /// The language of a text of a few words, whose other words were asked too: one whole word for it, and more than
        /// speaks for any other; nil when there is none.
        var toldLanguage: Language? {
            guard foreignLetters * 2 <= letters, !isUnknown else { return nil }
            let (french, english) = (points[0], points[1])
            guard french != english, max(french, english) >= 12,
                max(french, english) > (points.dropFirst(2).max() ?? 0)
            else { return nil }
            return french > english ? .french : .english
        }

        /// Adds the points of another kind of words in the same paragraphs.
        mutating func add(points other: Votes) {
            for index in points.indices { points[index] += other.points[index] }
        }

        /// Adds the votes of another paragraph.
        mutating func add(_ other: Votes) {
            for index in points.indices { points[index] += other.points[index] }
            words += other.words
            letters += other.letters
            foreignLetters += other.foreignLetters
        }
    }

    var noVotes: Votes { Votes(points: Array(repeating: 0, count: lexicon.codes.count)) }

    /// Reads the beginning of a paragraph.
    mutating func votes(_ range: Range<Int>, of words: Words = .small) -> Votes {
        var votes = noVotes
        let end = min(range.upperBound, range.lowerBound + Self.reach)
        var position = range.lowerBound
        var start = position
        while position < end {
            let run = ASCIILetters.runEnd(text, from: position, to: end)
            votes.letters += run - position
            position = run
            if position >= end { break }
            let (value, length) = UTF8Reader.scalar(text, at: position, end: end)
            let found = table.class(of: value)
            switch found {
            case .lower, .upper, .mark, .ignorable:
                votes.letters += 1
                if value > 0x24F && value != 0xFEFF && found.isLetter && !(0x1E00...0x1EFF).contains(value) {
                    votes.foreignLetters += 1
                }
                position += length
                continue
            default: break
            }
            // An elided word counts with its apostrophe, and so does what follows one: `l'`, `'s`.
            if start < position { count(start, found == .apostrophe ? position + length : position, words, &votes) }
            let isShortAfter =
                found == .apostrophe && start < position && position + length + 2 <= end
                && !table.class(of: UInt32(text[min(position + length + 1, end - 1)])).isLetter
            start = isShortAfter ? position : position + length
            position += length
            if votes.words & 7 == 7 && votes.isClear { return votes }
        }
        if start < end { count(start, end, words, &votes) }
        return votes
    }

    private mutating func count(_ start: Int, _ end: Int, _ kind: Words, _ votes: inout Votes) {
        votes.words += 1
        // No listed word is longer.
        guard end - start <= (kind == .small ? 12 : 24) else { return }
        _ = folder.fold(text, from: start, to: end)
        guard let word = folder.id(in: words) else { return }
        var mask: UInt32
        switch kind {
        case .small: mask = lexicon.mask(of: word)
        case .cues:
            // What is a small word of French or English has spoken.
            if lexicon.mask(of: word) & LanguageWords.frenchOrEnglish != 0 { return }
            let first = UTF8Reader.scalar(text, at: start, end: end).value
            mask = cues.mask(of: word, isCapital: table.class(of: first) == .upper)
        }
        guard mask != 0 else { return }
        let points = 12 / mask.nonzeroBitCount
        while mask != 0 {
            votes.points[mask.trailingZeroBitCount] += points
            mask &= mask - 1
        }
    }
}
