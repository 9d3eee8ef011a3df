/// One way to write a name of the lexicon, with what the text must look like for it to count.
struct LexiconAlias: Sendable {
    var entry: LexiconEntryID
    /// The words are also ordinary words or other names: the context decides.
    var isAmbiguous: Bool
    /// What the name asks of the capitals of each of its words, two bits a word; words from the 33rd on are free.
    var capitals: UInt64
    /// The next alias with the same words, `.max` at the end.
    var next: UInt32

    /// What a word of a name asks of the word of the text.
    enum Capital: UInt64 {
        /// Words such as `de` and numbers are taken as they come.
        case any = 0
        /// `Orange` is not `orange`.
        case initial = 1
        /// `IT`, `SEC`: a short acronym must be one in the text too.
        case all = 2
        /// `NASA`: French writes long acronyms as words (`Nasa`).
        case acronym = 3
    }

    /// What a word of a name with that look asks.
    static func capital(of shape: Token.Shape, length: Int, isOnlyWord: Bool) -> Capital {
        if shape.contains(.allCapitals) { return length > 3 ? .acronym : .all }
        // `eBay`, `iPhone` and `OpenAI` cannot be anything else, whatever the case.
        if shape.contains(.innerCapital) && length > 4 && isOnlyWord { return .any }
        return shape.contains(.initialCapital) ? .initial : .any
    }

    /// Whether a word of the text has the capitals that the word of that place asks.
    @inline(__always)
    func accepts(_ shape: Token.Shape, at index: Int) -> Bool {
        guard index < 32 else { return true }
        switch capitals >> UInt64(index * 2) & 3 {
        case Capital.initial.rawValue:
            return !shape.isDisjoint(with: [.initialCapital, .allCapitals, .innerCapital])
        case Capital.all.rawValue: return shape.contains(.allCapitals)
        case Capital.acronym.rawValue: return !shape.isDisjoint(with: [.allCapitals, .initialCapital])
        default: return true
        }
    }
}
