/// Phrases of interned words with what each stands for, matched at a place in a text, longest first.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var words: [WordID]
        var meaning: Meaning
    }

    private var forward: [UInt32: [Phrase]] = [:]
    private var backward: [UInt32: [Phrase]] = [:]

    /// Adds a phrase of a data file and returns its words.
    @discardableResult
    mutating func add(_ phrase: String, _ meaning: Meaning, _ words: inout WordTable) -> [WordID] {
        let ids = Self.split(phrase).map { words.add($0) }
        guard let first = ids.first, let last = ids.last else { return [] }
        let entry = Phrase(words: ids, meaning: meaning)
        forward[first.rawValue, default: []].append(entry)
        backward[last.rawValue, default: []].append(entry)
        forward[first.rawValue]?.sort { $0.words.count > $1.words.count }
        backward[last.rawValue]?.sort { $0.words.count > $1.words.count }
        return ids
    }

    /// The longest phrase that begins at a token, within a range of tokens.
    func match(_ tokens: UnsafeBufferPointer<Token>, at index: Int, end: Int) -> (meaning: Meaning, end: Int)? {
        guard index < end, let phrases = forward[tokens[index].word.rawValue] else { return nil }
        for phrase in phrases where index + phrase.words.count <= end {
            if phrase.words.indices.allSatisfy({ tokens[index + $0].word == phrase.words[$0] }) {
                return (phrase.meaning, index + phrase.words.count)
            }
        }
        return nil
    }

    /// The longest phrase whose last word is the one before a token.
    func match(_ tokens: UnsafeBufferPointer<Token>, before index: Int, start: Int) -> (meaning: Meaning, start: Int)? {
        guard index > start, let phrases = backward[tokens[index - 1].word.rawValue] else { return nil }
        for phrase in phrases where index - phrase.words.count >= start {
            let first = index - phrase.words.count
            if phrase.words.indices.allSatisfy({ tokens[first + $0].word == phrase.words[$0] }) {
                return (phrase.meaning, first)
            }
        }
        return nil
    }

    /// The folded words of a phrase: cut at spaces and after apostrophes, as French text is.
    private static func split(_ phrase: String) -> [String] {
        var pieces: [String] = []
        for part in WordFolder.fold(phrase).split(separator: " ") {
            var piece = ""
            for character in part {
                piece.append(character)
                if character == "'" && piece.count > 1 {
                    pieces.append(piece)
                    piece = ""
                }
            }
            if !piece.isEmpty { pieces.append(piece) }
        }
        // A word that the tokeniser keeps whole.
        return pieces == ["aujourd'", "hui"] ? ["aujourd'hui"] : pieces
    }
}
