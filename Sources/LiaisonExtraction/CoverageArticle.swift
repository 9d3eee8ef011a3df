/// What the frames made of one article: which fired, and which sentences ought to have given something.
public struct CoverageArticle: Sendable {
    /// A sentence with two names and a word that wakes a frame for them, in which no frame fired.
    public struct Silence: Sendable {
        /// The identifier of the article, where it has one.
        public var article: String?
        public var sentence: String
        /// The two names, as the sentence has them.
        public var names: [String]
        /// The word that wakes the frame.
        public var trigger: String
        public var frame: String
        /// From 0 to 1: the frame's own confidence, less the further its trigger and the names are apart.
        public var promise: Double
    }

    /// Sentences in which each frame fired, by the frame's id.
    public var fired: [String: Int] = [:]
    /// Sentences in which each frame woke between names of the right kinds, by the frame's id.
    public var woken: [String: Int] = [:]
    public var silences: [Silence] = []
    /// The languages of its sentences that can be read.
    public var languages: Set<String> = []
}
