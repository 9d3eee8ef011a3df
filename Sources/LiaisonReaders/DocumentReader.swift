/// Reads the articles of one input in one format.
protocol DocumentReader {
    /// The next article or refusal; nil at the end.
    mutating func next() -> Reading?
}
