/// The words by which articles say when they were published: the data that finding dates in running text needs.
///
/// All words are folded by ``NameFolding/fold(_:)``; phrases are lists of such words.
public struct DatelineWords: Hashable, Sendable {
    /// The words of one language.
    public struct Language: Hashable, Sendable {
        /// The number of each month's names and abbreviations, 1 to 12.
        public var months: [String: Int]
        public var weekdays: Set<String>
        /// What stands before the date of publication.
        public var published: [[String]]
        /// What stands before a date that is not that of publication.
        public var updated: [[String]]
        /// Words that may stand between those and the date, such as "le" and "on".
        public var before: Set<String>
        /// Words between a date and a time.
        public var at: Set<String>
        /// Words after a time: half-days and time zones.
        public var zones: Set<String>
        /// What may be attached to the number of a day.
        public var ordinals: Set<String>
        /// Words before an author's name.
        public var by: Set<String>
        /// Words between the names of two authors.
        public var joins: Set<String>
        /// Whether `5/6/2025` is the fifth of June; nil where usage differs and such a date says nothing.
        public var isDayFirst: Bool?
        /// What the lines before an article call its title, publisher and so on, before a colon.
        public var headers: [String: ArticleHeader]

        public init(
            months: [String: Int], weekdays: Set<String> = [], published: [[String]] = [], updated: [[String]] = [],
            before: Set<String> = [], at: Set<String> = [], zones: Set<String> = [], ordinals: Set<String> = [],
            by: Set<String> = [], joins: Set<String> = [], isDayFirst: Bool? = nil,
            headers: [String: ArticleHeader] = [:]
        ) {
            self.months = months
            self.weekdays = weekdays
            self.published = published
            self.updated = updated
            self.before = before
            self.at = at
            self.zones = zones
            self.ordinals = ordinals
            self.by = by
            self.joins = joins
            self.isDayFirst = isDayFirst
            self.headers = headers
        }
    }

    /// What a line before an article, such as "Title: …", may say of it.
    public enum ArticleHeader: String, CaseIterable, Sendable {
        case title, publisher, published, author, url, language
    }

    public var languages: [Language]

    public init(languages: [Language] = []) {
        self.languages = languages
    }
}
