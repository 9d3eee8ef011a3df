/// What the data files of one language say about a word, as far as cutting and reading values needs it.
struct WordFacts: Sendable, Hashable {
    var flags: Flags = []
    /// 1 for January.
    var month: UInt8 = 0
    /// 1 for Monday, as in ISO 8601.
    var weekday: UInt8 = 0
    /// ``ValueLexicon/TimeUnit`` that a word counts, 0 for none.
    var unit: UInt8 = 0
    /// The number that a season has in EDTF, 0 for none.
    var season: UInt8 = 0
    /// The power of ten of a multiplier: 6 for "million", 0 for none.
    var power: UInt8 = 0
    /// The day or rank that an ordinal names, 0 for none.
    var ordinal: UInt8 = 0
    /// About how many "une dizaine" stands for, 0 for none.
    var collective: UInt16 = 0
    /// The value of a number word, -1 for none.
    var number: Int32 = -1

    struct Flags: OptionSet, Sendable, Hashable {
        let rawValue: UInt64
        init(rawValue: UInt64) { self.rawValue = rawValue }

        /// An abbreviation, with its stop, that stands before a name.
        static let abbreviationBeforeName = Flags(rawValue: 1 << 0)
        /// An abbreviation, with its stop, that may also end a sentence.
        static let abbreviation = Flags(rawValue: 1 << 1)
        /// `l'`, `qu'`: the cut comes after the apostrophe.
        static let elision = Flags(rawValue: 1 << 2)
        /// Never cut.
        static let whole = Flags(rawValue: 1 << 3)
        /// The `backed` of `Sachs-backed`.
        static let compound = Flags(rawValue: 1 << 4)
        /// `-t-il`.
        static let clitic = Flags(rawValue: 1 << 5)
        /// The `ex` of `ex-Google`.
        static let prefix = Flags(rawValue: 1 << 6)
        /// The `s` of `'s`.
        static let contraction = Flags(rawValue: 1 << 7)
        /// The `ai` of `C3.ai`.
        static let domain = Flags(rawValue: 1 << 8)
        /// A domain suffix that is also a word.
        static let cautiousDomain = Flags(rawValue: 1 << 9)
        /// A unit that may be written at the end of a number: `200M`.
        static let suffixUnit = Flags(rawValue: 1 << 10)
        /// Such a unit only where a currency stands next to it: `45k€`.
        static let weakSuffixUnit = Flags(rawValue: 1 << 11)
        /// "demi", "half"
        static let half = Flags(rawValue: 1 << 12)
        /// Joins number words: "et", "and".
        static let joiner = Flags(rawValue: 1 << 13)
        /// Stands between a number and its currency: "de", "d'".
        static let partitive = Flags(rawValue: 1 << 14)
        /// Stands between the ends of a range: "à", "to".
        static let rangeJoiner = Flags(rawValue: 1 << 15)
        /// Opens a range: "entre", "between".
        static let rangeOpener = Flags(rawValue: 1 << 16)
        /// Closes an opened range's first half: "et", "and".
        static let rangeMiddle = Flags(rawValue: 1 << 17)
        /// "%", "percent"
        static let percent = Flags(rawValue: 1 << 18)
        /// "a", "an": one, before a multiplier.
        static let indefinite = Flags(rawValue: 1 << 19)
        /// A currency word that is common otherwise too ("livres", "pounds"): needs a multiplier.
        static let weakCurrency = Flags(rawValue: 1 << 20)
        /// A month's name that is another word too: needs a capital and company.
        static let weakMonth = Flags(rawValue: 1 << 21)
        /// "Series", "série"
        static let series = Flags(rawValue: 1 << 22)
        /// Stands for a number of things without counting: "milliers", "dozens".
        static let vague = Flags(rawValue: 1 << 23)
        /// May begin a value; all other words are passed over quickly.
        static let valueStart = Flags(rawValue: 1 << 24)
        /// Begins a currency's name.
        static let currencyStart = Flags(rawValue: 1 << 25)
        /// An abbreviation only before a number: "art. 5".
        static let abbreviationBeforeNumber = Flags(rawValue: 1 << 26)
        /// An abbreviation only with a capital: "No."
        static let needsCapital = Flags(rawValue: 1 << 27)
        /// Begins sentences: a small word of the language.
        static let functionWord = Flags(rawValue: 1 << 28)
        /// A currency's name of one word.
        static let currencyWord = Flags(rawValue: 1 << 29)
        /// A month that is a name when it has a capital.
        static let lowerCaseMonth = Flags(rawValue: 1 << 30)
        /// "trimestre", "quarter"
        static let quarter = Flags(rawValue: 1 << 31)
        /// "semestre", "half"
        static let semester = Flags(rawValue: 1 << 32)
        /// Makes a number of four digits after it a year.
        static let yearCue = Flags(rawValue: 1 << 33)
        /// Does so where the number ends its group of words.
        static let weakYearCue = Flags(rawValue: 1 << 34)
        /// "début", "mid": a part of a month or year.
        static let datePart = Flags(rawValue: 1 << 36)
        /// Before a bare day of the month: "the 17th".
        static let dayCue = Flags(rawValue: 1 << 37)
        /// A word inside a phrase that begins a value: the "tiers" of "un tiers".
        static let phraseRest = Flags(rawValue: 1 << 38)
        /// Its letter is no initial: the "Station" of "Station F".
        static let lettered = Flags(rawValue: 1 << 39)
        /// Opens "from … to …", which is a change and no range.
        static let changeOpener = Flags(rawValue: 1 << 35)
    }
}

/// ``WordFacts`` by word; a word without facts costs two bytes.
struct WordFactsTable: Sendable {
    private var places: [UInt16] = []
    private var facts: [WordFacts] = [WordFacts()]
    /// A bit per word: whether it may begin a value.
    private var starts: [UInt64] = []

    /// The facts of a word, empty for a word of no file.
    @inline(__always)
    subscript(word: WordID) -> WordFacts {
        word.index < places.count ? facts[Int(places[word.index])] : facts[0]
    }

    /// Whether a word may begin a value.
    @inline(__always)
    func startsValue(_ word: WordID) -> Bool {
        let slot = word.index >> 6
        return slot < starts.count && starts[slot] >> UInt64(word.index & 63) & 1 == 1
    }

    /// Changes the facts of a word, starting from empty ones.
    mutating func update(_ word: WordID, _ change: (inout WordFacts) -> Void) {
        if word.index >= places.count {
            places.append(contentsOf: repeatElement(0, count: word.index + 1 - places.count))
        }
        if places[word.index] == 0 {
            guard facts.count < UInt16.max else { return }
            places[word.index] = UInt16(facts.count)
            facts.append(WordFacts())
        }
        change(&facts[Int(places[word.index])])
        guard facts[Int(places[word.index])].flags.contains(.valueStart) else { return }
        let slot = word.index >> 6
        if slot >= starts.count { starts.append(contentsOf: repeatElement(0, count: slot + 1 - starts.count)) }
        starts[slot] |= 1 << UInt64(word.index & 63)
    }
}
