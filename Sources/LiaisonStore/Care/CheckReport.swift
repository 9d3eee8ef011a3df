/// What a check of a whole store found.
public struct CheckReport: Hashable, Sendable {
    public var articles = 0
    public var statements = 0
    /// Statements whose quote was found where it should stand.
    public var verified = 0
    /// Statements of articles whose words are not in the store.
    public var unverifiable = 0
    /// One sentence each; empty when all is well. No more than ``maximumProblems`` are listed.
    public var problems: [String] = []

    static let maximumProblems = 100
}
