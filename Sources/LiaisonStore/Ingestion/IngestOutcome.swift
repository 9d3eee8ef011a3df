/// What storing an article changed.
public enum IngestOutcome: Hashable, Sendable {
    /// The article is new.
    case added(statements: Int)
    /// The same words from the same address, read by the same rules: nothing was written.
    case unchanged
    /// An earlier version of the article, or an earlier reading of it, was replaced.
    case replaced(added: Int, removed: Int)
}
