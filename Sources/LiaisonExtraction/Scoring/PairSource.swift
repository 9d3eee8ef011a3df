/// Where a pair of mentions comes from. The raw values are part of the model's format.
package enum PairSource: UInt32, Sendable {
    /// Somebody marked the two.
    case marked = 1
    /// Two things that a sentence of an article mentions.
    case article
    /// Corpora that choose their pairs otherwise.
    case filings, biographies, encyclopedia
}
