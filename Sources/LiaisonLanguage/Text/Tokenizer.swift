/// Cuts paragraphs into tokens, in one pass over the bytes.
///
/// Every look ahead is bounded, so that time grows with the length of the text whatever is in it.
struct Tokenizer {
    let text: UnsafeBufferPointer<UInt8>
    let words: WordTable
    let lexicon: TextLexicon
    let table = CharacterTable.shared
    var workspace = TextWorkspace()
    var tokens: [Token] = []

    private(set) var facts: WordFactsTable
    private(set) var language = Language.other
    /// Where the paragraph at hand ends.
    private(set) var end = 0
    private(set) var spaceBefore = true

    init(text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: TextLexicon) {
        self.text = text
        self.words = words
        self.lexicon = lexicon
        facts = lexicon.english
    }

    /// Appends the tokens of a paragraph.
    mutating func tokenize(_ range: Range<Int>, language: Language) {
        if language != self.language {
            self.language = language
            facts = lexicon.facts(for: language)
        }
        end = range.upperBound
        spaceBefore = true
        var position = range.lowerBound
        while position < end {
            // Words and single spaces are most of all text.
            let byte = text[position]
            if byte == 0x20 {
                spaceBefore = true
                position += 1
                continue
            }
            if (byte | 0x20) &- 0x61 < 26 {
                let wordEnd = letterRunEnd(from: position + 1)
                if wordEnd == end || text[wordEnd] == 0x20 {
                    emit(position, wordEnd)
                    position = wordEnd
                } else {
                    position = word(from: position, scannedTo: wordEnd)
                }
                continue
            }
            let (value, length) = scalar(position)
            switch table.class(of: value) {
            case .space:
                spaceBefore = true
                position += length
            case .ignorable: position += length
            case .lower, .upper: position = word(from: position, scannedTo: position + length)
            case .digit: position = number(from: position)
            case .hyphen, .punctuation: position = punctuation(from: position, value, length)
            case .symbol: position = symbols(from: position)
            case .apostrophe:
                // "Yahoo!'s"
                let after = position + length
                if language != .french, !spaceBefore, let rest = runEnd(from: after, limit: 3),
                    facts(after, rest).flags.contains(.contraction)
                {
                    emit(position, rest, clitic: true)
                    position = rest
                } else {
                    emit(position, after)
                    position = after
                }
            case .currency, .mark:
                emit(position, position + length)
                position += length
            }
        }
    }

    @inline(__always)
    func scalar(_ position: Int) -> (value: UInt32, length: Int) {
        UTF8Reader.scalar(text, at: position, end: end)
    }

    /// The end of the run of ASCII letters at a position, eight bytes at a time.
    @inline(__always)
    func letterRunEnd(from start: Int) -> Int {
        ASCIILetters.runEnd(text, from: start, to: end)
    }

    /// The class of what stands at a position; white space at the end of the paragraph.
    @inline(__always)
    func characterClass(at position: Int) -> CharacterClass {
        position < end ? table.class(of: scalar(position).value) : .space
    }

    /// The byte at a position, a space at the end of the paragraph.
    @inline(__always)
    func byte(at position: Int) -> UInt8 {
        position < end ? text[position] : 0x20
    }

    /// Appends the token of a range of bytes.
    @inline(__always)
    mutating func emit(_ start: Int, _ end: Int, clitic: Bool = false) {
        guard start < end else { return }
        var shape = workspace.folder.fold(text, from: start, to: end)
        if spaceBefore { shape.insert(.spaceBefore) }
        if clitic { shape.insert(.isClitic) }
        spaceBefore = false
        let word = workspace.intern(words)
        tokens.append(Token(start: UInt32(start), end: UInt32(end), word: word, shape: shape))
    }

    /// What the data says about the word in a range of bytes.
    mutating func facts(_ start: Int, _ end: Int) -> WordFacts {
        _ = workspace.folder.fold(text, from: start, to: end)
        guard let word = workspace.folder.id(in: words) else {
            return WordFacts()
        }
        return facts[word]
    }

    /// The end of a run of letters and digits, at most `limit` bytes on; nil when the run is longer.
    func runEnd(from position: Int, limit: Int) -> Int? {
        var position = position
        let bound = min(end, position + limit)
        while position < end {
            let (value, length) = scalar(position)
            guard table.class(of: value).isWord else { return position }
            position += length
            if position > bound { return nil }
        }
        return position
    }

    // MARK: Marks

    private mutating func punctuation(from start: Int, _ value: UInt32, _ length: Int) -> Int {
        var position = start + length
        switch value {
        case 0x40, 0x23:  // @ and #
            let next = characterClass(at: position)
            if next.isLetter || (value == 0x40 && (next == .digit || byte(at: position) == 0x5F)) {
                while position < end {
                    let (value, length) = scalar(position)
                    let isWord = table.class(of: value).isWord || table.class(of: value) == .mark
                    guard isWord || value == 0x5F else { break }
                    position += length
                }
            }
        case 0x21, 0x3F:  // ! and ? mix
            while byte(at: position) == 0x21 || byte(at: position) == 0x3F { position += 1 }
        case 0x2A, 0x2D, 0x2E, 0x3D, 0x5F, 0x7E:  // * - . = _ ~
            while UInt32(byte(at: position)) == value { position += 1 }
        default: break
        }
        emit(start, position)
        return position
    }

    /// A run of pictures with what joins and colours them is one token.
    private mutating func symbols(from start: Int) -> Int {
        var position = start
        while position < end {
            let (value, length) = scalar(position)
            switch table.class(of: value) {
            case .symbol, .ignorable, .mark: position += length
            default:
                emit(start, position)
                return position
            }
        }
        emit(start, position)
        return position
    }

    // MARK: Web addresses

    /// Emits from `start` to the end of an address whose first bytes are known to be one.
    mutating func address(from start: Int, scannedTo scanned: Int) -> Int {
        var position = scanned
        while position < end {
            let (value, length) = scalar(position)
            if table.class(of: value) == .space { break }
            if value == 0x3C || value == 0x3E || value == 0x22 || value == 0xAB || value == 0xBB { break }
            position += length
        }
        // Marks at the end belong to the sentence.
        while position > scanned {
            switch text[position - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"):
                position -= 1
                continue
            default: break
            }
            break
        }
        emit(start, position)
        return position
    }

    /// Emits an e-mail address whose part before `@`, at `at`, is scanned.
    mutating func mail(from start: Int, at: Int) -> Int {
        var position = at + 1
        while position < end {
            let (value, length) = scalar(position)
            guard table.class(of: value).isWord || value == 0x2E || value == 0x2D || value == 0x5F else { break }
            position += length
        }
        while text[position - 1] == 0x2E || text[position - 1] == 0x2D { position -= 1 }
        emit(start, position)
        return position
    }
}
