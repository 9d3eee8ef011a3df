internal import LiaisonModel
internal import LiaisonSchemas

/// What the data files of one language say about quantities and times.
struct ValueLexicon: Sendable {
    /// A span of time from the day of publication.
    struct Relative: Sendable, Hashable {
        var unit: TimeUnit
        var count: Int
    }

    enum TimeUnit: UInt8, Sendable, CaseIterable {
        case day = 1, week, month, year, decade, season, quarter, half

        init?(name: String) {
            let names = ["day", "week", "month", "year", "decade", "season", "quarter", "half"]
            guard let index = names.firstIndex(of: name) else { return nil }
            self.init(rawValue: UInt8(index + 1))
        }
    }

    enum Cue: Sendable, Hashable {
        case last, next, lastYear, thisYear, nextYear, ago, part, year, weakYear
    }

    var currencies = PhraseTable<String>()
    var boundsBefore = PhraseTable<Amount.Bound>()
    var boundsAfter = PhraseTable<Amount.Bound>()
    var relatives = PhraseTable<Relative>()
    var roles = PhraseTable<Value.DateRole>()
    var rounds = PhraseTable<String>()
    /// Words after a date that move it: "dernier", "last year", "ago".
    var dateSuffixes = PhraseTable<Cue>()
    /// Words before a date: "last", "early", "in".
    var datePrefixes = PhraseTable<Cue>()
    var agoPrefixes = PhraseTable<Bool>()
    /// "début", "the end of": before a year or month, without changing it.
    var parts = PhraseTable<Bool>()
    var future: Set<WordID> = []
    /// Endings, in UTF-8, of verbs in the future tense.
    var futureEndings: [[UInt8]] = []
    var percents = PhraseTable<Bool>()
    /// Shares in words, as decimals.
    var shares = PhraseTable<ExactDecimal>()
    /// "dont", "of which": a number after it is a part of the sum before.
    var inheritCues = PhraseTable<Bool>()
    /// "pour", "by": a time after it lies ahead.
    var aheadCues = PhraseTable<Bool>()
    /// "après" between a span of time and an event.
    var afterCues = PhraseTable<Bool>()
    /// "in the", "this": a season after it is one.
    var seasonCues = PhraseTable<Bool>()
    /// Whether a season is given as one, or as its year.
    var seasonsAreYears = false
    var durations = PhraseTable<String>()
}
